"""Saving a work while somebody else does."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.timesince import timesince
from wagtail.snippets.views.snippets import EditView


class WorkEditView(EditView):
    """Refuses once to save over what somebody else has saved since the form was opened.

    Wagtail refuses only what it saves by itself. What was typed stands in the form that comes back, and
    saving it again puts it on top; the other version stays among the revisions.
    """

    def is_valid(self, form: Any) -> bool:
        """Whether it may be saved; else ``produced_error_message`` says why not."""
        if not self.expects_json_response and self.is_out_of_date:
            self.produced_error_message = self._told()
            return False
        return bool(super().is_valid(form))

    def workflow_action_action(self) -> HttpResponse | None:
        """Carry out what was decided in a review, or tell why it cannot be."""
        try:
            super().workflow_action_action()
        except PermissionDenied as error:
            messages.error(self.request, str(error))
            return redirect(self.get_edit_url())
        return None

    def _told(self) -> str:
        newest = self.latest_revision
        return format_html(
            "Not saved yet: {} saved this {} ago, while you were writing. What you wrote stands below. "
            'Look at <a href="{}">their version</a> first; if you save again, yours is the newest '
            "and theirs stays in the history.",
            newest.user or "the program",
            timesince(newest.created_at),
            self.get_history_url(),
        )
