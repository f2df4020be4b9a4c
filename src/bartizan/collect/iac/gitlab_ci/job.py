"""Jobs of a pipeline as they will run: with what they extend, the defaults, and their commands."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.gitlab_ci.configuration import Configuration
from bartizan.collect.iac.gitlab_ci.entry import Entry, Spot
from bartizan.collect.iac.gitlab_ci.inheritance import GLOBAL, RESERVED, SCRIPTS, Inheritance
from bartizan.collect.pipeline import commands_of, listed
from bartizan.collect.resource import Resource
from bartizan.collect.secret import veiled
from bartizan.collect.text import Text, image, joined, parts
from bartizan.core.place import Place
from bartizan.core.truth import Composite, Unknown

EXPRESSION = re.compile(r"\$\{\w+\}|\$[A-Z_][A-Z0-9_]{2,}|\$\[\[")
_VARIABLE = re.compile(r"\$\{(\w+)\}|\$(\w+)|\$\$")
_POWERSHELL = re.compile(
    r"\$env:|\b(Write-Host|New-Item|Test-Path|Get-Content|Set-Content|Invoke-WebRequest)\b", re.IGNORECASE
)
_WINDOWS = re.compile(r"windows|powershell|nanoserver", re.IGNORECASE)
_PLAIN = (
    "stage", "image", "services", "variables", "rules", "only", "except", "tags", "needs", "dependencies", "when",
    "allow_failure", "environment", "id_tokens", "secrets", "artifacts", "cache", "timeout", "retry", "interruptible",
    "trigger", "parallel", "resource_group", "inherit", "release", "pages", *SCRIPTS,
)  # fmt: skip
_VEILED = ("rules", "parallel", "trigger", "release")
"""Keywords, besides `variables`, that may set variables or hold what looks like them."""
_OTHER = Unknown("the shell of the runner may be PowerShell, whose commands are not told apart")
MAX_TEXT = 4_096


def jobs(configuration: Configuration) -> list[Resource]:
    """Return the jobs of a configuration, hidden ones too."""
    reader = _Jobs(configuration)
    made: list[Resource] = []
    for name, entry in configuration.members.items():
        if name in RESERVED:
            continue
        if isinstance(entry.value, dict) and "!reference" not in entry.value:
            made.append(reader.job(name))
        elif not name.startswith("."):
            file, line, column = entry.place("") or (configuration.file, 0, 0)
            why = f"`{name}` is neither a job nor a setting that is known."
            configuration.source(file).gap(why, (line, column), about=f"{configuration.file}#{name}")
    return made


class _Jobs:
    """Makes resources of the jobs of one configuration."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._inheritance = Inheritance(configuration)
        variables = configuration.members.get("variables")
        self._variables = _literals(variables.value if variables is not None else None)

    def job(self, name: str) -> Resource:
        configuration = self._configuration
        entry, unseen = self._inheritance.extended(name)
        raw: dict[str, Any] = dict(entry.value)
        spots = {path: spot for path, spot in entry.spots.items() if path.partition("/")[0] not in SCRIPTS}
        for key in SCRIPTS:
            if key in raw:
                _put(key, self._inheritance.spread(entry.inner(key)), raw, spots)
        hidden = name.startswith(".")
        if not hidden:
            for key in GLOBAL:
                default = self._inheritance.default(key, raw) if key not in raw else None
                if default is not None:
                    _put(key, default, raw, spots)
            if not unseen and configuration.unseen and not {"script", "trigger", "run", "extends"} & set(raw):
                unseen = (f"it adds to a job that may be in what is included: {configuration.unseen[0]}",)
        raw = {key: item if key in SCRIPTS else self._inheritance.resolved(item) for key, item in raw.items()}
        value = _value(configuration, name, raw, unseen, self._variables)
        _add_commands(configuration, value, spots)
        return _resource(configuration, name, value, spots)


def _put(key: str, entry: Entry, raw: dict[str, Any], spots: dict[str, Spot]) -> None:
    raw[key] = entry.value
    spots.update({f"{key}/{path}" if path else key: spot for path, spot in entry.spots.items()})


def _resource(configuration: Configuration, name: str, value: dict[str, Any], spots: dict[str, Spot]) -> Resource:
    own = configuration.members[name]
    file, line, column = own.place("") or (configuration.file, 1, 1)
    return Resource(
        type="gitlab/job",
        address=f"{configuration.file}#{name}",
        value=value,
        place=Place(file, line, column, end_line=max([line, *(s[1] for s in own.spots.values() if s[0] == file)])),
        spots={path: spot[1:] for path, spot in spots.items() if spot[0] == file and path},
    )


