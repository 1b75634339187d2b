"""Who a change is by."""

from manumit.accounts.models import User

__all__ = ["User"]
