"""The language of a text whose file does not say it, from its script and its commonest words."""

import re
from collections import Counter

_SCRIPTS = {
    "th": re.compile("[\u0e00-\u0e7f]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_TRADITIONAL = frozenset(
    "條與國為會這個學對說發經過來時們實現當開關應無後從進種問題權體處門長東車書見"
)
_SIMPLIFIED = frozenset(
    "条与国为会这个学对说发经过来时们实现当开关应无后从进种问题权体处门长东车书见"
)
_WORDS = {
    "en": "the of and to in that is for by with as be not was shall which or his this any on",
    "ms": "yang dan di untuk dengan tidak ini bagi oleh hendaklah mana suatu atau pada adalah "
    "kerana seksyen orang boleh kepada daripada dalam",
    "id": "yang dan di untuk dengan tidak ini oleh atau pada adalah karena pasal orang dapat kepada "
    "dari dalam sebagaimana dimaksud ayat",
    "vi": "của và các là trong không được cho người với những có theo về đã tại hoặc này",
    "fil": "ang ng mga sa na at ay hindi para kung nito ito may o ni kay",
    "fr": "le la les de des du et en un une que qui dans pour par est au aux sur pas",
    "es": "el la los las de del y en un una que por para con se su al es no o",
    "pt": "o a os as de do da dos das e em um uma que por para com se no na não ou ao",
    "nl": "de het een en van in dat is op te voor met zijn niet die aan door als",
    "de": "der die das und in zu den von mit ist des auf für nicht ein eine dem im",
}
_COMMON = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 40_000
_MOSTLY = 0.3
_FEWEST = 5


def language_of(text: str) -> str:
    """BCP 47 (``en``, ``ms``, ``zh-Hant``), or empty where the text is too short to tell."""
    text = text[:_LOOKED_AT].lower()
    letters = sum(one.isalpha() for one in text)
    for name, script in _SCRIPTS.items():
        if letters and len(script.findall(text)) > _MOSTLY * letters:
            return _chinese(text) if name == "zh" else name
    words = Counter(_WORD.findall(text))
    counts = {name: sum(words[one] for one in common) for name, common in _COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= _FEWEST else ""


def _chinese(text: str) -> str:
    traditional = sum(one in _TRADITIONAL for one in text)
    simplified = sum(one in _SIMPLIFIED for one in text)
    return "zh-Hans" if simplified > traditional else "zh-Hant"
