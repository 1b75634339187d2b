"""Positions: the documents that ``manumit position`` prints, over HTTP."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from manumit.api.asked import ON, day
from manumit.api.shapes import PositionShape
from manumit.treaties import selectors as treaties
from manumit.treaties.errors import TreatiesError


@extend_schema(operation_id="position", parameters=[ON], responses=PositionShape)
@api_view(["GET"])
def one(request: Request, territory: str, instrument: str) -> Response:
    """Where the territory stands under the instrument on the day, and why."""
    try:
        found = treaties.position_of(instrument, territory, day(request))
    except TreatiesError as error:
        raise NotFound(str(error)) from error
    return Response(treaties.as_document(found))


@extend_schema(operation_id="positions", parameters=[ON], responses=PositionShape(many=True))
@api_view(["GET"])
def of_territory(request: Request, territory: str) -> Response:
    """Where the territory stands under every binding instrument, by key."""
    try:
        found = treaties.positions_of(territory, day(request))
    except TreatiesError as error:
        raise NotFound(str(error)) from error
    return Response([treaties.as_document(each) for each in found])


@extend_schema(operation_id="states", parameters=[ON], responses=PositionShape(many=True))
@api_view(["GET"])
def across(request: Request, instrument: str) -> Response:
    """Where every state and territory stands of which an act is recorded, by code."""
    try:
        acts = treaties.acts_of(instrument)
        codes = sorted({code for act in acts for code in (act.party, act.territory) if code})
        found = treaties.positions_across(instrument, codes, day(request))
    except TreatiesError as error:
        raise NotFound(str(error)) from error
    return Response([treaties.as_document(each) for each in found])
