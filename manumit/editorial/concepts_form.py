"""The form by which a change to a concept is proposed."""

from typing import Any

from django import forms

from manumit.library import selectors as library
from manumit.vocab import selectors
from manumit.vocab.types import Change, Concept


class ChangeForm(forms.Form):
    """One change: what of the concept, what it is to say, and how anybody knows."""

    what = forms.ChoiceField(label="What is to change", choices=Change.What.choices)
    language = forms.ChoiceField(
        label="Language",
        required=False,
        help_text="Of a name or a word. A definition is in English.",
    )
    text = forms.CharField(
        label="What it is to say",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The name, the word, or the definition in one sentence of our own.",
    )
    instrument = forms.CharField(
        label="Whose word it is",
        required=False,
        max_length=200,
        help_text="Only for the word of one law or instrument: its key, such as un/treaty/palermo-protocol.",
    )
    above = forms.ChoiceField(
        label="Stands below", required=False, help_text="Only where that is what is to change."
    )
    source = forms.CharField(
        label="Where that stands, or who knows it",
        max_length=500,
        help_text="An official text with its article, an address, or a lawyer who writes in that language.",
    )

    def __init__(self, concept: Concept, data: Any = None) -> None:
        super().__init__(data)
        tags = [(tag, tag) for tag in selectors.tags()]
        self.fields["language"].choices = [("", "none"), *tags]  # type: ignore[attr-defined]  # a choice
        others = [one for one in selectors.concepts_of(concept.scheme) if one.pk != concept.pk]
        above = [("", "nothing"), *((one.code, str(one)) for one in others)]
        self.fields["above"].choices = above  # type: ignore[attr-defined]  # a choice
        if concept.broader:
            self.initial["above"] = concept.broader.code

    def clean_instrument(self) -> str:
        """A word is that of a work which the Centre holds, so that readers can look it up."""
        key: str = self.cleaned_data["instrument"].strip()
        if self.data.get("what") == Change.What.WORD and not library.is_held(key):
            raise forms.ValidationError("No work here has this key.")
        return key

    def change(self) -> dict[str, str]:
        """What was filled in, as the vocabulary's service takes it."""
        said = dict(self.cleaned_data)
        above = said.pop("above")
        if said["what"] == Change.What.BROADER:
            said["text"] = above
        return said

    def box_of(self, field: str) -> str:
        """The box in which a field of the change was filled in."""
        moved = field == "text" and self.cleaned_data["what"] == Change.What.BROADER
        return "above" if moved else field
