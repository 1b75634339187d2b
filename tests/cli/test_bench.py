"""manumit bench: figures in their shapes. How good they are is for people to read, not for tests."""

import shutil

import pytest

from manumit.cli.bench import imports
from manumit.cli.bench.corpus import find_samples
from tests.paths import SAMPLES

FORMATS = SAMPLES / "formats"
LAW = FORMATS / "hklm" / "cap9999-en.xml"
CHINESE = FORMATS / "hklm" / "cap9999-zh-Hant.xml"


@pytest.fixture
def folder(tmp_path):
    """Two small files that can be imported, and one that cannot."""
    for file in (LAW, CHINESE):
        shutil.copy(file, tmp_path)
    (tmp_path / "notes.md").write_text("Buy oil.")
    return tmp_path


def test_only_judgments_laws_and_treaties_are_measured(folder):
    shutil.copy(FORMATS / "untc" / "12-99.csv", folder)
    shutil.copy(FORMATS / "pdf" / "report.pdf", folder)
    found = [(one.format, one.kind, one.key) for one in find_samples(folder)]
    assert found == [
        ("hklm", "legislation", "hk/law/cap-9999"),
        ("hklm", "legislation", None),  # the same work in Chinese: it gets one of its own
    ]


def test_an_import_is_measured_beside_its_peers(manumit, monkeypatch, folder, tmp_path):
    small = tmp_path / "collection"
    small.mkdir()
    monkeypatch.setattr(imports, "starter_collection", lambda: small)
    answer = manumit("bench", "import", "--over", folder, "--format", "json")
    assert answer.code == 0, answer.err
    figures = answer.json
    assert [(row["format"], row["files"], row["peer"]) for row in figures["import"]] == [
        ("hklm", 2, "lxml.etree"),
        ("all", 2, "each its own"),
    ]
    assert all(row["times_peer"] > 0 and row["cpu"] > 0 for row in figures["import"])
    for row in figures["stages"]:
        assert {"parse", "store", "cite", "index"} <= set(row)
    assert [row["files"] for row in figures["memory"]] == [2, 8]
    assert figures["refused"] == []


def test_a_benchmark_of_imports_needs_files(manumit, tmp_path):
    assert manumit("bench", "import").code == 2
    answer = manumit("bench", "import", "--over", tmp_path)
    assert answer.code == 1
    assert "has no judgment, law or treaty that can be read" in answer.err
