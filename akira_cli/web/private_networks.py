"""Which hosts are on the public internet. Pure: nothing is looked up here."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from akira_cli.core.errors import PrivateNetwork

# as texts of the registries, since what `ipaddress` takes for global differs between releases:
# https://www.iana.org/assignments/iana-ipv4-special-registry
_NOT_PUBLIC_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
        ),
    )
)
# https://www.iana.org/assignments/iana-ipv6-special-registry
_GLOBAL_UNICAST_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
_NAT64 = IPv6Network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}
"""The usual port of each scheme that can be asked."""


class Origin(NamedTuple):
    """A server as an address names it: https://www.rfc-editor.org/rfc/rfc6454#section-4"""

    scheme: str
    host: str
    port: int


def origin(url: str) -> Origin:
    """The server that an http(s) address names. Raises ValueError when it names none."""
    parts = urlsplit(url)
    if not parts.hostname or parts.scheme not in PORTS:
        raise ValueError(f"'{url}' names no server")
    return Origin(parts.scheme, parts.hostname.rstrip("."), parts.port or PORTS[parts.scheme])


def refuse_name(host: str) -> None:
    """Raise PrivateNetwork for a host that says by itself that it is not public.

    https://www.rfc-editor.org/rfc/rfc6761#section-6.3
    """
    name = unquote(host).lower().rstrip(".")
    literal = literal_address(name)
    if name.rpartition(".")[2] == "localhost" or not (literal is None or is_public(literal)):
        raise _refusal(host)


def refuse_addresses(host: str, addresses: Iterable[str]) -> None:
    """Raise PrivateNetwork when any of the addresses that the host has is not public."""
    if not all(is_public(ip_address(address)) for address in addresses):
        raise _refusal(host)


def _refusal(host: str) -> PrivateNetwork:
    return PrivateNetwork(
        f"'{host}' is an address of this machine or of a private network, and is not asked"
    )


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the public internet, and not a way to one that is not."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    inner = address.ipv4_mapped or address.sixtofour
    if inner is None and address in _NAT64:
        inner = IPv4Address(int(address) & 0xFFFF_FFFF)
    if inner is not None:
        return is_public(inner)
    return address in _GLOBAL_UNICAST_V6 and not any(
        address in network for network in _NOT_PUBLIC_V6
    )


def literal_address(host: str) -> IPv4Address | IPv6Address | None:
    """The address a host is when it is no name, in any spelling that systems take: `0x7f.1`.

    https://url.spec.whatwg.org/#concept-ipv4-parser
    """
    if ":" in host:
        try:
            return ip_address(host.strip("[]").partition("%")[0])
        except ValueError:
            return None
    numbers = [_number(part) for part in host.rstrip(".").split(".")]
    *front, last = numbers
    if last is None or len(numbers) > 4 or last >= 256 ** (5 - len(numbers)):
        return None
    value = last
    for place, number in enumerate(front):
        if number is None or number > 255:
            return None
        value += number << 8 * (3 - place)
    return IPv4Address(value)


def _number(text: str) -> int | None:
    """A part of an IPv4 address: decimal, octal after `0`, hexadecimal after `0x`."""
    if not text.isascii() or not text.isalnum():
        return None
    try:
        if text.startswith("0x"):
            return int(text[2:] or "0", 16)
        return int(text, 8 if text.startswith("0") else 10)
    except ValueError:
        return None
