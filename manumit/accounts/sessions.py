"""Where sessions are kept: Django's own way, with whose each one is."""

from datetime import UTC, datetime
from typing import Any, cast

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from manumit.accounts.models import Session


class SessionStore(DatabaseStore):
    """Sessions in the database, found by their owner."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The row of a session."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for what the session holds."""
        row = cast(Session, super().create_model_instance(data))
        row.user_id = data.get(SESSION_KEY)
        if row.user_id and (records := data.get(AUTHENTICATION_METHODS_SESSION_KEY)):
            row.began_at = datetime.fromtimestamp(records[0]["at"], UTC)
        return row
