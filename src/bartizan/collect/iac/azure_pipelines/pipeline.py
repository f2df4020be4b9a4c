"""One file of a pipeline or of a template: its stages, jobs and steps in all their shorthands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.iac.azure_pipelines import head
from bartizan.collect.iac.azure_pipelines import job as jobs
from bartizan.collect.iac.azure_pipelines.part import Mapping, Names, Part, first, members
from bartizan.collect.iac.azure_pipelines.step import KINDS, Around, step, variables
from bartizan.collect.iac.azure_pipelines.template import Template, Templates
from bartizan.collect.pipeline import Source
from bartizan.collect.resource import Resource
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_ENTRY = frozenset(
    {"trigger", "pr", "schedules", "pool", "resources", "extends", "name", "appendCommitMessageToRunName"}
)
"""Settings that only a pipeline has, and no template."""
_LISTS = ("stages", "jobs", "steps")
_JOBS = ("job", "deployment")
_GIVEN = Unknown("it is given to a template, which may leave it out")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a list of stages, jobs or steps stands in."""

    prefix: str = ""
    """Begins the addresses of what is in it."""
    mappings: tuple[Mapping, ...] = ()
    """The stage and the pipeline, from which a pool is taken; a job, for steps that are given to a template."""
    stage: Any = None
    doubt: Unknown | None = None
    open: bool = False
    """Whether a template decides what is around it."""


@dataclass(slots=True, kw_only=True)
class _Steps:
    """The steps of one job while they are read."""

    around: Around
    within: _Around
    index: int = 0
    told: list[Any] = field(default_factory=list)
    """Their addresses, unknown for those that templates have."""
    used: list[Template] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)


