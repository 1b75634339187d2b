"""manumit link: the citations in texts, found after an import and again when asked."""

import json

import pytest

from manumit.library.models import Citation
from tests.library.files import CASE, judgment
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
SAMPLE = SAMPLES / "formats" / "hudoc" / "judgment-en.json"
OTHER = "coe/case/77-46/2030-03-04"


@pytest.fixture
def citing(tmp_path):
    """The invented judgment with one more sentence in it: a citation."""
    facts = json.loads(SAMPLE.read_text(encoding="utf-8"))
    facts["full_text"] = facts["full_text"].replace(
        "kept a lantern.", "kept a lantern, as in Oil v. Nowhere, no. 77/46, § 8, 4 March 2030."
    )
    path = tmp_path / "citing.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return path


def other(title="Oil v. Nowhere"):
    return judgment(title=title).replace("2031-05-02", "2030-03-04")


def targets():
    rows = Citation.objects.filter(cite="no. 77/46")
    return list(rows.values_list("work__key", "target__key"))


def test_an_import_links_what_it_imported(manumit, write_record, citing):
    manumit("load", write_record(OTHER, other()))
    assert manumit("import", "hudoc", citing).code == 0
    assert targets() == [(CASE, OTHER)]
    count = manumit("stats", "--format", "json").json["citations"]
    assert count == Citation.objects.count() > 0


def test_a_load_joins_the_citations_that_waited(manumit, write_record, citing):
    manumit("import", "hudoc", citing)
    assert targets() == [(CASE, None)]
    manumit("load", write_record(OTHER, other()))
    assert targets() == [(CASE, OTHER)]


def test_what_was_read_is_read_again_only_when_asked(manumit, citing):
    manumit("import", "hudoc", citing)
    answer = manumit("link")
    assert (answer.code, answer.out) == (
        0,
        "0 texts read, 0 citations in them; 0 texts changed.\n",
    )
    answer = manumit("link", "--all", "--format", "json")
    assert answer.json == {"texts": 1, "citations": Citation.objects.count(), "changed": 0}


def test_a_new_name_is_found_in_older_texts_by_reading_all(manumit, write_record, citing):
    manumit("import", "hudoc", citing)
    before = Citation.objects.count()
    root = write_record("un/treaty/lamps", _treaty_called("Statute on the Keeping of Lanterns"))
    citing.write_text(
        citing.read_text().replace("Nothing came of it", "The Lamp Protocol of 2030 holds"),
        encoding="utf-8",
    )
    manumit("import", "hudoc", citing)
    write_record("un/treaty/lamps", _treaty_called("Lamp Protocol of 2030"))
    manumit("load", root)
    assert not Citation.objects.filter(target__key="un/treaty/lamps").exists()
    assert manumit("link", "--all", "--format", "json").json["citations"] == before + 1
    assert Citation.objects.filter(target__key="un/treaty/lamps").exists()


def _treaty_called(title):
    return (
        f"---\nkind: instrument\ntitle: {title}\nstatus: published\ninstrument_type: protocol\n"
        "binding: true\nadopted_on: '2030'\n"
        "sources:\n- publisher: Nobody\n  for: [title]\n  on: 2026-11-01\n---\n"
    )
