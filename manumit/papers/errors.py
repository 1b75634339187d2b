"""What can go wrong in setting a page."""


class NoFont(Exception):
    """No font on this machine has the letters of a script; the message says which to install."""
