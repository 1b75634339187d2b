"""The way to a server: to the address that the gate has looked at, under the host's own name."""

import httpx

from manumit.harvest.errors import ForbiddenAddress
from manumit.harvest.fetching.gate import Gate

_PORTS = {"http": 80, "https": 443}


class GuardedTransport(httpx.BaseTransport):
    """Resolves, asks the gate, and connects to the very address that passed.

    The certificate is still checked for the host's name. Connections are not kept: two hosts at one
    address must not share one that was checked for the other.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._inner = httpx.HTTPTransport(
            trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises FetchFailed or an httpx.TransportError."""
        url = request.url
        if url.scheme not in _PORTS:
            raise ForbiddenAddress(
                f"{url.scheme or 'nothing'}: is not fetched, only http and https"
            )
        host = url.raw_host.decode("ascii")
        address = self._gate.address_of(host, url.port or _PORTS[url.scheme])
        return self._inner.handle_request(
            httpx.Request(
                request.method,
                url.copy_with(host=address),
                headers=request.headers,  # its Host is the name, not the address
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )

    def close(self) -> None:
        """Let go of every connection."""
        self._inner.close()
