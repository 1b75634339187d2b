"""Names of persons, told by what stands beside them: a title, capitals, a word for a name.

No list of names is complete and no program knows a person, so this errs on the side of showing.
"""

import re
from collections.abc import Iterator

from manumit.contributions.personal.asian import asian_names_in
from manumit.contributions.personal.types import Detail

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+"
_CAPITALS = r"[A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]{2,})?"
_PLAIN = rf"(?:{_CAPITALS}|{_WORD})"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Khun|Encik|Puan|Bapak|Ibu)\b\.?\s+"
    rf"({_PLAIN}(?:[ -]{_PLAIN}){{0,3}})"
)
# A family name in capitals before given names: CHAN Tai-man, NGUYEN Van A.
_FAMILY_FIRST = re.compile(rf"(?<![A-Za-z])({_CAPITALS}(?:\s+{_WORD}){{1,3}})(?![A-Za-z])")
_TOLD = re.compile(
    rf"\b(?:named?|called|real name|known as|alias|a\.?k\.?a\.?|whose name is|name is)"
    rf"\s*:?\s+[\"“‘']?({_PLAIN}(?:[ -]{_PLAIN}){{1,3}})"
)
_CHINESE = re.compile(r"([\u4e00-\u9fff]{2,4})(?:先生|女士|小姐|太太)")
_CHINESE_TOLD = re.compile(r"(?:姓名|名叫|真名)[::\s]{0,3}([\u4e00-\u9fff]{2,4})")
# Words in capitals that begin no name.
_NO_FAMILY = frozenset(
    {
        "THE", "AND", "IN", "OF", "ON", "BETWEEN", "COURT", "HIGH", "DISTRICT", "SPECIAL", "REGION",
        "CASE", "NO", "ARTICLE", "SECTION", "JUDGMENT", "HKSAR", "UN", "EU", "UK", "USA", "US",
        "ILO", "IOM", "NGO", "NGOS", "UNHCR", "UNODC", "ASEAN", "ECHR", "LORD", "LADY", "SIR",
        "ACT", "CAP", "PART", "RULE", "ORDER", "NOTE", "DATE", "PDF", "HK", "ID", "HKID",
    }
)  # fmt: skip
_PATTERNS = (_TITLED, _TOLD, _CHINESE, _CHINESE_TOLD)


def names_in(text: str) -> Iterator[Detail]:
    """What looks like the name of a person, in any order; one place may come twice."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield Detail("name", found.start(1), found.end(1), found[1])
    yield from asian_names_in(text)
    for found in _FAMILY_FIRST.finditer(text):
        if found[1].split()[0] not in _NO_FAMILY:
            yield Detail("name", found.start(1), found.end(1), found[1])
