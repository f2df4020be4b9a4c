"""What the files of one directory declare together: variables, locals, resources, module calls, outputs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bartizan.collect.iac.terraform.constraint import Convert, anything, compiled
from bartizan.collect.iac.terraform.jsonsyntax import parsed_json
from bartizan.collect.iac.terraform.syntax import Attribute, Block, Parsed, parsed
from bartizan.core.place import Gap

ResourceKey = tuple[str, str, str]
"""Mode (empty, `data` or `ephemeral`), type and name."""
_LABELS = {
    "resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "locals": 0,
}  # fmt: skip
_SILENT = frozenset({"moved", "import", "removed", "check", "language", "action", "list"})
"""Blocks that declare nothing that will exist."""
_OVERRIDE = re.compile(r"(?:^|.*_)override\.(?:tf|tofu)(?:\.json)?$")


@dataclass(slots=True)
class Declared:
    """A block and the file it is in."""

    file: str
    block: Block
    changed_in: frozenset[str] = frozenset()
    """Attributes and nested blocks that an override file has replaced."""


@dataclass(slots=True)
class Variable:
    """An input variable."""

    declared: Declared
    convert: Convert
    default: Attribute | None
    nullable: bool


@dataclass(slots=True)
class Configuration:
    """The declarations of one directory."""

    directory: str
    """Relative to the scanned root."""
    variables: dict[str, Variable] = field(default_factory=dict)
    locals: dict[str, tuple[str, Attribute]] = field(default_factory=dict)
    """With the file each is in."""
    resources: dict[ResourceKey, Declared] = field(default_factory=dict)
    calls: dict[str, Declared] = field(default_factory=dict)
    outputs: dict[str, Declared] = field(default_factory=dict)
    providers: dict[str, Declared] = field(default_factory=dict)
    """By address: `aws`, `aws.west`."""
    settings: list[Declared] = field(default_factory=list)
    """The `terraform` blocks."""
    gaps: list[Gap] = field(default_factory=list)
    damaged: bool = False
    """Whether something is missing because a file could not be read, so that a name not found here may exist."""


def is_override(name: str) -> bool:
    """Tell whether a file's blocks change those of other files."""
    return _OVERRIDE.match(name) is not None


def gather(directory: str, texts: Iterable[tuple[str, str]]) -> Configuration:
    """Return what files declare, given their paths relative to the scanned root, and texts."""
    found = Configuration(directory)
    overrides = []
    for file, text in sorted(texts):
        body = parsed_json(text) if file.endswith(".json") else parsed(text)
        _tell_broken(found, file, body)
        if is_override(file.rpartition("/")[2]):
            overrides.append((file, body))
        else:
            _add_all(found, file, body.body)
    for file, body in overrides:
        _override_all(found, file, body.body)
    return found


def _tell_broken(into: Configuration, file: str, body: Parsed) -> None:
    for broken in body.broken:
        into.damaged = True
        what = f"The block {_title(broken.block)} is left out" if broken.block else "What stands there is left out"
        why = f"This is not valid HCL: {broken.why}. {what}; correct it and scan again."
        into.gaps.append(Gap(file, why, *broken.spot))


def _title(header: tuple[str, ...]) -> str:
    return " ".join([header[0], *(f'"{label}"' for label in header[1:])])


def _address(header: tuple[str, ...]) -> str:
    match header:
        case ("resource", type_, name):
            return f"{type_}.{name}"
        case ("data", type_, name):
            return f"data.{type_}.{name}"
        case ("module" | "output" | "provider", name):
            return f"{header[0]}.{name}"
        case ("variable", name):
            return f"var.{name}"
    return ""


def _add_all(into: Configuration, file: str, body: Block) -> None:
    for attribute in body.attributes.values():
        _gap(into, file, attribute.spot or (1, 1), f'The attribute "{attribute.name}" stands outside of any block.')
    for block in body.blocks:
        declared = Declared(file, block)
        if block.type == "terraform":
            into.settings.append(declared)
        elif block.type not in _LABELS:
            if block.type not in _SILENT:
                _gap(into, file, block.spot, f'Blocks of type "{block.type}" are not known; this one is not read.')
        elif len(block.labels) != _LABELS[block.type]:
            count = f"{_LABELS[block.type]} labels, not {len(block.labels)}"
            _gap(into, file, block.spot, f'A block of type "{block.type}" has {count}; this one is left out.')
        else:
            _add(into, declared)


