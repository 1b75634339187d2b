"""Why something did not open. No message holds what was typed, opened or sealed."""


class SealingError(Exception):
    """Something was refused."""


class SealBroken(SealingError):
    """Bytes that are not what was sealed for this place: altered, swapped, cut off or another's."""


class KeyGone(SealingError):
    """The key that these bytes name is not held: a destroyed epoch, another pepper."""


class WrongSecret(SealingError):
    """A password, code or receipt that does not prove what it should, or nobody is there to prove it."""


class Busy(SealingError):
    """Too many secrets are being tried at this moment; nothing was computed."""


class Unreadable(SealingError):
    """What was typed is no receipt and no code."""

    def __init__(self, word: int | None = None) -> None:
        """``word`` is the place, from one, of the first word that is not on the list, if words were typed."""
        super().__init__("it cannot be read" if word is None else f"word {word} is not on the list")
        self.word = word


class NotCertified(SealingError):
    """A public key that the desk key has not signed for this person, role and day."""


class Excluded(SealingError):
    """A person who must not read this case, by a conflict or by the asker's wish."""


class TooFewReaders(SealingError):
    """A case that fewer than two people could open: losing one key would lose the case."""


class Expired(SealingError):
    """An approval whose time is over."""
