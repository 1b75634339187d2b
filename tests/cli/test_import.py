"""manumit import: official files in, and a clear line for every file that is none."""

import multiprocessing
import os
import signal

import pytest

from manumit.cli.importing import batches
from manumit.library.models import Work
from tests.library.files import LAW, TREATY, treaty
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
ENGLISH = SAMPLES / "formats" / "hklm" / "cap9999-en.xml"
CHINESE = SAMPLES / "formats" / "hklm" / "cap9999-zh-Hant.xml"
BILINGUAL = SAMPLES / "formats" / "treaty" / "lantern-convention.json"
STATUTE = SAMPLES / "formats" / "statutes" / "lantern-keepers-act.json"
CONVENTION = SAMPLES / "formats" / "treaty" / "lantern-convention.md"


def test_official_files_become_texts_of_their_work(manumit):
    answer = manumit("import", "hklm", ENGLISH, CHINESE, "--format", "json")
    assert answer.code == 0
    assert answer.json["problems"] == []
    assert [(row["key"], row["language"], row["outcome"], row["units"]) for row in answer.json["texts"]] == [
        (LAW, "en", "made", 11),
        (LAW, "zh-Hant", "made", 4),
    ]  # fmt: skip
    assert "Repealed, only the number is left: sec_4." in answer.json["texts"][0]["notes"]


def test_importing_again_is_said_to_change_nothing(manumit):
    manumit("import", "hklm", ENGLISH)
    answer = manumit("import", "hklm", ENGLISH)
    assert answer.code == 0
    assert answer.out.splitlines()[0] == f"{LAW} (en): unchanged, 11 passages"
    assert "  look at: Not yet in operation: sec_3." in answer.out.splitlines()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"<ordinance>", "not well-formed XML"),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "a document type or entity declaration is not accepted",
        ),
        ("<a>Gänge</a>".encode("latin-1"), "not well-formed XML"),
        (b"\x00\x01\x02", "not well-formed XML"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_imported(manumit, tmp_path, content, reason):
    bad = tmp_path / "bad.xml"
    bad.write_bytes(content)
    answer = manumit("import", "hklm", bad, ENGLISH)
    assert answer.code == 1
    [line] = answer.err.splitlines()
    assert line.startswith(str(bad))
    assert reason in line
    assert answer.out.startswith(f"{LAW} (en): made")


def test_a_huge_file_is_refused_before_it_is_read(manumit, tmp_path):
    huge = tmp_path / "huge.xml"
    with huge.open("wb") as file:
        file.truncate(100 * 2**20)
    answer = manumit("import", "hklm", huge, "--format", "json")
    assert answer.code == 1
    nothing = {"texts": [], "kept": [], "tables": []}
    assert answer.json == {**nothing, "problems": [f"{huge} is larger than 64 MB"]}


def test_a_file_or_folder_that_cannot_be_read_is_told(manumit, tmp_path):
    answer = manumit("import", "hklm", tmp_path / "nowhere.xml", tmp_path)
    assert answer.code == 1
    assert answer.err.splitlines() == [
        f"{tmp_path}/nowhere.xml: No such file or directory",
        f"{tmp_path}: Is a directory",
    ]


def test_a_text_that_names_no_work_is_found_by_its_title(manumit, write_record):
    answer = manumit("import", "treaty", CONVENTION)
    assert answer.code == 1
    assert "say whose text this is with --work KEY" in answer.err
    manumit("load", write_record(TREATY, treaty()))
    assert manumit("import", "treaty", CONVENTION).out.startswith(f"{TREATY} (en): made, 7 pass")


def test_a_text_is_found_by_the_title_its_file_gives_in_another_language(manumit, write_record):
    manumit(
        "load", write_record(TREATY, treaty(title="Convention on the Keeping of Paper Lanterns"))
    )
    answer = manumit("import", "treaty", BILINGUAL, "--format", "json")
    assert [(row["key"], row["language"]) for row in answer.json["texts"]] == [
        (TREATY, "en"),
        (TREATY, "zh-Hant"),
    ]


def test_a_statute_by_provision_becomes_a_law_of_its_own_kind(manumit):
    answer = manumit("import", "statutes", STATUTE, "--format", "json")
    assert [row["key"] for row in answer.json["texts"]] == ["sg/law/lka-1999"]
    assert Work.objects.get().as_kind().legislation_type == "act"


def test_the_work_can_be_named(manumit, write_record):
    manumit("load", write_record(TREATY, treaty(title="Otherwise called")))
    assert manumit("import", "treaty", CONVENTION, "--work", TREATY).code == 0


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("un/treaty/nowhere", "no instrument on the shelves has the key un/treaty/nowhere"),
        ("Not A Key", "'Not A Key' is not a key"),
        ("zz/treaty/a", "no jurisdiction or system has the code 'zz'"),
    ],
)
def test_a_work_that_cannot_be_is_told(manumit, key, reason):
    answer = manumit("import", "treaty", CONVENTION, "--work", key)
    assert answer.code == 1
    [line] = answer.err.splitlines()
    assert line.startswith(f"{CONVENTION}: ")
    assert reason in line
    assert not Work.objects.exists()


