"""Where a job runs: the labels of its runner, whether somebody hosts it themselves, and its usual shell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.github_actions.expression import OPENING, expressions
from bartizan.collect.pipeline import listed
from bartizan.core.truth import Unknown

_HOSTED = re.compile(
    r"(ubuntu|windows|macos)-(latest|slim|\d+(\.\d+)?)(-(arm|arm64|intel|large|xlarge|xl|slim|vs\d+))*$", re.IGNORECASE
)
_WINDOWS = re.compile(r"\bwin(dows)?\b", re.IGNORECASE)
_UNIX = re.compile(r"ubuntu|linux|debian|macos|\bmac\b|\bosx\b", re.IGNORECASE)
_COMPUTED = "it is computed when the workflow runs"


@dataclass(frozen=True, slots=True)
class Runner:
    """A job's runner, as far as the workflow tells."""

    labels: list[str | Unknown] | Unknown
    """All of these it has; unknown where an expression gives them."""
    group: str | Unknown | None
    self_hosted: bool | Unknown
    shell: str | Unknown
    """What runs a step that names no shell: `bash` or `pwsh`."""


def runner(job: dict[str, Any]) -> Runner:
    """Return where a job runs; one that calls a workflow runs where that says."""
    if "uses" in job:
        called = Unknown("it is decided by the workflow that is called")
        return Runner(called, None, called, called)
    wanted = job.get("runs-on")
    group = wanted.get("group") if isinstance(wanted, dict) else None
    given = listed(wanted.get("labels") if isinstance(wanted, dict) else wanted)
    if len(given) == 1 and isinstance(given[0], str) and OPENING.search(given[0]):
        labels: list[str | Unknown] | Unknown = Unknown(_COMPUTED)
    else:
        labels = [_label(label) for label in given]
    choices = _choices(given, job.get("strategy"))
    return Runner(
        labels,
        Unknown(_COMPUTED) if isinstance(group, str) and OPENING.search(group) else group,
        "self-hosted" in given or _self_hosted(choices, group),
        "sh" if job.get("container") is not None else _shell(choices),
    )


def _label(label: Any) -> str | Unknown:
    text = str(label)
    return Unknown(_COMPUTED) if OPENING.search(text) else text


def _choices(given: list[Any], strategy: Any) -> list[list[str]] | None:
    """Return for each label what it may be, a matrix written out; None where that is not to be seen."""
    found: list[list[str]] = []
    for label in given:
        text = str(label)
        if not OPENING.search(text):
            found.append([text])
            continue
        read = list(expressions(text))
        alone = len(read) == 1 and text.strip().startswith("${{") and text.strip().endswith("}}")
        if not alone or read[0].flow.made:
            return None
        flow = read[0].flow
        values = [value for path in flow.paths for value in _matrix(path, strategy)] + flow.literals
        if not values or any(not isinstance(value, str) or OPENING.search(value) for value in values):
            return None
        found.append(values)
    return found


def _matrix(path: str, strategy: Any) -> list[Any]:
    """Return the values that `matrix.NAME` takes; one that is no text where they cannot be seen."""
    first, *rest = path.split(".")
    matrix = strategy.get("matrix") if isinstance(strategy, dict) else None
    if first != "matrix" or not rest or not isinstance(matrix, dict):
        return [None]
    axis = matrix.get(rest[0])
    values = axis if isinstance(axis, list) else [] if axis is None else [None]
    included = matrix.get("include")
    if included is not None and not isinstance(included, list):
        return [None]
    values = values + [each[rest[0]] for each in included or [] if isinstance(each, dict) and rest[0] in each]
    for name in rest[1:]:
        values = [value.get(name) if isinstance(value, dict) else None for value in values]
    found: list[Any] = []
    for value in values:
        found.extend(value if isinstance(value, list) else [value])
    return found


def _self_hosted(choices: list[list[str]] | None, group: Any) -> bool | Unknown:
    if choices is None:
        return Unknown(f"the runner cannot be told: {_COMPUTED}")
    labels = [label for choice in choices for label in choice]
    if any(label.lower() == "self-hosted" for label in labels):
        return True
    if labels and group is None and all(_HOSTED.match(label) for label in labels):
        return False
    return Unknown("a runner of this name may be hosted by the platform or by oneself")


def _shell(choices: list[list[str]] | None) -> str | Unknown:
    labels = [label for choice in choices or [] for label in choice]
    windows = [label for label in labels if _WINDOWS.search(label)]
    if labels and not windows and any(_UNIX.search(label) for label in labels):
        return "bash"
    alone = choices is not None and any(
        len(choice) == sum(map(bool, map(_WINDOWS.search, choice))) for choice in choices
    )
    return "pwsh" if windows and alone else Unknown("the shell depends on the runner")
