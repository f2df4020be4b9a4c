"""Reads a root module: what it and the modules it calls declare, evaluated as far as can be known."""

from __future__ import annotations

import re

from bartizan.collect.format import Unit
from bartizan.collect.iac.terraform.blocks import guarded
from bartizan.collect.iac.terraform.configuration import Configuration
from bartizan.collect.iac.terraform.emission import emitted
from bartizan.collect.iac.terraform.jsonsyntax import parsed_values
from bartizan.collect.iac.terraform.module import Module
from bartizan.collect.iac.terraform.project import Project
from bartizan.collect.iac.terraform.scope import NOWHERE
from bartizan.collect.iac.terraform.syntax import Block, Parsed, parsed
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_VALUES = re.compile(r"(?:^|/)(terraform|[^/]*\.auto)\.tfvars(\.json)?$")


def read(unit: Unit, tree: Tree) -> Reading:
    """Return what a root module declares; what could not be read is a gap."""
    project = Project(unit, tree)
    configuration = project.configuration(unit.root) or Configuration(unit.root)
    root = Module(project, configuration, {})
    _give(root)
    resources = list(emitted(root, set()))
    return Reading(resources=resources, gaps=project.gaps, also=tuple(sorted(project.also)))


def _give(root: Module) -> None:
    """Give the root module's variables the values that files have for them: those of later files count.

    A file that cannot be read to its end may have set any variable that no later file sets.
    """
    files = [(match, file) for file in root.project.unit.files if (match := _VALUES.search(file))]
    for _, file in sorted(files, key=lambda found: (found[0][1] != "terraform", found[1])):
        text = root.project.text(file, about="var")
        body = Parsed(Block("", (), (1, 1))) if text is None else _values(file, text)
        for broken in body.broken:
            why = f"This is not valid HCL: {broken.why}. The value there is left out; correct it and scan again."
            root.project.tell(Gap(file, why, *broken.spot, about="var"))
        if body.broken or text is None:
            root.given.clear()
            root.doubt = Unknown(f"its value may be set in {file}, which could not be read")
        root.given.update({name: guarded(item.evaluate, NOWHERE) for name, item in body.body.attributes.items()})


def _values(file: str, text: str) -> Parsed:
    return parsed_values(text) if file.endswith(".json") else parsed(text)
