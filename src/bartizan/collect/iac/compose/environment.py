"""What a service's environment says, without the secrets that are written into it."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.compose.variables import Masked
from bartizan.core.truth import Composite, Unknown

_SECRET = re.compile(r"pass|secret|token|key|credential", re.IGNORECASE)
_POINTER = re.compile(r"_(?:FILE|PATH|DIR)$", re.IGNORECASE)
"""Names of variables that say where a secret is, not what it is."""
_LOGIN = re.compile(r"://[^/\s:@]*:(?P<password>[^/\s@]+)@")
_SWITCHES = frozenset({"", "0", "1", "false", "no", "off", "on", "true", "yes"})
"""Values that are no secret, whatever the name: `ALLOW_EMPTY_PASSWORD=yes`."""


def environment_entry(name: str, value: Any) -> dict[str, Any]:
    """Return whether a value is written in the file, and the value, None where it looks like a secret.

    A variable without a value is taken from the environment that Compose runs in.
    """
    if value is None:
        return {"literal": False, "value": Unknown(f"{name} is taken from the environment that Compose runs in")}
    masked = Masked(value)
    if not isinstance(value, Unknown):
        return {"literal": masked.text != "", "value": None if _is_secret(name, masked) else masked.text}
    hidden = isinstance(value, Composite) and _is_secret(name, masked)
    return {"literal": False, "value": Unknown(value.why) if hidden else value}


def _is_secret(name: str, masked: Masked) -> bool:
    if masked.text.lower() in _SWITCHES:
        return False
    if _SECRET.search(name) and not _POINTER.search(name):
        return True
    login = _LOGIN.search(masked.text)
    return login is not None and (masked.known(login["password"]) or len(login["password"]) > 1)
