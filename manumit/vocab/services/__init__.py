"""Changes to the vocabularies: brought into line with the files, and changed by people here."""

from manumit.vocab.services.adding import decide_concept, propose_concept
from manumit.vocab.services.changing import decide, propose
from manumit.vocab.services.filing import file_what_was_accepted
from manumit.vocab.services.syncing import SyncReport, sync_reference

__all__ = [
    "SyncReport",
    "decide",
    "decide_concept",
    "file_what_was_accepted",
    "propose",
    "propose_concept",
    "sync_reference",
]
