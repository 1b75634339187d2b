"""What every record holds, of a Work or of an organisation."""

from typing import Annotated

from pydantic import Field, model_validator

from manumit.records.fields import (
    BY_NAME,
    Confidence,
    Language,
    Line,
    Part,
    Source,
    Status,
    WebAddress,
)


class Record(Part):
    """What every record holds. ``language`` is that of the title and of the body."""

    title: Line = Field(min_length=1)
    language: Language = "en"
    titles: Annotated[dict[Language, str], BY_NAME] = {}
    short_titles: Annotated[dict[Language, list[str]], BY_NAME] = {}
    status: Status = "published"
    official_url: WebAddress | None = None
    confidence: Confidence = "unverified"
    sources: list[Source] = []

    @model_validator(mode="after")
    def published_has_a_source(self) -> "Record":
        """A published record without a source is refused."""
        if self.status == "published" and not self.sources:
            raise ValueError("a published record needs at least one source; or set status: draft")
        return self
