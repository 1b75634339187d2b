"""Settings of a source in a form: written as they stand in a file of sources."""

from typing import Any

import yaml
from django import forms

from manumit.records import yaml_read, yaml_write


class YamlField(forms.CharField):
    """Structured facts as YAML text, the way they stand in files."""

    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def __init__(self, *, empty: Any, **options: Any) -> None:
        self.empty = empty
        options.pop("encoder", None)
        options.pop("decoder", None)
        super().__init__(required=False, **options)

    def prepare_value(self, value: Any) -> str:
        """The facts as text; what was typed stays as typed."""
        if isinstance(value, str):
            return value
        return yaml_write(value) if value else ""

    def to_python(self, value: Any) -> Any:
        """The text as facts. Raises ValidationError with the line that cannot be read."""
        if not value or not value.strip():
            return type(self.empty)()
        try:
            facts, _ = yaml_read(value)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise forms.ValidationError(f"Line {line} cannot be read: {error.problem}") from error
        if not isinstance(facts, type(self.empty)):
            shape = "a list: one - a line" if isinstance(self.empty, list) else "name: value lines"
            raise forms.ValidationError(f"Write {shape}.")
        return facts

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the facts differ, whatever their spelling."""
        try:
            return bool(self.to_python(data) != (initial or type(self.empty)()))
        except forms.ValidationError:
            return True
