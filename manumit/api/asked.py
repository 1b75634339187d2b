"""What a request asks, read once; what cannot be read is refused in one line."""

from datetime import date

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

ON = OpenApiParameter("on", OpenApiTypes.DATE, description="The day; today when left out.")


def day(request: Request) -> date:
    """The day of ``on``. Raises ValidationError (400) where it is none."""
    given = request.query_params.get("on", "")
    if not given:
        return timezone.localdate()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise ValidationError({"on": f"{given[:40]!r} is not a day: write 2020-01-31"}) from error
