"""Forgetting what was fetched of a work that was taken down."""

from django.db import transaction

from manumit.harvest.models import Became, Fetched


@transaction.atomic
def forget(*, key: str) -> None:
    """Keep no bytes and no reasons of things that gave this work; that they came is kept."""
    rows = Fetched.objects.select_for_update().exclude(keys=[])
    for row in [row for row in rows if key in row.keys]:
        row.became, row.held, row.reason = Became.DECLINED, None, ""
        row.save(update_fields=["became", "held", "reason"])
