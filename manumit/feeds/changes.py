"""What changed on this site: the latest public changes, newest first."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.directory import selectors as directory
from manumit.journal import selectors as journal
from manumit.journal.types import READERS_HEAR_OF, Told
from manumit.library import selectors as library
from manumit.pages import selectors as pages

_MOST = 50
_WORDS = {
    "added": _("Added"),
    "changed": _("Changed"),
    "withdrawn": _("Withdrawn"),
    "text": _("Text imported"),
}


class ChangesFeed(Feed):  # type: ignore[type-arg]  # Django's stubs want an object of the feed
    """Records added, changed and withdrawn, as the journal has them."""

    feed_type = Atom1Feed
    title = _("Manumit: what changed here")
    link = "/changes"
    subtitle = _("Records that were added, changed or withdrawn")

    def items(self) -> list[tuple[Told, str]]:
        """The latest changes, each with the title of what changed while readers have it."""
        known = [library.keys_readers_knew(), directory.published_keys(), pages.published_keys()]
        told = journal.told(journal.entries(actions=READERS_HEAR_OF, among=known)[:_MOST])
        keys = {one.subject for one in told}
        titles = library.titles_of(keys) | directory.titles_of(keys) | pages.titles_of(keys)
        return [(one, titles.get(one.subject, one.subject)) for one in told]

    def item_title(self, item: Any) -> str:
        """What became of what."""
        told, title = item
        return f"{_WORDS[told.what]}: {title}"

    def item_description(self, item: Any) -> str:
        """The reason, else the fields that changed."""
        told, _title = item
        names = ", ".join(name.replace("_", " ") for name in told.fields)
        return told.why or (gettext("Changed: %(names)s") % {"names": names} if names else "")

    def item_link(self, item: Any) -> str:
        """The record itself."""
        return f"/{item[0].subject}"

    def item_guid(self, item: Any) -> str:
        """The entry's number in the journal, which it keeps for ever."""
        return f"tag:manumit:journal:{item[0].number}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """When it happened."""
        return item[0].at  # type: ignore[no-any-return]  # a Told in a pair that Django hands back

    item_updateddate = item_pubdate
