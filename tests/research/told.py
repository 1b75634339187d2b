"""What a situation is read to be about."""

from manumit.research.reading.matters import matters_in


def codes(text: str) -> set[str]:
    """The matters it tells of, by their codes."""
    return {each.code for each in matters_in(text)}
