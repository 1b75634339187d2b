"""The forms of askers, and the names of their fields for whoever reads what was sent."""

import secrets
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.desk import selectors
from manumit.desk.types import Question

LONGEST = 20_000  # characters of a text


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "spellcheck": "false"})


class AskForm(forms.Form):
    """What every question has. The form's own name makes it one question, however often it is sent."""

    parties = forms.CharField(
        label=_("Who is on the other side"),
        help_text=_(
            "Employer, agency, company, officials. Used to keep out of your case whoever at the desk has to do with them."
        ),
        widget=_area(2),
        required=False,
        max_length=LONGEST,
    )
    names = forms.CharField(
        label=_("Names and contacts of your client, only if we need them"),
        help_text=_(
            "Leave it empty if you can. It is sealed apart: not even those who answer can read it unless two of the desk agree."
        ),
        widget=_area(2),
        required=False,
        max_length=LONGEST,
    )
    unwanted = forms.MultipleChoiceField(
        label=_("Who at the desk must not see it"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    form = forms.CharField(widget=forms.HiddenInput, max_length=64)

    parts: tuple[str, ...] = ()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = [(str(one.pk), one.shown_as) for one in selectors.to_choose()]
        self.fields["unwanted"].choices = people  # type: ignore[attr-defined]  # of this field
        self.fields["form"].initial = secrets.token_urlsafe(16)
        self.order_fields([*self.parts, "parties", "names", "unwanted", "form"])

    def question(self) -> Question:
        """What was sent, once it is valid."""
        sent = self.cleaned_data
        return Question(
            {name: sent[name] for name in self.parts if sent[name]},
            sent["parties"],
            sent["names"],
            [int(pk) for pk in sent["unwanted"]],
        )

    def looked_at(self) -> str:
        """All texts in which names should not be: one after another."""
        return "\n".join(self.cleaned_data[name] for name in self.parts)


class QuickForm(AskForm):
    """The first door."""

    text = forms.CharField(label=_("Your question"), widget=_area(6), max_length=LONGEST)

    parts = ("text",)


class CaseForm(AskForm):
    """The second door: guided."""

    where = forms.CharField(label=_("In which place or places"), max_length=300)
    happened = forms.CharField(
        label=_("What happened, in general terms"),
        help_text=_(
            "No names, no numbers, no exact days: “a worker from another country”, “in spring”."
        ),
        widget=_area(7),
        max_length=LONGEST,
    )
    needed = forms.CharField(
        label=_("What you need from us"),
        help_text=_("The law on a point, similar cases, a form, whom to turn to."),
        widget=_area(3),
        max_length=LONGEST,
    )
    by_when = forms.CharField(label=_("By when, and why then"), required=False, max_length=300)
    languages = forms.CharField(
        label=_("In which languages we may answer"), required=False, max_length=300
    )

    parts = ("where", "happened", "needed", "by_when", "languages")


LABELS: dict[str, str | Promise] = {
    "text": _("Question"),
    **{name: CaseForm.base_fields[name].label or "" for name in CaseForm.parts},
}


def labelled(parts: dict[str, str]) -> Iterator[tuple[str | Promise, str]]:
    """What was sent, each text under the name of its field."""
    for name, text in parts.items():
        yield LABELS.get(name, name), text


class TextForm(forms.Form):
    """One text."""

    text = forms.CharField(max_length=LONGEST)


class ReceiptForm(forms.Form):
    """A receipt, typed."""

    typed = forms.CharField(max_length=300)
