"""manumit import untc: a depositary's table is kept, and held against the record, which stays."""

import pytest

from manumit.library.models import Instrument
from tests.library.files import CASE, SOURCES, TREATY, judgment, treaty
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
TABLE = SAMPLES / "formats" / "untc" / "12-99.csv"
STATEMENTS = SAMPLES / "formats" / "untc" / "12-99.txt"
EVENTS = """\
identifiers: {untc: XII-99}
events:
- {party: cn, act: accession, on: 1999-05-12, source: page}
- {party: eu, act: signature, on: 1991-03-05, source: page}
- {party: th, act: accession, on: 1990-01-01, source: page}
- {party: th, act: denunciation, on: 1992-01-01, source: page}
- {party: vn, act: accession, on: 2010-01-01, source: page}
- {party: cn, territory: hk, act: extension, on: 1999-05-12, source: page}
"""
WITH_ID = SOURCES.replace("- publisher", "- id: page\n  publisher")


@pytest.fixture
def convention(manumit, write_record):
    path = write_record(TREATY, treaty(EVENTS, sources=WITH_ID))
    assert manumit("load", path).code == 0
    return path


def table(manumit, *arguments):
    answer = manumit("import", "untc", *arguments, "--format", "json")
    assert answer.json["problems"] == []
    [found] = answer.json["tables"]
    return found


def test_the_difference_from_the_record_is_told(manumit, convention):
    found = table(manumit, TABLE, "--as-of", "2005-01-01")
    assert (found["key"], found["numbers"], found["agreed"]) == (TREATY, ["XII-99"], 1)
    assert found["missing"] == [
        "eu approval 1995-07-06 (European Union: 6 Jul 1995 AA)",
        "eu provisional-application 1992-02-01 (European Union: 1 Feb 1992 n)",
    ]
    assert found["different"] == [
        "eu signature 1991-03-04 (European Union: 4 Mar 1991), the record has eu signature 1991-03-05"
    ]
    assert found["only_here"] == ["th accession 1990-01-01"]
    assert found["elsewhere"] == 7
    assert found["proposal"] is None


def test_what_is_not_sure_is_told_and_never_proposed(manumit, convention):
    found = table(manumit, TABLE)
    assert [line.partition(":")[0] for line in found["open"]] == [
        "? signature 1991-03-03 (Czechoslovakia (former)",
        "? signature 1975-10-09 (Viet Nam",
        "? signature 1991-03-05 (Lantern Keepers' Union",
    ]


def test_events_after_the_day_of_the_table_cannot_stand_in_it(manumit, convention):
    later = table(manumit, TABLE, "--as-of", "2011-01-01")
    assert later["only_here"] == ["th accession 1990-01-01", "vn accession 2010-01-01"]


def test_statements_of_parties_without_any_in_the_record_are_told(manumit, convention):
    found = table(manumit, TABLE, STATEMENTS)
    said = (
        "Reservation concerning article 4, paragraph 2:China does not consider itself bound by it."
    )
    assert found["unsaid"] == [f"cn (China): {said}"]


def test_a_page_of_statements_alone_says_nothing_of_acts(manumit, convention):
    alone = table(manumit, STATEMENTS)
    assert (alone["missing"], alone["only_here"]) == ([], [])


def test_comparing_changes_nothing(manumit, convention):
    before = Instrument.objects.get().events.count()
    manumit("import", "untc", TABLE)
    assert Instrument.objects.get().events.count() == before


def test_a_proposal_is_a_collection_file_with_the_acts_added(manumit, convention, tmp_path):
    answer = manumit(
        "import", "untc", TABLE, "--propose", tmp_path / "out", "--as-of", "2005-01-01"
    )
    written = tmp_path / "out" / f"{TREATY}.md"
    assert f"  proposed: {written}" in answer.out.splitlines()
    old = (convention / f"{TREATY}.md").read_text().splitlines()
    new = written.read_text().splitlines()
    assert [line for line in new if line.startswith("- party: eu")] == ["- party: eu"] * 3
    assert "status table as it stood on 1 January 2005, read by a program from a copy" in " ".join(
        new
    )
    assert new.count("  source: untc-xii-99-2005-01-01") == 2
    assert new.count("  source: page") == sum("source: page" in line for line in old)
    assert Instrument.objects.get().events.count() == 6


def test_an_accepted_proposal_leaves_nothing_more_to_propose(manumit, convention, tmp_path):
    manumit("import", "untc", TABLE, "--propose", tmp_path / "out", "--as-of", "2005-01-01")
    assert manumit("load", tmp_path / "out").code == 0
    found = table(manumit, TABLE, "--propose", tmp_path / "again", "--as-of", "2005-01-01")
    assert (found["missing"], found["proposal"], found["agreed"]) == ([], None, 3)


def test_a_proposal_needs_the_day_of_its_table(manumit, convention, tmp_path):
    answer = manumit("import", "untc", TABLE, "--propose", tmp_path / "out")
    assert answer.code == 2
    assert "say with --as-of of which day the table is" in answer.err


def test_proposals_never_go_among_other_files(manumit, convention, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Sir")
    answer = manumit("import", "untc", TABLE, "--propose", tmp_path, "--as-of", "2005-01-01")
    assert answer.code == 2
    assert "is not empty and no collection" in answer.err


def test_a_table_of_a_treaty_without_a_record_is_kept_and_said_so(manumit, write_record):
    answer = manumit("import", "untc", TABLE)
    assert answer.code == 0
    assert answer.out.startswith("XII-99 (no record has its number): made, 14 acts")
    manumit("load", write_record(TREATY, treaty(EVENTS, sources=WITH_ID)))
    assert table(manumit, TABLE)["agreed"] == 1


def test_a_table_of_nobody_knows_what_is_refused(manumit, write_record, tmp_path):
    unnamed = tmp_path / "table.csv"
    unnamed.write_bytes(TABLE.read_bytes())
    answer = manumit("import", "untc", unnamed, TABLE)
    assert answer.code == 1
    [told] = answer.err.splitlines()
    assert told.startswith(f"{unnamed}: the file does not say which instrument it is about")
    assert answer.out.startswith("XII-99")
    manumit("load", write_record(CASE, judgment()))
    told = manumit("import", "untc", TABLE, "--work", CASE).err
    assert f"{CASE} is no instrument" in told


def test_a_bad_file_is_one_line_and_the_others_are_kept(manumit, convention, tmp_path):
    bad = tmp_path / "12-98.csv"
    bad.write_text('Participant,Signature\nZambia,"1 Jan 1980\n')
    answer = manumit("import", "untc", bad, TABLE)
    assert answer.code == 1
    [line] = answer.err.splitlines()
    assert line.startswith(f"{bad}: not CSV")
    assert f"XII-99 ({TREATY}): made, 14 acts" in answer.out


def test_importing_a_table_again_changes_nothing(manumit, convention):
    outcomes = [
        manumit("import", "untc", TABLE, "--format", "json").json["kept"][0]["outcome"]
        for _ in range(2)
    ]
    assert outcomes == ["made", "unchanged"]


def test_the_instrument_can_be_named(manumit, write_record):
    manumit("load", write_record(TREATY, treaty()))
    answer = manumit("import", "untc", TABLE, "--work", TREATY)
    assert answer.code == 0
    assert f"{TREATY} (XII-99): 0 agree, " in answer.out
