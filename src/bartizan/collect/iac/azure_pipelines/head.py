"""What stands at the head of a pipeline: what starts it, its parameters, and the resources it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.azure_pipelines.part import Mapping, known
from bartizan.collect.iac.azure_pipelines.step import settings
from bartizan.collect.pipeline import listed
from bartizan.collect.text import image
from bartizan.core.truth import Unknown


def trigger(top: Mapping, key: str, template: bool | Unknown) -> Any:
    """Return what starts a pipeline: whether it is said at all, whether anything does, and for which branches.

    Null for a template, which nothing starts.
    """
    given = top.raw(key)
    if isinstance(given, Unknown):
        return given
    if given is None and template is not False:
        return template if isinstance(template, Unknown) else None
    if given is None:
        return {"declared": False, "enabled": True, "branches": None, "paths": None, "tags": None}
    if given == "none":
        return {"declared": True, "enabled": False, "branches": None, "paths": None, "tags": None}
    if not isinstance(given, dict):
        branches = {"include": [known(each) for each in listed(given)], "exclude": []}
        return {"declared": True, "enabled": True, "branches": branches, "paths": None, "tags": None}
    filters = {name: _filter(given.get(name)) for name in ("branches", "paths", "tags")}
    return {**given, "declared": True, "enabled": given.get("enabled", True), **filters}


def _filter(given: Any) -> Any:
    if given is None:
        return None
    if isinstance(given, dict):
        return {name: listed(given.get(name)) for name in ("include", "exclude")}
    return {"include": listed(given), "exclude": []}


def parameters(top: Mapping) -> Iterator[dict[str, Any]]:
    """Yield the parameters that a file takes, in either form."""
    for part in top.parts("parameters"):
        if isinstance(part.value, dict):
            for name in part.value:
                yield {"name": name, "type": None, "values": None}
    for part in top.items("parameters"):
        if isinstance(part.value, dict) and "name" in part.value:
            yield {
                "name": part.value["name"],
                "type": part.value.get("type", "string"),
                "values": part.value.get("values"),
            }


def resources(top: Mapping, kind: str) -> Iterator[Any]:
    """Yield the `repositories` or `containers` that a pipeline names; unknown for those that a parameter gives."""
    for part in top.parts("resources"):
        for each in Mapping(part).items(kind):
            if not isinstance(each.value, dict):
                yield Unknown("a parameter or a condition of the template may add more")
            elif kind == "containers":
                name = known(each.value.get("image"))
                parts = image(name if isinstance(name, str | Unknown) else None)
                yield {**each.value, "env": settings(each.value.get("env")), "image": name, **parts}
            else:
                yield {key: known(item) for key, item in each.value.items()}
