"""Which numbers are missing between the first provision and the last."""

import re
from collections.abc import Iterable
from itertools import pairwise

_SHOWN = 12


def gaps(sections: Iterable[str]) -> str:
    """``3-58, 60-67, 69`` for a law that has sections 2, 59, 68 and 70; empty where none is missing.

    Only the first run of numbers counts: what is numbered anew is another law's.
    """
    held = _first_run(sections)
    missing = [(before + 1, after - 1) for before, after in pairwise(held) if after > before + 1]
    shown = [f"{first}-{last}" if last > first else str(first) for first, last in missing[:_SHOWN]]
    more = [f"and {len(missing) - _SHOWN} more runs"] if len(missing) > _SHOWN else []
    return ", ".join(shown + more)


def _first_run(sections: Iterable[str]) -> list[int]:
    run: list[int] = [0]
    for section in sections:
        found = re.match(r"(\d+)(?:-(\d+))?", section)
        if not found:
            continue
        if int(found[1]) < run[-1]:
            break
        run += [int(found[1])]
        if found[2]:
            run += range(int(found[1]) + 1, int(found[2]) + 1)
    return run
