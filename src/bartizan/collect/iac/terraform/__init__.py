"""Terraform and OpenTofu: root modules evaluated with all they call, without running anything."""

from __future__ import annotations

from bartizan.collect.format import Format, Unit
from bartizan.collect.iac.terraform.units import units
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def read(unit: Unit, tree: Tree) -> Reading:
    """Return what a root module declares; what could not be read is a gap."""
    from bartizan.collect.iac.terraform import reading  # the evaluator is loaded where it is needed

    return reading.read(unit, tree)


FORMAT = Format(id="terraform", title="Terraform", units=units, read=read)
