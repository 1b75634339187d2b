"""In the editors' house whoever is signed in has shown a second factor."""

import pytest

from tests.forwarded import forward
from tests.staff import StaffClient

__all__ = ["client", "forward"]


@pytest.fixture
def client() -> StaffClient:
    return StaffClient()
