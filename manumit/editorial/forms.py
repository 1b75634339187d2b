"""The form of a work."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from pydantic import TypeAdapter
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.models import register_form_field_override

from manumit.editorial.fields import FactsField
from manumit.records import Source
from manumit.vocab.types import Concept

_SOURCES: TypeAdapter[list[Source]] = TypeAdapter(list[Source])

# A choice of concepts has all their names from one query, not each of a hundred from its own; in
# the lists below a work, whose forms Wagtail makes, as well.
_CONCEPTS = {"queryset": Concept.objects.prefetch_related("labels")}
register_form_field_override(models.ForeignKey, to=Concept, override=_CONCEPTS)


def field_for(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    """Facts kept as JSON are edited as the YAML of the record; all else as Django would."""
    if isinstance(field, models.JSONField):
        label = options.get("label") or str(field.verbose_name).capitalize()
        return FactsField(empty=field.get_default(), label=label)
    if isinstance(field, models.URLField):
        options["assume_scheme"] = "https"
    if field.related_model is Concept:
        options |= _CONCEPTS
    return field.formfield(**options)


class WorkForm(WagtailAdminModelForm):
    """Checks what a record must hold before a draft of it may be kept."""

    def _refuse_to_show_without(self, sources: list[Source]) -> None:
        if any(source.on > timezone.localdate() for source in sources):
            raise ValidationError("A source bears a day that has not come yet.")
        shown = self.instance.live or "action-publish" in self.data
        if shown and not sources:
            raise ValidationError("What readers see needs at least one source.")

    class Meta:
        formfield_callback = field_for

    def clean_sources(self) -> Any:
        """Every source says who, for which facts, and the day someone looked."""
        given = self.cleaned_data["sources"]
        try:
            checked = _SOURCES.validate_python(given)
        except ValueError as error:
            first = error.errors()[0]  # type: ignore[attr-defined]  # pydantic's ValidationError
            where = ".".join(map(str, first["loc"]))
            raise ValidationError(f"{where}: {first['msg']}") from error
        self._refuse_to_show_without(checked)
        return [
            source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for source in checked
        ]
