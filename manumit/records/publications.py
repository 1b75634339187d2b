"""Publications: reports, guidelines, learning tools; with their cover and their files."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from manumit.records.fields import (
    BY_NAME,
    Code,
    Codes,
    Language,
    Line,
    Part,
    PartialDate,
    ShortLine,
)
from manumit.records.works import WorkRecord

# Names that every file system and every address can hold; they lead nowhere else.
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,90}\.(pdf|docx|txt)$")]
PictureName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,90}\.(png|jpg|jpeg)$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Cover(Part):
    """The picture on the cover. ``alt`` says in words what it shows, for those who do not see it."""

    file: PictureName
    sha256: Digest
    alt: Line = Field(min_length=1)


class PublishedFile(Part):
    """One file of a publication, in one language; ``title`` where it is not the whole of it."""

    file: FileName
    sha256: Digest
    language: Language
    title: ShortLine = ""


class PressContact(Part):
    """Whom journalists ask."""

    name: ShortLine = ""
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")] | None = None
    phone: Annotated[str, Field(pattern=r"^\+[1-9][\d ]{6,20}$")] | None = None


class PublicationRecord(WorkRecord):
    """A report, guideline, learning tool, news item or website.

    Its cover and files lie in a folder beside its own file that has the same name without ``.md``.
    """

    kind: Literal["publication"]
    publication_type: Literal[
        "report",
        "gap-analysis",
        "white-paper",
        "guideline",
        "best-practice",
        "learning-tool",
        "news",
        "website",
        "book",
        "article",
    ]
    publisher: ShortLine = Field(min_length=1)
    authors: list[str] = []
    published_on: PartialDate | None = None
    edition: ShortLine = ""
    release: bool = False
    coverage: Codes = []
    law_as_of: PartialDate | None = None
    series: ShortLine = ""
    licence: ShortLine = ""
    identifiers: Annotated[dict[Code, str], BY_NAME] = {}
    press_contact: PressContact | None = None
    cover: Cover | None = None
    files: list[PublishedFile] = []

    @model_validator(mode="after")
    def files_have_names_of_their_own(self) -> "PublicationRecord":
        """No two files of a folder have one name."""
        names = [one.file for one in self.files] + ([self.cover.file] if self.cover else [])
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two files are called {', '.join(twice)}")
        return self
