"""The pipelines of one repository: its own, and those that jobs start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.iac.gitlab_ci.configuration import Configuration, Loader
from bartizan.collect.iac.gitlab_ci.include import Include, includes
from bartizan.collect.iac.gitlab_ci.inheritance import Inheritance
from bartizan.collect.iac.gitlab_ci.job import container, jobs, shown
from bartizan.collect.pipeline import listed
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.place import Place

_MAIN = (".gitlab-ci.yml", ".gitlab-ci.yaml")


class Pipelines:
    """Reads the configurations of one repository together."""

    def __init__(self, unit: Unit, tree: Tree) -> None:
        self._unit = unit
        self._loader = Loader(tree, unit.root)
        self._read: set[str] = set()

    def read(self) -> Reading:
        """Return the main pipeline, those it starts, and the files that neither includes."""
        resources: list[Resource] = []
        pending = sorted(self._unit.files, key=lambda file: file.rpartition("/")[2] not in _MAIN)
        entered: set[str] = set()
        while pending:
            file = pending.pop(0)
            if file in entered or (file in self._read and file in self._unit.files):
                continue
            entered.add(file)
            configuration = self._loader.load(file)
            self._read.update(configuration.files)
            resources.extend(self._pipeline(configuration))
            pending[:0] = configuration.children
        gaps = list(dict.fromkeys(gap for source in self._loader.sources.values() for gap in source.gaps))
        also = tuple(sorted(set(self._loader.sources) - set(self._unit.files)))
        return Reading(resources=resources, gaps=gaps, also=also)

    def _pipeline(self, configuration: Configuration) -> Iterator[Resource]:
        if not configuration.members and not configuration.found:
            return
        made = jobs(configuration)
        included = [*self._includes(configuration), *self._started(configuration)]
        members = {name: entry.value for name, entry in configuration.members.items()}
        resolved = Inheritance(configuration).resolved
        value: dict[str, Any] = {
            "file": configuration.file,
            "stages": resolved(members.get("stages", members.get("types"))),
            "workflow": shown(resolved(members.get("workflow"))) if "workflow" in members else None,
            "default": shown(resolved(members.get("default"))) if "default" in members else None,
            "variables": shown(resolved(members.get("variables"))),
            "image": container(resolved(members.get("image")), {}),
            "services": [container(each, {}) for each in listed(resolved(members.get("services")))],
            "includes": [each.address for each in included],
            "jobs": [job.address for job in made],
            "unseen": configuration.unseen,
        }
        yield Resource(
            type="gitlab/pipeline",
            address=configuration.file,
            value=value,
            place=Place(configuration.file),
            spots=_spots(configuration, set(value)),
        )
        yield from included
        yield from made

    def _includes(self, configuration: Configuration) -> Iterator[Resource]:
        for index, (include, file, spot) in enumerate(configuration.found):
            yield self._include(configuration, include, f"include.{index}", Place(file, *spot), None)

    def _started(self, configuration: Configuration) -> Iterator[Resource]:
        """Yield what jobs start as pipelines of their own, and note those of this repository to be read."""
        for name, entry in configuration.members.items():
            trigger = entry.value.get("trigger") if isinstance(entry.value, dict) else None
            given = trigger.get("include") if isinstance(trigger, dict) else None
            for index, include in enumerate(includes(given, "trigger/include")):
                file, line, column = entry.place(include.path) or (configuration.file, 1, 1)
                address = f"{name}.include.{index}"
                yield self._include(configuration, include, address, Place(file, line, column), name)
                if include.kind == "local":
                    found = self._loader.local(include.location)
                    configuration.children.extend(found or ())
                    if found == []:
                        why = f"The pipeline `{include.location}` that the job `{name}` starts is not there."
                        configuration.source(file).gap(why, (line, column), about=f"{configuration.file}#{name}")

    def _include(
        self, configuration: Configuration, include: Include, name: str, place: Place, starts: str | None
    ) -> Resource:
        job = None if starts is None else f"{configuration.file}#{starts}"
        value = {"pipeline": configuration.file, **include.value(), "starts": job}
        return Resource(
            type="gitlab/include", address=f"{configuration.file}#{name}", value=value, place=place, spots={}
        )


def _spots(configuration: Configuration, names: set[str]) -> dict[str, tuple[int, int]]:
    """Return where the global settings are written, of those that stand in the pipeline's own file."""
    found: dict[str, tuple[int, int]] = {}
    for name in names & set(configuration.members):
        for path, (file, line, column) in configuration.members[name].spots.items():
            if file == configuration.file:
                found[f"{name}/{path}" if path else name] = (line, column)
    return found
