"""A mail to who forwarded something: that there is news, and nothing of what it is about."""

from django.core.mail import send_mail
from django.db import transaction

from manumit.contributions.models import Contribution

_SUBJECT = "There is news for you"
_WORDS = (
    "There is news for you at the legal resource centre to which you gave this address.\n\n"
    "Open the page of your receipt to read it. We never write what it is about in a mail, and "
    "we keep this address only until the matter is closed.\n"
)


def tell(one: Contribution) -> None:
    """Send it once the change is kept; that a mail server is away undoes no decision."""
    address = one.email
    if address:
        transaction.on_commit(
            lambda: send_mail(_SUBJECT, _WORDS, None, [address], fail_silently=True)
        )
