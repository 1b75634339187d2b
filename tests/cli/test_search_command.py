"""manumit search: filters given as options."""

import pytest

pytestmark = pytest.mark.usefixtures("starter")


def test_judgments_can_be_asked_for_by_what_they_decided(manumit, settings, starter_index):
    settings.MANUMIT_INDEX = starter_index
    asked = ("search", "trafficking", "--format", "json")
    every, some = manumit(*asked).json, manumit(*asked, "--outcome", "acquitted").json
    assert 0 < some["total"] == every["facets"]["outcome"]["acquitted"] < every["total"]
    assert {hit["kind"] for hit in some["hits"]} == {"judgment"}
