"""What keys are for: each use has a name of its own, so that nothing made for one passes for another."""

from enum import StrEnum


class Label(StrEnum):
    """Part of every derivation, every seal and every signature. Never change one that is in use."""

    APPEND = "append"
    APPROVAL = "approval"
    ASKER = "asker"
    CASE_ADDRESS = "case address"
    CASE_KEYPAIR = "case keypair"
    CERTIFICATE = "certificate"
    CONFLICT = "conflict"
    DOOR_WORD = "door word"
    DOOR_WORD_NOTE = "door word note"
    EARLIER_KEY = "earlier key"
    FILE = "file"
    GRANT = "grant"
    KEK = "kek"
    KEY_ID = "key id"
    LOCATOR = "locator"
    PERSON_KEYS = "person keys"
    PUBLIC_KEY_ID = "public key id"
    RECORD = "record"
    SESSION = "session"
    SIGNED_RECORD = "signed record"
    VERIFIER = "verifier"
