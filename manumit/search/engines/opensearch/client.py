"""The client of a cluster, and what it says when it does not get what it asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from opensearchpy import OpenSearch
from opensearchpy import exceptions as faults

from manumit.search.engines.opensearch.address import Address
from manumit.search.errors import SearchUnreachable

_SECONDS = 30  # until a request is given up
_CONNECTIONS = 32  # kept open to a node: as many as a server has threads


def connect(address: Address) -> OpenSearch:
    """A client, safe for threads, that goes on to the next node when one does not answer."""
    return OpenSearch(
        [{"host": host, "port": port} for host, port in address.hosts],
        http_auth=address.login,
        use_ssl=address.secure,
        timeout=_SECONDS,
        pool_maxsize=_CONNECTIONS,
        max_retries=max(2, len(address.hosts)),
    )


@contextmanager
def told() -> Iterator[None]:
    """Turn every failure into one line for the operator; it names no host, for readers see it too."""
    try:
        yield
    except faults.ConnectionError as error:
        raise SearchUnreachable(
            "The search cluster that MANUMIT_INDEX names does not answer. "
            "Is it running, and is the address right?"
        ) from error
    except (faults.AuthenticationException, faults.AuthorizationException) as error:
        raise SearchUnreachable(
            "The search cluster refuses the name or the password in MANUMIT_INDEX."
        ) from error
    except faults.TransportError as error:
        raise SearchUnreachable(
            f"The search cluster cannot do this now ({error.status_code}: {error.error})."
        ) from error
