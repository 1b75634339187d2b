"""Changes to the library: keyword-only, atomic, told to the journal."""

from manumit.library.services.by_hand import correct_citation, reject_citation
from manumit.library.services.citations import link_citations
from manumit.library.services.discarding import discard_draft, discard_record
from manumit.library.services.following import keep_provisions
from manumit.library.services.keeping import keep_record
from manumit.library.services.linking import link_open_targets
from manumit.library.services.loading import load_each, load_records
from manumit.library.services.noting import settle_note, write_note
from manumit.library.services.readying import make_ready
from manumit.library.services.reconciling import (
    dismiss_difference,
    look_again,
    take_into_record,
)
from manumit.library.services.recording import record_work
from manumit.library.services.removing import take_down
from manumit.library.services.reviewing import send_to_review
from manumit.library.services.scheduling import Due, publish_due
from manumit.library.services.tables import keep_table
from manumit.library.services.texts import import_text

__all__ = [
    "Due",
    "correct_citation",
    "discard_draft",
    "discard_record",
    "dismiss_difference",
    "import_text",
    "keep_provisions",
    "keep_record",
    "keep_table",
    "link_citations",
    "link_open_targets",
    "load_each",
    "load_records",
    "look_again",
    "make_ready",
    "publish_due",
    "record_work",
    "reject_citation",
    "send_to_review",
    "settle_note",
    "take_down",
    "take_into_record",
    "write_note",
]
