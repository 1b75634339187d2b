"""The form of a work."""

from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from pydantic import BaseModel, TypeAdapter
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.models import register_form_field_override

from manumit.editorial.fields import AsInARecord, FactsField
from manumit.editorial.shapes import bare
from manumit.library.types import OUTCOME_SCHEMES, PRACTICE_SCHEMES, TOPIC_SCHEMES
from manumit.records import RECORD_OF_KIND, Source
from manumit.vocab.types import Concept

_SOURCES: TypeAdapter[list[Source]] = TypeAdapter(list[Source])
_SCHEMES = {
    "topics": TOPIC_SCHEMES,
    "practice_areas": PRACTICE_SCHEMES,
    "outcomes": OUTCOME_SCHEMES,
}

# A choice of concepts has all their names from one query, not each of a hundred from its own; in
# the lists below a work, whose forms Wagtail makes, as well.
_CONCEPTS = {"queryset": Concept.objects.prefetch_related("labels")}
register_form_field_override(models.ForeignKey, to=Concept, override=_CONCEPTS)


def field_for(
    record: type[BaseModel], field: models.Field[Any, Any], **options: Any
) -> forms.Field | None:
    """The form field of a model's field: what it may hold is what the record's type says."""
    shape = _shape(record, field.name)
    if isinstance(field, models.JSONField):
        label = options.get("label") or str(field.verbose_name).capitalize()
        return FactsField(shape=shape, name=field.name, empty=field.get_default(), label=label)
    if isinstance(field, models.URLField):
        options["assume_scheme"] = "https"
    if field.name in _SCHEMES:
        return field.formfield(
            queryset=_CONCEPTS["queryset"].filter(scheme__in=_SCHEMES[field.name]),
            widget=forms.CheckboxSelectMultiple,
            **options,
        )
    if get_origin(bare(shape)) is Literal:
        return _choice(field, get_args(bare(shape)), **options)
    made = field.formfield(**options)
    told_by_the_model = field.name == "language"  # in words of its own
    checks = isinstance(field, models.CharField) and not told_by_the_model
    if made is not None and shape is not None and checks:
        made.validators = [*made.validators, AsInARecord(shape)]
    return made


@cache
def form_for(kind: str) -> type[WagtailAdminModelForm]:
    """The form of a kind of work, each field as its record has it."""
    record = RECORD_OF_KIND[kind]

    class KindForm(WorkForm):
        class Meta:
            @staticmethod
            def formfield_callback(field: models.Field[Any, Any], **options: Any) -> Any:
                return field_for(record, field, **options)

    return KindForm


def _shape(record: type[BaseModel], name: str) -> Any:
    known = record.model_fields.get(name)
    if known is None:
        return None
    said = tuple(known.metadata)
    return Annotated[(known.annotation, *said)] if said else known.annotation


def _choice(
    field: models.Field[Any, Any], codes: tuple[str, ...], **options: Any
) -> forms.ChoiceField:
    words = [(code, code.replace("-", " ").replace("_", " ")) for code in codes]
    return forms.ChoiceField(
        choices=words if not field.blank else [("", "not said"), *words],
        required=not field.blank,
        label=options.get("label") or str(field.verbose_name).capitalize(),
    )


class WorkForm(WagtailAdminModelForm):
    """Checks what a record must hold before a draft of it may be kept."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # Why the last change was made says nothing of this one.
        if not self.instance.has_unpublished_changes:
            self.initial["why"] = ""

    def clean_sources(self) -> Any:
        """Every source bears a day that has come, and what readers see has at least one."""
        given = self.cleaned_data["sources"]
        if any(source.on > timezone.localdate() for source in _SOURCES.validate_python(given)):
            raise ValidationError("A source bears a day that has not come yet.")
        shown = self.instance.live or "action-publish" in self.data
        if shown and not given:
            raise ValidationError("What readers see needs at least one source.")
        return given

    def is_valid(self) -> bool:
        """Whether it may be kept, with all that stands below the work."""
        return bool(super().is_valid()) and self._pins_are_its_own()

    def _pins_are_its_own(self) -> bool:
        """The window that offers passages can be led astray: none of another work is pinned."""
        pins = [
            pin
            for finding in getattr(self.formsets.get("findings"), "forms", [])
            for pin in finding.formsets["pinpoints"].forms
        ]
        strays = [pin for pin in pins if _is_of_another(pin.cleaned_data, self.instance.pk)]
        for pin in strays:
            pin.add_error("passage", "This passage belongs to another work.")
        return not strays


def _is_of_another(said: dict[str, Any], work: int | None) -> bool:
    passage = said.get("passage")
    return passage is not None and not said.get("DELETE") and passage.work_id != work
