"""What can be wrong with a question about a position."""


class TreatiesError(Exception):
    """Base of this room's errors; the message is one line for a reader."""


class NoSuchInstrument(TreatiesError):
    """No published instrument has the key."""


class NoSuchTerritory(TreatiesError):
    """The code is no state's, body's or territory's."""
