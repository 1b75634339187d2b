"""Changes to the library: keyword-only, atomic, told to the journal."""

from manumit.library.services.linking import link_open_targets
from manumit.library.services.loading import load_records
from manumit.library.services.recording import record_work
from manumit.library.services.texts import import_text

__all__ = ["import_text", "link_open_targets", "load_records", "record_work"]
