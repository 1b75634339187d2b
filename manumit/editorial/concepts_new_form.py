"""The form by which a concept is proposed that the vocabularies lack."""

from typing import Any

from django import forms

from manumit.base.languages import SOURCE, languages
from manumit.reference import shipped_schemes
from manumit.vocab import selectors

_NAME = "name_"
_Choices = list[tuple[str, str]]


class NewConceptForm(forms.Form):
    """A concept: where it belongs, its code, its names, what it means, and how anybody knows."""

    scheme = forms.ChoiceField(
        label="Vocabulary",
        help_text="What records name as their topics are exploitation and cross-cutting issues.",
    )
    code = forms.CharField(
        label="Code",
        max_length=64,
        help_text="What records name it by, for good: small letters of English, with hyphens, such as forced-begging.",
    )
    definition = forms.CharField(
        label="What it means",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One sentence of our own, in English.",
    )
    broader = forms.ChoiceField(
        label="Stands below", required=False, help_text="A concept of the same vocabulary."
    )
    source = forms.CharField(
        label="Where that stands, or who knows it",
        max_length=500,
        help_text="An official text with its article, an address, or lawyers who write in those languages.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        schemes = [(code, scheme.title) for code, scheme in shipped_schemes().items()]
        self.fields["scheme"].choices = schemes  # type: ignore[attr-defined]  # a choice
        self.fields["broader"].choices = _places(dict(schemes))  # type: ignore[attr-defined]  # a choice
        for tag, language in languages().items():
            self.fields[_NAME + tag] = forms.CharField(
                label=f"Name in {language.name}",
                max_length=200,
                required=tag == SOURCE,
                widget=forms.TextInput(attrs={"lang": tag}),
                help_text="" if tag == SOURCE else "Left empty where nobody is sure.",
            )
        names = [_NAME + tag for tag in languages()]
        self.order_fields(["scheme", "code", *names, "definition", "broader", "source"])

    def clean(self) -> dict[str, Any]:
        """What it stands below is of its own vocabulary."""
        said: dict[str, Any] = super().clean() or {}
        scheme, _, _ = said.get("broader", "").partition(":")
        if scheme and scheme != said.get("scheme"):
            self.add_error("broader", "That is a concept of another vocabulary.")
        return said

    def concept(self) -> dict[str, Any]:
        """What was filled in, as the vocabulary's service takes it."""
        said = self.cleaned_data
        return {
            **{name: said[name] for name in ("scheme", "code", "definition", "source")},
            "broader": said["broader"].partition(":")[2],
            "names": {tag: said[_NAME + tag] for tag in languages()},
        }

    def box_of(self, field: str) -> str:
        """The box in which a field of the concept, or its name in a language, was filled in."""
        return field if field in self.fields else _NAME + field


def _places(titles: dict[str, str]) -> list[tuple[str, str | _Choices]]:
    """Every concept to stand below, by vocabulary."""
    found: dict[str, _Choices] = {}
    for one in selectors.every_concept():
        place = (f"{one.scheme}:{one.code}", str(one))
        found.setdefault(titles.get(one.scheme, one.scheme), []).append(place)
    return [("", "nothing"), *found.items()]
