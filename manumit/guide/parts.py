"""Walking through what a guide is made of."""

from collections.abc import Iterator

from pydantic import BaseModel

# The fields whose words people read; all others are codes, terms and authorities.
_FOR_PEOPLE = ("title", "lead", "ask", "help", "signs", "says", "name", "gist", "test")


def parts(value: object, field: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every part of a guide with its dotted field, the whole first, which has none."""
    if isinstance(value, BaseModel):
        yield field, value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name), f"{field}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from parts(inner, f"{field}.{place}")


def texts(content: BaseModel) -> dict[str, None]:
    """Every text of a guide that people read, once each, in its order."""
    found = dict[str, None]()
    for _, part in parts(content):
        for name in _FOR_PEOPLE:
            value = getattr(part, name, ())
            found |= dict.fromkeys([value] if isinstance(value, str) else value)
    found.pop("", None)
    return found
