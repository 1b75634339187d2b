"""Finding works on the shelves. Readers are only ever given what is published."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Count, Q

from manumit.base.reader import Name, named
from manumit.library.errors import AmbiguousTitle, WorkNotFound
from manumit.library.models import Instrument, Judgment, Kind, Legislation, Publication, Work
from manumit.reference import kind_of

_MODELS: dict[str, Any] = {
    model.KIND: model for model in (Instrument, Judgment, Legislation, Publication)
}


def published_work(key: str) -> Any:
    """The published work with this key, as its own kind. Raises WorkNotFound."""
    # A key says of which kind it is: the kind's own row has all of the work, in one question.
    model = _MODELS.get(kind_of(key) or "")
    beside = ("system", "forum") if model is Judgment else ("system",)
    work = model and model.objects.published().filter(key=key).select_related(*beside).first()
    if work is None:
        raise WorkNotFound(f"nothing published has the key {key}")
    return work


def any_work(key: str) -> Any:
    """The work with this key, published or not. Raises WorkNotFound."""
    work = Work.objects.filter(key=key).first()
    if work is None:
        raise WorkNotFound(f"nothing on the shelves has the key {key}")
    return work.as_kind()


def works_with_keys(keys: Iterable[str]) -> dict[str, Any]:
    """The published works with these keys, as their own kinds, by key."""
    works = Work.objects.published().filter(key__in=list(keys))
    rows = works.select_related("system", "judgment__forum", *Kind.values)
    return {row.key: row.as_kind() for row in rows}


def is_held(key: str) -> bool:
    """Whether any work, published or not, has this key."""
    return bool(Work.objects.filter(key=key).exists())


def is_withdrawn(key: str) -> bool:
    """Whether readers could once read this work."""
    return bool(Work.objects.filter(key=key).exclude(withdrawn_at=None).exists())


def published_keys() -> Iterable[str]:
    """The key of everything published."""
    keys: Iterable[str] = (
        Work.objects.published().order_by("key").values_list("key", flat=True).iterator()
    )
    return keys


def keys_readers_knew() -> Any:
    """The keys, to be asked for below another question, of what readers can or could once read."""
    knew = Q(live=True) | Q(withdrawn_at__isnull=False)
    return Work.objects.filter(knew).order_by().values("key")


def titles_of(keys: Iterable[str]) -> dict[str, Name]:
    """The titles of the published works with these keys, by key."""
    rows = Work.objects.published().filter(key__in=list(keys))
    told = rows.values_list("key", "title", "language")
    return {key: named(title, language) for key, title, language in told}


def count_works() -> int:
    """How many works there are, published or not."""
    return int(Work.objects.count())


def key_for_title(title: str, kind: str) -> str:
    """The key of the one work of a kind that bears this title in any language.

    Letter case, full stops and spacing do not matter. Raises WorkNotFound or AmbiguousTitle.
    """
    wanted = _bare(title)
    rows = Work.objects.filter(kind=kind).values_list("key", "title", "titles", "short_titles")
    found = [key for key, *names in rows if wanted in map(_bare, _all_titles(*names))]
    if not found:
        raise WorkNotFound(
            f"no {kind} on the shelves is called {title!r}: load its record first, or say whose "
            "text this is with --work KEY"
        )
    if len(found) > 1:
        raise AmbiguousTitle(
            f"{title!r} is the title of {' and of '.join(found)}: say which with --work KEY"
        )
    return str(found[0])


def judgments() -> Any:
    """Published judgments, newest first."""
    return _newest(Judgment.objects.published().select_related("forum", "system"))


def instruments() -> Any:
    """Published instruments, by system and date."""
    return _oldest(Instrument.objects.published().select_related("system"))


def legislation(system: str | None = None) -> Any:
    """Published legislation, of one jurisdiction or of all, by number."""
    rows = Legislation.objects.published().select_related("system")
    return rows.filter(system=system).order_by("title") if system else rows.order_by("title")


def publications() -> Any:
    """Published publications, newest first."""
    return _newest(Publication.objects.published().select_related("system"))


def all_releases(*, series: str = "") -> Any:
    """The Centre's own publications, or those of one series, newest first."""
    rows = publications().filter(release=True).select_related("cover")
    return rows.filter(series=series) if series else rows


def series_of_releases() -> dict[str, int]:
    """The series of the Centre's own publications by name, each with how many are published."""
    named = all_releases().exclude(series="").order_by("series").values_list("series")
    return dict(named.annotate(count=Count("pk")))


def releases(limit: int) -> list[Publication]:
    """The Centre's own latest publications."""
    return list(all_releases()[:limit])


def with_topics(codes: Iterable[str]) -> Any:
    """Published works about any of these topics, or with a provision that is."""
    wanted = list(codes)
    about = Q(topics__code__in=wanted) | Q(passages__topics__code__in=wanted)
    return Work.objects.published().filter(about).distinct().select_related("system")


def of_system(code: str) -> Any:
    """Published works of a jurisdiction or body."""
    return Work.objects.published().filter(system=code).select_related("system")


def counts_by_kind() -> dict[str, int]:
    """How many published works there are of each kind."""
    counts = dict.fromkeys(Kind.values, 0)
    for kind in Work.objects.published().values_list("kind", flat=True):
        counts[kind] += 1
    return counts


def _newest(rows: Any) -> Any:
    return rows.order_by("-dated", "key")


def _oldest(rows: Any) -> Any:
    return rows.order_by("dated", "key")


def _all_titles(title: str, titles: dict[str, str], short: dict[str, list[str]]) -> Iterable[str]:
    return [title, *titles.values(), *(name for names in short.values() for name in names)]


@lru_cache(maxsize=100_000)  # every title is held against each text that names no work
def _bare(title: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())
