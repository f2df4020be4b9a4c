"""Steps of a job: tasks, scripts in their several shorthands, checkouts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.azure_pipelines.part import EXPRESSION, Mapping, Part, known, text
from bartizan.collect.pipeline import Source, commands_of
from bartizan.collect.resource import Resource
from bartizan.collect.secret import veiled
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

KINDS = (
    "task", "script", "bash", "pwsh", "powershell", "checkout", "download", "downloadBuild", "getPackage", "publish",
    "reviewApp", "restoreCache", "saveCache",
)  # fmt: skip
"""Keys that say what a step is."""
MACRO = re.compile(r"\$\(([A-Za-z_][\w.\-]*)\)")
_PARAMETER = re.compile(r"parameters(?:\.([\w-]+)|\[\s*'([^']+)'\s*\])")
_TEMPLATE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_RUNTIME = re.compile(r"\$\[(.*?)\]", re.DOTALL)
_INLINE = re.compile(r"(inline)?_?(script|commands?|inline|runcommand)$", re.IGNORECASE)
_POSIX = frozenset({"bash", "sh"})
_OTHER = Unknown("the commands of a shell other than a POSIX one are not told apart")
_PERHAPS = Unknown("the shell depends on the agent, and another may take the script differently")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What holds for all steps of a job."""

    source: Source
    shared: dict[str, Any]
    """What is told of every step: the addresses of its pipeline and job."""
    windows: bool | Unknown
    """Whether the agent runs Windows, where `script` means its command line."""
    address: str
    """Address of the list of steps."""


def step(around: Around, part: Part, index: int) -> Resource | None:
    """Return a step; None for something that is none."""
    mapping = Mapping(part)
    kind = next((key for key in KINDS if key in mapping), None)
    if kind is None:
        return None
    inputs = mapping.raw("inputs")
    scripts = _scripts(mapping, kind)
    value: dict[str, Any] = {
        **around.shared,
        "index": index,
        "kind": kind,
        "task": _task(mapping.get("task")) if kind == "task" else None,
        "name": mapping.get("name"),
        "display_name": mapping.raw("displayName"),
        "script": scripts[0][1] if scripts else None,
        "inputs": settings(inputs),
        "env": settings(mapping.raw("env")),
        "condition": mapping.raw("condition"),
        "enabled": _default(mapping.get("enabled"), True),
        "continue_on_error": _default(mapping.get("continueOnError"), False),
        "target": mapping.raw("target"),
        "checkout": _checkout(mapping) if kind == "checkout" else None,
        **_computed([script for _, script, _ in scripts]),
        "commands": [],
    }
    spots = around.source.under(part.path)
    for where, script, shell in scripts:
        _add_commands(around, value, spots, where, script, shell)
    start = around.source.spot(part.path)
    end = max((line for line, _ in spots.values()), default=start[0])
    return Resource(
        type="azure-pipelines/step",
        address=f"{around.address}.{index}",
        value=value,
        place=Place(around.source.file, *start, end_line=end),
        spots=spots,
        doubt=part.doubt,
    )


