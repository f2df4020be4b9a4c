"""What a service's environment says, without the secrets that are written into it."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.compose.variables import Masked
from bartizan.collect.secret import likeness, looks_secret
from bartizan.core.truth import Composite, Unknown

_SECRET = re.compile(r"pass|secret|token|key|credential", re.IGNORECASE)
"""Names whose values are not kept. Wider than what is taken for a secret: a value once kept may be printed."""
_POINTER = re.compile(r"_(?:FILE|PATH|DIR)$", re.IGNORECASE)
"""Names of variables that say where a secret is, not what it is."""
_LOGIN = re.compile(r"://[^/\s:@]*:(?P<password>[^/\s@]+)@")
_SWITCHES = frozenset({"", "0", "1", "false", "no", "off", "on", "true", "yes"})
"""Values that are no secret, whatever the name: `ALLOW_EMPTY_PASSWORD=yes`."""


def environment_entry(name: str, value: Any) -> dict[str, Any]:
    """Return what is kept of an entry.

    `literal` says whether a value is written in the file; `value` is the value, None where it is not kept;
    `secret` whether it would be one by its name, or has a password in it; `like` what a literal is like.
    A variable without a value is taken from the environment that Compose runs in.
    """
    if value is None:
        value = Unknown(f"{name} is taken from the environment that Compose runs in")
    masked = Masked(value)
    login = _LOGIN.search(masked.text)
    has_password = login is not None and (masked.known(login["password"]) or len(login["password"]) > 1)
    hidden = masked.text.lower() not in _SWITCHES and (has_password or _names_secret(name))
    entry = {"secret": has_password or looks_secret(name), "like": None}
    if isinstance(value, Unknown):
        concealed = Unknown(value.why) if hidden and isinstance(value, Composite) else value
        return {"literal": False, "value": concealed, **entry}
    shown = None if hidden else masked.text
    return {"literal": masked.text != "", "value": shown, **entry, "like": likeness(masked.text)}


def _names_secret(name: str) -> bool:
    return _SECRET.search(name) is not None and _POINTER.search(name) is None
