"""What the text of an article runs on into: headings of the next, closing words, annexes."""

import re
from dataclasses import dataclass

_WORD = r"(?:SUBSECTION|SECTION|CHAPTER|PART|ANNEX|TITLE)"
# In capitals, right after the full stop of the article; headings may follow each other unparted.
_ENGLISH = re.compile(
    rf"(?:(?<=[.;:)\]])|(?<=\n)|^)\s{{0,9}}(?P<heading>{_WORD}\s[IVXLC\dA-Z]{{1,7}}\b[^a-z\n]{{0,300}})$"
)
_WIKI = re.compile(r"\s{0,9}(?:__TOC__\s{0,9})?(?P<heading>={1,4}[^=\n]{1,200}={1,4})\s{0,9}$")
_CHINESE = re.compile(
    r"(?:(?<=[。；：:）)])|(?<=\n))\s{0,9}"
    r"(?P<heading>第[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾百]{1,4}(?:部分|部份|部|編|章|節)[^。；，\n]{0,60})$"
)
_HEADINGS = {"en": (_ENGLISH, _WIKI), "zh-Hant": (_CHINESE,)}
_CLOSINGS = {
    "en": re.compile(
        r"(?:(?<=[.;])|(?<=\n))\s{0,9}(?=(?:IN|In) (?:WITNESS|FAITH|witness|Witness|faith|Faith) (?:WHEREOF|whereof)|DONE ?(?:at|in) )"
    ),
    "zh-Hant": re.compile(
        r"(?:(?<=。)|(?<=\n))\s{0,9}(?=[為爲]此，|下列(?:簽署|全權|署名|簽字|代表)|茲由下列)"
    ),
}


_LOOKED_AT = 600


@dataclass(frozen=True, slots=True)
class Tail:
    """A text without what it runs on into, the closing words after it, and headings after all."""

    text: str
    closing: str
    headings: tuple[str, ...]


def split_tail(text: str, language: str, *, last: bool) -> Tail:
    """Take apart the text of an article; only the ``last`` one has closing words."""
    headings: list[str] = []
    while found := _heading(text, language):
        headings.insert(0, " ".join(found["heading"].strip("=").split()))
        text = text[: found.start()].rstrip()
    if not last:
        return Tail(text, "", tuple(headings))
    end = _CLOSINGS[language].search(text)
    cut = end.end() if end else len(text)
    return Tail(text[:cut].rstrip(), text[cut:], tuple(headings))


def _heading(text: str, language: str) -> re.Match[str] | None:
    """The heading with which a text ends; None where the text is nothing else."""
    start = max(0, len(text) - _LOOKED_AT)
    found = (one.search(text, start) for one in _HEADINGS[language])
    return next((one for one in found if one and one.start()), None)
