"""Writes docs/formats.md: what every format keeps, and what became of every real file.

The first part comes from the formats alone; the rest from the folder of real material beside the
repository. Write it anew with ``python -m tests.formats.page > docs/formats.md``.
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import get_args

from manumit import formats
from manumit.formats.strangers import what_it_is
from manumit.harvest.errors import HarvestError
from manumit.harvest.kinds.feed import NewsSettings, read_feed
from manumit.harvest.kinds.oai_pmh import OaiError, OaiSettings, read_page
from tests.formats.originals import ORIGINALS, without_wiki
from tests.formats.reading import squeezed, visible
from tests.paths import REPOSITORY, SHARED

PAGE = REPOSITORY / "docs" / "formats.md"
_KEPT = get_args(formats.Kept)
_BETWEEN = "<!-- real files -->"
# Folders of what is harvested and not imported, with the kind of source that reads it.
_HARVESTED = {"feeds": "feed", "oai-pmh": "oai-pmh"}
# Their units do not repeat the title that stands above the text.
_TITLED = {"treaty", "udhr"}
_NAMED = 6
_NONE = "—"


@dataclass
class Row:
    """What became of the files of one format in one folder; characters without white space."""

    files: int = 0
    imported: int = 0
    before: int = 0
    after: int = 0
    left_out: int = 0
    added: int = 0
    passages: int = 0
    notes: int = 0
    refused: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


Rows = dict[tuple[str, str], Row]
_COLUMNS = ["folder", "kind", "files", "imported", "refused"]
_COLUMNS += ["in the files", "read", "left out", "added", "passages", "notes"]


def page() -> str:
    """The whole page."""
    return f"{head()}\n{_BETWEEN}\n\n{of_real_files()}"


def written_head() -> str:
    """The part of the page as it stands that comes from the formats alone."""
    return PAGE.read_text(encoding="utf-8").partition(f"\n{_BETWEEN}")[0]


def head() -> str:
    """What is read, from the formats themselves."""
    rows = [
        [f"`{one.name}`", one.description, " ".join(f"`{each}`" for each in one.extensions)]
        + ["✓" if each in one.keeps else "" for each in _KEPT]
        for one in formats.formats()
    ]
    names = ["kind", "what it reads", "files", *_KEPT]
    return (
        "# Formats\n\n"
        "Written by a program (`python -m tests.formats.page > docs/formats.md`) and held true by "
        "`tests/formats/test_formats_page.py`: change the formats, not this page.\n\n"
        "`manumit import KIND FILE...` reads files of a kind; `manumit import any FILE...` takes "
        "each file for what it looks like. A file that cannot be read changes nothing and is one "
        "line: what, where, what to do. The rest goes on, and the command ends with 1. How to add "
        "a format: [how-to/add-a-format.md](how-to/add-a-format.md).\n\n"
        f"{_table(names, rows, 3, ':---:')}"
    )


def of_real_files() -> str:
    """What became of every real file, chosen as `manumit import any` and `harvest` choose."""
    rows = rows_of(folders())
    return (
        "## Real files\n\n"
        "Every file of the material that the tests use and that is not ours. *In the files* are "
        "the characters that a reader of the original sees, counted without our readers, white "
        "space apart; *read* is what a reader of ours sees. *Left out* and *added* is the "
        "difference, letter by letter: left out are running heads, page numbers, menus, "
        "the Dutch translation of treaties; added are the numbers that Word and browsers "
        "print and files do not hold, numbers that stand in fields of their own, marks of notes, "
        "words for pictures. What is left out is told in the notes of each text, which an editor "
        "sees. Acts are counted as passages where a file tells acts of states. Tesseract was not "
        "used.\n\n"
        f"{_table(_COLUMNS, table_rows(rows), 2, '---:')}\n"
        "## Refused, and why\n\n"
        "Vocabularies, codes, measurements and licences are no texts of law, and it is no fault "
        "that they are here: what they are is told like anything else's.\n\n"
        f"{_listed(refusals(rows))}"
    )


def folders() -> list[str]:
    """The folders of real material, ``.`` for what lies in none."""
    assert SHARED
    return [".", *sorted(one.name for one in (SHARED / "data").iterdir() if one.is_dir())]


def rows_of(tops: Iterable[str]) -> Rows:
    """What became of all files below these folders."""
    assert SHARED
    base = SHARED / "data"
    rows: Rows = defaultdict(Row)
    for top in tops:
        found = base.iterdir() if top == "." else (base / top).rglob("*")
        for path in sorted(one for one in found if one.is_file()):
            _take(rows, path, path.relative_to(base))
    return rows


def table_rows(rows: Rows) -> list[list[str]]:
    """The cells of the table, by folder and kind."""
    return [
        [folder, kind, *map(_figure, _figures(kind, row))]
        for (folder, kind), row in sorted(rows.items())
    ]


def refusals(rows: Rows) -> list[tuple[str, str]]:
    """Each reason with a folder and its files, sorted; those of no format last."""
    told = [
        (kind, reason, f"{folder} ({len(names)}): {_some(sorted(names))}")
        for (folder, kind), row in sorted(rows.items())
        for reason, names in row.refused.items()
    ]
    told.sort(key=lambda one: (one[0] == _NONE, one))
    return [
        (f"{'no format' if kind == _NONE else f'`{kind}`'}: {reason}", files)
        for kind, reason, files in told
    ]


def written(tops: Sequence[str]) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """The table's cells and the refusals of these folders, as the page has them."""
    cells, refused, reason = [], [], ""
    for line in PAGE.read_text(encoding="utf-8").partition(_BETWEEN)[2].splitlines():
        if line.startswith("| ") and _top(line[2:]) in tops:
            cells.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith("- "):
            reason = line[2:]
        elif line.startswith("  - ") and _top(line[4:]) in tops:
            refused.append((reason, line[4:]))
    return cells, refused