def test_a_draft_import_is_kept_from_readers(manumit):
    manumit("import", "hklm", ENGLISH, "--draft")
    assert manumit("stats", "--format", "json").json["works"]["legislation"] == 0


def test_provisions_of_the_record_that_the_text_has_not_are_told(manumit, write_record):
    fields = "provisions:\n- {at: art_1, gist: a}\n- {at: art_99, gist: b}\n"
    manumit("load", write_record(TREATY, treaty(fields)))
    answer = manumit("import", "treaty", CONVENTION)
    assert (
        "  look at: The record speaks of provisions that the text has not: art_99."
        in answer.out.splitlines()
    )


def test_any_takes_each_file_for_what_it_is_and_tells_what_the_others_are(manumit, tmp_path):
    stranger = tmp_path / "notes.rtf"
    stranger.write_bytes(b"{\\rtf1 Notes}")
    answer = manumit("import", "any", stranger, ENGLISH, STATUTE, "--format", "json")
    assert answer.code == 1
    assert [row["key"] for row in answer.json["texts"]] == [LAW, "sg/law/lka-1999"]
    assert answer.json["problems"] == [f"{stranger}: a Rich Text document: save it as .docx"]


def test_a_file_that_ends_the_process_reading_it_is_one_line(manumit, monkeypatch, tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<ordinance/>")
    read = batches.read_documents

    def crash(form, path):
        if path == bad:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(form, path)

    monkeypatch.setattr(batches, "read_documents", crash)
    answer = manumit("import", "hklm", "--jobs", "2", bad, ENGLISH, CHINESE)
    assert answer.code == 1
    assert [line.split(" ")[0] for line in answer.out.splitlines() if ": made" in line] == [
        LAW,
        LAW,
    ]
    [line] = answer.err.splitlines()
    assert line.startswith(f"{bad}: the process that read it died")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_import_that_is_stopped_keeps_what_was_finished(manumit, monkeypatch, jobs):
    shelve = batches.shelve

    def stop_at_the_second(document, **options):
        if Work.objects.filter(texts__isnull=False).exists():
            raise KeyboardInterrupt
        return shelve(document, **options)

    monkeypatch.setattr(batches, "shelve", stop_at_the_second)
    answer = manumit("import", "hklm", "--jobs", jobs, ENGLISH, CHINESE)
    assert answer.code == 1
    assert "stopped; what was finished is kept" in answer.err
    assert list(Work.objects.get().texts.values_list("language", flat=True)) == ["en"]
    assert multiprocessing.active_children() == []


def test_as_many_processes_as_one_likes_import_the_same(manumit):
    one = manumit("import", "hklm", "--jobs", 1, ENGLISH, CHINESE, "--format", "json").json
    Work.objects.all().delete()
    assert manumit("import", "hklm", "--jobs", 3, ENGLISH, CHINESE, "--format", "json").json == one
