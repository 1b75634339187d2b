"""The form of a work."""

from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from pydantic import BaseModel, TypeAdapter
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import InlinePanel

from manumit.editorial.fields import AsInARecord, FactsField, ProceedingField, ProvisionsField
from manumit.editorial.shapes import bare
from manumit.editorial.wording import told_code
from manumit.library.models import Proceeding
from manumit.library.services import keep_provisions
from manumit.library.types import OUTCOME_SCHEMES, PRACTICE_SCHEMES, TOPIC_SCHEMES
from manumit.records import LegislationRecord, Source
from manumit.reference import system_codes, system_of
from manumit.vocab.types import Concept

_SOURCES: TypeAdapter[list[Source]] = TypeAdapter(list[Source])
_SCHEMES = {
    "topics": TOPIC_SCHEMES,
    "practice_areas": PRACTICE_SCHEMES,
    "outcomes": OUTCOME_SCHEMES,
}

_PROCEEDING = (
    "The short name that all judgments of one case share, in small letters with hyphens: "
    "zn-v-secretary-for-justice. A name that no judgment has yet begins a new chain."
)

_DAYS = ("_on", "_as_of")
_DAY = "A day: 2031-05-02."
_AS_KNOWN = "As exact as it is known: 2031-05-02, 2031-05 or 2031."

# A choice of concepts has all their names from one query, not each of a hundred from its own; in
# the lists below a work, whose forms Wagtail makes, as well. None that is retired is offered.
_CONCEPTS = {"queryset": Concept.objects.filter(retired=False).prefetch_related("labels")}
register_form_field_override(models.ForeignKey, to=Concept, override=_CONCEPTS)


def field_for(
    record: type[BaseModel], field: models.Field[Any, Any], **options: Any
) -> forms.Field | None:
    """The form field of a model's field: what it may hold is what the record's type says."""
    shape = shape_of(record, field.name)
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
    if field.name == "proceeding":
        return ProceedingField(
            label="Proceeding",
            required=False,
            help_text=_PROCEEDING,
            validators=[AsInARecord(shape)],
        )
    if isinstance(field, models.CharField) and field.name.endswith(_DAYS):
        options["help_text"] = _DAY if bare(shape) is date else _AS_KNOWN
    made = field.formfield(**options)
    told_by_the_model = field.name == "language"  # in words of its own
    checks = isinstance(field, models.CharField) and not told_by_the_model
    if made is not None and shape is not None and checks:
        made.validators = [*made.validators, AsInARecord(shape)]
    return made


def form_for(
    record: type[BaseModel], base: type[WagtailAdminModelForm] | None = None
) -> type[WagtailAdminModelForm]:
    """The form of a kind of record, each field as its record has it, checked as ``base`` does."""

    class KindForm(base or RecordForm):  # type: ignore[misc]  # a base that is chosen when it runs
        class Meta:
            @staticmethod
            def formfield_callback(field: models.Field[Any, Any], **options: Any) -> Any:
                return field_for(record, field, **options)

    return KindForm


