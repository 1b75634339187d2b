"""What an editor does to many records at once: each as a draft, none past its review."""

from abc import abstractmethod
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from manumit.directory.types import Organisation
from manumit.library.models import Instrument, Judgment, Legislation, Publication
from manumit.library.services import discard_record
from manumit.library.types import TOPIC_SCHEMES, Confidence
from manumit.pages.types import Page
from manumit.records import Source
from manumit.vocab.types import Concept

WORKS = [Judgment, Instrument, Legislation, Publication]


class CheckedForm(forms.Form):
    """Against what the records were checked today."""

    publisher = forms.CharField(max_length=200, label="Whose source it is")
    url = forms.URLField(required=False, assume_scheme="https", label="Where it stands")
    covers = forms.CharField(
        initial="title",
        label="Which facts",
        help_text="With commas: title, dates, provisions.",
    )
    confidence = forms.ChoiceField(
        choices=Confidence.choices, initial=Confidence.MEDIUM, label="How sure the Centre is now"
    )

    def clean(self) -> dict[str, Any]:
        """A source as a record may hold it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        facts = [fact.strip() for fact in cleaned["covers"].split(",") if fact.strip()]
        said = {"publisher": cleaned["publisher"], "for": facts, "on": timezone.localdate()}
        if cleaned["url"]:
            said["url"] = cleaned["url"]
        try:
            source = Source.model_validate(said)
        except ValueError:
            self.add_error("covers", "Write small letters, with commas between: title, dates.")
            return cleaned
        cleaned["source"] = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return cleaned


class TopicForm(forms.Form):
    """The topic that is added."""

    topic = forms.ModelChoiceField(
        Concept.objects.filter(scheme__in=TOPIC_SCHEMES, retired=False).prefetch_related("labels")
    )


class _OnDrafts(SnippetBulkAction):
    """Changes the draft of each record; a second person publishes it as any other."""

    template_name = "editorial/bulk.html"
    models: ClassVar[list[Any]] = [*WORKS, Organisation, Page]

    def check_perm(self, record: Any) -> bool:
        """Whether this person may change it now."""
        lock = record.get_lock()
        may = self.request.user.has_perm(record.permission_to("change"))
        return bool(may and not (lock and lock.for_user(self.request.user)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words of the page."""
        return {**super().get_context_data(**kwargs), "name": self.display_name}

    @classmethod
    def execute_action(cls, records: list[Any], **context: Any) -> tuple[int, int]:
        """Do it to each; gives to how many, and none below them."""
        action = context["self"]
        done = [record for record in records if action.do(record)]
        return len(done), 0

    def get_success_message(self, count: int, _below: int) -> str:
        """How many were changed."""
        return f"{self.display_name}: {count} records."

    @abstractmethod
    def do(self, record: Any) -> bool:
        """Act on one record; gives whether anything was to be done."""


class _Changing(_OnDrafts):
    """One that changes the draft of each."""

    def do(self, record: Any) -> bool:
        """Change one record; gives whether anything was to be done."""
        draft = record.get_latest_revision_as_object()
        if not self.change(draft):
            return False
        draft.save_revision(user=self.request.user, clean=False)
        return True

    @abstractmethod
    def change(self, draft: Any) -> bool:
        """Change the draft in hand; gives whether it is another now."""


class SubmitAction(_OnDrafts):
    """Sends every draft among them to review."""

    display_name = "Submit for review"
    aria_label = "Submit the selected records for review"
    action_type = "submit"
    action_priority = 10

    def do(self, record: Any) -> bool:
        """Start the review of one that has something to review and is in none."""
        workflow = record.get_workflow()
        waits = record.has_unpublished_changes or not record.live
        if not workflow or record.workflow_in_progress or not waits:
            return False
        if record.latest_revision is None:
            record.save_revision(user=self.request.user, clean=False)
        workflow.start(record, self.request.user)
        return True


class CheckedAction(_Changing):
    """Notes for all of them that they were held against a source today."""

    display_name = "Mark as checked today"
    aria_label = "Mark the selected records as checked against a source today"
    action_type = "checked"
    action_priority = 20
    form_class = CheckedForm

    def change(self, draft: Any) -> bool:
        """One more source, and how sure the Centre is."""
        said = self.cleaned_form.cleaned_data
        draft.sources = [*draft.sources, said["source"]]
        draft.confidence = said["confidence"]
        if isinstance(draft, Page):
            draft.checked_on = timezone.localdate()
        return True


class DiscardAction(DeleteBulkAction):
    """Takes drafts away that no reader ever saw, in the place of Wagtail's own deleting."""

    models: ClassVar[list[Any]] = [*WORKS, Organisation, Page]

    def check_perm(self, record: Any) -> bool:
        """Whether this person may delete it, and no reader knew it."""
        return bool(super().check_perm(record) and not record.was_seen)

    @classmethod
    def execute_action(cls, records: list[Any], **context: Any) -> tuple[int, int]:
        """Take each away by the library's own hand: Wagtail's passes by the journal."""
        by = context["self"].request.user
        for record in records:
            discard_record(record=record, by=by, at=timezone.now())
        return len(records), 0


class TopicAction(_Changing):
    """Adds a topic to all of them."""

    models: ClassVar[list[Any]] = WORKS
    display_name = "Add a topic"
    aria_label = "Add a topic to the selected records"
    action_type = "topic"
    action_priority = 25
    form_class = TopicForm

    def change(self, draft: Any) -> bool:
        """The topic, where it is not among them yet."""
        topic = self.cleaned_form.cleaned_data["topic"]
        if topic in draft.topics.all():
            return False
        draft.topics.add(topic)
        return True
