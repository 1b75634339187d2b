"""The cover and the files of a publication."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from manumit.library import selectors as library
from manumit.library.errors import WorkNotFound


@require_safe
def file_of_publication(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """The file of that name of a publication that readers may see."""
    try:
        found = library.published_file(key, name)
    except WorkNotFound as error:
        raise Http404(str(error)) from error
    response = HttpResponse(found.data, content_type=found.media_type)
    shown = "inline" if found.media_type.startswith(("image/", "application/pdf")) else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{found.name}"'
    return response
