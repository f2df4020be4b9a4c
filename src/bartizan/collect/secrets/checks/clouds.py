"""Keys of the large clouds: what is inside an AWS key id, an Azure key, a Google service account file."""

from __future__ import annotations

import base64
import binascii
import re

from bartizan.collect.secrets.checks.keys import private_key
from bartizan.collect.secrets.checks.placeholders import placeholder
from bartizan.collect.secrets.checks.randomness import entropy, wordy

_DOCUMENTED = frozenset({"AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE", "ASIAIOSFODNN7EXAMPLE"})
_PATH = re.compile(r"(?:^|/)[a-z]{3,}(?:/|$)|/.*/.*/.*/.*/")
_SIGNED = re.compile(r"(?:\+ASt|\+ABa|\+ASb|\+AEh|\+ARm|ACDb|APIM|AIoT|AZEG)[0-9A-Za-z+/]{6}={1,2}$")
"""The letters by which newer keys tell their service: they have kinds of their own."""
_AZURE_EMULATOR = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
_COSMOS_EMULATOR = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="


def aws_key_id(secret: str, text: str) -> bool:
    """Return whether an id is in the alphabet of base 32 and names an account of twelve digits.

    Ids made before 2019 (their fifth letter is I or J) carry no account.
    """
    body = secret[4:]
    if secret in _DOCUMENTED or "EXAMPLE" in secret or placeholder(body) or entropy(body) < 2.5:
        return False
    try:
        raw = base64.b32decode(body)
    except (binascii.Error, ValueError):
        return False
    return body[0] in "IJ" or account(raw) < 10**12


def account(raw: bytes) -> int:
    """Return the account's number in the decoded twelve or more characters after the mark of a key id."""
    return (int.from_bytes(raw[:6], "big") & 0x7FFF_FFFF_FF80) >> 7


def aws_secret(secret: str, text: str) -> bool:
    """Return whether forty characters are a secret key: three sorts of characters, no hash, no path, no words."""
    sorts = (str.isupper, str.islower, str.isdigit)
    if "EXAMPLE" in secret or placeholder(secret) or not all(any(map(sort, secret)) for sort in sorts):
        return False
    return entropy(secret) >= 4.0 and not _PATH.search(secret) and not wordy(secret)


def azure_key(secret: str, text: str) -> bool:
    """Return whether a key is base 64 of 32 or 64 random bytes, and not the one all emulators share."""
    if secret in (_AZURE_EMULATOR, _COSMOS_EMULATOR) or placeholder(secret) or _SIGNED.search(secret):
        return False
    try:
        raw = base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(raw) in (32, 64) and len(set(raw)) > 16


def azure_client_secret(secret: str, text: str) -> bool:
    """Return whether forty characters about `Q~` are a client secret: letters of both cases and digits."""
    sorts = (str.isupper, str.islower, str.isdigit)
    return not placeholder(secret) and all(any(map(sort, secret)) for sort in sorts)


def gcp_service_account(secret: str, text: str) -> bool:
    """Return whether the key of a service account file is a private key that can be parsed."""
    return private_key(secret, secret)
