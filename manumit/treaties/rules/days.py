"""Days as far as they are known: a month is any of its days, and a notice works after its time."""

from dataclasses import dataclass
from datetime import date

from manumit.base.days import bounds
from manumit.records import Wait, after


@dataclass(frozen=True, slots=True)
class Between:
    """A day that is not before ``first`` and not after ``last``."""

    first: date
    last: date

    @property
    def sure(self) -> bool:
        """Whether it can be one day only."""
        return self.first == self.last

    @property
    def possible(self) -> tuple[date, ...]:
        """Its two ends, or the one day: what is decided alike for both is decided."""
        return (self.first,) if self.sure else (self.first, self.last)

    def moved(self, wait: Wait) -> "Between":
        """After that time."""
        return Between(after(self.first, wait), after(self.last, wait))

    def not_before(self, day: date) -> "Between":
        """Put off to that day where it would be earlier."""
        return Between(max(self.first, day), max(self.last, day))


def between(partial: str) -> Between:
    """The days that ``1997``, ``1997-06`` or ``1997-06-20`` can mean."""
    return Between(*bounds(partial))
