"""Settings that look like secrets: told by their names, and kept without their values.

A reader never hands on the literal value of such a setting. What it keeps instead is that there is one, and
what it is like, so that a path or a flag under a secret's name is told apart from a password. More is kept back
than is taken for a secret: a value once handed on may be printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bartizan.core.truth import Unknown


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SECRET = _words("""
    password passwords passwd pass pwd passphrase passcode passw secret secrets token tokens credential
    credentials creds apikey secretkey privatekey accesskey pat jwt
""")
_KEYS = frozenset({"key", "keys"})
_KINDS_OF_KEY = _words("""
    api access secret private signing sign encryption encrypt crypt auth ssh rsa dsa ed25519 master account
    storage service deploy deployment admin app application license licence client session cookie jwt hmac aes tls
    ssl host root user subscription instrumentation webhook integration write read shared sas aws gcp azure openai
    stripe
""")
_ABOUT = _words("""
    file files path paths dir directory folder url uri endpoint host hostname server name names id ids length size
    ttl expiry expires expiration expire version type kind algorithm alg policy required enabled disabled enable
    disable count limit max min timeout interval age store header prefix suffix format location mount provider
    manager arn field fields env var variable command cmd script rotation scope audience issuer public pub check
    scan scanning scanner detection address port region service hint prompt parallelism cache mode strategy source
    reset refresh
""")
"""Last words that make a name say something about a secret, rather than be one."""
_ENDING = re.compile(r"(password|passwd|passphrase|secret|token|credential|apikey)s?$")
"""Of words written together: `PGPASSWORD`."""
_NOT = frozenset({"public", "pub", "gpg", "pgp", "cache", "primary", "foreign", "keyboard", "registry"})
"""Words beside `key` that make it no secret."""
_PATH = re.compile(r"(~|\.{1,2}|[A-Za-z]:)?[\\/][\w.@%+\-/\\]*$")
_URL = re.compile(r"[a-z][a-z0-9+.\-]*://[^\s@]*$")
_NUMBER = re.compile(r"[-+]?\d{1,6}(\.\d+)?$")
_FLAGS = frozenset(
    {"true", "false", "yes", "no", "on", "off", "none", "null", "write", "read", "inherit", "always", "never"}
)
_PLACEHOLDER = re.compile(
    r"<[^>]*>$|\[[^\]]*\]$|x{3,}$|\*{3,}$|\.{3,}$|(your|my|some|example|insert|replace|todo)\b.*$", re.IGNORECASE
)

_WIDELY = re.compile(r"pass|secret|token|key|credential", re.IGNORECASE)
_POINTER = re.compile(r"[_-](file|path|dir)$", re.IGNORECASE)
_LOGIN = re.compile(r"://[^/\s:@$]*:[^/\s@$]+@")


def looks_secret(name: str) -> bool:
    """Return whether a setting of this name would hold a secret: `DB_PASSWORD`, not `PASSWORD_FILE`."""
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or words[-1] in _ABOUT:
        return False
    if not _SECRET.isdisjoint(words[-2:]) or any(_ENDING.search(word) for word in words[-2:]):
        return True
    if not _SECRET.isdisjoint(words[-3:]) and not _KEYS.isdisjoint(words[-2:]):
        return True
    if words[-1] in _KEYS or (len(words) > 1 and words[-1].isdigit() and words[-2] in _KEYS):
        return not _NOT.intersection(words) and not _KINDS_OF_KEY.isdisjoint(words)
    return False


def likeness(text: str) -> str:
    """Return what a literal is like: `empty`, `flag`, `number`, `path`, `url`, `placeholder` or `text`."""
    text = text.strip()
    if not text:
        return "empty"
    if text.lower() in _FLAGS:
        return "flag"
    for name, pattern in (("number", _NUMBER), ("path", _PATH), ("url", _URL), ("placeholder", _PLACEHOLDER)):
        if pattern.match(text):
            return name
    return "text"


def withheld(name: str, text: str) -> bool:
    """Return whether a literal is not handed on: by the name of the setting, or for a password in a URL."""
    by_name = looks_secret(name) or (_WIDELY.search(name) is not None and _POINTER.search(name) is None)
    return (by_name and likeness(text) not in ("flag", "empty")) or _LOGIN.search(text) is not None


def veiled(settings: Mapping[str, Any], expression: re.Pattern[str]) -> dict[str, Any]:
    """Return settings without their secrets, for which `{"literal": True, "like": "text", "secret": True}` stands.

    `secret` says whether the name is that of one. Texts with an `expression` in them stay as they are written, and so
    do flags: `persist-credentials: false`. Settings within settings are treated alike; a `value` or `default` by the
    name of the setting it is of.
    """
    return {name: _veiled(name, value, expression) for name, value in settings.items()}


def _veiled(name: str, value: Any, expression: re.Pattern[str]) -> Any:
    if isinstance(value, dict):
        given = {key: _veiled(name, value[key], expression) for key in ("value", "default") if key in value}
        return {**veiled(value, expression), **given}
    if isinstance(value, list):
        return [veiled(item, expression) if isinstance(item, dict) else item for item in value]
    if isinstance(value, Unknown | bool) or value is None:
        return value
    text = str(value)
    if expression.search(text) or not withheld(name, text):
        return value
    return {"literal": True, "like": likeness(text), "secret": looks_secret(name) or _LOGIN.search(text) is not None}
