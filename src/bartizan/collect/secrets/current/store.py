"""Stores of keys, which are no text: recognised by how they begin, and by what is in them where that can be told."""

from __future__ import annotations

import re

CREDENTIAL = "secret-key-store"
"""The id under which they are told of."""

_JAVA = (b"\xfe\xed\xfe\xed", b"\xce\xce\xce\xce")
_KEEPASS = (
    b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5",
    b"\x03\xd9\xa2\x9a\x66\xfb\x4b\xb5",
    b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5",
)
_PKCS12 = re.compile(rb"0(?:\x80|\x82..|\x83...)\x02\x01\x030", re.DOTALL)
_BARE = re.compile(rb"0\x82..\x02\x01\x00(?:0\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01|\x02\x82)", re.DOTALL)
"""PKCS #8 and PKCS #1 of RSA keys in DER."""
_PRIVATE = 1
_ENTRIES = 10_000


def holds_keys(data: bytes) -> bool:
    """Tell whether a file that is no text keeps private keys or passwords."""
    return _has_private_key(data) if data.startswith(_JAVA) else begins_as_one(data)


def begins_as_one(head: bytes) -> bool:
    """Tell whether a file begins as a store of keys does."""
    return head.startswith((*_JAVA, *_KEEPASS)) or bool(_PKCS12.match(head) or _BARE.match(head))


def _has_private_key(data: bytes) -> bool:
    """Tell whether one of the entries of a Java key store is a private key, not a certificate.

    An entry is a tag, its alias, a time and, for a certificate, its type and bytes. Source: the JDK's JavaKeyStore.
    """
    place, version = 12, int.from_bytes(data[4:8], "big")
    for _ in range(min(int.from_bytes(data[8:12], "big"), _ENTRIES)):
        tag = int.from_bytes(data[place : place + 4], "big")
        if tag != 2:
            return tag == _PRIVATE or tag == 3
        place += 4
        place += 2 + int.from_bytes(data[place : place + 2], "big") + 8
        if version == 2:
            place += 2 + int.from_bytes(data[place : place + 2], "big")
        place += 4 + int.from_bytes(data[place : place + 4], "big")
        if place >= len(data):
            return False
    return False
