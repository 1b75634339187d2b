"""Paragraphs that staff keep to begin an answer with: written, changed, retired, put into a draft."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from manumit.desk import selectors, services
from manumit.desk.types import Holder, Paragraph
from manumit.web.desk.entrance import for_holder
from manumit.web.desk.forms import LONGEST, WarnedForm, area

_LONGEST_TITLE = 80


class ParagraphForm(WarnedForm):
    """A paragraph. It is not locked, so what may be of somebody's case is shown before it is kept."""

    title = forms.CharField(label=_("Title"), max_length=_LONGEST_TITLE)
    text = forms.CharField(label=_("Text"), widget=area(8), max_length=LONGEST)

    looked_at = ("title", "text")


@require_GET
@for_holder
def paragraphs_page(request: HttpRequest, _holder: Holder) -> HttpResponse:
    """All of them, the retired ones last."""
    return render(request, "desk/paragraphs.html", {"rows": selectors.paragraphs()})


@require_http_methods(["GET", "POST"])
@for_holder
def paragraph_page(request: HttpRequest, _holder: Holder, pk: int | None = None) -> HttpResponse:
    """One is written, changed or retired."""
    row = None if pk is None else selectors.paragraph(pk)
    if pk is not None and request.POST.get("act") == "retire":
        services.retire_paragraph(pk=pk)
        return redirect("desk:paragraphs")
    before = {"title": row.title, "text": row.text} if row else None
    form = ParagraphForm(request.POST or None, initial=before)
    if form.is_valid():
        services.keep_paragraph(
            pk=pk, title=form.cleaned_data["title"], text=form.cleaned_data["text"]
        )
        return redirect("desk:paragraphs")
    return render(request, "desk/paragraph.html", {"form": form, "row": row})


def offered() -> list[Paragraph]:
    """Those to put into a draft."""
    return [one for one in selectors.paragraphs() if not one.is_retired]


def with_paragraph(sent: QueryDict) -> str:
    """What somebody is writing with the chosen paragraph below it; it goes back to their browser only."""
    pk, text = sent.get("paragraph", ""), sent.get("text", "").rstrip()
    chosen = selectors.paragraph(int(pk) if pk.isdecimal() else 0)
    return "\n\n".join(filter(None, [text, chosen.text]))
