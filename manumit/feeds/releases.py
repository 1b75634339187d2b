"""The Centre's own publications, as they appear."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from manumit.base.prose import to_html
from manumit.library import selectors as library

_MOST = 50


class ReleasesFeed(Feed):  # type: ignore[type-arg]  # Django's stubs want an object of the feed
    """The releases, the newest first."""

    feed_type = Atom1Feed
    title = _("Manumit: releases of the Centre")
    link = "/releases"
    subtitle = _("What the Centre itself has published")

    def items(self) -> list[Any]:
        """Those that readers have."""
        return list(library.all_releases()[:_MOST])

    def item_title(self, item: Any) -> str:
        """Its title."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Its summary."""
        return to_html(item.body)

    def item_link(self, item: Any) -> str:
        """Its page."""
        return f"/{item.key}"

    def item_pubdate(self, item: Any) -> datetime | None:
        """When readers first had it here."""
        return item.first_published_at  # type: ignore[no-any-return]  # a Work of an untyped query

    def item_updateddate(self, item: Any) -> datetime | None:
        """When it last changed."""
        return item.last_published_at  # type: ignore[no-any-return]  # a Work of an untyped query
