"""The desk of these tests."""

import pytest

from tests.desk.centre import Desk, open_desk


@pytest.fixture
def desk(db, tmp_path, settings, monkeypatch) -> Desk:
    return open_desk(tmp_path, settings, monkeypatch)
