"""GitHub Actions: workflows, their jobs and steps, and the actions of the same repository.

Everything of a workflow file is there as written, and beside it in one form what can be written in several. Of
settings that look like secrets the literal values are left out: `{"literal": true, "like": "text", "secret": true}`.

- `github/workflow`, address the file: `name`, `run_name`, `on` (event: configuration), `events` (names; of a reusable
  one those of its callers too), `permissions` (null, "read-all", "write-all", or a mapping), `defaults`, `env`,
  `concurrency`, `jobs` (addresses), `reusable`, `called_by` (addresses of jobs).
- `github/job`, address `FILE#jobs.NAME`: the raw job without its steps, and `id`, `workflow` (address), `events`,
  `called_by`, `runs_on` (labels, unknown where computed), `runs_on_group`, `self_hosted`, `permissions` (in effect:
  the job's or the workflow's; null where neither has any), `permissions_own`, `environment` (`{name, url}`), `needs`,
  `container` and each of `services` (`{image, repository, tag, digest, env ...}`), `uses` (as below), `secrets`
  ("inherit" or a mapping), `with`, `env`, `if`, `strategy`, `timeout_minutes`, `continue_on_error`, `steps`
  (addresses).
- `github/step`, address `FILE#jobs.NAME.steps.INDEX`, or `FILE#runs.steps.INDEX` in a composite action: the raw step,
  and `workflow`, `job`, `action` (addresses, null where not of one), `events`, `permissions` (the job's in effect),
  `index`, `uses` (`{text, action, owner, repo, path, ref, pinned, local, docker}`; `pinned` is null for local ones),
  `run`, `shell`, `env`, `with`, `if`, `expressions` (of `run` and of inputs that are scripts: `{text, contexts,
  flows, functions, field, line}`; `flows` are the contexts that can come out), `commands` (see
  `collect.shell.Command`; an unknown member stands for those of a shell other than a POSIX one),
  `timeout_minutes`, `continue_on_error`, `working_directory`.
- `github/action`, address the file: `name`, `inputs`, `outputs`, `using`, `main`, `image`, `called_by`, `events`,
  `steps`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.github_actions.surroundings import above
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_WORKFLOW = re.compile(r"(?:(.*)/)?\.github/workflows/[^/]+\.ya?ml$")
_ACTION = re.compile(r"(?:(.*)/)?action\.ya?ml$")


def _units(tree: Tree) -> Iterator[Unit]:
    inside = above(tree)
    roots: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if match := _WORKFLOW.match(inside + file):
            roots[match[1] or ""].append(file)
    for file in tree.files:
        match = _ACTION.match(file)
        if match and _WORKFLOW.match(inside + file) is None and _is_action(tree.head(file)):
            roots[_root_of(match[1] or "", roots)].append(file)
    for root in sorted(roots):
        yield Unit("github-actions", root, tuple(sorted(roots[root])))


def _is_action(head: bytes) -> bool:
    return b"runs:" in head and b"using:" in head


def _root_of(directory: str, roots: dict[str, list[str]]) -> str:
    """Return the repository that a directory is part of; itself where there is none."""
    here = directory
    while here not in roots and here:
        here = here.rpartition("/")[0]
    return here if here in roots else directory


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.iac.github_actions.repository import Repository  # loaded where it is needed

    return Repository(unit.root, unit.files, tree).read()


FORMAT = Format(id="github-actions", title="GitHub Actions", units=_units, read=_read)
