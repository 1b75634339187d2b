"""What a search found, to take along."""

import csv
import io

import pytest
import rispy

from manumit.library.models import Work
from manumit.web.views.search_lists import _harmless

pytestmark = pytest.mark.usefixtures("starter")
ASKED = "/search/list?q=trafficking&kind=judgment&jurisdiction=hk"


def total(client):
    return client.get(ASKED.replace("/list", "")).context["result"].total


def test_a_spreadsheet_has_a_row_for_every_work_found_with_its_citation_and_address(client):
    response = client.get(f"{ASKED}&as=csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == total(client) > 3
    assert all(row["citation"] and row["address"].startswith("http") for row in rows)
    assert {row["kind"] for row in rows} == {"judgment"}


def test_a_reference_manager_reads_every_work(client):
    entries = rispy.loads(client.get(f"{ASKED}&as=ris").content.decode())
    assert len(entries) == total(client)


def test_a_list_has_a_citation_a_line(client):
    lines = client.get(f"{ASKED}&as=oscola").content.decode().splitlines()
    assert len(lines) == total(client)
    assert any("HKC" in line for line in lines)


def test_everything_found_is_there_past_the_first_pages(client):
    lines = client.get("/search/list?as=oscola").content.decode().splitlines()
    assert len(lines) == Work.objects.filter(live=True).count() > 600


@pytest.mark.parametrize("wanted", ["", "pdf", "csl-json"])
def test_a_form_that_is_not_offered_is_not_found(client, wanted):
    assert client.get(f"{ASKED}&as={wanted}").status_code == 404


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert _harmless(cell) == f"'{cell}"
