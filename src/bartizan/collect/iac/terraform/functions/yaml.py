"""`yamldecode` and `yamlencode`, in the dialect of YAML that Terraform has."""

from __future__ import annotations

import json
import re
from typing import Any

from bartizan.collect.iac.terraform.convert import number_text, text
from bartizan.collect.iac.terraform.functions.collection import single
from bartizan.collect.iac.terraform.values import Fault, Json, Lazy, Rest, composite, is_shuffled, vague
from bartizan.core.truth import Composite, Unknown

MAX_NODES = 200_000
"""Values a document may have once its aliases are expanded."""
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]+$")
_PREFIXED = re.compile(r"([-+]?)0(?:x([0-9a-fA-F]+)|o([0-7]+)|b([01]+))$")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$")
_DEEP = re.compile(r"[\[{][\s\[{-]{200}|^[ \-?:]{400}", re.MULTILINE)


def yamldecode(value: Any) -> Any:
    """Return what a YAML document encodes; raises `Fault`."""
    import yaml

    shown = text(value)
    if _DEEP.search(shown):
        raise Fault("the document is nested deeper than is evaluated")
    try:
        loader = yaml.CSafeLoader(shown)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        raise Fault(f"the text is not YAML: {str(error).splitlines()[0][:100]}") from None
    if node is None:
        raise Fault("the document is empty")
    return _Decoder().value(node)


class _Decoder:
    """Makes values of nodes; what aliases expand to is bounded."""

    def __init__(self) -> None:
        self.count = 0
        self.open: set[int] = set()

    def value(self, node: Any) -> Any:
        self.count += 1
        if self.count > MAX_NODES or id(node) in self.open or len(self.open) > 100:
            raise Fault("the document grows larger than is evaluated")
        if node.id == "scalar":
            return _scalar(node)
        self.open.add(id(node))
        found = [self.value(item) for item in node.value] if node.id == "sequence" else self._mapping(node)
        self.open.discard(id(node))
        return found

    def _mapping(self, node: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, item in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                self._merge(item, merged)
            else:
                found[text(self.value(key))] = self.value(item)
        return {**merged, **found}

    def _merge(self, node: Any, merged: dict[str, Any]) -> None:
        value = self.value(node)
        for mapping in value if isinstance(value, list) else [value]:
            if not isinstance(mapping, dict):
                raise Fault("a merge key of the YAML takes a mapping")
            for key, item in mapping.items():
                merged.setdefault(key, item)


def _scalar(node: Any) -> Any:
    shown: str = node.value
    if node.style or (node.tag == "tag:yaml.org,2002:str" and _explicit(node)):
        return shown
    if shown in _WORDS:
        return _WORDS[shown]
    if _INTEGER.match(shown) and len(shown) < 400:
        return int(shown)
    if prefixed := _PREFIXED.match(shown):
        groups = zip(prefixed.groups()[1:], (16, 8, 2), strict=True)
        digits = next(int(group, base) for group, base in groups if group)
        return -digits if prefixed[1] == "-" else digits
    if _FLOAT.match(shown):
        number = float(shown)
        return int(number) if number.is_integer() else number
    if _DATE.match(shown):
        return f"{shown}T00:00:00Z"
    return _MOMENT.sub(r"\1T\2\3", shown).replace("z", "Z") if _MOMENT.match(shown) else shown


def _explicit(node: Any) -> bool:
    """Tell whether a plain text is one by its tag: unmarked ones cover exactly what is written."""
    return bool(node.end_mark.index - node.start_mark.index != len(node.value))


def yamlencode(value: Any) -> Any:
    """Return a value as YAML text, as Terraform writes it; unknown leaves make it a `Composite`."""
    lines = _Encoder()
    lines.write(value, 0, inline=False)
    plain = value is None or isinstance(value, (bool, int, float))
    return composite([*lines.parts, "...\n"] if plain else lines.parts)


class _Encoder:
    """Collects the parts of a YAML text."""

    def __init__(self) -> None:
        self.parts: list[Any] = []

    def write(self, value: Any, depth: int, inline: bool) -> None:
        """Write a value; `inline` when it follows `key:` or `-` on a line."""
        if isinstance(value, dict) and value:
            self._mapping(value, depth, inline)
        elif is_shuffled(value):
            self.parts += [Unknown("the order of the members is not known"), "\n"]
        elif isinstance(value, list) and value:
            self._sequence(value, depth, inline)
        else:
            self.parts += [*_leaf(value, depth), "\n"]

    def _mapping(self, value: dict[str, Any], depth: int, inline: bool) -> None:
        for place, key in enumerate(sorted(value)):
            item = value[key]
            margin = "" if inline and place == 0 else "  " * depth
            self.parts.append(f"{margin}{json.dumps(key, ensure_ascii=False)}:")
            if isinstance(item, dict) and item:
                self.parts.append("\n")
                self.write(item, depth + 1, inline=False)
            elif isinstance(item, list) and item:
                self.parts.append("\n")
                self.write(item, depth, inline=False)
            else:
                self.parts.append(" ")
                self.write(item, depth + 1, inline=True)

    def _sequence(self, value: list[Any], depth: int, inline: bool) -> None:
        for place, item in enumerate(value):
            if isinstance(item, Rest):
                self.parts.append(vague(item))  # with its lines, if it is anything
                continue
            self.parts.append(("" if inline and place == 0 else "  " * depth) + "- ")
            self.write(item, depth + 1, inline=True)


def _leaf(value: Any, depth: int) -> list[Any]:
    if isinstance(value, (Json, Lazy)):
        value = text(value)
    if isinstance(value, Unknown):
        return _unseen(value)
    if value is None or isinstance(value, bool):
        return [{None: "null", True: "true", False: "false"}[value]]
    if isinstance(value, (int, float)):
        return [number_text(value)]
    if isinstance(value, (list, dict)):
        return ["[]" if isinstance(value, list) else "{}"]
    return [_block(value, depth) if "\n" in value else json.dumps(value, ensure_ascii=False)]


def _unseen(value: Unknown) -> list[Any]:
    """Return what is known of a text: it is quoted if it has one line only, as the names of resources have."""
    parts = value.parts if isinstance(value, Composite) else (value,)
    if not all("\n" not in part if isinstance(part, str) else single(part) for part in parts):
        return [vague(value)]
    return [
        '"',
        *(json.dumps(part, ensure_ascii=False)[1:-1] if isinstance(part, str) else part for part in parts),
        '"',
    ]


def _block(value: str, depth: int) -> str:
    body = value.rstrip("\n")
    trailing = len(value) - len(body)
    chomp = "-" if trailing == 0 else ("" if trailing == 1 and body else "+")
    marker = "2" if value[:1] in (" ", "\n") else ""
    margin = "  " * max(depth, 1)
    lines = value.split("\n")[: -1 if trailing else None]
    return f"|{marker}{chomp}\n" + "\n".join(margin + line if line else "" for line in lines)
