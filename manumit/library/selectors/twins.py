"""By what a publication is known again when somebody else tells of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from manumit.library.models import Publication


@dataclass(frozen=True, slots=True)
class PublicationMarks:
    """What tells one publication from another; ``dated`` is a day, a month, a year or empty."""

    key: str
    titles: tuple[str, ...]
    link: str
    doi: str
    dated: str
    publisher: str


def publication_marks() -> Iterator[PublicationMarks]:
    """Those of every publication, drafts and withdrawn ones included."""
    rows = Publication.objects.order_by("key").values_list(
        "key", "title", "titles", "official_url", "identifiers", "published_on", "publisher"
    )
    for key, title, titles, link, identifiers, dated, publisher in rows.iterator(chunk_size=1000):
        doi = str(identifiers.get("doi", "")).lower()
        names = (title, *titles.values())
        yield PublicationMarks(key, names, link, doi, dated, publisher)
