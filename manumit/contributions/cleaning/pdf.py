"""PDF: read and written anew, without who made it, who noted what, what runs and what is packed in."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from django.utils.translation import gettext as _

from manumit.contributions.cleaning.types import Cleaned
from manumit.contributions.errors import NotCleaned

# Keys of any dictionary in the file, and what is said to have been taken out with them.
_TOLD = {
    "/Metadata": "who made it and when",
    "/PieceInfo": "what a program kept in it",
    "/LastModified": "who made it and when",
    "/AA": "what runs",
    "/OpenAction": "what runs",
    "/JavaScript": "what runs",
    "/JS": "what runs",
    "/EmbeddedFiles": "files packed in",
    "/AF": "files packed in",
    "/Collection": "files packed in",
    "/AcroForm": "form fields",
}
_KEPT_NOTES = ("/Link",)  # notes on a page that say nothing of who wrote them
_MOST_PAGES = 3000


def clean_pdf(data: bytes) -> Cleaned:
    """The pages alone. Raises NotCleaned where they cannot be read without a password."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            removed = set(_clean(pdf))
            out = BytesIO()
            pdf.save(out, linearize=False, deterministic_id=True, encryption=False)
    except pikepdf.PasswordError as error:
        raise NotCleaned(_("The PDF has a password: save it without one.")) from error
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise NotCleaned(
            _("The PDF cannot be read: print it to a new PDF and send that.")
        ) from error
    return Cleaned("pdf", out.getvalue(), tuple(sorted(removed)))


def _clean(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.pages) > _MOST_PAGES:
        raise NotCleaned(
            _("The PDF has more than %(most)s pages: send the part that matters.")
            % {"most": _MOST_PAGES}
        )
    if pdf.trailer.get("/Info") is not None:
        del pdf.trailer["/Info"]
        yield "who made it and when"
    for page in pdf.pages:
        yield from _clean_notes(page.obj)
    for thing in pdf.objects:
        yield from _clean_table(thing)


def _clean_notes(page: Any) -> Iterator[str]:
    notes = page.get("/Annots")
    if notes is None:
        return
    kept = [note for note in notes if note.get("/Subtype") in _KEPT_NOTES]
    if len(kept) < len(notes):
        yield "notes on the pages"
    page["/Annots"] = pikepdf.Array(kept)


def _clean_table(thing: Any) -> Iterator[str]:
    """An object and what stands directly in it; what it refers to comes by itself."""
    if isinstance(thing, pikepdf.Array):
        for one in list(thing):
            yield from _clean_inside(one)
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key in list(thing.keys()):
        if key in _TOLD or (key == "/A" and _acts(thing[key])):
            del thing[key]
            yield _TOLD.get(key, "what runs")
        else:
            yield from _clean_inside(thing[key])


def _clean_inside(one: Any) -> Iterator[str]:
    if isinstance(one, pikepdf.Object) and not one.is_indirect:
        yield from _clean_table(one)


def _acts(action: Any) -> bool:
    """Whether a link does more than lead to a page or an address."""
    return isinstance(action, pikepdf.Dictionary) and action.get("/S") not in ("/URI", "/GoTo")
