"""The vocabularies for editors: what a concept is called and means, what uses it, and changing it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit import reference
from manumit.editorial import concepts_new
from manumit.editorial.concepts_form import ChangeForm
from manumit.editorial.concepts_new import MAY, MAY_DECIDE
from manumit.editorial.permitted import PermittedViewSet, require
from manumit.library import selectors as library
from manumit.vocab import selectors, services
from manumit.vocab.errors import BadChange, VocabError
from manumit.vocab.types import Change, Concept

_SHOWN = 10  # works shown of each way in which a concept is used


class ConceptsViewSet(PermittedViewSet):
    """The vocabularies, in the editors' menu."""

    permission = MAY
    name = "concepts"
    url_prefix = "concepts"
    icon = "tag"
    menu_label = "Vocabularies"
    menu_order = 150
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """All concepts, one of them, a decision, new ones, and what is to go into the files."""
        return [
            path("", show_all, name="index"),
            path("accepted.ttl", give_accepted, name="accepted"),
            path("change/<int:pk>/", decide, name="decide"),
            path("new/", concepts_new.propose, name="new"),
            path("new/<int:pk>/", concepts_new.look_at, name="new_one"),
            path("new/<int:pk>/decide/", concepts_new.decide, name="new_decide"),
            path("<slug:scheme>/<slug:code>/", show_one, name="one"),
        ]


@require_GET
def show_all(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, then every concept by vocabulary."""
    require(request, MAY)
    rows: dict[str, list[Concept]] = {}
    for concept in selectors.every_concept():
        rows.setdefault(concept.scheme, []).append(concept)
    titles = {code: scheme.title for code, scheme in reference.schemes().items()}
    context = {
        "waiting": selectors.waiting(),
        "new": selectors.waiting_concepts(),
        "accepted": selectors.accepted(),
        "vocabularies": [(titles.get(code, code), found) for code, found in rows.items()],
    }
    return TemplateResponse(request, "editorial/concepts.html", context)


@require_GET
def give_accepted(request: HttpRequest) -> HttpResponse:
    """What was accepted here and the files do not say yet, as Turtle to be saved."""
    require(request, MAY)
    response = HttpResponse(selectors.accepted_as_turtle(), content_type="text/turtle")
    response["Content-Disposition"] = 'attachment; filename="accepted.ttl"'
    return response


@require_http_methods(["GET", "POST"])
def show_one(request: HttpRequest, scheme: str, code: str) -> HttpResponse:
    """One concept with what uses it, and the form by which a change is proposed."""
    require(request, MAY)
    concept = selectors.concept(scheme, code)
    if concept is None:
        raise Http404
    form = ChangeForm(concept, request.POST if request.method == "POST" else None)
    if form.is_valid() and _proposed(request, concept, form):
        messages.success(request, "Proposed: a second person looks at it.")
        return redirect("concepts:one", scheme, code)
    return _page(request, concept, form)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a change or decline it, as somebody who has not proposed it."""
    require(request, MAY_DECIDE)
    accept = request.POST.get("decision") == "accept"
    answer = request.POST.get("answer", "")[:300]
    try:
        change = services.decide(
            pk=pk,
            accept=accept,
            answer=answer,
            by=request.user,
            at=timezone.now(),
            touches=_found_otherwise(pk) if accept else (),
        )
    except VocabError as error:
        messages.error(request, str(error))
        return redirect("concepts:index")
    messages.success(request, "It holds by now." if accept else "Declined.")
    return redirect("concepts:one", change.concept.scheme, change.concept.code)


def _found_otherwise(pk: int) -> list[str]:
    """The works that search finds under other topics where a concept gets another place.

    Another name needs no reading of works again: questions are widened by names when they are asked.
    """
    change = selectors.waiting().filter(pk=pk, what=Change.What.BROADER).first()
    return library.keys_under(change.concept) if change else []


def _proposed(request: HttpRequest, concept: Concept, form: ChangeForm) -> bool:
    try:
        services.propose(concept=concept, by=request.user, at=timezone.now(), **form.change())
    except BadChange as error:
        form.add_error(form.box_of(error.field), str(error))
        return False
    return True


def _page(request: HttpRequest, concept: Concept, form: ChangeForm) -> HttpResponse:
    changes = selectors.changes_of(concept)
    context = {
        "concept": concept,
        "filed": _filed(concept),
        "labels": sorted(concept.labels.all(), key=_label_order),
        "narrower": concept.narrower.filter(retired=False).prefetch_related("labels"),
        "uses": library.uses_of_concept(concept, shown=_SHOWN),
        "waiting": [one for one in changes if one.stands == Change.Stands.WAITING],
        "decided": [one for one in changes if one.stands != Change.Stands.WAITING],
        "may_decide": request.user.has_perm(MAY_DECIDE),
        "form": form,
    }
    return TemplateResponse(request, "editorial/concept.html", context)


def _filed(concept: Concept) -> reference.Concept | None:
    """What the file says of it that rows do not hold: note, related concepts, other vocabularies."""
    rows = reference.scheme(concept.scheme).concepts
    return next((one for one in rows if one.code == concept.code), None)


def _label_order(label: Any) -> tuple[bool, str, bool, str]:
    return (bool(label.instrument), label.language, label.kind != "pref", label.text)
