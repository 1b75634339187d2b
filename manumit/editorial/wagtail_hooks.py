"""What Wagtail finds by itself at the start: the editing views, and what the harvest brought."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from manumit.editorial.audit import AuditViewSet
from manumit.editorial.bulk import CheckedAction, DiscardAction, SubmitAction, TopicAction
from manumit.editorial.choosers import passage_choosers, work_choosers
from manumit.editorial.concepts import ConceptsViewSet
from manumit.editorial.contributions import ContributionsViewSet
from manumit.editorial.dashboard import DashboardPanel
from manumit.editorial.harvest import HarvestGroup, ReadOnlyPolicy
from manumit.editorial.notes import NotesViewSet
from manumit.editorial.stale import StaleViewSet
from manumit.editorial.tables import TablesViewSet
from manumit.editorial.viewsets import ShelvesGroup
from manumit.harvest.types import Run

for action in (SubmitAction, CheckedAction, TopicAction):
    hooks.register("register_bulk_action", action)
hooks.register("register_bulk_action", DiscardAction, order=1)  # in the place of Wagtail's own
register_snippet(ShelvesGroup)
register_permission_policy(Run, ReadOnlyPolicy(Run))
hooks.register("register_admin_viewset", HarvestGroup)
hooks.register("register_admin_viewset", TablesViewSet)
hooks.register("register_admin_viewset", ContributionsViewSet)
hooks.register("register_admin_viewset", AuditViewSet)
hooks.register("register_admin_viewset", ConceptsViewSet)
hooks.register("register_admin_viewset", NotesViewSet)
hooks.register("register_admin_viewset", lambda: [work_choosers, passage_choosers])
hooks.register("register_admin_viewset", StaleViewSet)
hooks.register(
    "insert_global_admin_css",
    lambda: format_html('<link rel="stylesheet" href="{}">', static("editorial/house.css")),
)
hooks.register(
    "construct_homepage_panels", lambda _request, panels: panels.append(DashboardPanel())
)
