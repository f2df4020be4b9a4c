"""Files of `.tf.json`: the blocks of Terraform written as JSON, the texts in it being templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bartizan.collect.iac.terraform import closures, template
from bartizan.collect.iac.terraform.expression import Parser
from bartizan.collect.iac.terraform.scope import Constant, Evaluate
from bartizan.collect.iac.terraform.source import SyntaxFault
from bartizan.collect.iac.terraform.syntax import Attribute, Block, Broken, Parsed, Spot
from bartizan.collect.yaml import Document, YamlError, documents
from bartizan.core.truth import Unknown

_LABELS = {
    "resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1,
    "dynamic": 1, "provisioner": 1, "backend": 1,
}  # fmt: skip
_BLOCKS = frozenset({"lifecycle", "connection", "timeouts", "content", "required_providers", "cloud"})
_FLAT = frozenset({"module", "variable", "output", "locals", "required_providers"})
"""Blocks in which every object is a value."""
_MAPS = frozenset(
    {
        "annotations", "app_settings", "binary_data", "default", "default_labels", "environment_variables", "for_each",
        "input", "keepers", "labels", "match_labels", "metadata", "parameters", "properties", "query",
        "request_parameters", "request_templates", "response_parameters", "response_templates", "selector",
        "stage_variables", "string_data", "tags", "tags_all", "triggers", "triggers_replace", "values", "variables",
        "vars",
    }
)  # fmt: skip
"""Attributes that are maps: in JSON they look like nested blocks, which all other objects are taken for."""
_MAP_ENDS = ("_tags", "_labels", "_annotations", "_variables", "_map")
_NAMING = frozenset({"provider", "providers", "ignore_changes", "replace_triggered_by", "type"})
Object = dict[str, Any]


@lru_cache(maxsize=512)
def parsed_json(text: str) -> Parsed:
    """Return the blocks of a file in the JSON syntax; what cannot be read is among `broken`."""
    try:
        document = _document(text)
    except YamlError as error:
        return Parsed(Block("", (), (1, 1)), [Broken(error.why, (error.line, error.column))])
    if not isinstance(document.value, dict):
        return Parsed(Block("", (), (1, 1)), [Broken("an object is expected", (1, 1))])
    return _Reader(document).file()


def _document(text: str) -> Document:
    try:
        return next(documents(text), Document({}))
    except YamlError:
        try:
            return Document(json.loads(text))  # JSON that YAML does not know, and so without places
        except (ValueError, RecursionError):
            pass
        raise


class _Reader:
    """Makes blocks of objects."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.broken: list[Broken] = []

    def file(self) -> Parsed:
        body = Block("", (), (1, 1))
        for key, value in self.document.value.items():
            if key != "//":
                body.blocks.extend(self._blocks(key, value, key, ()))
        return Parsed(body, self.broken)

    def _spot(self, path: str) -> Spot:
        return self.document.spots.get(path, (1, 1))

    def _blocks(self, type_: str, value: Any, path: str, labels: tuple[str, ...]) -> Iterator[Block]:
        """Yield the blocks of a type that a value holds: an object or a list of them, below the labels it has."""
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._blocks(type_, item, f"{path}/{index}", labels)
        elif not isinstance(value, dict):
            why = f'an object is expected where "{type_}" is declared'
            self.broken.append(Broken(why, self._spot(path), (type_, *labels)))
        elif len(labels) < _LABELS.get(type_, 0):
            for label, inner in value.items():
                if label != "//":
                    yield from self._blocks(type_, inner, f"{path}/{label}", (*labels, label))
        else:
            yield self._block(type_, value, path, labels)

    def _block(self, type_: str, value: Object, path: str, labels: tuple[str, ...]) -> Block:
        block = Block(type_, labels, self._spot(path))
        for key, item in value.items():
            here = f"{path}/{key}"
            if key == "//":
                continue
            if type_ not in _FLAT and _is_block(key, item):
                block.blocks.extend(self._blocks(key, item, here, ()))
            else:
                block.attributes[key] = self._attribute(key, item, here, (type_, *labels))
        return block

    def _attribute(self, name: str, value: Any, path: str, header: tuple[str, ...]) -> Attribute:
        try:
            evaluate = _references(value) if name == "depends_on" else _expression(value)
        except SyntaxFault as fault:
            self.broken.append(Broken(f"in a text, {fault.why}", self._spot(path), header))
            why = f"the template is broken: {fault.why}"
            evaluate = Constant(Unknown(why))
        source = value if isinstance(value, str) else json.dumps(value)
        inner = tuple(self._inner(value, path, name))
        return Attribute(name, evaluate, self.document.spots.get(path), inner, source if name in _NAMING else "")

    def _inner(self, value: Any, path: str, name: str) -> Iterator[tuple[str, Spot]]:
        items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, item in items:
            spot = self.document.spots.get(f"{path}/{key}")
            if spot is not None:
                yield f"{name}/{key}", spot
            yield from self._inner(item, f"{path}/{key}", f"{name}/{key}")


def _is_block(key: str, value: Any) -> bool:
    if key in _BLOCKS or key in ("dynamic", "provisioner", "backend"):
        return isinstance(value, (dict, list))
    if key in _MAPS or (key.endswith(_MAP_ENDS) and key != "default_tags"):
        return False
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) for item in value)
    return isinstance(value, dict) and bool(value)


def _expression(value: Any) -> Evaluate:
    if isinstance(value, str):
        return template.whole(Parser(value)) if "${" in value or "%{" in value else Constant(value)
    if isinstance(value, list):
        return closures.sequence([_expression(item) for item in value])
    if isinstance(value, dict):
        return closures.record([(_key(key), _expression(item)) for key, item in value.items()])
    return Constant(value)


def _key(key: str) -> str | Evaluate:
    made = _expression(key)
    return str(made.value) if isinstance(made, Constant) else made


def _references(value: Any) -> Evaluate:
    """Return what names of resources, written as texts, refer to."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return closures.sequence([_expression(item) if "${" in item else Parser(item).expression() for item in value])
    return _expression(value)


def parsed_values(text: str) -> Parsed:
    """Return the values that a `.tfvars.json` file gives, as attributes."""
    try:
        document = _document(text)
    except YamlError as error:
        return Parsed(Block("", (), (1, 1)), [Broken(error.why, (error.line, error.column))])
    body = Block("", (), (1, 1))
    for name, value in document.value.items() if isinstance(document.value, dict) else ():
        body.attributes[name] = Attribute(name, Constant(value))
    return Parsed(body)
