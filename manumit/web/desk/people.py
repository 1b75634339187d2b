"""Who is at the desk, and taking somebody off it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed
from manumit.desk.types import Holder, Role
from manumit.web.desk.entrance import for_holder


@require_http_methods(["GET", "POST"])
@for_holder
def people_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Everybody of the desk with what they are certified for; a custodian takes an adviser off."""
    told, on = "", timezone.localdate()
    if request.method == "POST":
        told = _taken_off(request, holder)
    rows = [(one, sorted(selectors.roles_of(one, on=on))) for one in selectors.staff()]
    context = {
        "rows": rows,
        "told": told,
        "me": holder.member,
        "may_remove": holder.member and selectors.is_custodian(holder.member, on=on),
        "custodian": Role.CUSTODIAN,
    }
    return render(request, "desk/people.html", context)


def _taken_off(request: HttpRequest, holder: Holder) -> str:
    member = request.POST.get("member", "")
    if not member.isdecimal() or not request.POST.get("sure"):
        raise NotAllowed(_("Nothing was changed."))
    cases = services.take_off(holder=holder, member=int(member), at=timezone.now())
    return ngettext(
        "Done. The key of %(cases)d case changes before anything more is written there.",
        "Done. The keys of %(cases)d cases change before anything more is written there.",
        cases,
    ) % {"cases": cases}
