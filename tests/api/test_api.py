"""Positions over the API are the documents that the program prints."""

import json
from datetime import date

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from manumit.cli import program
from manumit.treaties import selectors as treaties

pytestmark = pytest.mark.usefixtures("starter")


def test_a_position_is_the_document_of_the_program(client, monkeypatch, capsys):
    response = client.get("/api/positions/hk/un/treaty/crc?on=1997-07-01")
    monkeypatch.setattr(
        "sys.argv",
        ["manumit", "position", "un/treaty/crc", "--on", "1997-07-01", "--format", "json"],
    )
    assert program.run() == 0
    assert response.json() == json.loads(capsys.readouterr().out)
    assert response.json()["in_force"] is True
    assert response.json()["since"] == "1997-07-01"


def test_all_positions_of_a_territory_come_at_once(client):
    found = client.get("/api/positions/hk?on=1997-06-30").json()
    assert len(found) == len(treaties.positions_of("hk", date(1997, 6, 30)))
    assert {one["through"] for one in found} == {"gb"}


def test_all_states_under_an_instrument(client):
    found = client.get("/api/states/un/treaty/palermo-protocol?on=2020-01-01").json()
    answers = {one["territory"]: one["in_force"] for one in found}
    assert answers["th"] is True
    assert answers["hk"] is False


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/api/positions/hk/un/treaty/crc?on=banana", 400, "is not a day"),
        ("/api/positions/zz", 404, "no state or territory"),
        ("/api/positions/hk/un/treaty/nothing", 404, "no published instrument"),
        ("/api/states/un/treaty/nothing", 404, "no published instrument"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(client, address, status, says):
    response = client.get(address)
    assert response.status_code == status
    assert says in response.content.decode()


def test_the_description_is_sound_and_the_answers_keep_to_it(client):
    schema = SchemaGenerator().get_schema(request=None, public=True)
    validate_schema(schema)
    assert client.get("/api/schema").status_code == 200
    shape = {**schema["components"]["schemas"]["PositionShape"], "components": schema["components"]}
    for document in client.get("/api/positions/hk").json():
        Draft202012Validator(shape).validate(document)
