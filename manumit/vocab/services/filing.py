"""What was accepted, in files: for everything that knows concepts and asks no database."""

from django.db import transaction

from manumit import reference
from manumit.vocab.services.standing import standing


def file_when_kept() -> None:
    """Write the files once the transaction is kept: what is rolled back was never said."""
    transaction.on_commit(file_what_was_accepted)


def file_what_was_accepted() -> None:
    """Have the files say what the rows say; changes nothing where they do."""
    with reference.only_writer():
        reference.write_own(standing().own())
