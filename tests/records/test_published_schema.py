"""The schema that other programs validate collection files with says what we accept."""

import json

from jsonschema import Draft202012Validator

from manumit.records import find_files, json_schema, yaml_read
from tests.paths import REPOSITORY

PUBLISHED = REPOSITORY / "docs" / "collection.schema.json"


def front_matter(path):
    value, _ = yaml_read(path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---"))
    return value


def test_the_published_file_is_what_the_program_prints():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema(), (
        "write it anew: manumit schema > docs/collection.schema.json"
    )


def test_every_starter_record_validates_against_it():
    validator = Draft202012Validator(json_schema())
    for place in find_files([REPOSITORY / "collection"]):
        faults = [error.message for error in validator.iter_errors(front_matter(place.path))]
        assert faults == [], place.path


def test_it_describes_the_six_kinds_and_every_relation():
    schema = json_schema()
    assert set(schema["discriminator"]["mapping"]) == {
        "instrument", "legislation", "judgment", "publication", "organisation", "page",
    }  # fmt: skip
    relation = schema["$defs"]["Relation"]["properties"]
    assert {"considers", "considered_by", "on", "note"} <= set(relation)
    assert not schema["$defs"]["Source"]["additionalProperties"]
    assert "for" in schema["$defs"]["Source"]["required"]
