"""Who a change is by, and what people are here for."""

from manumit.accounts.models import Event, Session, User
from manumit.accounts.roles import Role

__all__ = ["Event", "Role", "Session", "User"]
