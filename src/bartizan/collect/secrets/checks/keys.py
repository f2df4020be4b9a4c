"""Private keys: whether what is between the BEGIN and END lines is a key, whole, and whether a passphrase guards it."""

from __future__ import annotations

import base64
import binascii
import re

_ARMOUR = re.compile(r"-----BEGIN ([A-Z0-9 ]*?)(?:PRIVATE KEY|PRIVATE KEY BLOCK)-----(.*?)(?:-----END|\Z)", re.DOTALL)
_NOISE = re.compile(r"\\+[nrt]|[^A-Za-z0-9+/=]+")
_HEADERS = re.compile(r"(?:Proc-Type|DEK-Info|Comment|Version|Hash|Charset)\s*:[^\r\n\\]*(?:\r?\n|\\n)", re.IGNORECASE)
_OPENSSH = b"openssh-key-v1\0"
_SHORTEST = 40
"""Bytes of the shortest private key in use: Ed25519 in PKCS #8 has 48."""


def private_key(secret: str, text: str) -> bool:
    """Return whether a private key is whole and can be used without a passphrase."""
    label, raw = _read(secret)
    if raw is None or _encrypted(secret, label, raw):
        return False
    return _openssh(raw) if raw.startswith(_OPENSSH) else _ssh2(label) or _der(raw)


def encrypted_private_key(secret: str, text: str) -> bool:
    """Return whether a private key is there, and guarded by a passphrase."""
    label, raw = _read(secret)
    return raw is not None and _encrypted(secret, label, raw)


def pgp_key(secret: str, text: str) -> bool:
    """Return whether an armoured block begins with a packet that holds a secret key (RFC 4880: tags 5 and 7)."""
    body = secret.partition("-----BEGIN PGP PRIVATE KEY BLOCK-----")[2].partition("-----END")[0]
    lines = [line for line in re.split(r"\r?\n|\\n", body) if not re.match(r"\s*(?:[A-Za-z]+:|=)", line)]
    raw = _decode("".join(lines))
    if not raw or not raw[0] & 0x80:
        return False
    return (raw[0] & 0x3F if raw[0] & 0x40 else raw[0] >> 2 & 0x0F) in (5, 7)


def putty_key(secret: str, text: str) -> bool:
    """Return whether a PuTTY key file names an algorithm, is not encrypted, and has its private lines."""
    plain = re.search(r"Encryption:\s*none", secret)
    private = re.search(r"Private-Lines:\s*(\d+)", secret)
    return bool(plain and private and int(private[1]) > 0)


def _read(secret: str) -> tuple[str, bytes | None]:
    found = _ARMOUR.search(secret)
    if found is None:
        return "", None
    raw = _decode(_HEADERS.sub("", found[2]))
    return found[1].strip(), raw if raw and len(raw) >= _SHORTEST else None


def _decode(text: str) -> bytes | None:
    letters = _NOISE.sub("", text)
    try:
        return base64.b64decode(letters[: len(letters) // 4 * 4])
    except (binascii.Error, ValueError):
        return None


def _encrypted(secret: str, label: str, raw: bytes) -> bool:
    if label == "ENCRYPTED" or re.search(r"Proc-Type\s*:\s*4,\s*ENCRYPTED", secret):
        return True
    if not raw.startswith(_OPENSSH):
        return False
    size = int.from_bytes(raw[15:19], "big")
    return raw[19 : 19 + size] != b"none"


def _openssh(raw: bytes) -> bool:
    """A cipher's name, a derivation's name, its options, the number of keys, the public and the private part."""
    position, parts = len(_OPENSSH), []
    for part in range(5):
        position += 4 if part == 3 else 0
        size = int.from_bytes(raw[position : position + 4], "big")
        parts.append(raw[position + 4 : position + 4 + size])
        position += 4 + size
    return position <= len(raw) and len(parts[4]) >= _SHORTEST


def _ssh2(label: str) -> bool:
    return label.startswith("SSH2")


def _der(raw: bytes) -> bool:
    """A sequence as long as it says, that begins with a small version number, as all private keys do."""
    if raw[0] != 0x30:
        return False
    width = raw[1] & 0x7F if raw[1] & 0x80 else 0
    size = int.from_bytes(raw[2 : 2 + width], "big") if width else raw[1]
    inner = raw[2 + width :]
    return width <= 4 and len(inner) >= size > _SHORTEST and inner[:2] == b"\x02\x01" and inner[2] <= 3
