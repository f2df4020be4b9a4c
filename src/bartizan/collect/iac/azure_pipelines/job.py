"""Jobs of a pipeline, the one that a pipeline without jobs is, and deployments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.azure_pipelines.part import EXPRESSION, Mapping, Part, known
from bartizan.collect.iac.azure_pipelines.step import settings
from bartizan.collect.pipeline import listed
from bartizan.collect.text import image
from bartizan.core.truth import Unknown

_WINDOWS = re.compile(r"win(dows)?[-_ \d]|windows|vs20\d\d", re.IGNORECASE)
_UNIX = re.compile(r"ubuntu|linux|macos|debian|mariner", re.IGNORECASE)
_HOSTED = re.compile(r"azure pipelines$|hosted\b", re.IGNORECASE)
_STRATEGIES = ("runOnce", "rolling", "canary")
_HOOKS = ("preDeploy", "deploy", "routeTraffic", "postRouteTraffic")
_ELSEWHERE = Unknown("it is decided by the pipeline or the template that this is a part of")


def pool(mappings: list[Mapping], open: bool) -> dict[str, Any] | Unknown | None:
    """Return the pool in effect: of the job, else of its stage, else of the pipeline; null for the usual one.

    `open` says whether a template or its user may decide it where none of these does.
    """
    for mapping in mappings:
        parts = mapping.parts("pool")
        if not parts:
            continue
        if len(parts) > 1 or parts[0].doubt is not None:
            return Unknown("a condition of the template decides the pool")
        return _pool(parts[0])
    return _ELSEWHERE if open else None


def _pool(part: Part) -> dict[str, Any] | Unknown:
    if isinstance(known(part.value), Unknown):
        return Unknown("the pool is given by a parameter")
    if not isinstance(part.value, dict):
        name = part.value
        return {"name": name, "vm_image": None, "demands": [], "server": name == "server"}
    mapping = Mapping(part)
    return {
        "name": mapping.get("name"),
        "vm_image": mapping.get("vmImage"),
        "demands": _list(mapping.get("demands")),
        "server": False,
    }


def self_hosted(where: dict[str, Any] | Unknown | None) -> bool | Unknown:
    """Return whether the agent is one's own; the platform's pools are known by name, or by the image they are given."""
    if isinstance(where, Unknown):
        return Unknown(where.why)
    if where is None:
        return Unknown("no pool is named, and the organisation decides which is the usual one")
    if where["server"] is True or (where["vm_image"] is not None and where["name"] is None):
        return False
    name = where["name"]
    if isinstance(name, str) and not EXPRESSION.search(name):
        if name.lower() == "default":
            return True
        if _HOSTED.match(name):
            return False
    return Unknown("a pool of this name may be hosted by the platform or by oneself")


def on_windows(where: dict[str, Any] | Unknown | None) -> bool | Unknown:
    """Return whether the agent runs Windows, as far as the names of its image and pool tell."""
    if isinstance(where, dict):
        for name in (where["vm_image"], where["name"]):
            if isinstance(name, str) and not EXPRESSION.search(name):
                if _WINDOWS.search(name):
                    return True
                if _UNIX.search(name):
                    return False
    return Unknown("the system of the agent is not told")


def described(mapping: Mapping, containers: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes of a job that stand for themselves; `containers` are those of the pipeline, by name."""
    return {
        "display_name": mapping.raw("displayName"),
        "depends_on": _list(mapping.get("dependsOn")),
        "condition": mapping.raw("condition"),
        "timeout_in_minutes": mapping.get("timeoutInMinutes"),
        "continue_on_error": mapping.get("continueOnError"),
        "container": _container(mapping.raw("container"), containers),
        "services": settings(mapping.get("services")),
        "environment": _environment(mapping),
        "workspace": mapping.get("workspace"),
        "uses": mapping.get("uses"),
    }


def _list(value: Any) -> Any:
    return value if isinstance(value, Unknown) else listed(value)


def _container(given: Any, containers: dict[str, Any]) -> Any:
    """Return the container a job runs in, be it one of the pipeline's or an image: `{image, repository, tag ...}`."""
    if isinstance(given, str) and given in containers:
        return containers[given]
    if given is None or isinstance(known(given), Unknown):
        return known(given)
    named = given if isinstance(given, dict) else {"image": given}
    name = known(named.get("image"))
    parts = image(name if isinstance(name, str | Unknown) else None)
    return {**named, "env": settings(named.get("env")), "image": name, **parts}


def _environment(mapping: Mapping) -> Any:
    given = mapping.raw("environment")
    if isinstance(given, str):
        return {"name": known(given)}
    return {**given, "name": known(given.get("name"))} if isinstance(given, dict) else given


def step_lists(mapping: Mapping) -> Iterator[tuple[str, Part]]:
    """Yield the lists of steps of a job, each with the name that tells it apart: those of a deployment have several."""
    for part in mapping.parts("steps"):
        yield "steps", part
    for strategy in mapping.parts("strategy"):
        inner = Mapping(strategy)
        for kind in _STRATEGIES:
            for part in inner.parts(kind):
                for name, steps in _hooks(part.within(strategy.doubt)):
                    yield f"strategy.{kind}.{name}", steps


def _hooks(kind: Part) -> Iterator[tuple[str, Part]]:
    mapping = Mapping(kind)
    for hook in _HOOKS:
        for part in mapping.parts(hook):
            for steps in Mapping(part).parts("steps"):
                yield f"{hook}.steps", steps.within(part.doubt).within(kind.doubt)
    for part in mapping.parts("on"):
        outcomes = Mapping(part)
        for outcome in ("success", "failure"):
            for each in outcomes.parts(outcome):
                for steps in Mapping(each).parts("steps"):
                    yield f"on.{outcome}.steps", steps.within(each.doubt).within(part.doubt).within(kind.doubt)
