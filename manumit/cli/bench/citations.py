"""``manumit bench citations``: how right and how fast the recogniser is, beside its peers."""

import time
from typing import Any

import click

from manumit.citations import recognise
from manumit.cli.bench import peers
from manumit.cli.bench.marked import Paragraph, read_folder
from manumit.cli.bench.register import collection_register
from manumit.cli.bench.scoring import Report, hold_against
from manumit.cli.ground import starter_collection

KINDS = ("judgment", "legislation", "instrument", "publication")
_SPEED = 2_000_000  # characters read for the measure of speed


def run() -> dict[str, Any]:
    """Measure, and give the figures by their names."""
    folder = starter_collection().parent / "tests" / "samples" / "citations"
    samples = read_folder(folder)
    if not samples:
        raise click.ClickException(f"no marked citations at {folder}: run this in a checkout")
    register = collection_register(starter_collection())
    found = [recognise(sample.text, register) for sample in samples]
    report = hold_against(samples, found)
    return {
        "marked": sum(len(sample.marks) for sample in samples),
        "scores": _scores(report),
        "speed_mb_per_s": _speed(samples, register),
        "peers": _peers(samples, found),
        "misses": report.misses,
    }


def _scores(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "measure": measure,
            "kind": kind,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
            "marked": score.there,
        }
        for measure in ("spans", "targets", "pinpoints")
        for kind in KINDS
        if (score := report.scores[measure, kind]).there or score.found
    ]


def _speed(samples: list[Paragraph], register: Any) -> float:
    text = "\n\n".join(sample.text for sample in samples)
    text *= max(1, _SPEED // len(text))
    begun = time.perf_counter()
    recognise(text, register)
    return round(len(text.encode()) / 1e6 / (time.perf_counter() - begun), 2)


def _peers(samples: list[Paragraph], found: Any) -> list[dict[str, Any]]:
    ours = [[(each.start, each.end) for each in citations] for citations in found]
    rows = [_row("manumit", peers.score(samples, ours))]
    for peer in peers.PEERS:
        spans = peers.spans_of(peer)
        if spans is None:
            rows.append({"name": peer, "note": "not installed: the extra bench brings it"})
        else:
            rows.append(_row(peer, peers.score(samples, [spans(each.text) for each in samples])))
    return rows


def _row(name: str, score: Any) -> dict[str, Any]:
    return {
        "name": name,
        "found": score.found,
        "marked_touched": score.right,
        "recall": round(score.recall, 4),
    }
