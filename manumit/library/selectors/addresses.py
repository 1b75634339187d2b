"""Works by where on the web they stand."""

from urllib.parse import urlsplit

from django.db.models import Q

from manumit.library.models import Work


def works_at(address: str) -> list[str]:
    """The keys of the works whose official text, or a text of theirs, stands at the address.

    The scheme, ``www.`` and a closing slash do not matter.
    """
    spelt = list(_spellings(address))
    rows = Work.objects.filter(Q(official_url__in=spelt) | Q(texts__official_url__in=spelt))
    return list(rows.order_by("key").values_list("key", flat=True).distinct())


def _spellings(address: str) -> set[str]:
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    rest = parts._replace(scheme="", netloc="", fragment="").geturl().rstrip("/")
    return {
        f"{scheme}://{www}{host}{rest}{slash}"
        for scheme in ("http", "https")
        for www in ("", "www.")
        for slash in ("", "/")
    }
