"""The terms of an approval, as its row says."""

from datetime import UTC

from manumit.desk.models import Approval
from manumit.desk.sealing.approvals import Terms
from manumit.desk.sealing.vaults import Purpose, VaultName


def terms_of(row: Approval) -> Terms:
    """Needs the row's consultation, handler and custodian at hand."""
    name = VaultName(Purpose.IDENTITY, row.consultation.case, row.generation)
    # Signed as text, so always in one time zone.
    until = row.until.astimezone(UTC)
    return Terms(name, row.handler.person, row.custodian.person, until)