def _top(line: str) -> str:
    return line.split(" ", maxsplit=1)[0].split("/", maxsplit=1)[0]


def _listed(told: Iterable[tuple[str, str]]) -> str:
    lines = []
    for reason, places in groupby(told, key=itemgetter(0)):
        lines.append(f"- {reason}\n")
        lines += [f"  - {place}\n" for _, place in places]
    return "".join(lines)


def _take(rows: Rows, path: Path, inside: Path) -> None:
    data = path.read_bytes()
    folder = "/".join(inside.parts[:-1][:2]) or "."
    if inside.parts[0] in _HARVESTED and path.suffix in {".rss", ".xml", ".atom", ".rdf"}:
        kind = _HARVESTED[inside.parts[0]]
        _harvest(rows[folder, f"source {kind}"], kind, data, path.name)
        return
    form = formats.recognise(data)
    row = rows[folder, form.name if form else _NONE]
    row.files += 1
    if form is None:
        row.refused[what_it_is(data)].append(path.name)
        return
    try:
        documents = form.read(data, path.name)
    except formats.UnreadableDocument as refusal:
        row.refused[_reason(str(refusal), path.name)].append(path.name)
    else:
        row.imported += 1
        _count(row, form.name, path, documents)


def _harvest(row: Row, kind: str, data: bytes, name: str) -> None:
    row.files += 1
    try:
        if kind == "feed":
            row.passages += len(read_feed(data, "https://feeds.example/feed", NewsSettings()))
        else:
            row.passages += len(read_page(data, OaiSettings()).finds)
    except (HarvestError, OaiError) as refusal:
        row.refused[str(refusal)].append(name)
    else:
        row.imported += 1


def _reason(said: str, name: str) -> str:
    return said.removeprefix(name).removeprefix(": ").strip()


def _count(row: Row, name: str, path: Path, documents: list[formats.ParsedDocument]) -> None:
    before = ORIGINALS[name](path).casefold()
    after = "".join(_shown(name, one) for one in documents).casefold()
    row.before += len(before)
    row.after += len(after)
    if before != after:
        counted, found = Counter(before), Counter(after)
        row.left_out += (counted - found).total()
        row.added += (found - counted).total()
    row.passages += sum(len(one.units) or len(_acts(one)) for one in documents)
    row.notes += sum(len(one.notes) for one in documents)


def _shown(name: str, document: formats.ParsedDocument) -> str:
    acts = "".join(party + said for party, said in _acts(document))
    title = document.title + "".join(document.other_titles.values()) if name in _TITLED else ""
    text = squeezed(title) + visible(document) + squeezed(acts)
    return without_wiki(text) if name == "treaty" else text


def _acts(document: formats.ParsedDocument) -> list[tuple[str, str]]:
    """What states did: the name of each once, what was printed or said each time."""
    facts = document.facts
    if not isinstance(facts, formats.InstrumentFacts):
        return []
    seen: set[str] = set()
    told = []
    for act in facts.participation:
        party = "" if act.party in seen else act.party
        seen.add(act.party)
        told.append((party, act.printed + act.statement))
    return told


def _figures(kind: str, row: Row) -> list[int | None]:
    became = [row.files, row.imported, sum(map(len, row.refused.values()))]
    if kind == _NONE or not row.imported:
        return [*became, *[None] * 6]
    if kind.startswith("source "):
        return [*became, *[None] * 4, row.passages, None]
    return [*became, row.before, row.after, row.left_out, row.added, row.passages, row.notes]


def _some(names: list[str]) -> str:
    each = list(dict.fromkeys(names))
    shown = ", ".join(f"`{name}`" for name in each[:_NAMED])
    return f"{shown} and {len(each) - _NAMED} more" if len(each) > _NAMED else shown


def _figure(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _table(names: list[str], rows: Iterable[list[str]], words: int, rest: str) -> str:
    """A table whose first columns are words; ``rest`` is how the others are aligned."""
    rule = ["---"] * words + [rest] * (len(names) - words)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [names, rule, *rows])


if __name__ == "__main__":
    os.environ["PATH"] = ""  # whatever is installed here, Tesseract is not asked
    sys.stdout.write(page())
