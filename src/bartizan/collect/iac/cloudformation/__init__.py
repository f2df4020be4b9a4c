"""CloudFormation and SAM templates: evaluated with their conditions, mappings and nested local stacks."""

from __future__ import annotations

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.cloudformation.recognise import FORMAT_ID, units
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.iac.cloudformation import reading  # loaded where it is needed

    return reading.read(unit, tree)


FORMAT = Format(id=FORMAT_ID, title="CloudFormation", units=units, read=_read)
