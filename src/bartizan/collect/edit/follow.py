"""Finds where a value of Terraform is written: through variables, module calls and locals that have one use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from posixpath import dirname

from bartizan.collect.edit import hcl
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, looked_up
from bartizan.collect.edit.node import Entry, Node, Shape
from bartizan.core.place import Place

MAX_STEPS = 12
_REFERENCE = re.compile(r"(var|local)\.([A-Za-z_][\w-]*)$")
_INSTANCE = re.compile(r"\b(?:each|count)\.(?:key|value|index)\b")
_VALUES = re.compile(r"(?:^|/)(?:terraform|[^/]*\.auto)\.tfvars$")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a target, as edits see them."""

    files: Sequence[str]
    read: Callable[[str], str]
    """Returns the text of a file; raises `Refused`."""

    def beside(self, file: str) -> list[str]:
        """Return the files of Terraform in the directory of a file."""
        folder = dirname(file)
        return [each for each in self.files if dirname(each) == folder and each.endswith((".tf", ".tofu"))]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a value is decided."""

    file: str
    spot: Spot
    via: tuple[Place, ...] = ()
    """The module calls around it, outermost first."""


def followed(sources: Sources, site: Site) -> Site:
    """Return where the value at a site is decided: the site itself, or where the one variable it names is set.

    Raises `Refused` where it is decided for several things at once.
    """
    for _ in range(MAX_STEPS):
        if not site.file.endswith((".tf", ".tofu")):
            return site
        target = looked_up(site.file, sources.read(site.file), site.spot)
        if target.rest or target.node.shape is not Shape.COMPUTED:
            return site
        raw = target.raw.strip()
        if _INSTANCE.search(raw):
            raise Refused(f"The value is `{_short(raw)}`: it differs by instance of `for_each` or `count`.")
        reference = _REFERENCE.match(raw)
        onward = None if reference is None else _onward(sources, site, *reference.groups())
        if onward is None:
            return site
        site = onward
    raise Refused("The value is handed on through too many modules.")


def _short(raw: str) -> str:
    return raw.splitlines()[0][:60]


def _onward(sources: Sources, site: Site, kind: str, name: str) -> Site | None:
    """Return where a variable or a local is set; None where the reference itself is what to replace."""
    uses = _uses(sources, site.file, f"{kind}.{name}")
    if kind == "local":
        return _local(sources, site, name) if uses == 1 else None
    if site.via:
        if uses != 1:
            raise Refused(f"The value is `var.{name}`, which its module uses in {uses} places.")
        call = site.via[-1]
        return Site(call.file, Spot(call.line, call.column, (name,)), site.via[:-1])
    return _variable(sources, site, name) if uses == 1 else None


def _uses(sources: Sources, file: str, reference: str) -> int:
    pattern = re.compile(rf"(?<![\w.-]){re.escape(reference)}(?![\w-])")
    return sum(len(pattern.findall(sources.read(each))) for each in sources.beside(file))


def _variable(sources: Sources, site: Site, name: str) -> Site | None:
    folder = dirname(site.file)
    set_in = [
        _site(each, sources.read(each), entry, site)
        for each in sources.files
        if dirname(each) == folder and _VALUES.search(each)
        for entry in hcl.parsed(sources.read(each)).entries
        if entry.key == name and not entry.block
    ]
    if len(set_in) > 1:
        raise Refused(f"The variable `{name}` is set in {len(set_in)} files of values.")
    if set_in:
        return set_in[0]
    for file in sources.beside(site.file):
        text = sources.read(file)
        for entry in hcl.parsed(text).entries:
            if entry.key == "variable" and entry.labels == (name,):
                place = _spot(text, entry)
                return Site(file, Spot(place.line, place.column, ("default",)), site.via)
    return None


def _local(sources: Sources, site: Site, name: str) -> Site | None:
    for file in sources.beside(site.file):
        text = sources.read(file)
        for block in hcl.parsed(text).entries:
            for entry in block.node.entries if block.key == "locals" else ():
                if entry.key == name:
                    return _site(file, text, entry, site)
    return None


def _site(file: str, text: str, entry: Entry, site: Site) -> Site:
    return Site(file, _spot(text, entry), site.via)


def _spot(text: str, entry: Entry) -> Spot:
    line = text.count("\n", 0, entry.start) + 1
    return Spot(line, entry.start - text.rfind("\n", 0, entry.start))


def references(sources: Sources, file: str, address: str) -> int:
    """Return how often a resource (`aws_iam_role.a`) is named in its module, beside its own block."""
    return _uses(sources, file, address)


def repeated(node: Node) -> bool:
    """Tell whether a block is there several times: it has `for_each` or `count`."""
    return any(entry.key in ("for_each", "count") and not entry.block for entry in node.entries)
