"""The cover and the files of a publication, from the folder beside its record."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import ReferenceIndex
from wagtail.utils.file import hash_filelike

from manumit.library.models import Publication, PublicationFile
from manumit.records import PublicationRecord


def attach(work: Publication, record: PublicationRecord, folder: Path) -> None:
    """Let the publication have this cover and these files; what the library has is not kept twice.

    The folder was held against the record before (``manumit.records.checks``).
    """
    had_any = bool(work.cover_id) or work.files.exists()
    cover = record.cover
    work.cover = _kept(Image, folder / cover.file, cover.alt) if cover else None
    work.cover_name, work.cover_alt = (cover.file, cover.alt) if cover else ("", "")
    work.save(update_fields=["cover", "cover_name", "cover_alt"])
    PublicationFile.objects.filter(publication=work).delete()
    PublicationFile.objects.bulk_create(
        PublicationFile(
            publication=work,
            sort_order=place,
            document=_kept(Document, folder / one.file, one.title or record.title[:200]),
            name=one.file,
            language=one.language,
            title=one.title,
        )
        for place, one in enumerate(record.files)
    )
    if had_any or cover or record.files:
        # Loads do not move the index of what refers to what; taking down a work asks it for files.
        ReferenceIndex.create_or_update_for_object(Publication.objects.get(pk=work.pk))


def _kept(model: Any, path: Path, says: str) -> Any:
    """The file in the editors' library, put there where it is not; ``says`` what it is."""
    data = ContentFile(path.read_bytes(), name=path.name)
    digest = hash_filelike(data)
    held = model.objects.filter(file_hash=digest).first()
    if held is not None:
        return held
    row = model(title=says[:255], file=data, file_hash=digest, file_size=data.size)
    if model is Image:
        row.title, row.description = path.stem[:255], says[:255]
    row.save()
    return row
