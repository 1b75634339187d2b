"""manumit load, export, index and stats: collection files in and out."""

import pytest

from manumit.library.models import Legislation, Publication
from manumit.vocab.models import Change, Concept
from manumit.vocab.services import decide, propose
from tests.library.files import CASE, LAW, judgment, law
from tests.staff import person_with

pytestmark = pytest.mark.django_db
SOUND = law().replace("status: published\n", "")


def loaded():
    """The one law on the shelves."""
    return Legislation.objects.get(key=LAW)


def test_a_collection_is_loaded_and_counted(manumit, write_record):
    write_record(CASE, judgment())
    root = write_record(LAW, SOUND)
    assert manumit("load", root) == (0, "Records: 2 made, 0 changed, 0 unchanged, 0 refused.\n", "")
    assert manumit("load", root).out == "Records: 0 made, 0 changed, 2 unchanged, 0 refused.\n"


def test_a_bad_file_is_refused_and_the_others_are_loaded(manumit, write_record):
    write_record(CASE, judgment("colour: red\nshade: light\n"))
    root = write_record(LAW, SOUND)
    answer = manumit("load", root)
    assert answer.code == 1
    assert answer.out == "Records: 1 made, 0 changed, 0 unchanged, 1 refused.\n"
    assert answer.err.splitlines()[0] == f"{root}/{CASE}.md:7: colour: is no field of this record"


def test_a_load_for_programs_is_one_document(manumit, write_record):
    root = write_record(LAW, "")
    answer = manumit("load", root, "--format", "json")
    assert answer.code == 1
    assert answer.json == {
        "made": 0,
        "changed": 0,
        "unchanged": 0,
        "problems": [
            {"file": f"{root}/{LAW}.md", "line": 1, "field": "", "reason": "is empty"}
        ],
    }  # fmt: skip


def test_a_path_that_is_not_there_is_one_line(manumit, tmp_path):
    answer = manumit("load", tmp_path / "nowhere")
    assert answer == (1, "", f"manumit: {tmp_path}/nowhere:1: there is no such file or folder\n")


def test_force_lets_the_file_win(manumit, write_record):
    root = write_record(LAW, SOUND)
    manumit("load", root)
    work = loaded()
    work.title = "Edited here"
    work.save_revision().publish()
    write_record(LAW, SOUND.replace("Keeping", "Minding"))
    refused = manumit("load", root)
    assert refused.code == 1
    assert "was edited in this Centre" in refused.err
    assert manumit("load", root, "--force").code == 0
    assert loaded().title == "Lanterns (Minding) Ordinance"


def test_what_is_loaded_comes_out_byte_for_byte(manumit, write_record, tmp_path):
    case = judgment().replace("status: published\n", "")
    write_record(CASE, case + "\nProse: 燈籠.\n")
    root = write_record(LAW, SOUND)
    manumit("load", root)
    answer = manumit("export", tmp_path / "out")
    assert answer == (0, f"2 records written to {tmp_path}/out.\n", "")
    for key in (LAW, CASE):
        written = (tmp_path / "out" / f"{key}.md").read_bytes()
        assert written == (root / f"{key}.md").read_bytes()
    assert manumit("check", tmp_path / "out").code == 0
    assert manumit("load", tmp_path / "out").out.startswith("Records: 0 made, 0 changed, 2 unch")


def test_an_export_can_be_written_over_an_earlier_one(manumit, write_record, tmp_path):
    manumit("load", write_record(LAW, SOUND))
    out = tmp_path / "out"
    manumit("export", out)
    (out / "collection.yaml").write_text("name: Ours\n", encoding="utf-8")
    answer = manumit("export", out, "--format", "json")
    assert answer.json == {"folder": str(out), "records": 1, "problems": []}
    assert (out / "collection.yaml").read_text(encoding="utf-8") == "name: Ours\n"
    assert not list(out.rglob("*.new"))


def test_what_was_accepted_of_concepts_comes_out_beside_the_records(
    manumit, write_record, tmp_path, own_words, at
):
    manumit("load", write_record(LAW, SOUND))
    out = tmp_path / "out"
    manumit("export", out)
    assert not (out / "concepts.ttl").exists()
    debt = Concept.objects.get(scheme="exploitation", code="debt-bondage")
    said = {
        "what": Change.What.ALSO,
        "language": "en",
        "text": "lantern debt",
        "source": "Cap. 9999",
    }
    change = propose(concept=debt, by=person_with("editor"), at=at, **said)
    decide(
        pk=change.pk,
        accept=True,
        answer="",
        by=person_with("reviewer", email="bo@example.org"),
        at=at,
    )
    manumit("export", out)
    assert ':debt-bondage skos:altLabel "lantern debt"@en .' in (out / "concepts.ttl").read_text()
    assert manumit("check", out).code == 0
    Change.objects.all().delete()
    manumit("export", out)
    assert not (out / "concepts.ttl").exists()


def test_an_export_never_goes_among_someones_other_files(manumit, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    answer = manumit("export", tmp_path)
    assert answer.code == 2
    assert f"{tmp_path} is not empty and no collection" in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thesis.txt"]


def test_an_unfinished_draft_does_not_stop_the_export(manumit, write_record, tmp_path):
    manumit("load", write_record(LAW, SOUND))
    Publication.objects.create(key="hk/publication/half", title="Half", live=False)
    answer = manumit("export", tmp_path / "out")
    assert answer.code == 1
    assert answer.out == f"1 records written to {tmp_path}/out.\n"
    [line] = answer.err.splitlines()
    assert line.startswith("hk/publication/half is not complete yet: ")
    assert "publisher" in line


def test_the_index_follows_what_is_loaded(manumit, write_record):
    manumit("load", write_record(LAW, SOUND))
    answer = manumit("index", "--format", "json")
    assert (answer.json["changed"], answer.json["removed"]) == (0, 0)
    assert manumit("index", "--rebuild", "--format", "json").json["changed"] == 1
    assert manumit("index").out.startswith("Index: 0 works written, 0 removed, up to entry ")


def test_the_shelves_are_counted(manumit, write_record):
    write_record(CASE, judgment("topics: [slavery]\n"))
    manumit("load", write_record(LAW, SOUND))
    answer = manumit("stats", "--format", "json")
    assert answer.json == {
        "works": {"instrument": 0, "legislation": 1, "judgment": 1, "publication": 0},
        "services": 0,
        "services_expired": 0,
        "passages": 0,
        "citations": 0,
        "stale": 0,
        "by_jurisdiction": {"coe": 1, "hk": 1},
        "by_topic": {"slavery": 1},
        "by_confidence": {"unverified": 2},
    }
    assert "judgment" in manumit("stats").out
