"""Words by which people whom an organisation sends are let in while the desk is crowded."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed
from manumit.desk.types import Holder
from manumit.web.desk.entrance import for_holder


@require_http_methods(["GET", "POST"])
@for_holder
def door_words_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Whose words there are, for all of the desk; a custodian gives one, shown once, or takes one back."""
    at, sent = timezone.now(), request.POST
    context: dict[str, Any] = {}
    match sent.get("act"):
        case "give":
            context["word"] = services.make_door_word(
                holder=holder, given_to=sent.get("given_to", ""), at=at
            )
        case "take":
            services.take_door_word_back(holder=holder, name=sent.get("name", ""), at=at)
            return redirect("desk:door-words")
        case None:
            pass
        case _:
            raise NotAllowed(_("Nothing was changed."))
    member = holder.member
    is_custodian = member and selectors.is_custodian(member, on=timezone.localdate(at))
    context |= {"rows": selectors.door_words(), "may_give": is_custodian}
    return render(request, "desk/staff_words.html", context)
