"""What goes wrong with changes to the vocabularies."""


class VocabError(Exception):
    """The base of them."""


class BadChange(VocabError):
    """A change that cannot be: ``field`` is where it is wrong."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field = field


class NotDecided(VocabError):
    """A decision that this person cannot take, or not any more."""
