"""Actions and workflows of other repositories that GitHub Actions uses, as packages.

A tag that begins with a number is a version. A commit has the version that the comment behind it says, as the tools
that pin actions write it, or none that is told; a branch has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.github_actions.surroundings import above
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_WORKFLOW = re.compile(r"(?:.*/)?\.github/workflows/[^/]+\.ya?ml$")
_ACTION = re.compile(r"(?:.*/)?action\.ya?ml$")


def _units(tree: Tree) -> Iterator[Unit]:
    inside = above(tree)
    for file in tree.files:
        if not file.endswith((".yml", ".yaml")):
            continue
        if _WORKFLOW.match(inside + file) or (_ACTION.match(file) and b"uses:" in tree.head(file)):
            yield Unit("github-action-uses", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.github_action_uses.actions import read  # loaded where it is needed

    return read(unit, tree)


FORMAT = Format(id="github-action-uses", title="Actions that workflows use", units=_units, read=_read)
