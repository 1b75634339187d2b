"""The shapes of what the API gives, for its description."""

from rest_framework import serializers


class ActShape(serializers.Serializer[object]):
    """One act of a state; days as exact as they are known."""

    party = serializers.CharField()
    act = serializers.CharField()
    territory = serializers.CharField(allow_null=True)
    on = serializers.CharField(allow_null=True)
    effective_on = serializers.DateField(allow_null=True)
    gist = serializers.CharField(allow_blank=True)
    source = serializers.CharField()  # type: ignore[assignment]  # a field so named hides its own


class StatementShape(ActShape):
    """A reservation or declaration alive on the day."""

    for_the_territory = serializers.BooleanField()
    withdrawn_in_part = ActShape(many=True)
    objections = ActShape(many=True)


class SourceShape(serializers.Serializer[object]):
    """Where an act was read, and when."""

    id = serializers.CharField()
    publisher = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    cite = serializers.CharField(allow_blank=True)
    checked_on = serializers.DateField()
    basis = serializers.ChoiceField(["read", "knowledge"])


class PositionShape(serializers.Serializer[object]):
    """Where a territory stands under an instrument on a day."""

    instrument = serializers.CharField()
    territory = serializers.CharField()
    on = serializers.DateField()
    in_force = serializers.BooleanField(allow_null=True)
    standing = serializers.CharField()
    since = serializers.CharField(allow_null=True)
    reason = serializers.CharField()
    sureness = serializers.CharField()
    through = serializers.CharField(allow_null=True)
    chain = ActShape(many=True)
    reservations = StatementShape(many=True)
    depends_on = serializers.CharField(allow_null=True)
    amended_by = serializers.ListField(child=serializers.CharField())
    doubtful = ActShape(many=True)
    rules = serializers.ListField(child=serializers.CharField())
    sources = SourceShape(many=True)


class HsdsShape(serializers.Serializer[object]):
    """Which specification the directory is given in."""

    version = serializers.CharField()
    profile = serializers.URLField()
    openapi_url = serializers.URLField()


class HsdsPageShape(serializers.Serializer[object]):
    """A page of services or organisations, as Open Referral HSDS 3.0 has it."""

    total_items = serializers.IntegerField()
    total_pages = serializers.IntegerField()
    page_number = serializers.IntegerField()
    size = serializers.IntegerField()
    first_page = serializers.BooleanField()
    last_page = serializers.BooleanField()
    empty = serializers.BooleanField()
    contents = serializers.ListField(child=serializers.DictField())
