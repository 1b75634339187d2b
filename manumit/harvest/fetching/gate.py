"""Which addresses may be connected to: those of the public internet, and no others.

A name is resolved here and the connection goes to the address that was looked at, so a name that
resolves to something else a moment later (DNS rebinding) gains nothing.
"""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from manumit.harvest.errors import FetchFailed, ForbiddenAddress

Network = IPv4Network | IPv6Network
_Address = IPv4Address | IPv6Address

_NAT64 = IPv6Network("64:ff9b::/96")
# Public by its number, but the host's own service inside one large cloud.
_CLOUD_SERVICES = (IPv4Address("168.63.129.16"),)


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, in the order in which the system would try them."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets public addresses pass, and those of networks that the operator has named."""

    permitted: tuple[Network, ...] = ()
    resolver: Callable[[str, int], list[str]] = resolve

    @classmethod
    def for_networks(cls, names: list[str]) -> "Gate":
        """A gate that also lets these networks pass, such as ``10.1.0.0/16``."""
        return cls(tuple(ip_network(name) for name in names))

    def address_of(self, host: str, port: int) -> str:
        """The address to connect to.

        Raises ForbiddenAddress when any address of the host is not public: a host that is in two
        worlds at once is up to something. Raises FetchFailed when it has none.
        """
        try:
            found = self.resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchFailed(f"no server is known by the name {host}") from error
        for address in found:
            if not self._passes(ip_address(address)):
                raise ForbiddenAddress(
                    f"{host} is at {address}, which is no public address: it is not fetched"
                )
        if not found:
            raise FetchFailed(f"no server is known by the name {host}")
        return found[0]

    def _passes(self, address: _Address) -> bool:
        if any(address in network for network in self.permitted):
            return True
        return all(_is_public(each) for each in _meant_by(address))


def _meant_by(address: _Address) -> Iterator[_Address]:
    """The address, and where packets for it end up when it stands for another one."""
    if isinstance(address, IPv4Address):
        yield address
    elif address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    else:
        yield address
        yield from filter(None, (address.ipv4_mapped, address.sixtofour))
        yield from address.teredo or ()


def _is_public(address: _Address) -> bool:
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
        and address not in _CLOUD_SERVICES
    )
