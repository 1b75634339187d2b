"""Pages of the site: what a Centre says for itself, and what it teaches."""

import re
from typing import Literal

from pydantic import Field, model_validator

from manumit.records.fields import (
    Confidence,
    Day,
    Language,
    Line,
    Part,
    ShortLine,
    Source,
    Status,
)

_LINK = re.compile(r"\]\(([^()\s]+)\)")


class Translation(Part):
    """From which language a page was translated, by whom, and who has read it since."""

    of: Language = "en"
    by: Literal["machine", "person"]
    on: Day
    reviewed_by: ShortLine = ""
    reviewed_on: Day | None = None

    @model_validator(mode="after")
    def a_review_has_a_name_and_a_day(self) -> "Translation":
        """Nobody in particular, and no day in particular, is no review."""
        if bool(self.reviewed_by) != bool(self.reviewed_on):
            raise ValueError("write reviewed_by and reviewed_on both, or neither")
        return self

    @property
    def is_marked(self) -> bool:
        """Whether readers are told that a machine wrote it and nobody has read it since."""
        return self.by == "machine" and not self.reviewed_by


class Option(Part):
    """One answer among which a reader chooses."""

    says: Line = Field(min_length=1)
    right: bool = False


class Question(Part):
    """A question by which readers test themselves, with its answers and why (Markdown)."""

    asks: str = Field(min_length=1)
    options: list[Option] = Field(min_length=2)
    why: str = Field(min_length=1)

    @model_validator(mode="after")
    def has_an_answer(self) -> "Question":
        """Some answer is right, and not every one."""
        if len({option.right for option in self.options}) == 1:
            raise ValueError("mark at least one option right: true, and leave one that is not")
        return self


class PageRecord(Part):
    """One page of the site in one language. Its body links to works by their keys."""

    kind: Literal["page"]
    title: Line = Field(min_length=1)
    language: Language = "en"
    status: Status = "published"
    section: Literal["learn", "centre"]
    position: int = Field(default=0, ge=0)
    gist: Line = ""
    checked_on: Day | None = None
    translation: Translation | None = None
    questions: list[Question] = []
    confidence: Confidence = "unverified"
    sources: list[Source] = []

    @model_validator(mode="after")
    def published_has_a_source(self) -> "PageRecord":
        """A published page without a source is refused."""
        if self.status == "published" and not self.sources:
            raise ValueError("a published page needs at least one source; or set status: draft")
        return self


def links_of(record: PageRecord, body: str) -> list[str]:
    """Where the page's own words lead, in order: keys, addresses of passages, of pages, of the web."""
    prose = [body, *(question.why for question in record.questions)]
    return [target for text in prose for target in links_in(text)]


def links_in(prose: str) -> list[str]:
    """Where Markdown leads, in order."""
    return _LINK.findall(prose)


def leads_to_a_work(target: str) -> bool:
    """Whether a link is to a work or a passage, by its key or address, and not to a page."""
    return not re.match(r"[a-z]+:|[/#]", target)
