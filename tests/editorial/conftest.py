"""In the editors' house whoever is signed in has shown a second factor."""

import pytest

from tests.staff import StaffClient


@pytest.fixture
def client() -> StaffClient:
    return StaffClient()