def _value(
    configuration: Configuration, name: str, raw: dict[str, Any], unseen: tuple[str, ...], common: dict[str, Text]
) -> dict[str, Any]:
    missing = {key: _missing(key, raw, configuration, unseen, name.startswith(".")) for key in _PLAIN if key not in raw}
    raw = {**raw, **missing}
    variables = {**common, **_literals(raw["variables"])}
    stage = raw["stage"]
    return {
        **raw,
        **veiled({key: item for key, item in raw.items() if key not in _PLAIN or key in _VEILED}, EXPRESSION),
        "pipeline": configuration.file,
        "name": name,
        "hidden": name.startswith("."),
        "stage": "test" if stage is None else stage,
        "image": container(raw["image"], variables),
        "services": _services(raw["services"], variables),
        "variables": shown(raw["variables"]),
        "environment": _named(raw["environment"]),
        "tags": _list(raw["tags"]),
        "needs": _list(raw["needs"]),
        "extends": listed(raw.get("extends")),
        "unseen": list(unseen),
        **{key: _list(raw[key]) for key in SCRIPTS},
    }


def _missing(key: str, raw: dict[str, Any], configuration: Configuration, unseen: tuple[str, ...], hidden: bool) -> Any:
    """Return what stands for a keyword that a job does not have: null, or why it may have it yet."""
    if unseen:
        return Unknown(unseen[0])
    inherit = raw.get("inherit")
    apart = isinstance(inherit, dict) and inherit.get("default") is False
    if key in GLOBAL and configuration.unseen and not apart and not hidden:
        return Unknown(f"there may be a default for it: {configuration.unseen[0]}")
    return None


def _list(value: Any) -> Any:
    return value if isinstance(value, Unknown) else listed(value)


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _literals(given: Any) -> dict[str, Text]:
    """Return variables by name; those given with a description by their `value`."""
    found: dict[str, Text] = {}
    for name, value in given.items() if isinstance(given, dict) else ():
        inner = value.get("value") if isinstance(value, dict) else value
        if isinstance(inner, Unknown):
            found[name] = inner
        elif inner is not None and not isinstance(inner, list | dict):
            found[name] = ("true" if inner else "false") if isinstance(inner, bool) else str(inner)
    return found


def shown(given: Any) -> Any:
    """Return variables without the literals of secrets."""
    if not isinstance(given, dict):
        return {} if given is None else given
    return veiled(given, EXPRESSION)


def container(given: Any, variables: dict[str, Text]) -> Any:
    """Return an image: `{name, repository, tag, digest, entrypoint ...}`, its variables replaced as far as known."""
    if given is None or (isinstance(given, Unknown) and not isinstance(given, Composite)):
        return given
    named = given if isinstance(given, dict) else {"name": given}
    name = named.get("name")
    full = expanded(name, variables) if isinstance(name, str) else name if isinstance(name, Unknown) else None
    return {**named, "name": full, **image(full)}


def _services(given: Any, variables: dict[str, Text]) -> Any:
    return given if isinstance(given, Unknown) else [container(each, variables) for each in listed(given)]


def expanded(text: str, variables: dict[str, Text], depth: int = 0) -> Text:
    """Return a text with the variables that the configuration sets replaced; others are unknown."""
    if "$" not in text:
        return text
    pieces: list[Text] = []
    position = 0
    for match in _VARIABLE.finditer(text):
        name = match[1] or match[2]
        pieces.append(text[position : match.start()])
        pieces.append("$" if name is None else _looked_up(name, variables, depth))
        position = match.end()
    made = joined([*pieces, text[position:]])
    length = sum(len(part) for part in parts(made) if isinstance(part, str))
    return made if length <= MAX_TEXT else Unknown("the text grows longer than is followed")


def _looked_up(name: str, variables: dict[str, Text], depth: int) -> Text:
    value = variables.get(name)
    if value is None or depth >= 3:
        return Unknown(f"the variable {name} is set by GitLab or in its settings")
    return expanded(value, variables, depth + 1) if isinstance(value, str) else value


def _add_commands(configuration: Configuration, value: dict[str, Any], spots: dict[str, Spot]) -> None:
    made: list[Any] = []
    entry = Entry(value, spots)
    for key in SCRIPTS:
        script = value[key]
        lines = [script] if isinstance(script, Unknown) else script
        for index, line in enumerate(lines):
            if isinstance(line, Unknown):
                made.append(line)
            elif isinstance(line, str):
                file, *spot = entry.place(f"{key}/{index}") or (configuration.file, 1, 1)
                source = configuration.source(file)
                for command, place in commands_of(source, line, (spot[0], spot[1])):
                    spots[f"commands/{len(made)}"] = (file, *place)
                    made.append({**command.value(place[0]), "section": key})
    scripts = (line for key in SCRIPTS if isinstance(value[key], list) for line in value[key])
    if _on_windows(value) or any(isinstance(line, str) and _POWERSHELL.search(line) for line in scripts):
        made.append(_OTHER)
    value["commands"] = made


def _on_windows(value: dict[str, Any]) -> bool:
    named = value["image"].get("name") if isinstance(value["image"], dict) else None
    words = [part for part in parts(named) if isinstance(part, str)]
    tags = value["tags"] if isinstance(value["tags"], list) else []
    return any(_WINDOWS.search(word) for word in [*words, *(tag for tag in tags if isinstance(tag, str))])
