"""What the query language can ask of texts and settings that should hold no credential.

The answer is only ever that there is one, or the name of the setting: never the value.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from typing import Any

from bartizan.collect.secret import likeness, looks_secret
from bartizan.core.truth import Composite, Ref, Unknown

_KNOWN = re.compile(
    r"\b(?:AKIA|ASIA)(?![0-9A-Z]*EXAMPLE)[0-9A-Z]{16}\b"
    r"|(?i:aws.{0,20}secret.{0,20}?['\"=:\s])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])"
    r"|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"
    r"|\bgh[opsur]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b"
    r"|\bxox[abeprs]-[\w-]{10,}|\b[rs]k_live_\w{16,}|\bAIza[\w-]{35}\b|\bSG\.[\w-]{16,}\.[\w-]{16,}"
    r"|\b[a-z][a-z0-9+.]*://[^\s:/@$]+:[^\s:@/$<{*]{3,}@"
)
"""Texts that are credentials by their form, whatever they are called."""
_SETTING = re.compile(r"""(?:^|[\s;"'{,])(?:--?)?([A-Za-z_][\w.-]*)["']?\s*[=:]\s*("[^"\n]*"|'[^'\n]*'|[^\s"',;]+)""")
_ENCODED = re.compile(r"[A-Za-z0-9+/\s]{24,}={0,2}\s*")
_NAMES_ANOTHER = ("arn:", "{{resolve:", "ssm://", "vault:", "sm://", "aws-sm:", "secretsmanager:")
"""How values begin that say where a secret is kept."""
_COMPUTED = ("$", "(", "{{", "<%")
"""Signs of an expression or a variable, in the notation of shells and templates."""
_SHORTEST = 4


def secret_text(value: Any) -> Any:
    """Tell whether a text, in the clear or in base64, holds a credential that is written out.

    Parts of a text that come from elsewhere (variables, other resources) are not written there.
    """
    if isinstance(value, Composite):
        return any(secret_text(part) is True for part in value.parts if isinstance(part, str))
    if isinstance(value, Ref):
        return False
    if isinstance(value, Unknown):
        return value
    return isinstance(value, str) and any(map(_holds_secret, _readings(value)))


def _readings(text: str) -> Iterator[str]:
    yield text
    if _ENCODED.fullmatch(text):
        try:
            yield base64.b64decode(text).decode("utf-8", "ignore")
        except (binascii.Error, ValueError):
            return


def _holds_secret(text: str) -> bool:
    if _KNOWN.search(text):
        return True
    settings = ((match[1], match[2].strip("\"'")) for match in _SETTING.finditer(text))
    return any(looks_secret(name) and _written_out(value) for name, value in settings)


def _written_out(value: str) -> bool:
    if len(value) < _SHORTEST or value.lower().startswith(_NAMES_ANOTHER) or any(sign in value for sign in _COMPUTED):
        return False
    return likeness(value) == "text"


def secret_settings(settings: Any) -> Any:
    """List the names of settings whose values are credentials that are written out.

    Takes an object, or a list of `{name, value}`; a setting that is named like a secret and whose value is not known
    may be one.
    """
    if isinstance(settings, Unknown):
        return settings
    found: list[Any] = []
    for name, value in _pairs(settings):
        if not isinstance(name, str):
            continue
        if isinstance(value, Unknown):
            if secret_text(value) is True:
                found.append(name)
            elif looks_secret(name) and not isinstance(value, Ref):
                found.append(Unknown(value.why))
        elif isinstance(value, str) and _is_secret(name, value):
            found.append(name)
    return found


def _is_secret(name: str, value: str) -> bool:
    return bool(_KNOWN.search(value)) or (looks_secret(name) and _written_out(value))


def _pairs(settings: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(settings, dict):
        yield from settings.items()
    for item in settings if isinstance(settings, list) else ():
        if isinstance(item, dict):
            yield item.get("name", item.get("Name")), item.get("value", item.get("Value"))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "secret_settings": secret_settings,
    "secret_text": secret_text,
}
