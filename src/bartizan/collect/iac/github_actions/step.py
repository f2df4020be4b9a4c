"""Steps of jobs and of composite actions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.github_actions.expression import OPENING, expressions
from bartizan.collect.iac.github_actions.uses import uses
from bartizan.collect.pipeline import Source, commands_of
from bartizan.collect.resource import Resource
from bartizan.collect.secret import veiled
from bartizan.collect.shell import SHELLS
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_SCRIPT = re.compile(r".*(script|commands?)$|run$|cmd$", re.IGNORECASE)
"""Inputs of actions that are run as a program of some kind."""
_WORD = re.compile(r"\b[a-z]+\b")
"""Of a shell as it is named: `bash -e {0}`, `C:\\cygwin\\bin\\bash.exe`."""
_OTHER = Unknown("the commands of a shell other than a POSIX one are not told apart")
_PERHAPS = Unknown("the shell depends on the runner, and another may take the script differently")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What holds for all steps of a job or a composite action."""

    source: Source
    prefix: str
    """Path of the steps in the file: `jobs/build/steps`."""
    shell: str | Unknown | None
    """The shell of a step that names none."""
    shared: dict[str, Any]
    """What is told of every step: its job, workflow and events."""
    env: dict[str, Any]
    """The variables that the job and the workflow set."""


def steps(around: Around, given: list[Any]) -> list[Resource]:
    """Return the steps of a job or a composite action."""
    made: list[Resource] = []
    for index, step in enumerate(given):
        path = f"{around.prefix}/{index}"
        address = f"{around.source.file}#{path.replace('/', '.')}"
        if isinstance(step, dict):
            made.append(_step(around, step, index, path, address))
        else:
            around.source.gap("A step is a mapping with `run` or `uses`.", around.source.spot(path), address)
    return made


def _step(around: Around, step: dict[str, Any], index: int, path: str, address: str) -> Resource:
    spots = around.source.under(path)
    shell = _shell(step.get("shell"), around.shell)
    value: dict[str, Any] = {
        **step,
        **around.shared,
        "index": index,
        "uses": uses(step.get("uses")),
        "run": step.get("run"),
        "shell": shell if "run" in step else None,
        "env": settings(step.get("env")),
        "with": settings(step.get("with")),
        "if": step.get("if"),
        "timeout_minutes": step.get("timeout-minutes"),
        "continue_on_error": step.get("continue-on-error", False),
        "working_directory": step.get("working-directory"),
        "expressions": [],
        "commands": [],
    }
    for where, script in _scripts(step):
        _add_expressions(value, spots, around, where, script)
    if isinstance(step.get("run"), str):
        _add_commands(value, spots, around.source, step["run"], shell)
    start = around.source.spot(path)
    end = max((line for line, _ in spots.values()), default=start[0])
    place = Place(around.source.file, *start, end_line=end)
    return Resource(type="github/step", address=address, value=value, place=place, spots=underscored(spots))


def settings(given: Any) -> dict[str, Any] | Unknown:
    """Return `env` or `with`, the literals of secrets left out."""
    if given is None:
        return {}
    return veiled(given, OPENING) if isinstance(given, dict) else Unknown("it is computed when the workflow runs")


def underscored(spots: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return spots with those of `timeout-minutes` told as `timeout_minutes` too."""
    more = {path.replace("-", "_"): spot for path, spot in spots.items() if "-" in path and "/" not in path}
    return {**more, **spots}


def _shell(own: Any, usual: str | Unknown | None) -> str | Unknown | None:
    if own is None:
        return usual
    return Unknown("it is computed when the workflow runs") if OPENING.search(str(own)) else str(own)


def _scripts(step: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the texts of a step that are run as programs, by where they stand."""
    inputs = step.get("with")
    given = inputs.items() if isinstance(inputs, dict) else ()
    found = [("run", step.get("run"))] + [(f"with/{name}", text) for name, text in given if _SCRIPT.search(name)]
    return [(where, text) for where, text in found if isinstance(text, str)]


def _add_expressions(
    value: dict[str, Any], spots: dict[str, tuple[int, int]], around: Around, where: str, text: str
) -> None:
    own = value["env"]
    env = {**around.env, **own} if isinstance(own, dict) else around.env
    for expression in expressions(text):
        place = around.source.line_of(spots.get(where, (1, 1)), text, expression.offset)
        for path in list(expression.flow.paths):
            expression.flow.paths.extend(_through(path, env))
        spots[f"expressions/{len(value['expressions'])}"] = place
        value["expressions"].append(expression.value(where.replace("/", "."), place[0]))


def _through(path: str, env: dict[str, Any]) -> list[str]:
    """Return what flows into an expression through a variable: `github.head_ref` where `env.REF` is made of it."""
    text = env.get(path.removeprefix("env.")) if path.startswith("env.") else None
    return [path for inner in expressions(text) for path in inner.flow.paths] if isinstance(text, str) else []


def _add_commands(
    value: dict[str, Any], spots: dict[str, tuple[int, int]], source: Source, script: str, shell: str | Unknown | None
) -> None:
    words = set(_WORD.findall(shell.lower())) if isinstance(shell, str) else None
    if words is not None and not words & SHELLS:
        value["commands"].append(_OTHER)
        return
    for command, place in commands_of(source, script, spots.get("run", (1, 1))):
        spots[f"commands/{len(value['commands'])}"] = place
        value["commands"].append(command.value(place[0]))
    if words is None:
        value["commands"].append(_PERHAPS)
