"""What can be wrong with a collection file, said in one clear line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    ``line`` counts from 1; ``field`` is a dotted path into the front matter (empty for the
    file as a whole); ``reason`` says what is wrong and, where it can, what to do.
    """

    file: Path
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field}: {self.reason}" if self.field else f"{where}: {self.reason}"


class BadRecord(Exception):
    """A file that cannot become a record; ``problems`` holds every fault found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
