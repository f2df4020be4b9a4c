"""What the configuration of an image says of how it runs. Source: the OCI image specification, config.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bartizan.collect.credential import secret_settings
from bartizan.core.truth import Unknown

_ROOT = ("", "root", "0")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T")
_PORT = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?(?:/\w+)?")
_MOST = 65_535


def settings(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is said of running it."""
    found = config.get("config")
    return found if isinstance(found, dict) else {}


def user(config: Mapping[str, Any]) -> str | None:
    """Return the user as it is set; None where it is not."""
    found = settings(config).get("User")
    return found if isinstance(found, str) and found else None


def runs_as_root(name: str | None, users: Mapping[str, int] | None) -> bool | Unknown:
    """Return whether a user is root; `users` are those of the image, None where they are not known."""
    bare = (name or "").partition(":")[0].strip()
    if bare in _ROOT:
        return True
    if bare.lstrip("+").isdigit():
        return int(bare) == 0
    if users is None:
        return Unknown("the user is given by name, and /etc/passwd of the image cannot be read")
    if bare not in users:
        return Unknown("the user is given by a name that /etc/passwd of the image does not have")
    return users[bare] == 0


def users_of(passwd: str) -> dict[str, int]:
    """Return the user ids in a passwd(5) file by name."""
    rows = (line.split(":") for line in passwd.splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) > 3 and row[2].isdigit()}


def ports(config: Mapping[str, Any]) -> list[int]:
    """Return the ports it says it listens on."""
    found = settings(config).get("ExposedPorts")
    ranges = (_PORT.fullmatch(each) for each in found if isinstance(each, str)) if isinstance(found, dict) else ()
    listed = {
        port
        for match in ranges
        if match is not None
        for port in range(int(match[1]), min(int(match[2] or match[1]), _MOST) + 1)
    }
    return sorted(listed)


def secret_environment(config: Mapping[str, Any]) -> list[Any]:
    """Return the names of the variables that hold a secret."""
    listed = settings(config).get("Env")
    pairs = [each.partition("=") for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    named: list[Any] = secret_settings([{"name": name, "value": value} for name, _, value in pairs])
    return named


def health_checked(config: Mapping[str, Any]) -> bool:
    """Return whether a health check is set."""
    check = settings(config).get("Healthcheck")
    test = check.get("Test") if isinstance(check, dict) else None
    return isinstance(test, list) and bool(test) and test[0] not in ("NONE", "")


def labels(config: Mapping[str, Any]) -> dict[str, str]:
    """Return the labels."""
    found = settings(config).get("Labels")
    return {k: v for k, v in found.items() if isinstance(v, str)} if isinstance(found, dict) else {}


def created(config: Mapping[str, Any]) -> str | None:
    """Return the day it was built, YYYY-MM-DD; None where it says none, or the year one."""
    found = config.get("created")
    match = _DAY.match(found) if isinstance(found, str) else None
    return match[1] if match and not match[1].startswith("0001-") else None
