"""The record that is proposed of a contribution, to be changed before it becomes a draft."""

from dataclasses import asdict
from functools import cache

from django import forms

from manumit.contributions.types import Proposal
from manumit.reference import forums, kept_with_concepts, systems, topics


@cache
def _courts() -> list[tuple[str, str]]:
    named = {one.code: one.name() for one in systems().values()}
    courts = sorted((named[court.system], court.name(), court.code) for court in forums().values())
    return [("", "not known"), *((code, f"{place}: {name}") for place, name, code in courts)]


@kept_with_concepts
def _topics() -> list[tuple[str, str]]:
    return sorted(((code, one.label()) for code, one in topics().items()), key=lambda pair: pair[1])


class ProposalForm(forms.Form):
    """What a draft needs; the rest is written in the editor's form of the draft."""

    kind = forms.ChoiceField(choices=[("judgment", "Judgment"), ("publication", "Publication")])
    key = forms.CharField(max_length=200)
    title = forms.CharField(max_length=500)
    language = forms.CharField(max_length=16)
    forum = forms.ChoiceField(label="Court (judgments)", choices=_courts, required=False)
    decided_on = forms.CharField(label="Decided on (judgments)", max_length=10, required=False)
    neutral_citation = forms.CharField(max_length=100, required=False)
    docket_nos = forms.CharField(
        label="Case numbers",
        required=False,
        help_text="One a line",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    publisher = forms.CharField(label="Publisher (publications)", max_length=200, required=False)
    published_on = forms.CharField(
        label="Published on (publications)", max_length=10, required=False
    )
    address = forms.CharField(label="Official address", max_length=500, required=False)
    topics = forms.MultipleChoiceField(choices=_topics, required=False)
    with_text = forms.BooleanField(label="Take in the text of the file as well", required=False)

    @classmethod
    def proposing(cls, proposal: Proposal) -> "ProposalForm":
        """The form as it is proposed."""
        numbers = "\n".join(proposal.docket_nos)
        return cls(initial={**asdict(proposal), "docket_nos": numbers, "with_text": True})

    def proposal(self) -> Proposal:
        """The proposal as the reviewer left it."""
        values = {name: self.cleaned_data[name] for name in Proposal.__dataclass_fields__}
        values["docket_nos"] = (
            tuple(values["docket_nos"].split("\n")) if values["docket_nos"] else ()
        )
        return Proposal(**{**values, "topics": tuple(values["topics"])})
