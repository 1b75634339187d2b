"""The forms of askers, and the names of their fields for whoever reads what was sent."""

import secrets
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.contributions.personal import Detail, personal_details, rare_combinations
from manumit.desk import selectors
from manumit.desk.types import Question

LONGEST = 20_000  # characters of a text
LONGEST_RECEIPT = 300
# Of letters and notes: those in which papers has its own words.
LANGUAGES = {"en": "English", "zh-Hant": "繁體中文", "th": "ไทย", "vi": "Tiếng Việt"}


def area(rows: int) -> forms.Textarea:
    """A box for a text that the browser does not keep and sends to no speller."""
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "spellcheck": "false"})


class AskForm(forms.Form):
    """What every question has. The form's own name makes it one question, however often it is sent."""

    parties = forms.CharField(
        label=_("Who is on the other side"),
        help_text=_(
            "Employer, agency, company, officials. Used to keep out of your case whoever at the desk has to do with them."
        ),
        widget=area(2),
        required=False,
        max_length=LONGEST,
    )
    names = forms.CharField(
        label=_("Names and contacts of your client, only if we need them"),
        help_text=_(
            "Leave it empty if you can. It is sealed apart: not even those who answer can read it unless two of the desk agree."
        ),
        widget=area(2),
        required=False,
        max_length=LONGEST,
    )
    unwanted = forms.MultipleChoiceField(
        label=_("Who at the desk must not see it"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    word = forms.CharField(
        label=_("The five words that an organisation gave you"),
        help_text=_("If you have none, keep this page open and send it later."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        required=False,
        max_length=300,
    )
    form = forms.CharField(widget=forms.HiddenInput, max_length=64)

    parts: tuple[str, ...] = ()

    def __init__(self, *args: Any, crowded: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not crowded:
            del self.fields["word"]
        people = [(str(one.pk), one.shown_as) for one in selectors.to_choose()]
        self.fields["unwanted"].choices = people  # type: ignore[attr-defined]  # of this field
        self.fields["form"].initial = secrets.token_urlsafe(16)
        self.order_fields([*self.parts, "parties", "names", "unwanted", "word", "form"])

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

    text = forms.CharField(label=_("Your question"), widget=area(6), max_length=LONGEST)

    parts = ("text",)


class CaseForm(AskForm):
    """The second door: guided."""

    where = forms.CharField(label=_("In which place or places"), max_length=300)
    happened = forms.CharField(
        label=_("What happened, in general terms"),
        help_text=_(
            "No names, no numbers, no exact days: “a worker from another country”, “in spring”."
        ),
        widget=area(7),
        max_length=LONGEST,
    )
    needed = forms.CharField(
        label=_("What you need from us"),
        help_text=_("The law on a point, similar cases, a form, whom to turn to."),
        widget=area(3),
        max_length=LONGEST,
    )
    by_when = forms.CharField(label=_("By when, and why then"), required=False, max_length=300)
    languages = forms.CharField(
        label=_("In which languages we may answer"), required=False, max_length=300
    )

    parts = ("where", "happened", "needed", "by_when", "languages")


class WarnedForm(forms.Form):
    """A form of staff whose words leave the sealed cases: what may tell who somebody is, is shown first.

    It is valid when nothing was noticed, or when whoever fills it in has said of just that that it is right.
    """

    looked_at: tuple[str, ...] = ()

    def noticed(self, text: str) -> list[Detail]:
        """What in a text may tell who somebody is."""
        return [*personal_details(text), *rare_combinations(text)]

    def clean(self) -> dict[str, Any]:
        """What was sent; an error of the whole form where something is to be looked at."""
        sent = super().clean() or {}
        text = "\n".join(str(sent.get(name, "")) for name in self.looked_at)
        self.found = self.noticed(text)
        self.looked = looked(self.found)
        if self.found and self.data.get("looked") != self.looked:
            raise forms.ValidationError(_("Look at this before it is kept."))
        return sent


def looked(found: list[Detail]) -> str:
    """What was noticed and shown, as one word: if more is noticed, it is shown again."""
    words = sha256("\n".join(sorted({one.text for one in found})).encode(errors="replace"))
    return salted_hmac("manumit.web.desk", words.hexdigest(), algorithm="sha256").hexdigest()


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
