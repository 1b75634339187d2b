"""What can go wrong in research; every message says what to do."""


class ResearchError(Exception):
    """Any failure of this room."""


class UnknownJurisdiction(ResearchError):
    """The code names no jurisdiction here."""


class NothingTold(ResearchError):
    """There is no text to go by."""
