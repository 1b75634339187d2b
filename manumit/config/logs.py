"""What the log does not hold."""

import logging
import re

_HIDDEN = "/desk/"
# In any language: /lang/th/desk/…
_OF_THE_DESK = re.compile(r"(/lang/[A-Za-z-]+)?/+desk/")


class WithoutDesk(logging.Filter):
    """Cuts the addresses of the confidential desk short: they name a case."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record where it is told of such an address; keep every record."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                _HIDDEN if isinstance(one, str) and _OF_THE_DESK.match(one) else one
                for one in record.args
            )
        return True
