"""Asking for mails, confirming, leaving, and sending them: no picture, no counted link, no trace."""

from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from manumit.alerts import links
from manumit.alerts.errors import TooMany
from manumit.alerts.models import Subscription
from manumit.library import selectors as library

_HOUR, _DAY = 60 * 60, 24 * 60 * 60


def ask(*, address: str, language: str, link: Callable[[str], str], at: datetime) -> None:
    """Send the address a link to confirm it; at most one a day, and nothing is kept of it but that.

    ``link`` makes a whole address of the end of one. Raises TooMany. Whether the address has a
    subscription already is not told: it gets the same mail.
    """
    hour = f"alerts:{at:%Y-%m-%d %H}"
    asked = cache.get(hour, 0) + 1
    if asked > settings.MANUMIT_FORWARDED_AN_HOUR:
        raise TooMany
    if not cache.add(f"alerts:{links.fingerprint_of(address)}", 1, _DAY):
        return
    cache.set(hour, asked, _HOUR)
    with override(language):
        words = _(
            "Somebody, we hope you, asked for a mail whenever the Centre releases something.\n\n"
            "To confirm, open this within two days:\n{link}\n\n"
            "If it was not you, do nothing: nothing was kept."
        ).format(link=link(links.to_confirm(address, language)))
        EmailMessage(_("Confirm: mail for new releases"), words, to=[address]).send()


def confirm(*, token: str, at: datetime) -> None:
    """Keep the address of the link. Raises NoSuchLink; doing it again changes nothing."""
    address, language = links.confirmed(token)
    Subscription.objects.get_or_create(
        fingerprint=links.fingerprint_of(address),
        defaults={"address": address, "language": language, "sent_until": at},
    )


def leave(*, token: str) -> None:
    """Forget the address of the link; raises NoSuchLink for one that we did not make."""
    Subscription.objects.filter(pk=links.left(token)).delete()


def send_due(*, at: datetime, site: str) -> int:
    """Send each subscriber the releases since the last mail; gives how many mails went out.

    ``site`` is the address of the Centre, such as https://example.org. A mail that the mail server
    does not take is sent the next time.
    """
    numbers = Subscription.objects.filter(sent_until__lt=at).values_list("pk", flat=True)
    return sum(_send(pk, at, site) for pk in list(numbers))


@transaction.atomic
def _send(pk: int, at: datetime, site: str) -> bool:
    """One mail; the row is locked, so that two servers do not send it twice."""
    row = Subscription.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        return False
    fresh = library.all_releases().filter(
        first_published_at__gt=row.sent_until, first_published_at__lte=at
    )
    releases = list(fresh)
    if releases:
        try:
            _mail(row, releases, site).send()
        except (SMTPException, OSError):
            return False
    row.sent_until = at
    row.save(update_fields=["sent_until"])
    return bool(releases)


def _mail(row: Subscription, releases: list[Any], site: str) -> EmailMessage:
    leaving = f"{site}/releases/leave/{links.to_leave(row.pk)}"
    listed = "\n\n".join(f"{one.title}\n{site}/{one.key}" for one in releases)
    with override(row.language):
        subject = _("New from the Centre: {title}").format(title=releases[0].title)
        end = _("You asked for these mails. To end them: {link}").format(link=leaving)
    return EmailMessage(
        " ".join(subject.split()),
        f"{listed}\n\n--\n{end}\n",
        to=[row.address],
        headers={
            "List-Unsubscribe": f"<{leaving}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
