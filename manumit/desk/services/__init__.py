"""What the desk does: for staff their keys, for askers their case, for both what is written."""

from manumit.desk.keys import make_keys
from manumit.desk.services.answering import (
    close,
    release,
    set_deadline,
    write_draft,
    write_note,
)
from manumit.desk.services.asking import ask, come_back
from manumit.desk.services.asking_on import (
    add_file,
    add_names,
    delete,
    new_receipt,
    type_back,
    withdraw,
    write_more,
)
from manumit.desk.services.certifying import Request, Signed, accept, certify, request_of
from manumit.desk.services.conflicts import add_conflict, drop_conflict
from manumit.desk.services.door_words import make_door_word, take_door_word_back
from manumit.desk.services.enrolment import enrol, prove_recovery, recover, unlock
from manumit.desk.services.leaving import remove_member, take_off
from manumit.desk.services.naming import approve
from manumit.desk.services.paragraphs import keep_paragraph, retire_paragraph
from manumit.desk.services.practice import approve_note, hand_over, propose_note
from manumit.desk.services.purging import Purged, purge
from manumit.desk.services.readers import (
    clear,
    declare_conflict,
    set_duty,
    settle_readers,
)
from manumit.desk.services.sessions import end_session, prove_anew, resume, start_session
from manumit.desk.services.telling import tell

__all__ = [
    "Purged",
    "Request",
    "Signed",
    "accept",
    "add_conflict",
    "add_file",
    "add_names",
    "approve",
    "approve_note",
    "ask",
    "certify",
    "clear",
    "close",
    "come_back",
    "declare_conflict",
    "delete",
    "drop_conflict",
    "end_session",
    "enrol",
    "hand_over",
    "keep_paragraph",
    "make_door_word",
    "make_keys",
    "new_receipt",
    "propose_note",
    "prove_anew",
    "prove_recovery",
    "purge",
    "recover",
    "release",
    "remove_member",
    "request_of",
    "resume",
    "retire_paragraph",
    "set_deadline",
    "set_duty",
    "settle_readers",
    "start_session",
    "take_door_word_back",
    "take_off",
    "tell",
    "type_back",
    "unlock",
    "withdraw",
    "write_draft",
    "write_more",
    "write_note",
]
