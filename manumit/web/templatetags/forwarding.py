"""Words for what was forwarded."""

from django import template
from django.utils.translation import gettext_lazy

register = template.Library()

_STANDS = {
    "begun": gettext_lazy("Not sent yet"),
    "received": gettext_lazy("It waits for a reviewer."),
    "asked": gettext_lazy("The reviewer has a question for you."),
    "accepted": gettext_lazy("Accepted, with thanks."),
    "declined": gettext_lazy("Declined."),
    "withdrawn": gettext_lazy("You took it back."),
}
_DETAILS = {
    "name": gettext_lazy("a name"),
    "hkid": gettext_lazy("number of a Hong Kong identity card"),
    "thai-id": gettext_lazy("number of a Thai identity card"),
    "passport": gettext_lazy("number of a passport"),
    "phone": gettext_lazy("telephone number"),
    "e-mail": gettext_lazy("e-mail address"),
}


@register.filter
def stands_name(code: str) -> str:
    """Where a contribution stands, as a sentence for who forwarded it."""
    return str(_STANDS[code])


@register.filter
def detail_name(kind: str) -> str:
    """What may tell who a person is."""
    return str(_DETAILS[kind])
