"""Azure Pipelines: pipelines and their templates, each file by itself, with its jobs and steps.

Parameters of templates are unknown: both ways of a `${{ if }}` are read, what is in them with a doubt. Secrets written
into variables, inputs or `env` are left out: `{"literal": true, "like": "text", "secret": true}`.

- `azure-pipelines/pipeline`, address the file: `template` (whether others use it, or unknown), `name`, `trigger` and
  `pr` (`{declared, enabled, branches: {include, exclude}, paths, tags}`), `schedules`, `parameters` (`{name, type,
  values}`), `variables` (`{name, value, group, template, readonly}`), `pool`, `repositories`, `containers`, `extends`
  and each of `templates` (`{template, repository, file}`), `jobs` (addresses; unknown for those that templates may
  add).
- `azure-pipelines/job`, address `FILE#stages.NAME.jobs.NAME` or as much of it as there is, `FILE#job` for the only
  one: `pipeline`, `stage`, `name`, `kind` (job, deployment, or steps for a template of them), `pool` (in effect:
  `{name, vm_image, demands, server}`), `self_hosted`, `container`, `services`, `environment`, `variables`,
  `depends_on`, `condition`, `timeout_in_minutes`, `continue_on_error`, `workspace`, `uses`, `templates`, `steps`
  (addresses).
- `azure-pipelines/step`, address `JOB.steps.INDEX`: `pipeline`, `job`, `self_hosted`, `index`, `kind` (task, script,
  bash, pwsh, powershell, checkout ...), `task` (`{text, name, version}`), `script` (also of tasks that take one),
  `inputs`, `env`, `macros` (names of `$(...)` in scripts), `parameters` (names in scripts), `expressions` (`${{ }}`
  and `$[ ]`), `commands` (see `collect.shell.Command`; an unknown member stands for those that are not told
  apart), `checkout` (`{repository, persist_credentials, clean, fetch_depth, submodules, lfs}`), `condition`,
  `enabled`, `continue_on_error`, `target`, `display_name`, `name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_NAMED = re.compile(r"(?:.*/)?\.?azure-pipelines?[^/]*\.ya?ml$", re.IGNORECASE)
_PLACED = re.compile(r"(?:.*/)?(?:\.azure-pipelines|\.azuredevops|\.ado|\.vsts)/.*\.ya?ml$", re.IGNORECASE)
_YAML = re.compile(r".*\.ya?ml$", re.IGNORECASE)
_NOT = re.compile(r"(?:.*/)?(?:\.github/|\.gitlab-ci\.|docker-compose)")
_TOP = re.compile(rb"^(?:trigger|pr|stages|jobs|steps|extends|variables)[ \t]*:", re.MULTILINE)
_OWN = re.compile(
    rb"^[ \t]*(?:-[ \t]+)?(?:vmImage[ \t]*:|pool[ \t]*:|task[ \t]*:[ \t]*['\"]?[\w.-]+@\d|deployment[ \t]*:[ \t]*\w|"
    rb"(?:template)[ \t]*:[ \t]*\S+\.ya?ml(?:@\w+)?[ \t]*\r?$)",
    re.MULTILINE,
)
_KEYS = frozenset(
    {"trigger", "pr", "schedules", "stages", "jobs", "steps", "extends", "variables", "resources", "pool"}
)


def _units(tree: Tree) -> Iterator[Unit]:
    files = tuple(file for file in tree.files if _YAML.match(file) and _is_pipeline(file, tree))
    if files:
        yield Unit("azure-pipelines", "", files)


def _is_pipeline(file: str, tree: Tree) -> bool:
    if _NOT.match(file):
        return False
    head = tree.head(file)
    if _NAMED.match(file):
        return True
    return _TOP.search(head) is not None and (_PLACED.match(file) is not None or _OWN.search(head) is not None)


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.iac.azure_pipelines.pipeline import Pipeline  # loaded where it is needed
    from bartizan.collect.iac.azure_pipelines.template import Templates
    from bartizan.collect.pipeline import load

    read: dict[str, Pipeline] = {}
    templates = Templates(tree)
    gaps = []
    pending = list(unit.files)
    for file in pending:  # grows as templates are found
        source = load(tree, file)
        value = source.documents[0].value if source.documents else None
        if not isinstance(value, dict) or not _KEYS & set(value):
            if not source.gaps and (isinstance(value, dict) is False or _NAMED.match(file)):
                source.gap("The file has no stages, jobs or steps, so it is no pipeline.", (1, 1))
            gaps.extend(source.gaps)
            continue
        read[file] = Pipeline(source, templates)
        read[file].read()
        found = (use.file for use in read[file].uses if use.file is not None)
        pending.extend(file for file in dict.fromkeys(found) if file not in read and file not in pending)
    used = {use.file for pipeline in read.values() for use in pipeline.uses if use.file is not None}
    for file in sorted(used & set(read)):  # what is open in a template is decided by those that use it
        read[file] = Pipeline(load(tree, file), templates, used=True)
        read[file].read()
    resources = [resource for file in sorted(read) for resource in read[file].resources]
    gaps.extend(gap for file in sorted(read) for gap in read[file].source.gaps)
    return Reading(resources=resources, gaps=gaps, also=tuple(sorted(set(pending) - set(unit.files))))


FORMAT = Format(id="azure-pipelines", title="Azure Pipelines", units=_units, read=_read)
