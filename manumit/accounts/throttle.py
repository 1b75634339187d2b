"""What was tried how often, kept just long enough to slow down who tries too often."""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.utils import timezone
from django.utils.crypto import salted_hmac


def hidden_key(key: str, key_prefix: str, version: int) -> str:
    """The name of an entry: from which address somebody came cannot be read in it."""
    words = f"{key_prefix}:{version}:{key}"
    return salted_hmac("manumit.accounts.throttle", words, algorithm="sha256").hexdigest()


class ForgettingCache(DatabaseCache):
    """A table that all processes share and from which each write removes what has expired."""

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        self._forget()
        return bool(super()._base_set(mode, key, value, timeout))  # type: ignore[misc]  # stubs lack it

    def _forget(self) -> None:
        connection = connections[router.db_for_write(self.cache_model_class)]
        now = timezone.now().replace(microsecond=0)
        with connection.cursor() as cursor:
            table, expires = map(connection.ops.quote_name, (self._table, "expires"))  # type: ignore[attr-defined]  # stubs lack it
            cursor.execute(
                f"DELETE FROM {table} WHERE {expires} < %s",  # noqa: S608 -- our own table's name
                [connection.ops.adapt_datetimefield_value(now)],
            )
