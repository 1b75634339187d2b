"""Something that was forwarded, for the tests of every room that sees it."""

import pytest

from manumit.contributions import services
from manumit.contributions.types import Said


@pytest.fixture
def forward(db, at):
    """Forward something; gives its receipt and the row."""

    def do(file=b"", **said):
        receipt, one = services.begin(said=Said(**said), file=file, by=None, at=at)
        services.send(receipt=receipt, at=at)
        one.refresh_from_db()
        return receipt, one

    return do
