"""Status of treaties: for a territory, for one instrument, as a matrix, between two days."""

from manumit.web.views.status.across import (
    asks_for_status,
    instrument_status_page,
    standing_at_home,
)
from manumit.web.views.status.changes import status_changes_page
from manumit.web.views.status.matrix import matrix_page
from manumit.web.views.status.statement import statement_page
from manumit.web.views.status.territory import status_home, status_page

__all__ = [
    "asks_for_status",
    "instrument_status_page",
    "matrix_page",
    "standing_at_home",
    "statement_page",
    "status_changes_page",
    "status_home",
    "status_page",
]
