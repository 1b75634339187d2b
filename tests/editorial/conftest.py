"""In the editors' house whoever is signed in has shown a second factor."""

import pytest

from manumit.accounts.types import User
from tests.forwarded import forward
from tests.staff import StaffClient, person_with

__all__ = ["client", "forward"]


@pytest.fixture
def client() -> StaffClient:
    return StaffClient()


@pytest.fixture
def editor(db: None) -> User:
    """Ada, who writes; not signed in."""
    return person_with("editor", email="ada@example.org")


@pytest.fixture
def administrator(db: None, client: StaffClient) -> StaffClient:
    """The browser of an administrator who is signed in."""
    client.force_login(person_with("administrator", email="root@example.org"))
    return client
