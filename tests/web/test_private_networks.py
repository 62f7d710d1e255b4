"""Which hosts are public, in every spelling."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import PrivateNetwork
from akira_cli.web.private_networks import (
    Origin,
    is_public,
    literal_address,
    origin,
    refuse_addresses,
    refuse_name,
)

PRIVATE = [
    "0.0.0.0",  # noqa: S104  # nothing is bound here
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::192.168.0.1",
    "64:ff9b:1::808:808",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
PUBLIC = [
    "1.1.1.1",
    "100.63.255.255",
    "100.128.0.0",
    "151.101.3.42",
    "172.15.0.1",
    "172.32.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a04:4e42::810",
    "::ffff:1.1.1.1",
    "64:ff9b::1.1.1.1",
    "2002:101:101::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(PrivateNetwork, match=r"^'a\.b' is an address of this machine or of a"):
        refuse_addresses("a.b", ["1.1.1.1", address])


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_let_through(address: str) -> None:
    assert is_public(ip_address(address))
    refuse_addresses("a.b", [address])
    refuse_name(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_no_disguise_makes_an_address_public(address: IPv4Address) -> None:
    number = int(address)
    disguises = [
        IPv6Address((0xFFFF << 32) + number),
        IPv6Address((0x64FF9B << 96) + number),
        IPv6Address((0x2002 << 112) + (number << 80) + 1),
    ]
    assert {is_public(each) for each in disguises} == {is_public(address)}


@settings(deadline=None)
@given(st.ip_addresses(v=6))
@example(IPv6Address("fe80::1"))
def test_what_python_takes_for_private_is_not_public(address: IPv6Address) -> None:
    if address.is_private and address.ipv4_mapped is None:
        assert not is_public(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_what_python_takes_for_private_is_not_public_in_four_numbers(address: IPv4Address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved:
        assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST",
        "localhost.",
        "a.localhost",
        "a.b.localhost..",
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "017700000001",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0X7F000001",
        "0x7f.1",
        "0",
        "0x",
        "10.1",
        "192.168.257",
        "127%2e0%2e0%2e1",
        "::1",
        "[::1]",
        "::ffff:7f00:1",
        "fe80::1%25eth0",
        "fe80::1%eth0",
    ],
)
def test_a_host_that_gives_itself_away_is_refused_by_name(host: str) -> None:
    with pytest.raises(PrivateNetwork):
        refuse_name(host)


@pytest.mark.parametrize(
    "host",
    ["arxiv.org", "localhost.example", "notlocalhost", "1.1.1.1", "127.0.0.1.example", "08.1", "a"],
)
def test_another_name_is_left_to_be_looked_up(host: str) -> None:
    refuse_name(host)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_address_is_read_in_every_spelling(address: IPv4Address) -> None:
    number = int(address)
    first, second, third, fourth = address.packed
    spellings = [
        str(address),
        f"{number}",
        f"{number:#x}",
        f"0{number:o}",
        f"{first}.{number & 0xFFFFFF}",
        f"{first:#x}.0{second:o}.{number & 0xFFFF}",
        f"0{first:o}.{second:#x}.{third}.{fourth:#x}",
    ]
    assert [literal_address(each) for each in spellings] == [address] * 7


@pytest.mark.parametrize(
    "host", ["", ".", "256.1.1.1", "1.2.3.256", "4294967296", "1.2.3.4.5", "1..2", "0x1g", "1_0"]
)
def test_what_is_no_address_is_a_name(host: str) -> None:
    assert literal_address(host) is None


@settings(deadline=None)
@given(st.text())
@example("[::")
@example("²")
def test_any_text_is_an_address_or_a_name(host: str) -> None:
    assert isinstance(literal_address(host), IPv4Address | IPv6Address | None)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("https://arxiv.org/abs/1", Origin("https", "arxiv.org", 443)),
        ("HTTP://arXiv.org.:8080", Origin("http", "arxiv.org", 8080)),
        ("http://u:p@[::1]/", Origin("http", "::1", 80)),
    ],
)
def test_an_address_names_a_server(url: str, server: Origin) -> None:
    assert origin(url) == server


@pytest.mark.parametrize("url", ["", "arxiv.org", "ftp://a.b:21/", "http://", "http://a:x", "//a"])
def test_some_addresses_name_none(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        origin(url)
