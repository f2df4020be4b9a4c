"""Scores of CVSS 4.0: a vector falls into one of 270 macro-vectors, and its score lies between that one's and the next.

Source: the specification of version 4.0 that FIRST publishes, section "Scoring". Metrics of threat and environment
count as not defined: advisories tell the base.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_LEVELS = {
    "AV": "NALP",
    "PR": "NLH",
    "UI": "NPA",
    "AC": "LH",
    "AT": "NP",
    "VC": "HLN",
    "VI": "HLN",
    "VA": "HLN",
    "SC": "HLN",
    "SI": "HLN",
    "SA": "HLN",
}
"""The values of each metric of the base, worst first."""
_TENTHS = (0.0, 0.1, 0.2, 0.3)
"""Distances are counted in tenths and in the order that FIRST's calculator counts them: so does rounding agree."""
# For each group of metrics, the worst vectors that fall into each of its levels, and how many steps the level is deep.
_REACH = {0: ["NNN"], 1: ["ANN", "NLN", "NNP"], 2: ["PNN", "ALP"]}
_HARDNESS = {0: ["LN"], 1: ["HN", "LP"]}
_HERE = {
    (0, 0): ["HHH"],
    (1, 0): ["LHH", "HLH"],
    (2, 1): ["LLL"],
}
_BEYOND = {1: ["HHH"], 2: ["LLL"]}
_DEPTH_REACH = {0: 1, 1: 4, 2: 5}
_DEPTH_HARDNESS = {0: 1, 1: 2}
_DEPTH_HERE = {(0, 0): 7, (1, 0): 8, (2, 1): 10}
_DEPTH_BEYOND = {1: 5, 2: 4}
_NEXT_HERE = {(0, 0): [(0, 1), (1, 0)], (1, 0): [(1, 1)], (2, 1): []}
"""Levels below, of the group on the system itself and the one on what it is wanted for, which go together."""


def score(given: Mapping[str, str]) -> float:
    """Return the score of a base vector, 0 to 10. Raises `KeyError` or `ValueError` where a metric is wrong."""
    base = {name: given[name] for name in _LEVELS}
    for name, given_value in base.items():
        if len(given_value) != 1 or given_value not in _LEVELS[name]:
            raise ValueError(f"{name}:{given_value} is no metric of CVSS 4.0")
    if all(base[name] == "N" for name in ("VC", "VI", "VA", "SC", "SI", "SA")):
        return 0.0
    levels = _macro(base)
    value = _scores()[levels]
    distances = [_share(value, below, steps, depth) for below, steps, depth in _ways(base, levels)]
    known = [distance for distance in distances if distance is not None]
    mean = sum(known) / len(known) if known else 0.0
    return int(max(0.0, min(10.0, value - mean)) * 10 + 0.5) / 10


def _macro(base: Mapping[str, str]) -> tuple[int, ...]:
    """Return the six levels that make the macro-vector."""
    easy = [base["AV"] == "N", base["PR"] == "N", base["UI"] == "N"]
    reach = 0 if all(easy) else 1 if any(easy) and base["AV"] != "P" else 2
    hardness = 0 if base["AC"] == "L" and base["AT"] == "N" else 1
    worst = [base["VC"] == "H", base["VI"] == "H", base["VA"] == "H"]
    here = 0 if worst[0] and worst[1] else 1 if any(worst) else 2
    beyond = 1 if "H" in (base["SC"], base["SI"], base["SA"]) else 2
    return reach, hardness, here, beyond, 0, 0 if any(worst) else 1


def _ways(base: Mapping[str, str], levels: tuple[int, ...]) -> list[tuple[float | None, float, int]]:
    """Return, for each group, the score of the level below, the steps already gone towards it, and its depth."""
    reach, hardness, here, beyond, _, wanted = levels
    steps = {
        "reach": _steps(base, ("AV", "PR", "UI"), _REACH[reach]),
        "hardness": _steps(base, ("AC", "AT"), _HARDNESS[hardness]),
        "here": _steps(base, ("VC", "VI", "VA"), _HERE[here, wanted]),
        "beyond": _steps(base, ("SC", "SI", "SA"), _BEYOND[beyond]),
    }
    return [
        (_below(levels, 0), steps["reach"], _DEPTH_REACH[reach]),
        (_below(levels, 1), steps["hardness"], _DEPTH_HARDNESS[hardness]),
        (_below_here(levels), steps["here"], _DEPTH_HERE[here, wanted]),
        (_below(levels, 3), steps["beyond"], _DEPTH_BEYOND[beyond]),
        (_below(levels, 4), 0.0, 1),
    ]


def _share(value: float, below: float | None, steps: float, depth: int) -> float | None:
    return None if below is None else (value - below) * (steps / (depth * 0.1))


def _below(levels: tuple[int, ...], group: int) -> float | None:
    return _scores().get((*levels[:group], levels[group] + 1, *levels[group + 1 :]))


def _below_here(levels: tuple[int, ...]) -> float | None:
    reach, hardness, here, beyond, threat, wanted = levels
    below = [(reach, hardness, first, beyond, threat, second) for first, second in _NEXT_HERE[here, wanted]]
    return max((_scores()[each] for each in below if each in _scores()), default=None)


def _steps(base: Mapping[str, str], names: tuple[str, ...], worst: list[str]) -> float:
    """Return how far it is, in tenths, from the first of the worst vectors that the given one is nowhere above."""
    for values in worst:
        pairs = zip(names, values, strict=True)
        steps = [_place(name, base[name]) - _place(name, value) for name, value in pairs]
        if min(steps) >= 0:
            return sum(steps)
    raise ValueError(f"no vector of CVSS 4.0 is above {[base[name] for name in names]}")


def _place(name: str, value: str) -> float:
    first = 1 if name in ("SC", "SI", "SA") else 0  # above them is what threatens lives, which no base tells
    return _TENTHS[_LEVELS[name].index(value) + first]


@cache
def _scores() -> dict[tuple[int, ...], float]:
    """Return the score of each macro-vector by its six levels."""
    text = (resources.files("bartizan.collect.advisories") / "cvss4.toml").read_text("utf-8")
    return {
        tuple(map(int, head + tail)): value
        for head, tails in tomllib.loads(text).items()
        for tail, value in tails.items()
    }
