"""Whether somebody has written afresh: runs of words that stand in two texts."""

from collections.abc import Iterator

from manumit.desk.register import fold, is_dense

_WORD, _CHARACTER = 2, 1  # a word says about as much as two characters of a script without blanks

COPIED = 6 * _WORD
NAMED = 2 * _WORD


def shared_runs(text: str, others: str, *, least: int) -> list[str]:
    """What stands in both, folded: runs of words that weigh so much, each as long as it is in both."""
    known = {run for run, _ in _runs(_pieces(others), least)}
    pieces = _pieces(text)
    found: list[tuple[int, int]] = []
    for run, start in _runs(pieces, least):
        if run not in known:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], start + len(run))
        else:
            found.append((start, start + len(run)))
    return [_joined(pieces[start:end]) for start, end in found]


def _pieces(text: str) -> list[str]:
    return [piece for word in fold(text).split() for piece in (word if is_dense(word) else [word])]


def _runs(pieces: list[str], least: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """From each place, the shortest run that weighs enough."""
    for start in range(len(pieces)):
        weight = 0
        for end in range(start, len(pieces)):
            weight += _CHARACTER if is_dense(pieces[end]) else _WORD
            if weight >= least:
                yield tuple(pieces[start : end + 1]), start
                break


def _joined(pieces: list[str]) -> str:
    """With blanks between words and none between characters."""
    text = ""
    for piece in pieces:
        text += piece if not text or (is_dense(piece) and is_dense(text[-1])) else f" {piece}"
    return text
