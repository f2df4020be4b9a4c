"""Checks of structure: whether a text that looks like a secret is made up as its service makes them.

A check needs no network and no clock. It takes the secret and the text it was found in (at least what
the expression matched, better the lines around it) and answers whether it can be a real one. A secret
with a checksum is certain; all others are kept from what documents, tests and templates are full of.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

Check = Callable[[str, str], bool]

_HOMES = {
    "random": "randomness.random",
    "mixed": "randomness.mixed",
    "unlikely": "randomness.unlikely",
    "uuid": "randomness.uuid",
    "test-key": "randomness.test_key",
    "github": "checksums.github",
    "github-installation": "checksums.github_installation",
    "npm": "checksums.npm",
    "gitlab-routable": "checksums.gitlab_routable",
    "gitlab-classic": "checksums.gitlab_classic",
    "grafana": "checksums.grafana",
    "bech32": "checksums.bech32",
    "base58": "checksums.base58",
    "nkey": "checksums.nkey",
    "aws-key-id": "clouds.aws_key_id",
    "aws-secret": "clouds.aws_secret",
    "azure-key": "clouds.azure_key",
    "azure-client-secret": "clouds.azure_client_secret",
    "gcp-service-account": "clouds.gcp_service_account",
    "base64-json": "encodings.base64_json",
    "ethereum": "wallets.ethereum",
    "base64-key": "encodings.base64_key",
    "encoded-key-file": "encodings.encoded_key_file",
    "basic": "encodings.basic",
    "discord-bot": "encodings.discord_bot",
    "facebook": "encodings.facebook",
    "macaroon": "encodings.macaroon",
    "jwt": "jwt.plain",
    "jwt-kubernetes": "jwt.kubernetes",
    "jwt-supabase": "jwt.supabase",
    "jwt-jfrog": "jwt.jfrog",
    "private-key": "keys.private_key",
    "encrypted-private-key": "keys.encrypted_private_key",
    "pgp-key": "keys.pgp_key",
    "putty-key": "keys.putty_key",
    "password": "passwords.password",
    "bare-password": "passwords.bare_password",
    "url-password": "passwords.url_password",
    "framework": "passwords.framework",
    "api-key": "passwords.api_key",
    "hash": "passwords.hashed",
}

NAMES = frozenset(_HOMES)
"""The checks there are."""


def holds(name: str, secret: str, text: str) -> bool:
    """Return whether a secret found in `text` passes the check of a name.

    Raises:
        LookupError: there is no such check.
    """
    return _check(name)(secret, text)


@cache
def _check(name: str) -> Check:
    try:
        module, _, function = _HOMES[name].partition(".")
    except KeyError:
        raise LookupError(f"there is no check named {name!r}; there are: {', '.join(sorted(NAMES))}") from None
    check: Check = getattr(import_module(f"{__name__}.{module}"), function)
    return check
