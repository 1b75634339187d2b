"""The mapping of a list: which column is which field of which kind of record.

kind: judgment
key: hk/case/{Citation}
defaults: {forum: hkcfa}
columns:
  Citation: neutral_citation
  Name: title
  Chinese name: titles.zh-Hant
  Decided: {field: decided_on, date: "%d/%m/%Y"}
  Topics: {field: topics, split: ";"}
  Link: [official_url, sources.url]
  Remarks: null
source: {publisher: The office's list of cases, for: [title, dates], on: 2026-11-22}
"""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator, Field, ValidationError, model_validator

from manumit.records import yamltext
from manumit.records.fields import Part, Source

_MAX_BYTES = 200_000
_PLACE = re.compile(r"\{([^{}]{1,200})\}")
# What a list gives is a draft that nobody has checked, of the one kind its mapping names.
_NOT_FROM_A_LIST = frozenset({"kind", "status", "confidence", "sources"})


class BadMapping(ValueError):
    """The mapping cannot be used; the message is one clear line."""


class Column(Part):
    """Where a column's cells go.

    ``field`` is a field of the record, dotted where it is within one (``titles.zh-Hant``,
    ``relations.considers``), ``body`` for the prose, or ``sources.url`` and its like; ``date`` is
    how days are written in it (``%d/%m/%Y``), ``split`` what parts several values.
    """

    field: str = Field(min_length=1, max_length=100)
    date: str = Field(default="", max_length=40)
    split: str = Field(default="", max_length=5)

    @model_validator(mode="after")
    def gives_drafts(self) -> "Column":
        """Refuse what no list may say of its own records."""
        first = self.field.split(".")[0]
        if first in _NOT_FROM_A_LIST and not self.field.startswith("sources."):
            raise ValueError(f"no column gives {self.field}: what a list gives are drafts")
        return self


def _columns(value: Any) -> Any:
    """``title``, ``[title, body]``, ``{field: title}`` and nothing are all ways to map a column."""
    if value is None:
        return []
    targets = value if isinstance(value, list) else [value]
    return [{"field": one} if isinstance(one, str) else one for one in targets]


Columns = Annotated[tuple[Column, ...], BeforeValidator(_columns)]


class ListMapping(Part):
    """How the rows of one list become records.

    ``key`` is a pattern with headings in braces; ``defaults`` are fields that every row has;
    ``columns`` names every column of the list, with nothing where it is left out on purpose;
    ``header`` is the line of the headings, ``sheet`` that of a workbook, the first if not named.
    """

    kind: Literal["instrument", "legislation", "judgment", "publication", "organisation"]
    key: str = Field(min_length=1, max_length=300)
    columns: dict[str, Columns] = Field(min_length=1)
    defaults: dict[str, Any] = {}
    source: Source
    sheet: str | None = None
    header: int = Field(default=1, ge=1, le=1000)

    @model_validator(mode="after")
    def names_its_columns(self) -> "ListMapping":
        """The key is made of columns of the list, and defaults say nothing a draft cannot."""
        unknown = [name for name in self.key_columns if name not in self.columns]
        if unknown:
            raise ValueError(f"key: no column is called {unknown[0]!r}")
        wrong = _NOT_FROM_A_LIST & set(self.defaults)
        if wrong:
            raise ValueError(f"defaults: {', '.join(sorted(wrong))} cannot be given to drafts")
        return self

    @property
    def key_columns(self) -> list[str]:
        """The headings in the key's pattern."""
        return _PLACE.findall(self.key)

    def heading_of(self, field: str) -> str:
        """The heading of the column that a field, or one around or within it, comes from."""
        near = field
        while near:
            for heading, columns in self.columns.items():
                if any(one.field == near or one.field.startswith(f"{near}.") for one in columns):
                    return heading
            near = near.rpartition(".")[0]
        return ""


def read_mapping(path: Path) -> ListMapping:
    """Read a mapping. Raises BadMapping."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadMapping(f"{path}: {error.strerror}") from error
    if len(data) > _MAX_BYTES:
        raise BadMapping(f"{path} is larger than {_MAX_BYTES // 1000} kB: no mapping is that long")
    try:
        value, _ = yamltext.read(data.decode("utf-8-sig"))
        return ListMapping.model_validate(value)
    except UnicodeDecodeError as error:
        raise BadMapping(f"{path} is not UTF-8 text (byte {error.start})") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadMapping(f"{path}:{line}: not YAML: {error.problem or 'cannot be read'}") from error
    except ValidationError as error:
        raise BadMapping(f"{path}: {_first_fault(error)}") from error
    except (yaml.YAMLError, ValueError, LookupError) as error:
        raise BadMapping(f"{path}: {str(error).splitlines()[0]}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    where = ".".join(str(step) for step in fault["loc"])
    reason = str(fault["ctx"]["error"]) if fault["type"] == "value_error" else str(fault["msg"])
    return f"{where}: {reason}" if where else reason
