"""A list that an office kept in a spreadsheet becomes drafts, row by row, and nothing is guessed."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.records import (
    BadMapping,
    BadRow,
    RecordFile,
    UnreadableList,
    read_list,
    read_mapping,
    write_text,
)
from tests.paths import REPOSITORY

MAPPING = """\
kind: judgment
key: hk/case/{Citation}
defaults: {forum: hkcfi, topics: [trafficking]}
columns:
  Citation: neutral_citation
  Name: title
  中文名: titles.zh-Hant
  Decided: {field: decided_on, date: "%d/%m/%Y"}
  Topics: topics
  Considers: relations.considers
  Link: [official_url, sources.url]
  About: body
  Remarks: null
source: {publisher: The office, for: [title, dates], on: 2026-11-20}
"""
HEADINGS = [
    "Citation",
    "Name",
    "中文名",
    "Decided",
    "Topics",
    "Considers",
    "Link",
    "About",
    "Remarks",
]
ROW = {
    "Citation": "[2020] HKCFI 1",
    "Name": "A v B",
    "中文名": "甲訴乙",
    "Decided": "02/01/2020",
    "Topics": "forced-labour; servitude",
    "Considers": "coe/case/25965-04/2010-01-07",
    "Link": "https://legalref.judiciary.hk/lrs/1",
    "About": "First line.\nSecond line.",
    "Remarks": "seen by X",
}
TODAY = date(2026, 11, 22)
LIST = Path("list.csv")


@pytest.fixture
def mapping(tmp_path):
    def write(text=MAPPING):
        path = tmp_path / "mapping.yaml"
        path.write_text(text, encoding="utf-8")
        return read_mapping(path)

    return write


def as_csv(*rows, separator=",", encoding="utf-8"):
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(
        [HEADINGS, *[[row.get(name, "") for name in HEADINGS] for row in rows]]
    )
    return written.getvalue().encode(encoding)


def as_workbook(*rows, title="Cases"):
    book = openpyxl.Workbook()
    book.active.title = title
    book.active.append(HEADINGS)
    for row in rows:
        book.active.append([row.get(name) for name in HEADINGS])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(data, mapping):
    return list(read_list(LIST, data, mapping, today=TODAY))


def reasons(*found):
    return [str(problem) for one in found for problem in one.problems]


def test_a_row_becomes_a_draft_with_its_source(mapping):
    [file] = read(as_csv(ROW), mapping())
    assert isinstance(file, RecordFile)
    assert file.key == "hk/case/2020-hkcfi-1"
    assert write_text(file.record, file.body) == (
        "---\n"
        "kind: judgment\n"
        "title: A v B\n"
        "titles:\n"
        "  zh-Hant: 甲訴乙\n"
        "status: draft\n"
        "official_url: https://legalref.judiciary.hk/lrs/1\n"
        "topics: [forced-labour, servitude, trafficking]\n"
        "relations:\n"
        "- considers: coe/case/25965-04/2010-01-07\n"
        "forum: hkcfi\n"
        "neutral_citation: '[2020] HKCFI 1'\n"
        "decided_on: 2020-01-02\n"
        "sources:\n"
        "- url: https://legalref.judiciary.hk/lrs/1\n"
        "  publisher: The office\n"
        "  for: [title, dates]\n"
        "  on: 2026-11-20\n"
        "---\n"
        "\n"
        "First line.\n"
        "Second line.\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        as_csv(ROW, separator=";"),
        as_csv(ROW, separator="\t"),
        as_csv(ROW, encoding="utf-8-sig"),
        as_csv(ROW, encoding="utf-16"),
        as_workbook(ROW),
        as_workbook({**ROW, "Decided": date(2020, 1, 2)}),
        as_workbook({**ROW, "Decided": datetime(2020, 1, 2)}),  # noqa: DTZ001  # as openpyxl writes
    ],
    ids=["semicolons", "tabs", "mark", "utf-16", "workbook", "day", "moment"],
)
def test_a_list_is_the_same_however_it_was_saved(mapping, data):
    assert read(data, mapping())[0].record == read(as_csv(ROW), mapping())[0].record


def test_a_bad_row_is_refused_alone_with_its_line_and_heading(mapping):
    found = read(
        as_csv(
            ROW,
            {**ROW, "Citation": "[2020] HKCFI 2", "Decided": "31/02/2020"},
            {},
            {**ROW, "Citation": "[2020] HKCFI 3", "Name": ""},
            {**ROW, "Citation": "[2020] HKCFI 4", "Topics": "no-such-topic"},
            {**ROW, "Citation": "[2020] HKCFI 5", "Link": "legalref"},
            {**ROW, "Citation": "甲"},
            ROW,
            {**ROW, "Citation": "[2020] HKCFI 6", "About": "two\nlines"},
        ),
        mapping(),
    )
    assert [isinstance(one, RecordFile) for one in found] == [True, *[False] * 6, True]
    assert reasons(*[one for one in found if isinstance(one, BadRow)]) == [
        "list.csv:4: Decided: '31/02/2020' is no day written as %d/%m/%Y",
        "list.csv:7: Name (title): is missing",
        "list.csv:9: Topics (topics.0): no topic has the code 'no-such-topic'",
        "list.csv:11: Link (official_url): write a full web address beginning with https://",
        "list.csv:11: Link (sources.0.url): write a full web address beginning with https://",
        "list.csv:13: Citation: gives no key: it has no letter or figure that a key can have",
        "list.csv:15: has the key of line 2: hk/case/2020-hkcfi-1",
    ]


def test_a_cell_that_a_spreadsheet_could_not_reckon_refuses_its_row(mapping):
    [bad] = read(as_workbook({**ROW, "Name": "#REF!"}), mapping())
    assert reasons(bad) == ["list.csv:2: Name is #REF!, an error of the spreadsheet"]


def test_a_cell_without_a_heading_refuses_its_row(mapping):
    data = as_csv(ROW).rstrip() + b",surplus\r\n"
    [bad] = read(data, mapping())
    assert reasons(bad) == ["list.csv:2: 'surplus' stands in a column without a heading"]


def test_a_column_that_the_mapping_forgets_stops_the_list(mapping):
    with pytest.raises(BadMapping, match="does not name 'Remarks': give a field, or null"):
        read(as_csv(ROW), mapping(MAPPING.replace("  Remarks: null\n", "")))
    with pytest.raises(BadMapping, match="the list has no column 'Judge'"):
        read(as_csv(ROW), mapping(MAPPING.replace("  Remarks:", "  Judge: panel\n  Remarks:")))


def test_the_sheet_and_the_line_of_headings_can_be_named(mapping):
    book = openpyxl.Workbook()
    book.active.append(["Nothing here"])
    sheet = book.create_sheet("Cases")
    sheet.append(["Our cases"])
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append([ROW[name] for name in HEADINGS])
    data = io.BytesIO()
    book.save(data)
    named = mapping(f"sheet: Cases\nheader: 3\n{MAPPING}")
    [file] = read(data.getvalue(), named)
    assert file.line_of("title") == 4
    with pytest.raises(UnreadableList, match="it has no sheet 'Old', but Sheet, Cases"):
        read(data.getvalue(), mapping(f"sheet: Old\n{MAPPING}"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("kind: judgment", "kind: novel"), "kind: Input should be"),
        (("{Citation}", "{Number}"), "no column is called 'Number'"),
        (("titles.zh-Hant", "status"), "no column gives status"),
        (("forum: hkcfi", "confidence: high"), "confidence cannot be given to drafts"),
        (("null", "{feild: title}"), "columns.Remarks.0.f"),
        (("publisher: The office, ", ""), "source.publisher: Field required"),
        (("columns:", "columns: ["), ":6: not YAML"),
        (("kind: judgment", "kind: judgment\nkind: judgment"), ":2: not YAML: the field 'kind' is"),
    ],
)
def test_a_wrong_mapping_is_told_in_one_line(mapping, change, why):
    with pytest.raises(BadMapping) as refusal:
        mapping(MAPPING.replace(*change))
    assert why in str(refusal.value)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_mapping_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(BadMapping, match="No such file"):
        read_mapping(tmp_path / "nowhere.yaml")
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadMapping, match="not UTF-8"):
        read_mapping(tmp_path / "bad.yaml")


def patched(change):
    """A good workbook whose sheet was changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_workbook(ROW))) as old, zipfile.ZipFile(data, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            is_sheet = member.filename.startswith("xl/worksheets/")
            new.writestr(member.filename, change(content) if is_sheet else content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Citation,Name\n\xff", "not UTF-8"),
        (b"Citation,Name\n\0", "zero bytes"),
        (b"\n\n", "no line of headings"),
        (b"Name,Name\n1,2\n", "two columns are called 'Name'"),
        (b",".join(b"%d" % n for n in range(600)) + b"\n1\n", "more than 500 columns"),
        (b'Citation,Name\n"open', "not CSV from line 2 on"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "with a password"),
        (b"PK\x03\x04 and no more", "not a workbook"),
        (as_workbook(ROW)[:-100], "not a workbook"),
        (patched(lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml), "document type"),
        (patched(lambda xml: xml[:300]), "cannot be read"),
        (patched(lambda xml: xml.replace(b'r="A2"', b'r="ZZZZZZ2"')), "cannot be read|has no"),
        (patched(lambda xml: xml.replace(b'<row r="2"', b'<row r="99999999999"')), "100000 rows"),
        (patched(lambda xml: xml + b" " * (300 * 2**20)), "unpacks to more than 256 MB"),
    ],
)
def test_another_file_is_refused_in_one_line(mapping, data, why):
    with pytest.raises((UnreadableList, BadMapping), match=why) as refusal:
        read(data, mapping())
    assert len(str(refusal.value).splitlines()) == 1


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=9), max_size=6)
)
def test_every_row_is_a_draft_or_told(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    mapping = read_mapping(path)
    written = io.StringIO()
    csv.writer(written).writerows([HEADINGS, *rows])
    try:
        found = read(written.getvalue().encode(), mapping)
    except UnreadableList:
        return
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(found) == len(filled)
    assert all(isinstance(one, RecordFile) or one.problems for one in found)


def test_the_how_to_shows_a_mapping_that_works(tmp_path):
    page = (REPOSITORY / "docs" / "how-to" / "import-a-list.md").read_text(encoding="utf-8")
    shown = page.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "shown.yaml"
    path.write_text(shown, encoding="utf-8")
    mapping = read_mapping(path)
    row = {"Citation": "[2020] HKCFI 1", "Name": "A v B", "Decided": "02/01/2020"}
    rows = [list(mapping.columns), [row.get(name, "") for name in mapping.columns]]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    [file] = read(written.getvalue().encode(), mapping)
    assert file.key == "hk/case/2020-hkcfi-1"
