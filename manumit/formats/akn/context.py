"""What one reading of a document keeps count of."""

from manumit.formats.eids import EidMaker


class Context:
    """Shared by all blocks of a document: eids given out, notes numbered, pictures met."""

    def __init__(self) -> None:
        self.eids = EidMaker()
        self.pictures = 0
        self.undescribed = 0
        self.formulas = 0
        self._notes = 0

    def mark(self, printed: str | None) -> str:
        """A footnote's mark: the printed one; else its place among those that have none."""
        if printed:
            return printed
        self._notes += 1
        return str(self._notes)

    def picture(self, description: str) -> str:
        """The text that stands for a picture; empty where nobody described it."""
        self.pictures += 1
        if not description:
            self.undescribed += 1
        return description
