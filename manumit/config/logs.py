"""What the log does not hold."""

import logging

_HIDDEN = "/desk/"


class WithoutDesk(logging.Filter):
    """Cuts the addresses of the confidential desk short: they name a case."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record where it is told of such an address; keep every record."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                _HIDDEN if isinstance(one, str) and one.startswith(_HIDDEN) else one
                for one in record.args
            )
        return True
