"""Who a visitor of a public page is, where they are signed in, without touching their session.

Django's own way could send a cookie back, and public pages send none.
"""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest


def account_of(request: HttpRequest) -> Any:
    """The account of the visitor; None without one."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    bare = HttpRequest()
    bare.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    user = get_user(bare)
    return user if user.is_authenticated else None
