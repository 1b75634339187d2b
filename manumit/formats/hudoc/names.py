"""Names of cases: ``CASE OF AKSU v. TURKEY`` becomes ``Aksu v. Turkey``."""

import re
import unicodedata
from collections import Counter

_KIND = re.compile(r"^(?:CASE OF|AFFAIRE)\s+", re.IGNORECASE)
_EXTRACTS = re.compile(r"\s*[\[(](?:EXTRACTS?|EXTRAITS?)[\])]\s*$", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"(?:In\sthe\scases?\sof|En\sl['’]affaire|Dans\sl['’]affaire)\s(?P<name>.{3,400}?)\s?,\s"
    r"(?:The\sEuropean|La\sCour)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The second capital of ``Power-Forde`` and ``O'Halloran``.
_INSIDE_A_NAME = re.compile(r"-\w|^\w['’]\w")
_LETTERS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    {"and", "et", "of", "the", "for", "de", "des", "du", "d", "la", "le", "les", "l"}
    | {"van", "von", "der", "den", "autre", "autres", "requête", "requêtes"}
)
_OTHERS = frozenset({"OTHERS", "OTHER"})
_BEGINNING = 20_000


def is_extracts(title: str) -> bool:
    """Whether the title says that only parts of the text follow."""
    return _EXTRACTS.search(title) is not None


def case_name(title: str, text: str) -> str:
    """The name in normal case.

    The judgment's own first sentence writes it; where it does not, each word is written as
    the text writes it, else with a capital.
    """
    bare = _EXTRACTS.sub("", _KIND.sub("", title.strip()))
    in_text = _IN_TEXT.search(text[:_BEGINNING])
    if in_text and _folded(in_text["name"]) == _folded(bare):
        return _tidy(in_text["name"])
    if not all(word.isupper() for word in _WORD.findall(bare) if len(word) > 1):
        return _tidy(bare)
    return _by_words(_tidy(bare), text)


def _tidy(name: str) -> str:
    return re.sub(r" (?=[.,)])", "", " ".join(name.split()))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(
        _LETTERS.findall("".join(one for one in plain if not unicodedata.combining(one)))
    )


def _by_words(name: str, text: str) -> str:
    written: dict[str, Counter[str]] = {}
    for word in _WORD.findall(text):
        if word[0].isupper() and not word.isupper():
            written.setdefault(word.upper(), Counter())[word] += 1
    cased = _WORD.sub(lambda found: _cased(found[0], written), name)
    return cased[:1].upper() + cased[1:]


def _cased(word: str, written: dict[str, Counter[str]]) -> str:
    if len(word) == 1 and word in "vc":
        return word
    if len(word) == 1:
        return word.upper()
    if word.lower() in _SMALL:
        return word.lower()
    if word in _OTHERS:
        return word.capitalize()
    if word in written:
        return written[word].most_common(1)[0][0]
    return _INSIDE_A_NAME.sub(lambda found: found[0].upper(), word.capitalize())
