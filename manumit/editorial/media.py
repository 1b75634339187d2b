"""Pictures and files of the editors' library: cleaned of what tells who made them, told in words."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from manumit.contributions.cleaning import clean_apart
from manumit.contributions.errors import NotCleaned
from manumit.editorial.permitted import require

_MAY = "wagtailadmin.access_admin"


class _Cleaned:
    """What is uploaded is written anew before it is kept."""

    cleaned_data: dict[str, Any]  # these two of the form it stands on
    changed_data: list[str]

    def clean_file(self) -> Any:
        """The file without what tells who made it; one that was kept before stays as it is."""
        given = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return given
        given.seek(0)
        try:
            cleaned = clean_apart(given.read())
        except NotCleaned as error:
            raise ValidationError(str(error)) from error
        return SimpleUploadedFile(PurePath(given.name).name, cleaned.data, given.content_type)


class PictureForm(_Cleaned, BaseImageForm):
    """A picture says in words what it shows."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].label = "What it shows, in words"


class FileForm(_Cleaned, BaseDocumentForm):
    """A PDF, Word or text file."""


@require_safe
def kept_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture or file of the library, for those who work with it."""
    require(request, _MAY)
    return serve(request, path, document_root=str(settings.MEDIA_ROOT))
