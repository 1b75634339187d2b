"""The forms by which something is forwarded, taken down, answered."""

import re
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from manumit.contributions.types import Anonymous, Rights, Said, What

# No slash at the beginning: with the one before it the address would lead to another host.
_ABOUT = re.compile(r"(?!/)[\w./=?&%:;,-]{0,400}")
_LONGEST_TEXT = 20_000

_WHAT = [
    (What.CASE, _("A case")),
    (What.REPORT, _("A report or another document")),
    (What.LINK, _("A link")),
    (What.CORRECTION, _("A correction")),
]
_RIGHTS = [
    (Rights.UNKNOWN, _("I do not know: only cite it")),
    (Rights.PUBLIC, _("It is an official text that anyone may publish")),
    (Rights.ALLOWED, _("Its owner allows it")),
    (Rights.MINE, _("It is mine, and the Centre may publish it")),
]
_ANONYMOUS = [
    (Anonymous.UNKNOWN, _("I do not know")),
    (Anonymous.YES, _("Yes")),
    (Anonymous.NO, _("No")),
]


def page_here(about: str) -> str:
    """The address of a page of ours, without the slash before it; nothing for any other."""
    return about if _ABOUT.fullmatch(about) else ""


class _PublicForm(forms.Form):
    """What every public form has: a field that people leave empty and programs fill in."""

    use_required_attribute = False

    website = forms.CharField(required=False, max_length=200)

    def clean_website(self) -> str:
        """Refuse what no person sees."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this field empty."))
        return ""


class ForwardForm(_PublicForm):
    """One short form for a case, a report, a link or a correction."""

    what = forms.ChoiceField(label=_("What is it?"), choices=_WHAT)
    about = forms.CharField(required=False, max_length=400)
    citation = forms.CharField(
        label=_("Citation or title"),
        required=False,
        max_length=500,
        help_text=_("As you would cite it, for instance [2020] HKCFA 32."),
    )
    address = forms.URLField(
        label=_("Address on the web"),
        required=False,
        max_length=500,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("PDF, Word (.docx), JPEG, PNG or plain text, at most 15 MB."),
    )
    text = forms.CharField(
        label=_("What should we know?"),
        required=False,
        max_length=_LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Please write nothing by which a client could be known."),
    )
    rights = forms.ChoiceField(label=_("May the Centre publish it?"), choices=_RIGHTS)
    anonymous = forms.ChoiceField(label=_("Must persons in it stay anonymous?"), choices=_ANONYMOUS)
    email = forms.EmailField(
        label=_("Your e-mail, if you want to hear of it"),
        required=False,
        max_length=254,
        help_text=_("Kept sealed, used for this alone, and deleted when it is decided."),
    )
    credit = forms.CharField(
        label=_("Your name, if you want to be thanked in public"), required=False, max_length=100
    )

    def clean_about(self) -> str:
        """The address of a page of ours, or nothing."""
        return page_here(str(self.cleaned_data["about"]))

    def said(self) -> Said:
        """What the form brought, without its file."""
        values: dict[str, Any] = self.cleaned_data
        return Said(**{name: values.get(name, "") for name in Said.__dataclass_fields__})

    def file_bytes(self) -> bytes:
        """The file; empty where there is none."""
        file = self.cleaned_data.get("file")
        return file.read() if file else b""


class TakedownForm(_PublicForm):
    """A request that something be taken down."""

    about = forms.CharField(
        label=_("Which page?"),
        max_length=400,
        help_text=_("Its address here, for instance hk/case/2018-hkca-473."),
    )
    text = forms.CharField(
        label=_("Why?"),
        max_length=_LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Who is harmed by it, and how. You need not say who you are."),
    )
    email = forms.EmailField(
        label=_("Your e-mail, if you want to hear of it"), required=False, max_length=254
    )

    def clean_about(self) -> str:
        """The address of a page of ours, however it was pasted."""
        about = re.sub(r"^https?://[^/]+/", "", str(self.cleaned_data["about"]).strip()).strip("/")
        if not about or not _ABOUT.fullmatch(about):
            raise forms.ValidationError(_("Give the address of a page of this site."))
        return about

    def said(self) -> Said:
        """What the form brought."""
        values = self.cleaned_data
        return Said(
            what=What.TAKEDOWN, about=values["about"], text=values["text"], email=values["email"]
        )


class AnswerForm(_PublicForm):
    """An answer to a reviewer's question."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=_LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
