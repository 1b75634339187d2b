"""What Wagtail finds by itself at the start: the editing views, and what the harvest brought."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from manumit.editorial.contributions import ContributionsViewSet
from manumit.editorial.harvest import HarvestGroup, ReadOnlyPolicy
from manumit.editorial.tables import TablesViewSet
from manumit.editorial.viewsets import ShelvesGroup
from manumit.harvest.types import Run

register_snippet(ShelvesGroup)
register_permission_policy(Run, ReadOnlyPolicy(Run))
hooks.register("register_admin_viewset", HarvestGroup)
hooks.register("register_admin_viewset", TablesViewSet)
hooks.register("register_admin_viewset", ContributionsViewSet)
