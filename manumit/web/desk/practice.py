"""A note for everybody out of an answered question: written by hand, held against the case by a second person."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from manumit.contributions.personal import Detail, personal_details, rare_combinations
from manumit.desk import selectors, services
from manumit.desk.types import Entry, Holder
from manumit.reference import systems
from manumit.web.desk.entrance import for_holder
from manumit.web.desk.forms import LANGUAGES, LONGEST, WarnedForm, area


class NoteForm(WarnedForm):
    """A note on the law. It begins empty: nothing of the case comes into it but by somebody's hand."""

    title = forms.CharField(label=_("The question of law, in one line"), max_length=150)
    text = forms.CharField(
        label=_("The note"),
        help_text=_(
            "The law on the point, with its provisions and judgments. Nobody's story: no nationality, age, place, day or trade that comes from the case."
        ),
        widget=area(12),
        max_length=LONGEST,
    )
    place = forms.ChoiceField(label=_("Whose law"))
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))

    looked_at = ("title", "text")

    def __init__(self, *args: Any, case: Sequence[Entry], **more: Any) -> None:
        super().__init__(*args, **more)
        self._case = case
        named = sorted((one.name(), one.code) for one in systems().values())
        self.fields["place"].choices = [("", ""), *((code, name) for name, code in named)]  # type: ignore[attr-defined]  # of this field

    def noticed(self, text: str) -> list[Detail]:
        """What may tell who somebody is, and what stands in the case as well."""
        return _noticed(text, self._case)


@require_http_methods(["GET", "POST"])
@for_holder
def note_page(request: HttpRequest, holder: Holder, case: str) -> HttpResponse:
    """The newest note of a case to be let out by a second person, and a form for another."""
    found, at = selectors.case_file(holder, case, on=timezone.localdate()), timezone.now()
    if request.POST.get("act") == "approve":
        name = request.POST.get("note", "")
        services.approve_note(holder=holder, case=case, name=name, at=at)
        return redirect("desk:note", case=case)
    form = NoteForm(request.POST or None, case=found)
    if form.is_valid():
        services.propose_note(holder=holder, case=case, parts=form.cleaned_data, at=at)
        return redirect("desk:note", case=case)
    note, is_out = selectors.note_in(found)
    context = {
        "case": case,
        "form": form,
        "note": note,
        "is_out": is_out,
        "noticed": _noticed(f"{note.parts['title']}\n{note.text}", found) if note else [],
        "may_approve": note is not None and not is_out and not note.is_by(holder),
    }
    return render(request, "desk/note.html", context)


def _noticed(text: str, case: Sequence[Entry]) -> list[Detail]:
    told = [Detail("told", 0, 0, run) for run in selectors.told_again(case, text)]
    return [*personal_details(text), *rare_combinations(text), *told]