class Pipeline:
    """Reads one file."""

    def __init__(self, source: Source, templates: Templates, used: bool = False) -> None:
        self.source = source
        self.resources: list[Resource] = []
        self.uses: list[Template] = []
        self._templates = templates
        self._top = Mapping(Part(source.documents[0].value, ""))
        self._jobs: list[Any] = []
        entry = any(key in self._top for key in _ENTRY)
        self._template = True if used else False if entry else Unknown("it may be a template of a pipeline")
        self._containers = {
            each["container"]: each
            for each in head.resources(self._top, "containers")
            if isinstance(each, dict) and isinstance(each.get("container"), str)
        }

    @property
    def file(self) -> str:
        """Its path."""
        return self.source.file

    def read(self) -> None:
        """Read the file into `resources`; the templates it uses are then in `uses`."""
        around = _Around(mappings=(self._top,), open=self._template is not False)
        self._read_lists(self._top, around)
        for part in self._top.parts("extends"):
            self._template_of_jobs(part, _Around(prefix="extends.", open=True))
        self.resources.insert(0, self._resource(self._top))

    def _read_lists(self, mapping: Mapping, around: _Around) -> None:
        """Read the stages, jobs or steps of a file, of a stage, or given to a template."""
        names = Names()
        for index, part in enumerate(mapping.items("stages")):
            self._read_stage(part.within(around.doubt), around, names, index)
        names = Names()
        for index, part in enumerate(mapping.items("jobs")):
            self._read_job(part.within(around.doubt), around, names, index)
        if "steps" in mapping:
            alone = mapping is self._top and self._template is False
            told = {"name": None, "kind": "job" if alone else "steps", "stage": around.stage}
            self._job(Part({}, mapping.path, around.doubt), mapping, f"{around.prefix}job", told, around)

    def _read_stage(self, part: Part, around: _Around, names: Names, index: int) -> None:
        stage = Mapping(part)
        prefix = f"{around.prefix}stages.{names.unique(stage.get('stage'), index)}."
        if "template" in stage:
            self._template_of_jobs(part, _Around(prefix=prefix, doubt=part.doubt, open=True))
        elif "stage" in stage or "jobs" in stage:
            mappings = (stage, *around.mappings)
            inner = _Around(
                prefix=prefix, mappings=mappings, stage=stage.get("stage"), doubt=part.doubt, open=around.open
            )
            self._read_lists(stage, inner)
        else:
            self._nothing_known(part, self._jobs, "A stage has a name and jobs, or is a template.")

    def _read_job(self, part: Part, around: _Around, names: Names, index: int) -> None:
        job = Mapping(part)
        key = next((key for key in _JOBS if key in job), None)
        name = job.get(key) if key else None
        address = f"{around.prefix}jobs.{names.unique(name, index)}"
        if "template" in job:
            self._template_of_jobs(part, _Around(prefix=f"{address}.", doubt=part.doubt, open=True))
        elif key is None and "steps" not in job:
            self._nothing_known(part, self._jobs, "A job has a name and steps, or is a template.")
        else:
            self._job(part, job, address, {"name": name, "kind": key or "job", "stage": around.stage}, around)

    def _job(self, part: Part, job: Mapping, name: str, told: dict[str, Any], around: _Around) -> None:
        address = f"{self.file}#{name}"
        where = jobs.pool([job, *around.mappings], around.open)
        shared = {"pipeline": self.file, "job": address, "self_hosted": jobs.self_hosted(where)}
        within = _Around(mappings=(job, *around.mappings), stage=around.stage, doubt=part.doubt, open=around.open)
        windows = jobs.on_windows(where)
        steps = _Steps(
            around=Around(source=self.source, shared=shared, windows=windows, address=address), within=within
        )
        self._jobs.append(address)
        for listing, members_of in jobs.step_lists(job):
            for each in members(members_of):
                self._step(each.within(part.doubt), f"{address}.{listing}", steps)
        value = {
            "pipeline": self.file,
            **told,
            "pool": where,
            "self_hosted": shared["self_hosted"],
            **jobs.described(job, self._containers),
            "variables": variables(job) if job.path else [],
            "templates": [each.value() for each in steps.used],
            "steps": steps.told,
        }
        self.resources.append(self._job_resource(part, job, address, value, around))
        self.resources.extend(steps.resources)

    def _job_resource(self, part: Part, job: Mapping, address: str, value: dict[str, Any], around: _Around) -> Resource:
        place = self.source.spot(part.path)
        spots = self.source.under(part.path)
        end = max((line for line, _ in spots.values()), default=place[0])
        if "pool" not in job:
            spots.update(_outer_pool(self.source, around.mappings))
        return Resource(
            type="azure-pipelines/job",
            address=address,
            value=value,
            place=Place(self.file, *place, end_line=end),
            spots={path: spot for path, spot in spots.items() if path.partition("/")[0] not in _LISTS},
            doubt=part.doubt,
        )

    def _step(self, part: Part, listing: str, steps: _Steps) -> None:
        index = steps.index
        steps.index += 1
        mapping = Mapping(part)
        if "template" in mapping and not any(kind in mapping for kind in KINDS):
            prefix = f"{listing.partition('#')[2]}.{index}."
            template = self._use(part, replace(steps.within, prefix=prefix, doubt=part.doubt))
            steps.used.append(template)
            steps.told.append(Unknown(f"{template} has further steps"))
            return
        made = step(replace(steps.around, address=listing), part, index)
        if made is None:
            self._nothing_known(part, steps.told, "A step is a task, a script, a checkout or a template.")
            return
        steps.resources.append(made)
        steps.told.append(made.address)

    def _template_of_jobs(self, part: Part, around: _Around) -> None:
        self._jobs.append(Unknown(f"{self._use(part, around)} may have further jobs"))

    def _use(self, part: Part, around: _Around) -> Template:
        """Note the use of a template, and read the stages, jobs and steps that are given to it."""
        mapping = Mapping(part)
        template = self._templates.find(mapping.raw("template"), self.file)
        self.uses.append(template)
        if template.missing:
            why = f"The template `{template.text}` is not there, so what it adds is not seen."
            self.source.gap(why, self.source.spot(part.path), about=self.file)
        for given in mapping.parts("parameters"):
            parameters = Mapping(given)
            for key in parameters:
                for each in parameters.parts(key):
                    self._read_given(each.within(given.doubt), replace(around, prefix=f"{around.prefix}{key}."))
        return template

    def _read_given(self, part: Part, around: _Around) -> None:
        """Read a parameter that is a list of stages, jobs or steps."""
        kind = _kind(next((each.value for each in members(part) if isinstance(each.value, dict)), None))
        if kind is not None:
            doubt = first(around.doubt, part.doubt, _GIVEN)
            self._read_lists(Mapping.holding(kind, part), replace(around, doubt=doubt))

    def _nothing_known(self, part: Part, into: list[Any], wanted: str) -> None:
        """Note something that stands for what is not seen, or that is nothing known."""
        if part.computed() or part.doubt is not None:
            into.append(Unknown("a parameter or a condition of the template may add more"))
        else:
            self.source.gap(wanted, self.source.spot(part.path), about=self.file)

    def _resource(self, top: Mapping) -> Resource:
        document, template = self.source.documents[0], self._template
        value = {
            "file": self.file,
            "template": template,
            "name": top.raw("name"),
            "trigger": head.trigger(top, "trigger", template),
            "pr": head.trigger(top, "pr", template),
            "schedules": top.raw("schedules"),
            "parameters": list(head.parameters(top)),
            "variables": variables(top),
            "pool": jobs.pool([top], template is not False),
            "repositories": list(head.resources(top, "repositories")),
            "containers": list(head.resources(top, "containers")),
            "extends": self._extends(top),
            "templates": [template.value() for template in self.uses],
            "jobs": self._jobs,
        }
        return Resource(
            type="azure-pipelines/pipeline",
            address=self.file,
            value=value,
            place=Place(self.file, document.line, 1, end_line=document.end_line),
            spots={path: spot for path, spot in document.spots.items() if path.partition("/")[0] not in _LISTS},
        )

    def _extends(self, top: Mapping) -> Any:
        part = top.part("extends")
        if part is None:
            return top.get("extends")
        return self._templates.find(Mapping(part).raw("template"), self.file).value()


def _kind(member: Any) -> str | None:
    """Return what the members of a list are, by the first of them."""
    keys = set(member) if isinstance(member, dict) else set()
    if "stage" in keys:
        return "stages"
    if keys & set(_JOBS):
        return "jobs"
    return "steps" if keys & set(KINDS) else None


def _outer_pool(source: Source, around: tuple[Mapping, ...]) -> dict[str, tuple[int, int]]:
    for mapping in around:
        for part in mapping.parts("pool"):
            within = source.under(part.path)
            return {"pool": source.spot(part.path), **{f"pool/{path}": spot for path, spot in within.items()}}
    return {}
