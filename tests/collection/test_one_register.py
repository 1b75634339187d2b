"""What the benchmark of citations measures is what readers of the library get."""

import pytest

from manumit.citations import KnownWork, Register, recognise
from manumit.cli.bench.register import known_works_in
from manumit.library.models import Work
from manumit.library.selectors.register import known_works
from tests.paths import REPOSITORY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_rows")]


def told(work: KnownWork):
    """All of it; PostgreSQL keeps the languages of titles in an order of its own."""
    return work.key, work.kind, set(work.names), set(work.numbers), work.forum, work.unit


def test_files_and_shelves_know_every_work_by_the_same_names_and_numbers():
    in_files = {work.key: work for work in known_works_in(REPOSITORY / "collection")}
    on_shelves = {work.key: work for work in known_works(Work.objects.all())}
    assert on_shelves.keys() == in_files.keys()
    differing = [key for key, work in on_shelves.items() if told(work) != told(in_files[key])]
    assert differing == []


def test_a_treaty_is_found_by_the_number_under_which_it_is_registered():
    (citation,) = recognise("CETS No. 197, Article 13", Register(known_works(Work.objects.all())))
    assert citation.key == "coe/treaty/anti-trafficking-convention"
    assert citation.pinpoints == ("art_13",)
