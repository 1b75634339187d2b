"""``manumit bench citations``: how right and how fast the recogniser is, beside its peers."""

import time
from pathlib import Path
from typing import Any

import click

from manumit.citations import Register, recognise
from manumit.cli.bench import peers
from manumit.cli.bench.marked import Paragraph, read_folder
from manumit.cli.bench.register import collection_register
from manumit.cli.bench.scoring import Report, hold_against
from manumit.cli.ground import starter_collection

KINDS = ("judgment", "legislation", "instrument", "publication")
_SPEED = 1_000_000  # characters read for the measure of speed
_HOSTILE = ("(", "[2019] ", "section 5(", "1, ", "no. 1/0", "A v ", "the Act ", "第", "Article 1 and ", " ", "ibid. ",
            "Cap. ", "a b c ", "《", "มาตรา 1 และ")  # fmt: skip


def run(over: Path | None) -> dict[str, Any]:
    """Measure, and give the figures by their names; speed also over the text files of a folder."""
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
        "mb_per_s_marked": _mb_per_s(_dense(samples), register),
        **({"mb_per_s_over_folder": _over(over, register)} if over else {}),
        "seconds_for_1_mb_hostile": _worst(register),
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


def _dense(samples: list[Paragraph]) -> list[str]:
    """The marked paragraphs over and over: a citation in every line, denser than any judgment."""
    text = "\n\n".join(sample.text for sample in samples)
    return [text * max(1, _SPEED // len(text))]


def _over(folder: Path, register: Register) -> float:
    files = sorted(each for each in folder.rglob("*") if each.suffix in (".txt", ".md"))
    if not files:
        raise click.ClickException(f"{folder} has no .txt or .md file to read")
    return _mb_per_s([each.read_text("utf-8", errors="replace") for each in files], register)


def _mb_per_s(texts: list[str], register: Register) -> float:
    """Megabytes of UTF-8 a second of one core, the best of three."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    return round(size / min(_seconds(texts, register) for _ in range(3)), 2)


def _seconds(texts: list[str], register: Register) -> float:
    begun = time.process_time()
    for text in texts:
        recognise(text, register)
    return time.process_time() - begun


def _worst(register: Register) -> float:
    """The longest that one megabyte of any hostile text took."""
    texts = [piece * (1_000_000 // len(piece)) for piece in _HOSTILE]
    return round(max(_seconds([text], register) for text in texts), 2)


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
