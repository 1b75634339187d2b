"""A translation of a guide says all that the guide says, no more, and who has read it."""

from datetime import date
from shutil import copytree

import pytest

from manumit.base.languages import languages
from manumit.guide import selectors as guides
from manumit.guide.parts import texts
from manumit.guide.types import Translated
from manumit.records import BadRecord

WHOLE = [
    tag for tag, one in languages().items() if one.state == "complete" and not one.derived_from
]
TRANSLATIONS = sorted(path.name for path in guides.FOLDER.glob("*.*.yaml"))


@pytest.fixture
def faults(tmp_path):
    """What is told of the translations after one piece of one file was changed."""

    def act(name: str, old: str, new: str) -> str:
        folder = copytree(guides.FOLDER, tmp_path / "guides")
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
        try:
            read = [guides.read_guide(path) for path in guides.find_guides([folder])]
        except BadRecord as error:
            return str(error)
        return "\n".join(map(str, guides.check_guides(read, [])))

    return act


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """The folder of guides, to be changed; what was read of it before is forgotten."""
    caches = (guides._contents, guides._shelf, guides._translations)
    monkeypatch.setattr(guides, "FOLDER", copytree(guides.FOLDER, tmp_path / "guides"))
    for one in caches:
        one.cache_clear()
    yield guides.FOLDER
    for one in caches:
        one.cache_clear()


@pytest.mark.parametrize("tag", WHOLE)
def test_every_text_of_every_guide_is_in_each_complete_language(tag):
    files = [guides.read_guide(path).content for path in guides.find_guides([guides.FOLDER])]
    wanted = {text for one in files if not isinstance(one, Translated) for text in texts(one)}
    said = guides.wordings(tag)
    assert set(said) == wanted
    assert not [text for text in wanted if said[text] == text]


def test_no_code_and_no_authority_is_a_text():
    [guide] = [guides.guide("screening", "hk")]
    found = texts(guide)
    assert guide.questions[0].code not in found
    assert not {cite.finding for each in guide.questions for cite in each.cites} & set(found)
    assert "violence" in found


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "screening.yaml",
            "ask: Is someone in danger now?",
            "ask: Is someone in danger today?",
            "does not say in its language: Is someone in danger today?",
        ),
        (
            "screening.yaml",
            "ask: Is someone in danger now?",
            "ask: Is someone in danger today?",
            "the guide does not say (any more): Is someone in danger now?",
        ),
        (
            "screening.th.yaml",
            "- original: violence\n",
            "- original: Control\n",
            "translated twice",
        ),
        ("screening.vi.yaml", "ít nhất 30 ngày", "ít nhất 3 ngày", "has lost 30"),
        ("screening-th.th.yaml", "มาตรา 6/1", "มาตรา 6", "has lost 6/1"),
        ("screening-hk.vi.yaml", "jurisdiction: hk", "jurisdiction: vn", "nothing beside it is"),
        ("screening.vi.yaml", "translates: screening", "translates: quiz", "nothing beside it is"),
        ("screening.vi.yaml", "language: vi", "language: VI", "language: string should match"),
        ("screening.vi.yaml", "  by: machine", "  by: nobody", "translation.by"),
    ],
)
def test_a_fault_of_a_translation_is_told(faults, name, old, new, told):
    assert told in faults(name, old, new)


def test_a_machines_words_are_marked_until_every_file_has_a_reviewer(shelf):
    assert guides.machine_made_on("th") == date(2026, 11, 23)
    signed = "by: machine\n  reviewed_by: Somchai Jaidee\n  reviewed_on: 2026-12-01"
    files = sorted(shelf.glob("*.th.yaml"))
    for number, file in enumerate(files, 1):
        guides._contents.cache_clear()
        guides._translations.cache_clear()
        file.write_text(file.read_text("utf-8").replace("by: machine", signed), "utf-8")
        assert (guides.machine_made_on("th") is None) == (number == len(files))


def test_a_language_without_a_translation_has_no_words_and_no_mark():
    assert guides.wordings("id") == {}
    assert guides.machine_made_on("id") is None
