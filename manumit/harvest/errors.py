"""What harvesting refuses, each in one clear line."""


class HarvestError(Exception):
    """Base of all refusals; the message is for people."""


class BadSource(HarvestError):
    """A source that is written wrongly: its kind, its settings or its address."""


class SourceNotFound(HarvestError):
    """No source has that name."""


class SourceBusy(HarvestError):
    """Another process is harvesting the source at this moment."""


class NothingWaits(HarvestError):
    """What an editor wants to take in does not wait, or does not wait any more."""


class FetchFailed(HarvestError):
    """An address did not give what was asked for."""


class ForbiddenAddress(FetchFailed):
    """An address that is not on the public internet, or not http."""


class NotAllowed(FetchFailed):
    """The site's robots.txt asks programs to stay away from the address."""


class TooLarge(FetchFailed):
    """More came than anybody should send."""


class NotThere(FetchFailed):
    """The site says that nothing is at the address (any more)."""


class Unreadable(HarvestError):
    """What came is not what this kind of source gives."""
