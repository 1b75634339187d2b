"""The heading of a separate opinion, told from its first words."""

import re

_END = re.compile(r"[(](?:Translation|Traduction)[)]|(?<!\S)(?:1|I|A)\s?\.[\t\xa0]")
_JUDGE = re.compile(r"\b(?:JUDGES?|JUGES?)\s")
_SENTENCE_END = re.compile(r"[a-zà-ÿ]{3}[.;:] ")
_LONGEST = 420
_GIVEN_BACK = frozenset({"I", "A", "À", "O"})


def split_heading(text: str) -> tuple[str, str]:
    """The opinion's heading as printed, and its text."""
    capitals = _end_of_capitals(text)
    if _JUDGE.search(text, 0, capitals):
        return text[:capitals].strip(), text[capitals:].strip()
    end = _END.search(text, 0, _LONGEST)
    if end and not _SENTENCE_END.search(text, 0, end.start()):
        return text[: end.start()].strip(), text[end.start() :].strip()
    return text[:capitals].strip(), text[capitals:].strip()


def _end_of_capitals(text: str) -> int:
    words = list(re.finditer(r"\S+", text[:_LONGEST]))
    count = next((at for at, word in enumerate(words) if _has_small(word[0])), len(words))
    while count and words[count - 1][0] in _GIVEN_BACK:
        count -= 1
    return words[count - 1].end() if count else 0


def _has_small(word: str) -> bool:
    return any(character.islower() for character in word)
