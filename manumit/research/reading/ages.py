"""Ages told in a text: whoever is under eighteen is a child, whatever the text calls her."""

import re
from collections.abc import Iterator

# Below eighteen, as the Convention on the Rights of the Child has it in article 1.
_FIGURES = r"(?<!\d)(?:1[0-7]|[1-9])(?!\d)"
_NUMERALS = "十七|十六|十五|十四|十三|十二|十一|十|九|八|七|六|五|四|三|兩|两|二|一"
_PEOPLE = (
    "girls?|boys?|daughters?|sons?|sisters?|brothers?|child(?:ren)?|pupils?|students?|teenagers?"
)
_OF_TENS = "十百廿卅卌兩两二三四五六七八九"  # before a numeral: it is the end of a greater number
_OF_INDONESIA = "anak|gadis|adik|putri|putra|remaja|siswi|siswa|perempuan|laki-laki"
_FIGURES_OF_KHMER = r"(?<![០-៩])(?:១[០-៧]|[១-៩])(?![០-៩])"
_TOLD = re.compile(
    rf"\b(?:aged?|(?:{_PEOPLE})(?:,?\s+(?:aged|of))?)\s+{_FIGURES}"
    rf"|{_FIGURES}[\s-]years?[\s-]old\b"
    rf"|{_FIGURES}\s+tuổi"
    rf"|อายุ\s*{_FIGURES}"
    rf"|\b(?:ber)?(?:umur|usia)(?:nya)?\s+(?:baru\s+|masih\s+)?{_FIGURES}"
    rf"|\b(?:{_OF_INDONESIA})\s+{_FIGURES}\s+tahun\b"
    rf"|អាយុ[\s\u200b]*(?:{_FIGURES}|{_FIGURES_OF_KHMER})"
    rf"|(?:{_FIGURES}\s*|(?<![{_OF_TENS}])(?:{_NUMERALS}|十[幾几零來来]|十[三四五六][四五六七]))[歲岁]",
    re.IGNORECASE,
)


def ages_of_children(text: str) -> Iterator[str]:
    """The words for every age below eighteen, in the order of the text."""
    return (told.group() for told in _TOLD.finditer(text))
