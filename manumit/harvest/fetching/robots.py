"""What each site asks of programs in its robots.txt."""

from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from protego import Protego

from manumit.harvest.errors import FetchFailed, ForbiddenAddress, NotAllowed

_MOST = 512 * 1024  # bytes of a robots.txt that are read


@dataclass(slots=True)
class Robots:
    """Reads each site's robots.txt once; ``read`` gives its status and bytes."""

    agent: str
    read: Callable[[str, int], tuple[int, bytes]]
    _rules: dict[str, Protego] = field(default_factory=dict)

    def pause_for(self, url: httpx.URL) -> float:
        """The seconds the site wants between two requests; 0 where it does not say.

        Raises NotAllowed where programs are asked to stay away.
        """
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._read_rules(site)
        rules = self._rules[site]
        if not rules.can_fetch(str(url), self.agent):
            raise NotAllowed(f"robots.txt of {url.host} asks programs not to fetch {url}")
        return float(rules.crawl_delay(self.agent) or 0.0)

    def _read_rules(self, site: str) -> Protego:
        """The rules; none where there is no file, and everything is closed where none can be had."""
        try:
            status, data = self.read(f"{site}/robots.txt", _MOST)
        except ForbiddenAddress:
            raise
        except FetchFailed as error:
            raise FetchFailed(f"{site}/robots.txt could not be read: {error}") from error
        if status >= 500:
            raise FetchFailed(f"{site}/robots.txt answers {status}: the site is left alone for now")
        return Protego.parse(data.decode("utf-8", "replace") if status == 200 else "")
