"""What alerts refuse."""


class NoSuchLink(Exception):
    """A link of a mail that was changed, is too old, or has done its work."""


class TooMany(Exception):
    """More was asked for within an hour than this Centre sends."""
