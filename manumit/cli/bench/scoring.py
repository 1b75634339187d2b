"""How right a recogniser is: citations found and citations marked, held against each other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from manumit.citations import Citation
from manumit.cli.bench.marked import Mark, Paragraph


@dataclass(slots=True)
class Score:
    """Counts of what was right, what was found and what was there to be found."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Report:
    """Scores by measure (spans, targets, pinpoints) and kind, and each miss in one line."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    misses: list[str] = field(default_factory=list)


def hold_against(samples: Iterable[Paragraph], found: Sequence[Sequence[Citation]]) -> Report:
    """What was found in each sample, held against its marks."""
    report = Report()
    for sample, citations in zip(samples, found, strict=True):
        _hold(sample, citations, report)
    return report


def _hold(sample: Paragraph, citations: Sequence[Citation], report: Report) -> None:
    at: dict[tuple[int, int, str], Mark] = {
        (each.start, each.end, each.kind): each for each in sample.marks
    }
    for each in sample.marks:
        report.scores["spans", each.kind].there += 1
        report.scores["targets", each.kind].there += 1
        report.scores["pinpoints", each.kind].there += len(each.pinpoints)
    for citation in citations:
        report.scores["spans", citation.kind].found += 1
        report.scores["targets", citation.kind].found += 1
        report.scores["pinpoints", citation.kind].found += len(citation.pinpoints)
        place = (citation.start, citation.end, str(citation.kind))
        mark = at.pop(place) if place in at else None
        beside = mark or _beside(citation, sample.marks)
        if beside is not None:
            same = set(citation.pinpoints) & set(beside.pinpoints)
            report.scores["pinpoints", citation.kind].right += len(same)
            if same != set(beside.pinpoints) | set(citation.pinpoints):
                report.misses.append(_line(sample, "pinpoints", citation, beside))
        if mark is None:
            report.misses.append(_line(sample, "not marked so", citation, beside))
            continue
        report.scores["spans", citation.kind].right += 1
        if is_target(citation, mark):
            report.scores["targets", citation.kind].right += 1
        else:
            report.misses.append(_line(sample, "target", citation, mark))
    report.misses += [
        f"{sample.file}:{sample.line}: missed {mark.text!r} {mark.targets}" for mark in at.values()
    ]


def _beside(citation: Citation, marks: Sequence[Mark]) -> Mark | None:
    over = [mark for mark in marks if mark.start < citation.end and citation.start < mark.end]
    return over[0] if over else None


def is_target(citation: Citation, mark: Mark) -> bool:
    """Whether the citation leads where the mark says it should."""
    [first, *others] = mark.targets
    if others:
        return set(citation.candidates) == set(mark.targets)
    if first == "?":
        return citation.key is None and not citation.candidates
    if first.startswith("="):
        return citation.key is None and _plain(citation.cite) == _plain(first[1:])
    if first.endswith("/*"):
        return citation.stem == first[:-2] or (citation.key or "").startswith(first[:-1])
    return citation.key == first


def _plain(cite: str) -> str:
    return "".join(cite.split()).replace(".", "").casefold()


def _line(sample: Paragraph, what: str, citation: Citation, mark: Mark | None) -> str:
    led = citation.key or citation.stem or citation.candidates or f"={citation.cite}"
    wanted = f"{mark.text!r} {mark.targets} {mark.pinpoints}" if mark else "nothing"
    return (
        f"{sample.file}:{sample.line}: {what}: {citation.text!r} {led} {citation.pinpoints} "
        f"({citation.kind}, {citation.how}); wanted {wanted}"
    )
