"""What cleaning gives back."""

from dataclasses import dataclass

MAX_BYTES = 15 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file written anew. ``removed`` names the kinds of things taken out, sorted."""

    kind: str
    data: bytes
    removed: tuple[str, ...] = ()
