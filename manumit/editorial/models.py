"""The step of a review: a second person looks."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Task, TaskState

from manumit.editorial.revisions import says_the_same


class SecondPerson(Task):
    """Approved by somebody who may review and has not written what is reviewed.

    Who may unlock records of a kind reviews them; Wagtail's own step for groups would let the
    person approve who asked for the review.
    """

    class Meta:
        verbose_name = "second person"
        verbose_name_plural = "second persons"

    @classmethod
    def get_description(cls) -> str:
        """What the administrator of workflows reads of it."""
        return "Somebody who has not written the text approves it"

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Reviewers see what they review."""
        return _may_review(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """While it is reviewed only reviewers change it, and then somebody else approves."""
        return not _may_review(obj, user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Approve or ask for changes, for a second person; nothing for those who wrote it.

        Wagtail adds "and Publish" to the name of the last step.
        """
        state = obj.current_workflow_task_state
        if state is None or not self._is_second(state, user):
            return []
        sent_back = [("reject", "Ask for changes", True)]
        if _is_newest(state):
            return [*sent_back, ("approve", "Approve", False)]
        return sent_back

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Carry out what a second person decides. Raises PermissionDenied for anybody else."""
        if not self._is_second(task_state, user):
            raise PermissionDenied("Somebody else has to look at what you wrote.")
        if action_name == "approve" and not _is_newest(task_state):
            raise PermissionDenied("It was changed since the review began: ask for a new one.")
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """What waits for this person: never what they wrote or sent themselves."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        waiting = waiting.select_related("workflow_state", "revision")
        mine = [state.pk for state in waiting if self._is_second(state, user)]
        return TaskState.objects.filter(pk__in=mine)

    def _is_second(self, state: Any, user: Any) -> bool:
        wrote = {state.workflow_state.requested_by_id, state.revision.user_id}
        return user.pk not in wrote and _may_review(state.revision.content_object, user)


def _may_review(record: Any, user: Any) -> bool:
    return bool(user.has_perm(record.permission_to("unlock")))


def _is_newest(state: Any) -> bool:
    """Whether nothing was written since the review began."""
    return says_the_same(state.revision.content_object.latest_revision, state.revision)
