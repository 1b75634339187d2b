"""Structured facts among the panels of a form, and two versions of them side by side."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import JSONField
from wagtail.admin.compare import TextFieldComparison, register_comparison_class
from wagtail.admin.panels import FieldPanel

from manumit.records import yaml_write


class FactsComparison(TextFieldComparison):
    """Two versions of a fact, compared in the lines in which a file would say them."""

    def __init__(self, field: Any, before: Any, after: Any) -> None:
        super().__init__(field, before, after)
        self.val_a = _lines(field.value_from_object(before))
        self.val_b = _lines(field.value_from_object(after))


register_comparison_class(JSONField, comparison_class=FactsComparison)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a draft says in no field of its row, as far as a comparison asks."""

    name: str

    @property
    def verbose_name(self) -> str:
        return self.name

    def value_from_object(self, record: Any) -> Any:
        return getattr(record, self.name)


class SaidPanel(FieldPanel):
    """A fact that the form has and the row has not, compared like the others."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The fact in one form."""

        def get_comparison(self) -> list[Any]:
            """How two versions of the fact are compared."""
            return [partial(FactsComparison, _Said(self.field_name))]


def _lines(value: Any) -> str:
    return yaml_write(value) if value else ""
