"""What can be wrong with a change to accounts."""


class AccountsError(Exception):
    """The change was not made; the message says why, for people."""