class RowsPanel(InlinePanel):
    """Rows below a record, each field as its ``record`` has it and checked as ``base`` does."""

    def __init__(
        self,
        *given: Any,
        record: type[BaseModel],
        base: type[WagtailAdminModelForm] = WagtailAdminModelForm,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.record, self.base = record, base

    def clone_kwargs(self) -> dict[str, Any]:
        """What a panel like this one is made of."""
        return {**super().clone_kwargs(), "record": self.record, "base": self.base}

    def get_form_options(self) -> dict[str, Any]:
        """The options of the list, with the form of a row."""
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = form_for(self.record, self.base)
        return options


def shape_of(record: type[BaseModel], name: str) -> Any:
    """The type of a record's field with all that is said about it; None where it has no such field."""
    known = record.model_fields.get(name)
    if known is None:
        return None
    said = tuple(known.metadata)
    return Annotated[(known.annotation, *said)] if said else known.annotation


def _choice(
    field: models.Field[Any, Any], codes: tuple[str, ...], **options: Any
) -> forms.ChoiceField:
    words = [(code, told_code(code)) for code in codes]
    return forms.ChoiceField(
        choices=words if not field.blank else [("", "not said"), *words],
        required=not field.blank,
        label=options.get("label") or str(field.verbose_name).capitalize(),
    )


class RecordForm(WagtailAdminModelForm):
    """Checks what a record must hold before a draft of it may be kept."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # Why the last change was made says nothing of this one.
        if not self.instance.has_unpublished_changes:
            self.initial["why"] = ""
        for name in _SCHEMES.keys() & self.fields.keys():
            self._offer_what_it_bears(name)

    def _offer_what_it_bears(self, name: str) -> None:
        """A retired concept of this record stays a box to untick: a save loses none unseen."""
        field = self.fields[name]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        assert field.queryset is not None
        borne = [concept.pk for concept in self.initial.get(name, []) if concept.retired]
        field.queryset |= Concept.objects.filter(pk__in=borne)

    def clean_sources(self) -> Any:
        """Every source bears a day that has come, and what readers see has at least one."""
        given = self.cleaned_data["sources"]
        if any(source.on > timezone.localdate() for source in _SOURCES.validate_python(given)):
            raise ValidationError("A source bears a day that has not come yet.")
        # A row that was never kept says that it is live.
        held = self.instance.pk is not None and self.instance.live
        shown = held or "action-publish" in self.data
        if shown and not given:
            raise ValidationError("What readers see needs at least one source.")
        return given


class WorkForm(RecordForm):
    """Checks what stands below a work as well."""

    def clean_proceeding(self) -> Proceeding | None:
        """The case of this jurisdiction that has the short name, made where it has none yet."""
        code, key = self.cleaned_data["proceeding"], self.cleaned_data.get("key", "")
        if not code or not key:
            return None
        of = {"system_id": system_of(key), "code": code}
        if of["system_id"] not in system_codes():
            return None  # told beside the key
        return Proceeding.objects.get_or_create(**of)[0]

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


class LawForm(WorkForm):
    """Keeps what is said of provisions: in the draft, and on the shelves where nobody reads it yet."""

    provisions = ProvisionsField(
        shape=shape_of(LegislationRecord, "provisions"),
        name="provisions",
        empty=[],
        label="Provisions",
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.initial.setdefault("provisions", self.instance.provisions)
        key = self.data.get(self.add_prefix("key")) or self.instance.key
        provisions = self.fields["provisions"]
        assert isinstance(provisions, ProvisionsField)
        provisions.of = (self.instance.KIND, key.partition("/")[0])

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - as Django has it
        """Put the provisions into the draft in hand; Wagtail saves rows that no reader sees at once."""
        self.instance.provisions = self.cleaned_data["provisions"]
        work = super().save(commit=commit)
        if commit:
            keep_provisions(work=work, at=timezone.now())
        return work


class PublicationForm(WorkForm):
    """Checks the cover and the files as well."""

    def clean_cover_alt(self) -> str:
        """A picture says in words what it shows; those of the library do, where nothing is said here."""
        said: str = self.cleaned_data["cover_alt"]
        cover = self.cleaned_data.get("cover")
        if cover is None:
            return ""
        if not (said or cover.description):
            raise ValidationError("Say in words what the picture shows.")
        return said or str(cover.description)

    def is_valid(self) -> bool:
        """Whether it may be kept: no two of its files have one name."""
        return bool(super().is_valid()) and self._names_differ()

    def _names_differ(self) -> bool:
        rows = [
            row for row in self.formsets["files"].forms if not row.cleaned_data.get("DELETE", False)
        ]
        names = [row.instance.shown_name() for row in rows]
        twice = [row for row, name in zip(rows, names, strict=True) if names.count(name) > 1]
        for row in twice:
            row.add_error("name", "Another file of this publication has this name.")
        return not twice


def _is_of_another(said: dict[str, Any], work: int | None) -> bool:
    passage = said.get("passage")
    return passage is not None and not said.get("DELETE") and passage.work_id != work
