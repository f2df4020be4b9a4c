"""One file of a pipeline or of a template: its stages, jobs and steps in all their shorthands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.iac.azure_pipelines import job as jobs
from bartizan.collect.iac.azure_pipelines.part import Mapping, Names, Part, known, members
from bartizan.collect.iac.azure_pipelines.step import KINDS, Around, step, variables
from bartizan.collect.iac.azure_pipelines.template import Template, Templates
from bartizan.collect.iac.pipeline import Source, listed
from bartizan.collect.iac.resource import Resource
from bartizan.collect.iac.text import image
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_ENTRY = frozenset({"trigger", "pr", "schedules", "pool", "resources", "extends", "name", "appendCommitMessageToRunName"})
"""Settings that only a pipeline has, and no template."""
_PASSED = ("stages", "jobs", "steps")
_JOB_KEYS = frozenset({"job", "deployment"})
_GIVEN = Unknown("it is given to a template, which may leave it out")
MAX_DEPTH = 20


@dataclass(slots=True)
class Pipeline:
    """Reads one file."""

    source: Source
    templates: Templates
    used: bool = False
    """Whether another file uses it as a template."""
    resources: list[Resource] = field(default_factory=list)
    uses: list[Template] = field(default_factory=list)
    jobs: list[Any] = field(default_factory=list)

    def read(self) -> None:
        """Read the file into `resources`; the templates it uses are then in `uses`."""
        top = Mapping(Part(self.source.documents[0].value, ""))
        self._stages(top, top, "", 0)
        self.resources.insert(0, self._resource(top))

    @property
    def file(self) -> str:
        """Its path."""
        return self.source.file

    def template(self, top: Mapping) -> bool | Unknown:
        """Return whether the file is a template, and so what it leaves open is decided by another."""
        if self.used:
            return True
        return False if any(key in top for key in _ENTRY) else Unknown("it may be a template of a pipeline")

    def _stages(self, mapping: Mapping, top: Mapping, prefix: str, depth: int, doubt: Unknown | None = None) -> None:
        """Read the stages, jobs or steps of a mapping: a file, or the parameters given to a template."""
        names = Names()
        for index, part in enumerate(_doubted(mapping.items("stages"), doubt)):
            self._stage(part, top, f"{prefix}stages", names, index, depth)
        self._jobs(mapping, top, [top], None, prefix, doubt)
        if "steps" in mapping:
            owner = mapping if mapping is top else Mapping(Part({"steps": None}, mapping.path))
            self._job_of_steps(mapping, owner, top, prefix, doubt)
        if mapping is top:
            for part in mapping.parts("extends"):
                self._used(part, top, "extends", depth)

    def _stage(self, part: Part, top: Mapping, prefix: str, names: Names, index: int, depth: int) -> None:
        stage = Mapping(part)
        if "template" in stage:
            self._used(part, top, f"{prefix}.{names.unique(None, index)}", depth)
        elif "stage" in stage or "jobs" in stage:
            name = names.unique(stage.get("stage"), index)
            self._jobs(stage, top, [stage, top], stage.get("stage"), f"{prefix}.{name}.", part.doubt)
        else:
            self._open(part, self.jobs, "A stage has a name and jobs, or is a template.")

    def _jobs(
        self, mapping: Mapping, top: Mapping, around: list[Mapping], stage: Any, prefix: str, doubt: Unknown | None
    ) -> None:
        names = Names()
        for index, part in enumerate(_doubted(mapping.items("jobs"), doubt)):
            job = Mapping(part)
            if "template" in job:
                self._used(part, top, f"{prefix}jobs.{names.unique(None, index)}", 0)
                continue
            key = next((key for key in _JOB_KEYS if key in job), None)
            if key is None and "steps" not in job:
                self._open(part, self.jobs, "A job has a name and steps, or is a template.")
                continue
            name = job.get(key) if key else None
            address = f"{self.file}#{prefix}jobs.{names.unique(name, index)}"
            kind = key or "job"
            self._job(part, job, [job, *around], top, address, {"name": name, "kind": kind, "stage": stage})

    def _job_of_steps(self, mapping: Mapping, owner: Mapping, top: Mapping, prefix: str, doubt: Unknown | None) -> None:
        """Read a list of steps that stands by itself: the only job of a pipeline, or a template of steps."""
        told = {"name": None, "kind": "steps" if self.template(top) is not False or prefix else "job", "stage": None}
        part = Part({}, mapping.path, doubt)
        self._job(part, mapping, [mapping, top], top, f"{self.file}#{prefix}job", told)

    def _job(
        self, part: Part, job: Mapping, around: list[Mapping], top: Mapping, address: str, told: dict[str, Any]
    ) -> None:
        template = self.template(top)
        where = jobs.pool(around, template)
        shared = {"pipeline": self.file, "job": address, "self_hosted": jobs.self_hosted(where)}
        made: list[Any] = []
        used: list[Template] = []
        index = 0
        steps: list[Resource] = []
        for name, listing in jobs.step_lists(job):
            about = Around(
                source=self.source, shared=shared, windows=jobs.on_windows(where), address=f"{address}.{name}"
            )
            for each in _doubted(members(listing), part.doubt):
                self._step(about, each, index, steps, made, used, top)
                index += 1
        value = {
            "pipeline": self.file,
            **told,
            "pool": where,
            "self_hosted": shared["self_hosted"],
            **jobs.described(job),
            "variables": variables(job) if told["kind"] != "job" or job.path else [],
            "templates": [each.value() for each in used],
            "steps": made,
        }
        self.jobs.append(address)
        place = self.source.spot(part.path)
        spots = self.source.under(part.path)
        end = max((line for line, _ in spots.values()), default=place[0])
        if "pool" not in job:
            spots.update(_outer_pool(self.source, around[1:]))
        self.resources.append(
            Resource(
                type="azure-pipelines/job",
                address=address,
                value=value,
                place=Place(self.file, *place, end_line=end),
                spots={path: spot for path, spot in spots.items() if not path.startswith("steps/")},
                doubt=part.doubt,
            )
        )
        self.resources.extend(steps)

    def _step(
        self,
        around: Around,
        part: Part,
        index: int,
        steps: list[Resource],
        made: list[Any],
        used: list[Template],
        top: Mapping,
    ) -> None:
        if isinstance(part.value, dict) and "template" in part.value and not set(KINDS) & set(part.value):
            template = self._used(part, top, f"{around.address.partition('#')[2]}.{index}", 1)
            used.append(template)
            made.append(Unknown(f"the template {template.text} has further steps"))
            return
        resource = step(around, part, index)
        if resource is None:
            self._open(part, made, "A step is a task, a script, a checkout or a template.")
            return
        steps.append(resource)
        made.append(resource.address)

    def _used(self, part: Part, top: Mapping, prefix: str, depth: int) -> Template:
        """Note the use of a template, and read the stages, jobs and steps that are given to it."""
        mapping = Mapping(part)
        template = self.templates.find(mapping.raw("template"), self.file)
        self.uses.append(template)
        if template.file is None and template.repository is None and not template.computed:
            why = f"The template `{template.text}` is not there, so what it adds is not seen."
            self.source.gap(why, self.source.spot(part.path), about=self.file)
        self.jobs.append(Unknown(f"the template {template.text} may have further jobs"))
        for given in mapping.parts("parameters"):
            parameters = Mapping(given)
            for key in parameters.keys():
                for each in parameters.parts(key):
                    self._given(each, top, f"{prefix}.{key}.", depth + 1)
        return template

    def _given(self, part: Part, top: Mapping, prefix: str, depth: int) -> None:
        """Read a parameter that is a list of stages, jobs or steps."""
        first = next((each.value for each in members(part) if isinstance(each.value, dict)), None)
        kind = _kind(first)
        if kind is not None and depth <= MAX_DEPTH:
            mapping = Mapping(Part({kind: part.value}, part.path.rpartition("/")[0], part.doubt))
            self._stages(_Moved(mapping, kind, part), top, prefix, depth, part.doubt or _GIVEN)

    def _open(self, part: Part, into: list[Any], wanted: str) -> None:
        """Note something that stands for what is not seen, or that is nothing known."""
        if part.computed() or part.doubt is not None:
            into.append(Unknown("a parameter or a condition of the template may add more"))
        else:
            self.source.gap(wanted, self.source.spot(part.path), about=self.file)

    def _resource(self, top: Mapping) -> Resource:
        document = self.source.documents[0]
        value = {
            "file": self.file,
            "template": self.template(top),
            "name": top.raw("name"),
            "trigger": _trigger(top, "trigger"),
            "pr": _trigger(top, "pr"),
            "schedules": top.raw("schedules") or [] if not isinstance(top.raw("schedules"), Unknown) else top.raw("schedules"),
            "parameters": list(_parameters(top)),
            "variables": variables(top),
            "pool": jobs.pool([top], self.template(top)),
            "repositories": list(_resources(top, "repositories")),
            "containers": list(_resources(top, "containers")),
            "extends": self._extends(top),
            "templates": [template.value() for template in self.uses],
            "jobs": self.jobs,
        }
        return Resource(
            type="azure-pipelines/pipeline",
            address=self.file,
            value=value,
            place=Place(self.file, document.line, 1, end_line=document.end_line),
            spots={path: spot for path, spot in document.spots.items() if path.partition("/")[0] not in _PASSED},
        )

    def _extends(self, top: Mapping) -> Any:
        part = top.part("extends")
        if part is None:
            return top.get("extends")
        return self.templates.find(Mapping(part).raw("template"), self.file).value()


class _Moved(Mapping):
    """A parameter as if it were the `stages`, `jobs` or `steps` of a mapping, its place kept."""

    def __init__(self, mapping: Mapping, kind: str, part: Part) -> None:
        self.path = mapping.path
        self._parts = {kind: [part]}


def _doubted(parts: Iterator[Part], doubt: Unknown | None) -> Iterator[Part]:
    for part in parts:
        yield Part(part.value, part.path, part.doubt or doubt)


def _kind(member: Any) -> str | None:
    """Return what the members of a list are, by the first of them."""
    keys = set(member) if isinstance(member, dict) else set()
    if "stage" in keys:
        return "stages"
    if keys & _JOB_KEYS:
        return "jobs"
    return "steps" if keys & set(KINDS) else None


def _outer_pool(source: Source, around: list[Mapping]) -> dict[str, tuple[int, int]]:
    for mapping in around:
        for part in mapping.parts("pool"):
            within = source.under(part.path)
            return {"pool": source.spot(part.path), **{f"pool/{path}": spot for path, spot in within.items()}}
    return {}


def _trigger(top: Mapping, key: str) -> Any:
    """Return what starts a pipeline: whether it is said at all, whether anything does, and for which branches."""
    given = top.raw(key)
    if isinstance(given, Unknown):
        return given
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


def _parameters(top: Mapping) -> Iterator[dict[str, Any]]:
    """Yield the parameters that a file takes, in either form."""
    for part in top.parts("parameters"):
        if isinstance(part.value, dict):
            for name in part.value:
                yield {"name": name, "type": None, "values": None}
    for part in top.items("parameters"):
        if isinstance(part.value, dict) and "name" in part.value:
            yield {"name": part.value["name"], "type": part.value.get("type", "string"), "values": part.value.get("values")}


def _resources(top: Mapping, kind: str) -> Iterator[Any]:
    for part in top.parts("resources"):
        for each in Mapping(part).items(kind):
            if not isinstance(each.value, dict):
                yield Unknown("a parameter or a condition of the template may add more")
            elif kind == "containers":
                name = known(each.value.get("image"))
                yield {**each.value, "image": name, **image(name if isinstance(name, str | Unknown) else None)}
            else:
                yield {key: known(item) for key, item in each.value.items()}
