"""Ratification watch: the latest acts of states under the instruments on the shelves."""

from datetime import UTC, datetime, time

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.treaties import selectors as treaties
from manumit.treaties.selectors import LatestAct

_MOST = 50


class RatificationFeed(Feed):  # type: ignore[type-arg]  # Django's stubs want an object of the feed
    """The acts with the latest days, newest first."""

    feed_type = Atom1Feed
    title = _("Manumit: ratification watch")
    link = "/status"
    subtitle = _("Ratifications, extensions, reservations and other acts of states, by their day")

    def items(self) -> list[LatestAct]:
        """Only acts whose day is known: an entry needs one."""
        return treaties.latest_acts(_MOST)

    def item_title(self, item: LatestAct) -> str:
        """Who did what, and under what."""
        whose: str = treaties.name_of(item.act.party)
        if item.act.territory:
            where = treaties.name_of(item.act.territory)
            whose = gettext("%(state)s for %(territory)s") % {"state": whose, "territory": where}
        return f"{whose}: {item.act.act.replace('-', ' ')}, {item.title}"

    def item_description(self, item: LatestAct) -> str:
        """What the record tells of it."""
        return item.act.gist

    def item_link(self, item: LatestAct) -> str:
        """Where the territory, or else the state, stands from that day on."""
        whose = item.act.territory or item.act.party
        return f"/status/{whose}/{item.instrument}?on={item.day.isoformat()}"

    def item_guid(self, item: LatestAct) -> str:
        """A name of the act that stays while its day, party and kind do."""
        act = item.act
        return f"tag:manumit:{item.instrument}:{act.party}:{act.territory}:{act.act}:{item.day}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: LatestAct) -> datetime:
        """The day of the act."""
        return datetime.combine(item.day, time(), UTC)

    item_updateddate = item_pubdate