def settings(given: Any) -> Any:
    """Return inputs or environment variables, the literals of secrets left out."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        return known(given) if isinstance(known(given), Unknown) else given
    return veiled({name: value for name, value in given.items() if "${{" not in name}, EXPRESSION)


def _default(value: Any, otherwise: Any) -> Any:
    return otherwise if value is None else value


def _task(given: Any) -> dict[str, Any] | Unknown:
    if isinstance(given, Unknown):
        return given
    name, _, version = str(given).partition("@")
    return {"text": str(given), "name": name, "version": version or None}


def _checkout(mapping: Mapping) -> dict[str, Any]:
    return {
        "repository": mapping.get("checkout"),
        "persist_credentials": _default(mapping.get("persistCredentials"), False),
        "clean": mapping.get("clean"),
        "fetch_depth": mapping.get("fetchDepth"),
        "submodules": mapping.get("submodules"),
        "lfs": mapping.get("lfs"),
    }


def _scripts(mapping: Mapping, kind: str) -> list[tuple[str, str, str]]:
    """Return the texts of a step that are run as programs: where they stand, and by which shell."""
    if kind in ("script", "bash", "pwsh", "powershell"):
        script = mapping.raw(kind)
        return [(kind, script, kind)] if isinstance(script, str) else []
    inputs = mapping.raw("inputs")
    task = mapping.get("task")
    if not isinstance(inputs, dict) or not isinstance(task, str):
        return []
    shell = _shell_of(task.partition("@")[0].lower(), inputs)
    return [
        (f"inputs/{name}", script, shell)
        for name, script in inputs.items()
        if _INLINE.match(name) and isinstance(script, str)
    ]


def _shell_of(task: str, inputs: dict[str, Any]) -> str:
    """Return the shell that runs the script given to a task, as far as its name or inputs say."""
    kind = str(inputs.get("scriptType", inputs.get("ScriptType", ""))).lower()
    if kind in ("bash", "ps", "pscore", "batch"):
        return kind
    if "powershell" in task or task == "ps":
        return "powershell"
    if "python" in task:
        return "python"
    if "bash" in task or "shellscript" in task:
        return "bash"
    return "script" if task.endswith("cmdline") else "unknown"


def _computed(scripts: list[str]) -> dict[str, Any]:
    """Return what is put into the scripts of a step before they run: macros, parameters and expressions."""
    whole = "\n".join(scripts)
    templates = [match.strip() for match in _TEMPLATE.findall(whole)]
    parameters = [dotted or quoted for text in templates for dotted, quoted in _PARAMETER.findall(text)]
    return {
        "macros": list(dict.fromkeys(MACRO.findall(whole))),
        "parameters": list(dict.fromkeys(parameters)),
        "expressions": list(dict.fromkeys([*templates, *(match.strip() for match in _RUNTIME.findall(whole))])),
    }


def _add_commands(
    around: Around, value: dict[str, Any], spots: dict[str, tuple[int, int]], where: str, script: str, shell: str
) -> None:
    posix: bool | Unknown = shell in _POSIX
    if shell == "script":
        posix = around.windows if isinstance(around.windows, Unknown) else not around.windows
    elif shell == "unknown":
        posix = _PERHAPS
    if posix is False:
        value["commands"].append(_OTHER)
        return
    for command, place in commands_of(around.source, script, spots.get(where, (1, 1)), macros=True):
        spots[f"commands/{len(value['commands'])}"] = place
        value["commands"].append(command.value(place[0]))
    if isinstance(posix, Unknown):
        value["commands"].append(_PERHAPS)


def variables(mapping: Mapping, key: str = "variables") -> list[dict[str, Any] | Unknown]:
    """Return variables in one form: `{name, value, group, template, readonly}`, secrets left out."""
    made: list[dict[str, Any] | Unknown] = []
    for part in mapping.parts(key):
        if isinstance(part.value, dict):
            inner = Mapping(part)
            made.extend(_variable(name, inner.raw(name), {}) for name in inner)
        elif not isinstance(part.value, list) and part.value is not None:
            made.append(Unknown("the variables are given by a parameter"))
    for part in mapping.items(key):
        if isinstance(part.value, dict) and {"name", "group", "template"} & set(part.value):
            made.append(_variable(part.value.get("name"), part.value.get("value"), part.value))
        elif part.computed():
            made.append(Unknown("the variables are given by a parameter"))
    return made


def _variable(name: Any, value: Any, given: dict[str, Any]) -> dict[str, Any]:
    plain = value if isinstance(value, Unknown) else text(value)
    shown = veiled({str(name): plain}, EXPRESSION)[str(name)]
    return {
        "name": known(name),
        "value": shown,
        "group": known(given.get("group")),
        "template": known(given.get("template")),
        "readonly": given.get("readonly", False),
    }
