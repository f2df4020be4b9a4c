"""Base scores of the Common Vulnerability Scoring System, versions 2.0, 3.0 and 3.1, computed from vectors.

Source: the specifications that FIRST publishes. Version 4.0 is beside, for it is counted in another way.
"""

from __future__ import annotations

import math
from functools import lru_cache

_V2 = {
    "AV": {"L": 0.395, "A": 0.646, "N": 1.0},
    "AC": {"H": 0.35, "M": 0.61, "L": 0.71},
    "Au": {"M": 0.45, "S": 0.56, "N": 0.704},
    "C": {"N": 0.0, "P": 0.275, "C": 0.660},
    "I": {"N": 0.0, "P": 0.275, "C": 0.660},
    "A": {"N": 0.0, "P": 0.275, "C": 0.660},
}
_V3 = {
    "AV": {"N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2},
    "AC": {"L": 0.77, "H": 0.44},
    "UI": {"N": 0.85, "R": 0.62},
    "C": {"N": 0.0, "L": 0.22, "H": 0.56},
    "I": {"N": 0.0, "L": 0.22, "H": 0.56},
    "A": {"N": 0.0, "L": 0.22, "H": 0.56},
}
_PRIVILEGES = {"U": {"N": 0.85, "L": 0.62, "H": 0.27}, "C": {"N": 0.85, "L": 0.68, "H": 0.5}}


@lru_cache(maxsize=1 << 14)
def score(vector: str) -> float | None:
    """Return the base score of a vector, 0 to 10, or None where it is none that can be counted.

    A vector of version 2.0 has no prefix (`AV:N/AC:L/...`), later ones begin with `CVSS:3.1/`.
    """
    from bartizan.collect.advisories import cvss4

    head, _, rest = vector.strip().partition("/")
    try:
        if head in ("CVSS:3.0", "CVSS:3.1"):
            return _third(metrics(rest), head == "CVSS:3.1")
        if head == "CVSS:4.0":
            return cvss4.score(metrics(rest))
        return _second(metrics(vector.strip().strip("()")))
    except (KeyError, ValueError):
        return None


def metrics(text: str) -> dict[str, str]:
    """Return the metrics of a vector by name. Raises `ValueError` where one is told twice or is none."""
    found: dict[str, str] = {}
    for part in text.split("/"):
        name, colon, value = part.partition(":")
        if not colon or name in found:
            raise ValueError(f"{part!r} is no metric, or one told twice")
        found[name] = value
    return found


def _second(given: dict[str, str]) -> float:
    weight = {name: values[given[name]] for name, values in _V2.items()}
    impact = 10.41 * (1 - (1 - weight["C"]) * (1 - weight["I"]) * (1 - weight["A"]))
    exploitability = 20 * weight["AV"] * weight["AC"] * weight["Au"]
    factor = 1.176 if impact else 0.0
    return math.floor((0.6 * impact + 0.4 * exploitability - 1.5) * factor * 10 + 0.5) / 10


def _third(given: dict[str, str], exact: bool) -> float:
    weight = {name: values[given[name]] for name, values in _V3.items()}
    privileges = _PRIVILEGES[given["S"]][given["PR"]]
    base = 1 - (1 - weight["C"]) * (1 - weight["I"]) * (1 - weight["A"])
    changed = given["S"] == "C"
    impact = 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 if changed else 6.42 * base
    if impact <= 0:
        return 0.0
    exploitability = 8.22 * weight["AV"] * weight["AC"] * privileges * weight["UI"]
    total = min((1.08 if changed else 1.0) * (impact + exploitability), 10.0)
    return _up(total) if exact else math.ceil(total * 10) / 10


def _up(value: float) -> float:
    """Round up to one decimal, as version 3.1 says so that no machine rounds otherwise."""
    whole = round(value * 100_000)
    return whole / 100_000 if whole % 10_000 == 0 else (whole // 10_000 + 1) / 10
