"""What was forwarded, for reviewers: beside what exists, accepted, asked about or declined."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit.contributions import selectors, services
from manumit.contributions.errors import ContributionError, NoSuchReceipt
from manumit.contributions.types import Contribution
from manumit.editorial.contributions_forms import ProposalForm
from manumit.editorial.permitted import PermittedViewSet, require
from manumit.library import selectors as library
from manumit.library.errors import LibraryError, WorkNotFound

_MAY = "contributions.change_contribution"
_MAY_TAKE_DOWN = "contributions.delete_contribution"
_DECIDED = 30  # shown of those that are done


class ContributionsViewSet(PermittedViewSet):
    """What practitioners forwarded, in the editors' menu."""

    permission = _MAY
    name = "contributions"
    url_prefix = "contributions"
    icon = "mail"
    menu_label = "Contributions"
    menu_order = 140
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, one contribution, its file, one address for each decision, and the look."""
        return [
            path("", show_list, name="index"),
            path("<int:pk>/", show_one, name="one"),
            path("<int:pk>/file/", give_file, name="file"),
            path("<int:pk>/accept/", accept, name="accept"),
            path("<int:pk>/close/", close, name="close"),
            path("<int:pk>/ask/", ask, name="ask"),
            path("<int:pk>/decline/", decline, name="decline"),
            path("<int:pk>/take-down/", take_down, name="take_down"),
            path("persons/<path:key>", persons, name="persons"),
        ]


@require_GET
def show_list(request: HttpRequest) -> HttpResponse:
    """What waits, requests to take something down first; then what is done."""
    require(request, _MAY)
    context = {"waiting": selectors.waiting(), "decided": selectors.decided(_DECIDED)}
    return TemplateResponse(request, "editorial/contributions.html", context)


@require_GET
def show_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them beside what exists, with the record proposed."""
    require(request, _MAY)
    return _page(request, _found(pk))


@require_GET
def give_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The cleaned file, to be saved and never shown in the browser."""
    require(request, _MAY)
    file = selectors.attachment_of(_found(pk))
    if file is None:
        raise Http404
    response = HttpResponse(file.data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft of it as proposed or as changed; nothing is published."""
    require(request, _MAY)
    one = _found(pk)
    form = ProposalForm(request.POST)
    if not form.is_valid():
        return _page(request, one, form)
    try:
        key = services.accept(
            pk=pk,
            proposal=form.proposal(),
            with_text=form.cleaned_data["with_text"],
            by=request.user,
            at=timezone.now(),
        )
    except ContributionError as error:
        form.add_error(None, str(error))
        return _page(request, one, form)
    messages.success(request, f"A draft by now: {key}")
    work = library.any_work(key)
    return redirect(f"wagtailsnippets_library_{work.kind}:edit", work.pk)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept it without a draft: the Centre has it, or the correction is made."""
    key = request.POST.get("key", "")
    return _decide(request, _MAY, lambda **who: services.close(pk=pk, key=key, **who), "Closed.")


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask back."""
    words = request.POST.get("words", "")
    return _decide(
        request, _MAY, lambda **who: services.ask(pk=pk, question=words, **who), "Asked."
    )


@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no, with the reason."""
    words = request.POST.get("words", "")
    done = "Declined; the contributor reads why."
    return _decide(request, _MAY, lambda **who: services.decline(pk=pk, reason=words, **who), done)


@require_POST
def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Empty the work that the request is about, and close the request."""
    key, words = request.POST.get("key", ""), request.POST.get("words", "")

    def do(**who: Any) -> None:
        services.grant_takedown(pk=pk, key=key, why=words, **who)

    return _decide(request, _MAY_TAKE_DOWN, do, f"{key} is taken down.")


@require_http_methods(["GET", "POST"])
def persons(request: HttpRequest, key: str) -> HttpResponse:
    """What in an anonymous judgment may tell who a person is; and who answers for it."""
    require(request, _MAY)
    try:
        work = library.latest_of(key)
    except WorkNotFound as error:
        raise Http404(str(error)) from error
    if request.method == "POST":
        _clear(request, key)
        return redirect(request.path)
    concerns = selectors.concerns_of(work)
    context = {"work": work, "concerns": concerns, "cleared": selectors.clearance_of(key, concerns)}
    return TemplateResponse(request, "editorial/contributions_persons.html", context)


def _clear(request: HttpRequest, key: str) -> None:
    try:
        services.clear(
            key=key,
            digest=request.POST.get("digest", ""),
            reason=request.POST.get("words", ""),
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, "Noted: it can be published as it stands.")
    except ContributionError as error:
        messages.error(request, str(error))


def _decide(
    request: HttpRequest, permission: str, do: Callable[..., None], done: str
) -> HttpResponse:
    require(request, permission)
    try:
        do(by=request.user, at=timezone.now())
        messages.success(request, done)
    except (ContributionError, LibraryError) as error:
        messages.error(request, str(error))
    return redirect("contributions:index")


def _page(
    request: HttpRequest, one: Contribution, form: ProposalForm | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "one": one,
        "file": selectors.attachment_of(one),
        "talk": selectors.messages_of(one),
        "looked": selectors.look(one, drafts=True),
        "came_before": selectors.same_file(one),
        "about": selectors.work_about(one),
    }
    if one.waits and one.what not in ("takedown", "correction"):
        context["form"] = form or ProposalForm.proposing(selectors.proposal_for(one))
    return TemplateResponse(request, "editorial/contributions_one.html", context)


def _found(pk: int) -> Contribution:
    try:
        return selectors.contribution(pk)
    except NoSuchReceipt as error:
        raise Http404(str(error)) from error
