"""The directory as Open Referral HSDS 3.0: where partners take services from."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from manumit.api.shapes import HsdsPageShape, HsdsShape
from manumit.directory import selectors as directory

_MOST = 500
_PAGE = OpenApiParameter("page", OpenApiTypes.INT, description="Which page, from 1.")
_SIZE = OpenApiParameter(
    "per_page", OpenApiTypes.INT, description=f"At most {_MOST}; 100 if not said."
)


@extend_schema(operation_id="hsds", responses=HsdsShape)
@api_view(["GET"])
def about(request: Request) -> Response:
    """Which version of the specification this is, and where the API is described."""
    return Response(
        {
            "version": directory.HSDS_VERSION,
            "profile": directory.HSDS_PROFILE,
            "openapi_url": request.build_absolute_uri("/api/schema"),
        }
    )


@extend_schema(operation_id="hsds_services", parameters=[_PAGE, _SIZE], responses=HsdsPageShape)
@api_view(["GET"])
def services(request: Request) -> Response:
    """Every published service, with its organisation."""
    today = timezone.localdate()
    rows = directory.published_services()
    return _page(request, rows, lambda row: directory.service_document(row, today))


@extend_schema(operation_id="hsds_service", responses=OpenApiTypes.OBJECT)
@api_view(["GET"])
def service(request: Request, number: UUID) -> Response:
    """One service."""
    today = timezone.localdate()
    for row in directory.published_services():
        if directory.service_id(row) == number:
            return Response(directory.service_document(row, today))
    raise NotFound("no service has this id")


@extend_schema(
    operation_id="hsds_organizations", parameters=[_PAGE, _SIZE], responses=HsdsPageShape
)
@api_view(["GET"])
def organisations(request: Request) -> Response:
    """Every published organisation."""
    return _page(request, directory.published_organisations(), directory.organisation_document)


@extend_schema(operation_id="hsds_organization", responses=OpenApiTypes.OBJECT)
@api_view(["GET"])
def organisation(request: Request, number: UUID) -> Response:
    """One organisation."""
    for row in directory.published_organisations():
        if directory.organisation_id(row.key) == number:
            return Response(directory.organisation_document(row))
    raise NotFound("no organisation has this id")


def _page(
    request: Request, rows: QuerySet[Any], document: Callable[[Any], dict[str, Any]]
) -> Response:
    size = min(max(_whole(request, "per_page", 100), 1), _MOST)
    pages = Paginator(rows, size)
    found = pages.get_page(_whole(request, "page", 1))
    contents = [document(row) for row in found.object_list]
    return Response(
        {
            "total_items": pages.count,
            "total_pages": pages.num_pages,
            "page_number": found.number,
            "size": len(contents),
            "first_page": not found.has_previous(),
            "last_page": not found.has_next(),
            "empty": not contents,
            "contents": contents,
        }
    )


def _whole(request: Request, name: str, otherwise: int) -> int:
    given = request.query_params.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else otherwise
