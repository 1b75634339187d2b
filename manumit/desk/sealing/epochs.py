"""Keys of a month, kept on the host and out of every backup; whatever leads to a case lies under one.

An old backup holds the rows of a purged case, and passwords that open them. Without the epoch key they
stay shut. What lives on is carried to the newest key before the old one is destroyed, which needs nobody's
private key. As the database does not hold these keys, it cannot forge what lies under them either.
"""

from manumit.desk.sealing import aead
from manumit.desk.sealing.blobs import Algorithm, parse
from manumit.desk.sealing.errors import KeyGone
from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label


class Epochs:
    """The epoch keys that are held. New things are put under the newest."""

    def __init__(self, newest: SecretKey, *older: SecretKey) -> None:
        self._newest = newest
        self._held = {key.key_id: key for key in (newest, *older)}

    def put_under(self, inner: bytes, label: Label, *context: Field) -> bytes:
        return aead.lock(self._newest, inner, label, *context)

    def lift(self, stored: bytes, label: Label, *context: Field) -> bytes:
        """What lay under an epoch key; :class:`KeyGone` where that key is destroyed."""
        key_id = parse(stored, Algorithm.XCHACHA20_POLY1305).key_id
        key = self._held.get(key_id)
        if key is None:
            raise KeyGone("the key of this epoch is not held")
        return aead.unlock(key, stored, label, *context)

    def carry(self, stored: bytes, label: Label, *context: Field) -> bytes:
        """The same under the newest key."""
        return self.put_under(self.lift(stored, label, *context), label, *context)
