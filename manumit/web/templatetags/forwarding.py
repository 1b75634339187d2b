"""Words for what was forwarded."""

from collections.abc import Iterable

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
# What cleaning says it took out of a file: kept with the file, so in one language for all.
_REMOVED = {
    "comments": gettext_lazy("comments"),
    "files packed in": gettext_lazy("files packed in"),
    "form fields": gettext_lazy("form fields"),
    "notes of the camera": gettext_lazy("notes of the camera"),
    "notes on the pages": gettext_lazy("notes on the pages"),
    "what a program kept in it": gettext_lazy("what a program kept in it"),
    "what runs": gettext_lazy("what runs"),
    "who changed what": gettext_lazy("who changed what"),
    "who made it and when": gettext_lazy("who made it and when"),
    "words struck out": gettext_lazy("words struck out"),
}


@register.filter
def removed_names(kinds: Iterable[str]) -> str:
    """What was taken out of a file, as a list in the reader's language."""
    return ", ".join(str(_REMOVED.get(kind, kind)) for kind in kinds)


@register.filter
def stands_name(code: str) -> str:
    """Where a contribution stands, as a sentence for who forwarded it."""
    return str(_STANDS[code])


@register.filter
def detail_name(kind: str) -> str:
    """What may tell who a person is."""
    return str(_DETAILS[kind])
