"""Workflows and their jobs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.iac.github_actions.expression import OPENING
from bartizan.collect.iac.github_actions.runner import Runner, runner
from bartizan.collect.iac.github_actions.step import Around, settings, steps, underscored
from bartizan.collect.iac.github_actions.uses import uses
from bartizan.collect.pipeline import Source, listed
from bartizan.collect.resource import Resource
from bartizan.collect.text import image
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_CALLER = Unknown("it is decided by the workflow that calls this one")
_COMPUTED = Unknown("it is computed when the workflow runs")


@dataclass(slots=True)
class Workflow:
    """One workflow file, and who calls it."""

    source: Source
    value: dict[str, Any]
    events: list[str] = field(default_factory=list)
    """Those that start it, be it through a workflow that calls it."""
    called_by: list[str] = field(default_factory=list)
    """Addresses of the jobs of this repository that call it."""

    @property
    def jobs(self) -> dict[str, Any]:
        """Its jobs by name."""
        jobs = self.value.get("jobs")
        return jobs if isinstance(jobs, dict) else {}

    def address(self, job: str) -> str:
        """Return the address of a job."""
        return f"{self.source.file}#jobs.{job}"

    def triggers(self) -> dict[str, Any] | Unknown:
        """Return what starts the workflow: the configuration of each event, by its name."""
        given = self.value.get("on")
        if isinstance(given, dict):
            return {event: {} if config is None else config for event, config in given.items()}
        if given is None:
            return {}
        names = listed(given)
        return {str(name): {} for name in names} if all(isinstance(name, str) for name in names) else _COMPUTED

    def resources(self) -> Iterator[Resource]:
        """Yield the workflow, and its jobs with their steps."""
        triggers = self.triggers()
        yield self._resource(triggers)
        for name, job in self.jobs.items():
            if isinstance(job, dict):
                yield from self._job(name, job, triggers)
            else:
                spot = self.source.spot(f"jobs/{name}")
                self.source.gap("A job is a mapping with `runs-on` or `uses`.", spot, self.address(name))

    def _resource(self, triggers: dict[str, Any] | Unknown) -> Resource:
        given, source = self.value, self.source
        value = {
            "file": source.file,
            "name": given.get("name"),
            "run_name": given.get("run-name"),
            "on": settings(triggers) if isinstance(triggers, dict) else triggers,
            "events": _COMPUTED if isinstance(triggers, Unknown) else self.events,
            "permissions": permissions(given.get("permissions")),
            "defaults": given.get("defaults"),
            "env": settings(given.get("env")),
            "concurrency": given.get("concurrency"),
            "jobs": [self.address(name) for name in self.jobs],
            "reusable": isinstance(triggers, dict) and "workflow_call" in triggers,
            "called_by": self.called_by,
        }
        spots = {path: spot for path, spot in source.under("").items() if not path.startswith("jobs/")}
        if isinstance(given.get("on"), list):
            spots.update({f"on/{name}": source.spot(f"on/{index}") for index, name in enumerate(given["on"])})
        document = source.documents[0]
        place = Place(source.file, document.line, 1, end_line=document.end_line)
        return Resource(type="github/workflow", address=source.file, value=value, place=place, spots=underscored(spots))

    def _job(self, name: str, job: dict[str, Any], triggers: dict[str, Any] | Unknown) -> Iterator[Resource]:
        source, address, path = self.source, self.address(name), f"jobs/{name}"
        where, given = runner(job), listed(job.get("steps"))
        in_effect = self._in_effect(job, triggers)
        env = {**_mapping(self.value.get("env")), **_mapping(job.get("env"))}
        shared = {
            "workflow": source.file,
            "job": address,
            "action": None,
            "events": _COMPUTED if isinstance(triggers, Unknown) else self.events,
            "permissions": in_effect,
        }
        around = Around(
            source=source, prefix=f"{path}/steps", shell=self._usual_shell(job, where), shared=shared, env=env
        )
        made = steps(around, given)
        value = {
            **{key: item for key, item in job.items() if key != "steps"},
            **{key: item for key, item in shared.items() if key not in ("job", "action")},
            **_normal(name, job, where),
            "permissions_own": permissions(job.get("permissions")),
            "called_by": self.called_by,
            "steps": [step.address for step in made],
        }
        spots = {key: spot for key, spot in source.under(path).items() if not key.startswith("steps/")}
        if "permissions" not in job and "permissions" in self.value:
            spots.update({key: spot for key, spot in source.under("").items() if key.split("/")[0] == "permissions"})
        start = source.spot(path)
        end = max((line for line, _ in source.under(path).values()), default=start[0])
        place = Place(source.file, *start, end_line=end)
        yield Resource(type="github/job", address=address, value=value, place=place, spots=underscored(spots))
        yield from made

    def _in_effect(self, job: dict[str, Any], triggers: dict[str, Any] | Unknown) -> Any:
        """Return the permissions of a job: its own, or the workflow's, or null where neither says any."""
        for given in (job, self.value):
            if given.get("permissions") is not None:
                return permissions(given["permissions"])
        return _CALLER if isinstance(triggers, dict) and list(triggers) == ["workflow_call"] else None

    def _usual_shell(self, job: dict[str, Any], where: Runner) -> str | Unknown:
        for given in (job, self.value):
            defaults = given.get("defaults")
            run = defaults.get("run") if isinstance(defaults, dict) else None
            shell = run.get("shell") if isinstance(run, dict) else None
            if shell is not None:
                return _COMPUTED if OPENING.search(str(shell)) else str(shell)
        return where.shell


def permissions(given: Any) -> Any:
    """Return permissions as given: `read-all`, `write-all`, a mapping, or null."""
    if given is None or isinstance(given, dict) or given in ("read-all", "write-all"):
        return given
    return Unknown("it is neither `read-all`, `write-all` nor a mapping of permissions")


def _normal(name: str, job: dict[str, Any], where: Runner) -> dict[str, Any]:
    """Return the attributes of a job that can be written in several ways, in one way."""
    services = job.get("services")
    secrets = job.get("secrets")
    return {
        "id": name,
        "runs_on": where.labels,
        "runs_on_group": where.group,
        "self_hosted": where.self_hosted,
        "environment": _named(job.get("environment"), "name"),
        "needs": listed(job.get("needs")),
        "container": _container(job.get("container")),
        "services": {key: _container(each) for key, each in services.items()} if isinstance(services, dict) else {},
        "uses": uses(job.get("uses")),
        "secrets": settings(secrets) if isinstance(secrets, dict) else secrets,
        "with": settings(job.get("with")),
        "env": settings(job.get("env")),
        "if": job.get("if"),
        "strategy": settings(job["strategy"]) if isinstance(job.get("strategy"), dict) else job.get("strategy"),
        "timeout_minutes": job.get("timeout-minutes"),
        "continue_on_error": job.get("continue-on-error", False),
    }


def _mapping(given: Any) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}


def _named(given: Any, key: str) -> Any:
    """Return what may be given as a text or a mapping as a mapping."""
    return given if given is None or isinstance(given, dict) else {key: _text(given)}


def _text(given: Any) -> Any:
    return _COMPUTED if isinstance(given, str) and OPENING.search(given) else given


def _container(given: Any) -> Any:
    """Return a container: its image, unknown where it is computed, and the rest without the literals of secrets."""
    named = _named(given, "image")
    if not isinstance(named, dict):
        return named
    known = {key: settings(item) if key in ("env", "credentials") else item for key, item in named.items()}
    name = _text(known.get("image"))
    return {**known, "image": name, **image(name if isinstance(name, str | Unknown) else None)}
