"""Checksums that services build into their tokens so that a mistyped or made-up one is told from a real one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib

from bartizan.collect.secrets.checks import jwt
from bartizan.collect.secrets.checks.placeholders import placeholder

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_STEPS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_TAIL = re.compile(r"[\w-]*\.[0-9a-z]{2}[0-9a-z.]{7,10}\b")
"""What follows the first characters of a routable token."""


def crc32_base62(body: str) -> str:
    """Return the six characters that end a GitHub token of this body."""
    return _digits(zlib.crc32(body.encode()), _BASE62, 6)


def github(secret: str, text: str) -> bool:
    """Return whether a token such as `ghp_...` ends with the checksum of what is between mark and checksum.

    Source: GitHub's article "Behind GitHub's new authentication token formats": CRC-32 in base 62, six digits.
    """
    body = secret.partition("_")[2]
    return body.isascii() and crc32_base62(body[:-6]) == body[-6:]


def github_installation(secret: str, text: str) -> bool:
    """Return whether a token is one of the form with a checksum, or one that carries a JSON web token."""
    body = secret.removeprefix("ghs_")
    return jwt.valid(body.partition("_")[2]) if "." in body else github(secret, text)


npm = github
"""The registry is run by GitHub and makes its tokens in the same way."""


def gitlab_routable(secret: str, text: str) -> bool:
    """Return whether a routable token ends with the checksum of all before it.

    Source: GitLab's `RoutableToken`: payload, `.`, version and length in base 36, CRC-32 in base 36, seven digits.
    """
    return secret.isascii() and _digits(zlib.crc32(secret[:-7].encode()), _BASE36, 7) == secret[-7:]


def gitlab_classic(secret: str, text: str) -> bool:
    """Return whether a token is no placeholder, and no beginning of a routable one, whose checksum decides."""
    end = text.find(secret) + len(secret)
    return not placeholder(secret) and not _TAIL.match(text, end)


def grafana(secret: str, text: str) -> bool:
    """Return whether `glsa_..._xxxxxxxx` ends with the CRC-32 of what is before, little end first, in hex.

    Source: Grafana's `satokengen`.
    """
    body, _, checksum = secret.rpartition("_")
    return body.isascii() and zlib.crc32(body.encode()).to_bytes(4, "little").hex() == checksum.lower()


def bech32(secret: str, text: str) -> bool:
    """Return whether a text such as `AGE-SECRET-KEY-1...` is Bech32 with a right checksum (BIP 173)."""
    prefix, _, data = secret.lower().rpartition("1")
    values = [_BECH32.find(letter) for letter in data]
    if not prefix or -1 in values:
        return False
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    return _polymod(expanded + values) == 1


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, step in enumerate(_BECH32_STEPS):
            check ^= step if top >> bit & 1 else 0
    return check


def base58(secret: str, text: str) -> bool:
    """Return whether a text is Base58Check: its last four bytes begin the double SHA-256 of the others."""
    number = 0
    for letter in secret:
        digit = _BASE58.find(letter)
        if digit < 0:
            return False
        number = number * 58 + digit
    zeros = len(secret) - len(secret.lstrip("1"))
    raw = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    body, checksum = raw[:-4], raw[-4:]
    return len(body) >= 16 and hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4] == checksum


def nkey(secret: str, text: str) -> bool:
    """Return whether a seed of NATS or Stellar ends with its CRC-16 (XMODEM), after base 32."""
    try:
        raw = base64.b32decode(secret + "=" * (-len(secret) % 8))
    except (binascii.Error, ValueError):
        return False
    return len(raw) > 16 and binascii.crc_hqx(raw[:-2], 0).to_bytes(2, "little") == raw[-2:]


def _digits(number: int, alphabet: str, width: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, len(alphabet))
        text = alphabet[digit] + text
    return text.rjust(width, alphabet[0])
