"""The workflows and actions of one repository, and which of them use each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.iac.github_actions.step import Around, settings, steps, underscored
from bartizan.collect.iac.github_actions.surroundings import above
from bartizan.collect.iac.github_actions.uses import uses
from bartizan.collect.iac.github_actions.workflow import Workflow
from bartizan.collect.pipeline import Source, listed, load
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_CALLER = Unknown("it is decided by the workflow that uses the action")


@dataclass(slots=True)
class Action:
    """One action of the repository, and who uses it."""

    source: Source
    value: dict[str, Any]
    events: list[str] = field(default_factory=list)
    called_by: list[str] = field(default_factory=list)
    """Addresses of the steps of this repository that use it."""

    @property
    def runs(self) -> dict[str, Any]:
        """How it runs."""
        runs = self.value.get("runs")
        return runs if isinstance(runs, dict) else {}

    def resources(self) -> Iterator[Resource]:
        """Yield the action, and its steps if it is made of such."""
        source, runs = self.source, self.runs
        shared = {"workflow": None, "job": None, "action": source.file, "events": self.events, "permissions": _CALLER}
        around = Around(source=source, prefix="runs/steps", shell=None, shared=shared, env={})
        made = steps(around, listed(runs.get("steps")))
        value = {
            "file": source.file,
            "name": self.value.get("name"),
            "inputs": settings(self.value.get("inputs")),
            "outputs": self.value.get("outputs") or {},
            "using": runs.get("using"),
            "main": runs.get("main"),
            "image": runs.get("image"),
            "called_by": self.called_by,
            "events": self.events,
            "steps": [step.address for step in made],
        }
        spots = {key: spot for key, spot in source.under("").items() if not key.startswith("runs/steps/")}
        spots.update({key: spot for key, spot in source.under("runs").items() if "/" not in key})
        document = source.documents[0]
        place = Place(source.file, document.line, 1, end_line=document.end_line)
        yield Resource(type="github/action", address=source.file, value=value, place=place, spots=underscored(spots))
        yield from made


class Repository:
    """Reads the files of one repository together."""

    def __init__(self, root: str, files: tuple[str, ...], tree: Tree) -> None:
        self._inside = above(tree)
        self._root = f"{root}/" if root else ""
        self._sources: list[Source] = []
        self._workflows: dict[str, Workflow] = {}
        self._actions: dict[str, Action] = {}
        for file in files:
            self._load(load(tree, file))

    def read(self) -> Reading:
        """Return all workflows and actions."""
        self._link()
        owners: list[Workflow | Action] = [*self._workflows.values(), *self._actions.values()]
        resources = [resource for each in owners for resource in each.resources()]
        return Reading(resources=resources, gaps=[gap for source in self._sources for gap in source.gaps])

    def _load(self, source: Source) -> None:
        self._sources.append(source)
        if not source.documents:
            if not source.gaps:
                source.gap("The file is empty.")
            return
        value, path = source.documents[0].value, self._inside + source.file.removeprefix(self._root)
        wanted = "jobs" if _is_workflow(path) else "runs"
        if not isinstance(value, dict) or not isinstance(value.get(wanted), dict):
            source.gap(f"The file has no mapping `{wanted}`, so it runs nothing.", (source.documents[0].line, 1))
        elif wanted == "jobs":
            self._workflows[path] = Workflow(source, value)
        else:
            self._actions[posixpath.dirname(path)] = Action(source, value)

    def _link(self) -> None:
        """Tell workflows and actions who uses them, and on which events they come to run."""
        calls: dict[int, list[Workflow | Action]] = {}
        pending: list[Workflow | Action] = [*self._workflows.values(), *self._actions.values()]
        for workflow in self._workflows.values():
            triggers = workflow.triggers()
            workflow.events = list(triggers) if isinstance(triggers, dict) else []
        for each in pending:
            calls[id(each)] = list(self._calls(each))
        while pending:
            caller = pending.pop()
            for called in calls[id(caller)]:
                new = [event for event in caller.events if event not in called.events]
                if new:
                    called.events = called.events + new
                    pending.append(called)

    def _calls(self, caller: Workflow | Action) -> Iterator[Workflow | Action]:
        if isinstance(caller, Action):
            yield from self._used(caller.runs.get("steps"), f"{caller.source.file}#runs.steps")
            return
        for name, job in caller.jobs.items():
            if not isinstance(job, dict):
                continue
            yield from self._used(job.get("steps"), f"{caller.address(name)}.steps")
            called = self._workflow(caller, name, job)
            if called is not None:
                called.called_by.append(caller.address(name))
                yield called

    def _workflow(self, caller: Workflow, name: str, job: dict[str, Any]) -> Workflow | None:
        """Return the workflow of this repository that a job calls."""
        used = uses(job.get("uses"))
        if not isinstance(used, dict) or not used["local"]:
            return None
        found = self._workflows.get(used["path"])
        if found is None and not self._inside:
            why = f"The workflow `{used['text']}` is not there, so what this job does is not seen."
            caller.source.gap(why, caller.source.spot(f"jobs/{name}/uses"), caller.address(name))
        return found

    def _used(self, given: Any, prefix: str) -> Iterator[Action]:
        for index, step in enumerate(listed(given)):
            used = uses(step.get("uses")) if isinstance(step, dict) else None
            if isinstance(used, dict) and used["local"]:
                action = self._actions.get("" if used["path"] == "." else posixpath.normpath(used["path"] or "."))
                if action is not None:
                    action.called_by.append(f"{prefix}.{index}")
                    yield action


def _is_workflow(path: str) -> bool:
    return posixpath.dirname(path) == ".github/workflows"
