"""Pages of our own among Wagtail's, for those who may."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet


def require(request: HttpRequest, permission: str) -> None:
    """Raise PermissionDenied where the person lacks it."""
    if not request.user.has_perm(permission):
        raise PermissionDenied


class PermittedViewSet(ViewSet):
    """Stands in the menu of those alone who have its ``permission``; its views ask for it themselves."""

    permission: ClassVar[str]

    @cached_property
    def menu_item_class(self) -> Any:
        """An entry that shows itself to those who may."""
        needed = self.permission

        class Entry(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return bool(request.user.has_perm(needed))

        return Entry
