"""GitLab CI: pipelines, their jobs as they will run, and what they include.

Local includes are merged in; the others are told as includes, and what they may set is unknown. Secrets written into
variables are left out: `{"literal": true, "like": "text", "secret": true}`.

- `gitlab/pipeline`, address the file: `stages`, `workflow`, `default`, `variables`, `image`, `services`, `includes` and
  `jobs` (addresses), `unseen` (why it may have more in it).
- `gitlab/job`, address `FILE#NAME`, FILE being that of the pipeline: the job merged with those it extends and with the
  defaults, references replaced; and `pipeline`, `name`, `hidden`, `stage`, `image` and each of `services` (`{name,
  repository, tag, digest, entrypoint ...}`), `variables` (its own), `environment` (`{name, url ...}`), `tags`, `needs`,
  `before_script`, `script` and `after_script` (lists of texts), `commands` of the three (see
  `collect.shell.Command`, with `section`), `extends`, `unseen`. A keyword that is not set is null, or unknown
  where something that is not seen may set it. An unknown member of a list stands for members that may be there.
- `gitlab/include`, address `FILE#include.INDEX`, FILE being that of the pipeline: `pipeline`, `kind` (local, remote,
  template, project, component, artifact), `location`, `project`, `ref`, `pinned` (null for local files and for
  templates), `integrity`, `inputs` (names), `conditional`, `starts` (the job that starts it as a pipeline of its own).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_MAIN = (".gitlab-ci.yml", ".gitlab-ci.yaml")
_OTHERS = (".gitlab-ci.yml", ".gitlab-ci.yaml")


def _units(tree: Tree) -> Iterator[Unit]:
    roots: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        directory, _, name = file.rpartition("/")
        if name in _MAIN:
            roots[directory].append(file)
    for file in tree.files:
        directory, _, name = file.rpartition("/")
        if name.endswith(_OTHERS) and name not in _MAIN:
            roots[_root_of(directory, roots)].append(file)
    for root in sorted(roots):
        yield Unit("gitlab-ci", root, tuple(sorted(roots[root])))


def _root_of(directory: str, roots: dict[str, list[str]]) -> str:
    """Return the repository that a directory is part of; the scanned root where there is none."""
    here = directory
    while here and here not in roots:
        here = here.rpartition("/")[0]
    return here


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.iac.gitlab_ci.pipelines import Pipelines  # loaded where it is needed

    return Pipelines(unit, tree).read()


FORMAT = Format(id="gitlab-ci", title="GitLab CI", units=_units, read=_read)