def _add(into: Configuration, declared: Declared) -> None:
    block, labels = declared.block, declared.block.labels
    if block.type == "locals":
        for name, attribute in block.attributes.items():
            if into.locals.setdefault(name, (declared.file, attribute))[1] is not attribute:
                _repeated(into, declared, f"local.{name}", attribute.spot or block.spot)
        return
    if block.type == "variable":
        taken = into.variables.setdefault(labels[0], variable(declared)).declared
    elif block.type == "provider":
        taken = into.providers.setdefault(_provider_address(block), declared)
    elif block.type in ("module", "output"):
        taken = (into.calls if block.type == "module" else into.outputs).setdefault(labels[0], declared)
    else:
        mode = "" if block.type == "resource" else block.type
        taken = into.resources.setdefault((mode, labels[0], labels[1]), declared)
    if taken is not declared:
        _repeated(into, declared, _address((block.type, *labels)), block.spot)


def _provider_address(block: Block) -> str:
    alias = block.constant("alias")
    return f"{block.labels[0]}.{alias}" if isinstance(alias, str) else block.labels[0]


def variable(declared: Declared) -> Variable:
    """Return the variable that a block declares."""
    attributes = declared.block.attributes
    type_ = attributes.get("type")
    convert = compiled(type_.source) if type_ is not None and type_.source else anything
    nullable = declared.block.constant("nullable") is not False
    return Variable(declared, convert, attributes.get("default"), nullable)


def _gap(into: Configuration, file: str, spot: tuple[int, int], why: str) -> None:
    into.gaps.append(Gap(file, why, *spot))


def _repeated(into: Configuration, declared: Declared, address: str, spot: tuple[int, int]) -> None:
    why = f"{address} is declared a second time; the first declaration counts. Remove or rename one of them."
    exists = declared.block.type in ("resource", "data", "ephemeral", "module")  # so that something may be missing
    into.gaps.append(Gap(declared.file, why, *spot, about="" if exists else address))


def _override_all(into: Configuration, file: str, body: Block) -> None:
    for block in body.blocks:
        labels = block.labels
        match block.type:
            case "locals":
                into.locals.update({name: (file, attribute) for name, attribute in block.attributes.items()})
            case "terraform":
                into.settings.append(Declared(file, block))
            case "variable" if labels and labels[0] in into.variables:
                into.variables[labels[0]] = variable(_merged(into.variables[labels[0]].declared, file, block))
            case "module" if labels and labels[0] in into.calls:
                into.calls[labels[0]] = _merged(into.calls[labels[0]], file, block)
            case "output" if labels and labels[0] in into.outputs:
                into.outputs[labels[0]] = _merged(into.outputs[labels[0]], file, block)
            case "provider" if labels and _provider_address(block) in into.providers:
                address = _provider_address(block)
                into.providers[address] = _merged(into.providers[address], file, block)
            case "resource" | "data" if len(labels) == 2:
                key = ("" if block.type == "resource" else "data", labels[0], labels[1])
                if key in into.resources:
                    into.resources[key] = _merged(into.resources[key], file, block)
                else:
                    _add(into, Declared(file, block))
            case _:
                _add_all(into, file, Block("", (), (1, 1), blocks=[block]))


def _merged(base: Declared, file: str, override: Block) -> Declared:
    """Return a block with what an override file changes: whole attributes, and all nested blocks of a type."""
    if not override.attributes and not override.blocks:
        return base
    replaced = frozenset(inner.makes for inner in override.blocks)
    old = base.block
    blocks = [*(inner for inner in old.blocks if inner.makes not in replaced), *override.blocks]
    # The places of what is changed are in another file, so none are told.
    changed = {name: Attribute(name, a.evaluate, source=a.source) for name, a in override.attributes.items()}
    block = Block(old.type, old.labels, old.spot, old.end_line, {**old.attributes, **changed}, blocks)
    return Declared(base.file, block, base.changed_in | replaced)
