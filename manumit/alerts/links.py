"""Links in mails: signed, so that nothing has to be kept before somebody confirms an address."""

from django.core import signing
from django.utils.crypto import salted_hmac

from manumit.alerts.errors import NoSuchLink

_CONFIRM, _LEAVE = "manumit.alerts.confirm", "manumit.alerts.leave"
_TWO_DAYS = 2 * 24 * 60 * 60


def fingerprint_of(address: str) -> str:
    """The hash by which an address is found again, whatever its capitals."""
    words = address.strip().casefold()
    return salted_hmac("manumit.alerts", words, algorithm="sha256").hexdigest()


def to_confirm(address: str, language: str) -> str:
    """The end of a link with which the owner of the address confirms it, within two days."""
    return signing.dumps([address, language], salt=_CONFIRM, compress=True)


def confirmed(token: str) -> tuple[str, str]:
    """The address and language of a link to confirm. Raises NoSuchLink."""
    address, language = _opened(token, _CONFIRM, _TWO_DAYS)
    return str(address), str(language)


def to_leave(subscription: int) -> str:
    """The end of a link that ends a subscription; it works as long as there is one."""
    return signing.dumps([subscription], salt=_LEAVE)


def left(token: str) -> int:
    """The number of the subscription that a link ends. Raises NoSuchLink."""
    (number,) = _opened(token, _LEAVE, None)
    return int(number)


def _opened(token: str, salt: str, max_age: int | None) -> list[str | int]:
    try:
        return list(signing.loads(token, salt=salt, max_age=max_age))
    except signing.BadSignature as error:
        raise NoSuchLink from error
