"""New concepts for editors: proposed by one, looked at and decided on by another."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit import reference
from manumit.editorial.concepts_new_form import NewConceptForm
from manumit.editorial.permitted import require
from manumit.vocab import selectors, services
from manumit.vocab.errors import BadChange, VocabError
from manumit.vocab.types import NewConcept

MAY = "vocab.add_change"
MAY_DECIDE = "vocab.change_change"


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """The form by which a concept is proposed that the vocabularies lack."""
    require(request, MAY)
    form = NewConceptForm(request.POST if request.method == "POST" else None)
    new = _proposed(request, form) if form.is_valid() else None
    if new is not None:
        messages.success(request, "Proposed: a second person looks at it.")
        return redirect("concepts:new_one", new.pk)
    return TemplateResponse(request, "editorial/concepts_new.html", {"form": form})


@require_GET
def look_at(request: HttpRequest, pk: int) -> HttpResponse:
    """What was proposed, and what became of it."""
    require(request, MAY)
    new = selectors.new_concept(pk)
    if new is None:
        raise Http404
    context = {
        "new": new,
        "vocabulary": reference.shipped_schemes()[new.scheme].title,
        "above": selectors.concept(new.scheme, new.broader) if new.broader else None,
        "concept": selectors.concept(new.scheme, new.code),
        "waits": new.stands == NewConcept.Stands.WAITING,
        "is_own": new.by_id == request.user.pk,
        "may_decide": request.user.has_perm(MAY_DECIDE),
    }
    return TemplateResponse(request, "editorial/concept_proposed.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a new concept or decline it, as somebody who has not proposed it."""
    require(request, MAY_DECIDE)
    accept = request.POST.get("decision") == "accept"
    answer = request.POST.get("answer", "")[:300]
    try:
        new = services.decide_concept(
            pk=pk, accept=accept, answer=answer, by=request.user, at=timezone.now()
        )
    except VocabError as error:
        messages.error(request, str(error))
        return redirect("concepts:new_one", pk)
    if not accept:
        messages.success(request, "Declined.")
        return redirect("concepts:new_one", pk)
    messages.success(request, "It can be used by now.")
    return redirect("concepts:one", new.scheme, new.code)


def _proposed(request: HttpRequest, form: NewConceptForm) -> NewConcept | None:
    try:
        return services.propose_concept(by=request.user, at=timezone.now(), **form.concept())
    except BadChange as error:
        form.add_error(form.box_of(error.field), str(error))
        return None
