"""Two styles for people: OSCOLA, and what is usual in Hong Kong. One grammar, a few differences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a style differs from others.

    ``home`` is the system whose courts and statutes are named without their place.
    ``paragraph`` pins a judgment of a national court, ``strasbourg`` one of the European Court of
    Human Rights; ``provision`` stands before the section of a statute. ``bracketed`` says whether
    the number of a case stands between brackets with its day. ``chinese`` says whether law with a
    Chinese title is cited in Chinese.
    """

    home: str
    paragraph: str
    strasbourg: str
    provision: str
    bracketed: bool
    chinese: bool


OSCOLA = Style(
    home="gb",
    paragraph=" [{}]",
    strasbourg=", para {}",
    provision=", ",
    bracketed=False,
    chinese=False,
)
HONG_KONG = Style(
    home="hk",
    paragraph=" at [{}]",
    strasbourg=", § {}",
    provision=" ",
    bracketed=True,
    chinese=True,
)
