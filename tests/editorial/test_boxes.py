"""Structured facts in a form's boxes: whatever a record says comes back as it was."""

import pytest
from django.core.exceptions import ValidationError

from manumit.editorial.fields import FactsField
from manumit.records import RECORD_OF_KIND, find_files, read_files
from tests.paths import REPOSITORY

TABLES = {
    "instrument": ("joining", "registration", "authentic_languages"),
    "legislation": (),
    "judgment": (
        "reports", "docket_nos", "panel", "authentic_languages", "anonymity",
        "procedural_history", "remedies",
    ),
    "publication": ("authors", "coverage"),
}  # fmt: skip
COMMON = ("titles", "short_titles", "identifiers", "sources")


def field(kind, name, empty=None):
    asked = RECORD_OF_KIND[kind].model_fields[name]
    return FactsField(shape=asked.annotation, name=name, empty={} if empty is None else empty)


@pytest.mark.parametrize("kind", TABLES)
def test_every_record_of_the_collection_goes_through_the_boxes_unchanged(kind):
    fields = {name: field(kind, name) for name in (*COMMON, *TABLES[kind])}
    for file in read_files(find_files([REPOSITORY / "collection"])):
        if file.record.kind != kind:
            continue
        said = file.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for name, boxes in fields.items():
            if said.get(name) and said[name] != "none":
                assert boxes.clean(boxes.prepare_value(said[name])) == said[name], file.key


def test_empty_boxes_say_nothing():
    boxes = field("instrument", "joining")
    assert boxes.clean(boxes.prepare_value({})) == {}
    assert not boxes.has_changed({}, boxes.prepare_value({}))


@pytest.mark.parametrize(
    ("kind", "name", "said", "path", "says"),
    [
        ("judgment", "sources", [{"for": ["title"], "on": "2026-01-01"}], [0, "publisher"], "needed"),
        ("judgment", "sources", [{"publisher": "A", "on": "2026-01-01"}], [0, "for"], "needed"),
        ("judgment", "remedies", [{"awarded": "HK$1"}], [0, "head"], "needed"),
        ("instrument", "joining", {"takes_effect": {"days": 3, "months": 1}}, ["takes_effect"], "not both"),
        ("instrument", "registration", {"volume": "1"}, ["series"], "needed"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_beside_its_box(kind, name, said, path, says):
    boxes = field(kind, name)
    with pytest.raises(ValidationError) as told:
        boxes.clean(boxes.prepare_value(said))
    found = told.value.as_json_data()
    for step in path:
        found = found["blockErrors"][step]
    assert says in found["messages"][0]
