"""What states did under a treaty, as the depositary's table prints it, becomes acts with codes."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from manumit.formats import Participation
from manumit.formats.untc.participants import NOBODY, read_participant
from tests.formats.reading import read, sample, squeezed
from tests.paths import SAMPLES, shared, shared_files

FOLDER = "data/treaties/untc-status-2015"
OURS = SAMPLES / "formats" / "untc"
TABLES = [OURS / "12-99.csv", *shared_files(f"{FOLDER}/treaties", "*.csv")]
PAGES = [OURS / "12-99.txt", *shared_files(f"{FOLDER}/declarations", "*.txt")]
HEAD = 'Participant,Signature,"Ratification, Accession(a), Succession(d)"\n'


def acts(document: formats.ParsedDocument) -> tuple[Participation, ...]:
    assert isinstance(document.facts, formats.InstrumentFacts)
    return document.facts.participation


def parse(text: str, name: str = "table.csv") -> tuple[Participation, ...]:
    (document,) = formats.format_named("untc").read(text.encode(), name)
    return acts(document)


def cell(heading: str, printed: str, party: str = "Zambia") -> Participation:
    rows = io.StringIO()
    csv.writer(rows).writerows([["Participant", heading], [party, printed]])
    (act,) = parse(rows.getvalue())
    return act


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_cell_of_a_table_is_lost_added_or_moved(path: Path) -> None:
    heading, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    printed = [
        (column, cell)
        for row in rows
        for column, cell in zip(heading[1:], row[1:], strict=True)
        if cell
    ]
    read_in = acts(read("untc", path))
    assert [(act.column, act.printed) for act in read_in if act.printed] == printed
    names = dict.fromkeys(act.party for act in read_in)
    assert all(row[0].startswith(name) for row, name in zip(rows, names, strict=True))
    known = [act for act in read_in if act.on and act.act and not act.footnotes]
    days = [f"{act.on:%-d %b %Y} {act.mark}".strip() for act in known]
    assert days == [act.printed.strip("[]") for act in known]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_word_of_a_statement_is_lost_added_or_moved(path: Path) -> None:
    page = "".join(f"#{act.party}{act.statement}" for act in acts(read("untc", path)))
    assert squeezed(page) == squeezed(path.read_text(encoding="utf-8"))


def test_of_a_hundred_acts_in_the_real_tables_ninety_nine_have_party_act_and_day() -> None:
    shared(FOLDER)
    read_in = [act for path in TABLES[1:] for act in acts(read("untc", path)) if act.tells_an_act]
    whole = [act for act in read_in if act.act and act.on and NOBODY not in act.doubt]
    assert len(TABLES[1:]) == 324
    assert len(read_in) > 31_000
    assert len(whole) / len(read_in) > 0.99
    assert sum(1 for act in read_in if act.code) / len(read_in) > 0.99


def test_what_stands_beside_an_act_is_none() -> None:
    number = cell("Registration Number", "3043")
    assert (number.tells_an_act, number.printed, number.act) == (False, "3043", "")
    assert cell("Signature", "1 Jan 1980").tells_an_act


@pytest.mark.parametrize(
    ("heading", "printed", "act"),
    [
        ("Signature, Succession to signature(d)", "1 Jan 1980 d", "succession-to-signature"),
        ("Application", "1 Jan 1980", "application"),
        ("Notification of application under article 7 (1) (b)", "1 Jan 1980", "notification"),
        ("Consent to be bound(P)", "1 Jan 1980 P", "consent-to-be-bound"),
        (
            "Acceptance of the Protocol, Definitive signature of the Protocol",
            "1 Jan 1980",
            "consent-to-be-bound",
        ),
        ("Definitive signature or acceptance of the Protocol", "1 Jan 1980", "consent-to-be-bound"),
        ("Signature, Acceptance", "1 Jan 1980", ""),
    ],
)
def test_an_act_of_which_only_tables_tell_is_read_with_a_doubt(
    heading: str, printed: str, act: str
) -> None:
    found = cell(heading, printed)
    assert (found.act, str(found.on)) == (act, "1980-01-01")
    assert found.doubt


def test_the_sample_gives_codes_acts_and_days() -> None:
    document = sample("untc", "12-99.csv")
    assert document.number == "XII-99"
    assert document.units == ()
    assert [(act.code, act.act, str(act.on)) for act in acts(document) if not act.doubt] == [
        ("ad", "signature", "1991-03-01"),
        ("ad", "ratification", "1993-04-04"),
        ("cn", "accession", "1999-05-12"),
        ("ci", "signature", "1991-03-02"),
        ("eu", "signature", "1991-03-04"),
        ("eu", "approval", "1995-07-06"),
        ("eu", "provisional-application", "1992-02-01"),
        ("sk", "succession", "1993-05-28"),
        ("lc", "succession", "1996-08-07"),
        ("mk", "acceptance", "1997-09-08"),
        ("zm", "", "None"),
    ]


def test_what_is_not_sure_says_why() -> None:
    doubts = {act.party: act.doubt for act in acts(sample("untc", "12-99.csv")) if act.doubt}
    assert doubts == {
        "Côte d’Ivoire": "in brackets: it no longer has effect, see the depositary's note",
        "Czechoslovakia (former)": "ended on 31 December 1992; the Czech Republic and Slovakia "
        "followed it",
        "Viet Nam": "before 2 July 1976 this may be an act of the Republic of Viet-Nam or the "
        "Democratic Republic",
        "Lantern Keepers' Union": "nobody is known here by that name",
    }
    notes = " ".join(sample("untc", "12-99.csv").notes)
    assert "Participants: 11. Acts whose party, kind and day are sure: 10." in notes
    assert "Left open (1), nobody is known here by that name: Lantern Keepers' Union." in notes


def test_footnotes_of_a_name_and_of_a_cell_are_told_apart_from_both() -> None:
    found = {act.printed: (act.party, act.footnotes) for act in acts(sample("untc", "12-99.csv"))}
    assert found["12 May 1999 a"] == ("China", ("1", "2"))
    assert found["[5 Jun 1994] 3"] == ("Côte d’Ivoire", ("3",))
    assert found["28 May 1993 d"] == ("Slovakia", ("4",))
    assert found["3 Mar 1991"] == ("Czechoslovakia (former)", ("4",))


def test_statements_stand_with_their_party_and_kind() -> None:
    found = [(one.code, one.act, one.doubt[:8]) for one in acts(sample("untc", "12-99.txt"))]
    assert found == [
        ("ad", "declaration", "the file"),
        ("cn", "reservation", "the file"),
        ("sk", "", "the file"),
        ("lc", "", "the file"),
    ]
    lost = acts(sample("untc", "12-99.txt"))[2]
    assert lost.doubt == "the file holds the name alone, not what was said"


@pytest.mark.parametrize(
    ("heading", "printed", "act"),
    [
        ("Signature, Succession to signature(d)", "1 Jan 1980", "signature"),
        ("Accession(a), Ratification of the Convention as amended", "1 Jan 1980", "ratification"),
        ("Definitive signature(s), Acceptance(A)", "1 Jan 1980 s", "definitive-signature"),
        ("Definitive signature(s), Acceptance(A)", "1 Jan 1980 P", ""),
        ("Acceptance(A)", "1 Jan 1980", "acceptance"),
        (
            "Ratification, Participation under articles 3 (2) and (3)(P)",
            "1 Jan 1980",
            "ratification",
        ),
        ("Signature", "some time in 1980", ""),
        ("Signature by non-regional members under Section 3", "1 Jan 1980", "signature"),
        ("Simplified procedure(p)", "1 Jan 1980 p", "tacit-acceptance"),
        ("Signature by the sea", "1 Jan 1980", ""),
    ],
)
def test_a_mark_means_what_its_own_column_says(heading: str, printed: str, act: str) -> None:
    found = cell(heading, printed)
    assert found.act == act
    assert bool(found.doubt) is not bool(act)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Cabo Verde", "cv"), ("Cape Verde", "cv"), ("Zaire", "cd"), ("Burma", "mm"),
        ("Swaziland", "sz"), ("Bolivia (Plurinational State of)", "bo"), ("Bolivia", "bo"),
        ("COTE D'IVOIRE", "ci"), ("Saint Lucia", "lc"), ("St. Lucia", "lc"), ("Türkiye", "tr"),
        ("Union of Soviet Socialist Republics", "ru"), ("United Kingdom 3", "gb"),
        ("Hong Kong", "hk"), ("International Labour Organisation", "ilo"), ("The Gambia", "gm"),
        ("Yugoslavia", ""), ("former Yugoslavia", ""), ("German Democratic Republic", ""),
        ("United Arab Republic", ""), ("Republic of China", ""), ("Congo River", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_name_has_a_code_where_it_is_sure(printed: str, code: str) -> None:
    found = read_participant(printed)
    assert found.code == code
    assert bool(found.doubt) is not bool(code)


def test_an_act_before_a_state_was_itself_has_no_code() -> None:
    before = cell("Signature", "12 Nov 1947", "China")
    after = cell("Signature", "12 Nov 1980", "China")
    assert (before.code, after.code) == ("", "cn")
    assert "Republic of China" in before.doubt


def test_a_cell_beyond_the_headings_is_kept() -> None:
    found = parse(HEAD + "Zambia,1 Jan 1980,2 Feb 1981,surplus\n")
    assert [act.printed for act in found] == ["1 Jan 1980", "2 Feb 1981", "surplus"]
    assert found[-1].doubt


def test_a_day_that_never_was_is_no_day() -> None:
    found = cell("Signature", "31 Feb 1980")
    assert (found.on, found.printed) == (None, "31 Feb 1980")


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("18-12-a.csv", "XVIII-12-a"), ("/x/4-8.txt", "IV-8"), ("XXIX-1.csv", "XXIX-1"),
        ("9-1.csv", "IX-1"), ("status.csv", ""), ("2015-03-14.csv", ""),
    ],
)  # fmt: skip
def test_the_number_of_the_treaty_stands_in_the_name(name: str, number: str) -> None:
    (document,) = formats.format_named("untc").read(f"{HEAD}Zambia,1 Jan 1980,\n".encode(), name)
    assert document.number == number


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("chapter_no,treaty_no,treaty_name\n1,1,Charter\n", "a list of treaties"),
        ("Participant,Signature\n", "no participant"),
        ("Name,Signature\nZambia,1 Jan 1980\n", "neither a table"),
        ('Participant,Signature\nZambia,"1 Jan 1980\n', "not CSV"),
        ("Participant,Signature\nZambia," + "x" * 200_000, "not CSV"),
        ("#Heading\n\nSome text.\n", "that of a state"),
        ("A preface.\n#Zambia\nWords.\n", "neither a table"),
    ],
)
def test_another_file_is_refused(text: str, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why) as refusal:
        parse(text)
    assert len(str(refusal.value).splitlines()) == 1


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=5), max_size=8)
)
def test_any_table_keeps_every_cell(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([["Participant", "Signature"], ["Zambia", "1 Jan 1980"], *rows])
    try:
        found = parse(written.getvalue())
    except formats.UnreadableDocument:
        return
    given_cells = [cell.strip() for row in rows for cell in row[1:] if cell.strip()]
    assert [act.printed for act in found if act.printed][1:] == given_cells


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Zambia,1 Jan 1980,\n" * 40_000,
        HEAD + f"{'1 ' * 50_000},1 Jan 1980,\n",
        f'Participant,"{"A(a), " * 10_000}"\nZambia,1 Jan 1980 a\n',
        "#Zambia\nWords.\n" * 40_000,
        "#Zambia\n" + "#" * 200_000,
    ],
    ids=["rows", "name", "heading", "statements", "marks"],
)
def test_a_hostile_file_does_not_take_for_ever(text: str) -> None:
    assert parse(text)
