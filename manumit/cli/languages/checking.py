"""What is wrong with a catalogue."""

import re
from collections import Counter
from collections.abc import Iterator

from babel.messages.catalog import Message

from manumit.base.languages import Language
from manumit.cli.languages.catalogues import read

_PLACE = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")
_TAG = re.compile(r"</?[a-z][^>]*>")


def faults(language: Language) -> list[str]:
    """One line for each message that is missing where it must not be, doubtful or damaged."""
    return [
        f"{_brief(message)}: {fault}"
        for message in read(language)
        if message.id
        for fault in _faults(message, language)
    ]


def counts(language: Language) -> tuple[int, int]:
    """How many messages are translated, and how many there are."""
    told = [message for message in read(language) if message.id]
    return sum(1 for one in told if all(_strings(one))), len(told)


def _faults(message: Message, language: Language) -> Iterator[str]:
    strings = _strings(message)
    if not all(strings):
        if language.state == "complete":
            yield "is not translated"
        return
    if message.fuzzy:
        yield "is marked as doubtful"
    for string in strings:
        yield from _damage(message, string)


def _damage(message: Message, string: str) -> Iterator[str]:
    """What a program or a browser would read otherwise than in the source."""
    source = str(message.id if isinstance(message.id, str) else message.id[-1])
    if set(_PLACE.findall(string)) != set(_PLACE.findall(source)):
        yield "has not the same places for values"
    if Counter(_TAG.findall(string)) != Counter(_TAG.findall(source)):
        yield "has not the same markup"


def _strings(message: Message) -> tuple[str, ...]:
    held = message.string
    return (held,) if isinstance(held, str) else tuple(held or ("",))


def _brief(message: Message) -> str:
    words = message.id if isinstance(message.id, str) else message.id[0]
    return repr(words[:60])
