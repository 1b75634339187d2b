"""A guide's file is held to its paths, its terms and the library it cites."""

import json
import re
from shutil import copytree

import pytest

from manumit.guide import selectors as guides
from manumit.guide.types import Cite, Guide
from manumit.records import BadRecord, RecordFile, find_files, read_files
from tests.paths import REPOSITORY

FILES = guides.find_guides([guides.FOLDER])


@pytest.fixture(scope="module")
def collection() -> list[RecordFile]:
    found = read_files(find_files([REPOSITORY / "collection"]))
    return [file for file in found if isinstance(file, RecordFile)]


@pytest.fixture
def faults(tmp_path, collection):
    """What is told of the guides after one piece of one of them was changed."""

    def act(name: str, old: str, new: str) -> str:
        folder = copytree(guides.FOLDER, tmp_path / "guides")
        file = folder / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        try:
            read = [guides.read_guide(path) for path in guides.find_guides([folder])]
        except BadRecord as error:
            return str(error)
        return "\n".join(map(str, guides.check_guides(read, collection)))

    return act


def test_what_is_shipped_is_sound(collection):
    read = [guides.read_guide(path) for path in FILES]
    assert guides.check_guides(read, collection) == []


def test_there_is_law_for_hong_kong_and_thailand():
    assert guides.jurisdictions("screening") == ["hk", "th"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("at: art_3__para_a", "at: art_99", "un/treaty/palermo-protocol has no art_99"),
        ("at: art_6\n", "at: ''\n", "one of the two"),
        ("at: art_6\n", "at: Article 6\n", "is no address of a passage"),
        ("work: ilo/treaty/c029", "work: ilo/treaty/c999", "no record of this collection is"),
        ("finding: Calling the bond", "finding: Calling a bond", "0 findings of ecowas/case/"),
        ("then: act\n", "then: child\n", "no path leads to the question act"),
        ("then: end", "then: danger", "leads back to it"),
        ("then: end", "then: nowhere", "leads to nowhere, which is no question"),
        ("    unknown: means\n", "", "say what follows yes, no and unknown"),
        ("any: [act]", "any: [acts]", "there is no question acts"),
        ("when: [penalty.documents]", "when: [penalty.papers]", "penalty has no option papers"),
        ("any: [act]", "any: ['@slave']", "there is no indication slave"),
        ("any: [land]", "any: ['@trafficking']", "trafficking rests on itself"),
        ("section: safety", "section: safely", "there is no section safely"),
        ("code: land\n", "code: debt\n", "debt is written twice"),
        ("lead: >-", "leads: >-", "leads: extra inputs are not permitted"),
    ],
)
def test_a_fault_is_told_with_its_line(faults, old, new, told):
    found = faults("screening.yaml", old, new)
    assert told in found
    assert "screening.yaml:" in found


def test_an_overlay_names_a_guide_and_a_jurisdiction(faults, tmp_path):
    assert "no guide beside it" in faults("screening-hk.yaml", "adds_to: screening", "adds_to: x")


def test_a_draft_is_no_authority(faults):
    draft = "int/standard/paris-principles-2007"
    assert "readers do not see" in faults("screening.yaml", "un/treaty/slavery-convention", draft)


def test_what_is_no_guide_says_so(tmp_path):
    for text, told in [
        ("kind: quiz\n", "guide, overlay or translation"),
        ("a: [", "cannot be read as YAML"),
    ]:
        file = tmp_path / "guides/x.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        with pytest.raises(BadRecord, match=told):
            guides.read_guide(file)


def test_every_step_of_every_guide_cites():
    guide = guides.guide("screening", "hk")
    steps = [*guide.questions, *guide.consequences, *guide.laws]
    steps += [view for each in guide.indications for view in each.views]
    assert all(step.cites for step in steps)
    assert all(isinstance(cite, Cite) for step in steps for cite in step.cites)


def test_the_schema_on_paper_is_the_schema_in_use():
    published = json.loads((REPOSITORY / "docs/guide.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(guides.json_schema()))
    assert "Guide" in str(published)
    assert Guide.model_fields["kind"].annotation is not None


def test_the_how_to_page_shows_what_can_be_read(collection, tmp_path):
    page = (REPOSITORY / "docs/how-to/add-a-guide.md").read_text("utf-8")
    [example] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    terms = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    folder = copytree(guides.FOLDER, tmp_path / "guides")
    told = f"kind: overlay\nadds_to: screening\njurisdiction: vn\nlaws:\n{example}"
    for number, term in enumerate(terms):
        told += f"- says: Example {number}.\n  when: ['{term}']\n" + example.split("\n", 2)[2]
    (folder / "screening-vn.yaml").write_text(told, "utf-8")
    read = [guides.read_guide(path) for path in guides.find_guides([folder])]
    assert guides.check_guides(read, collection) == []
    assert len(terms) == 4
