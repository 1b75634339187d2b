"""Not too fast, and slower when asked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_SLOWEST = 60.0  # seconds; a robots.txt that asks for more is not taken at its word


@dataclass(slots=True)
class Pace:
    """Keeps ``pause`` seconds between two requests to one host."""

    pause: float = 1.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)

    def wait_for(self, host: str, asked: float = 0.0) -> None:
        """Wait until the host may be asked again; ``asked`` is the pause that it asks for."""
        pause = max(self.pause, min(asked, _SLOWEST))
        last = self._last.get(host)
        if last is not None and (left := last + pause - self.clock()) > 0:
            self.sleep(left)
        self._last[host] = self.clock()


def retry_after(header: str, now: datetime) -> float | None:
    """The seconds a server asks us to wait (``120`` or a date); None when it does not say."""
    header = header.strip()
    if header.isdigit():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max((until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds(), 0.0)
