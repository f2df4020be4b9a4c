"""The languages that can be edited: how a file of each is parsed, and how a value is written in it."""

from __future__ import annotations

import json as standard
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from posixpath import basename
from typing import Any

from bartizan.collect.edit import hcl, json, yaml
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.node import Node

_BARE = re.compile(r"[A-Za-z_/.][\w ./@=+-]*(?<! )$")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})
_IDENTIFIER = re.compile(r"[A-Za-z_][\w-]*$")


class Language(Enum):
    """What a file is written in."""

    HCL = "hcl"
    YAML = "yaml"
    JSON = "json"


def language(file: str, text: str) -> Language:
    """Return what a file is written in; raises `Refused` for anything that is not edited."""
    name = basename(file).lower()
    if name.endswith((".tf", ".tfvars", ".hcl", ".tofu")):
        return Language.HCL
    if name.endswith((".json", ".jsonc", ".json5", ".yaml", ".yml", ".template", ".cform")):
        return Language.JSON if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") else Language.YAML
    raise Refused(f"{basename(file)} is of no language that is edited here.")


@lru_cache(maxsize=64)
def parsed(text: str, of: Language) -> Node:
    """Return the tree of a file: for YAML the list of its documents. Raises `Refused`.

    Trees are kept, and never changed: many edits are tried on one text.
    """
    if of is Language.HCL:
        return hcl.parsed(text)
    return json.parsed(text) if of is Language.JSON else yaml.parsed(text)


def inner(text: str, node: Node, of: Language) -> Node | None:
    """Return the JSON that a text in a file holds: a heredoc of HCL, a literal block of YAML; None where it is none."""
    raw = text[node.start : node.end]
    if of is Language.HCL and raw.startswith("<<"):
        start = text.index("\n", node.start) + 1
        end = text.rfind("\n", start, node.start + len(raw.rstrip()))
    elif of is Language.YAML and raw.startswith("|"):
        start, end = text.index("\n", node.start) + 1, node.end
    else:
        return None
    return json.parsed(text, start, end, templates=of is Language.HCL)


@dataclass(frozen=True, slots=True)
class Writing:
    """How values are written in a language."""

    of: Language
    eol: str = "\n"
    unit: str = "  "
    """One level of indentation."""

    def flat(self, value: Any) -> str:
        """Return a value on one line."""
        if self.of is Language.HCL:
            return _hcl(value)
        return standard.dumps(value, ensure_ascii=False) if self.of is Language.JSON else _yaml(value)

    def member(self, key: str, value: Any, indent: str, width: int = 0) -> str:
        """Return a member of a bracketed collection or an attribute: `key = value`."""
        if not key:
            return self.flat(value)
        if self.of is Language.HCL:
            name = key if _IDENTIFIER.match(key) else standard.dumps(key)
            return f"{name:<{width}} = {self.flat(value)}"
        name = standard.dumps(key) if self.of is Language.JSON else _yaml(key)
        return f"{name}: {self.flat(value)}"

    def lines(self, key: str, value: Any, indent: str) -> str:
        """Return an entry in YAML's block style, its first line without indentation."""
        if isinstance(value, dict) and value:
            deeper = indent + self.unit
            inside = f"{self.eol}{deeper}".join(self.lines(name, each, deeper) for name, each in value.items())
            return f"{_yaml(key)}:{self.eol}{deeper}{inside}"
        return f"{_yaml(key)}: {self.flat(value)}" if key else self.flat(value)

    def block(self, type: str, value: dict[str, Any], indent: str) -> str:
        """Return a block of HCL, its first line without indentation."""
        deeper = indent + self.unit
        width = max(map(len, value), default=0)
        inside = "".join(f"{deeper}{self.member(key, each, deeper, width)}{self.eol}" for key, each in value.items())
        return f"{type} {{{self.eol}{inside}{indent}}}"


def _hcl(value: Any) -> str:
    if isinstance(value, str):
        return standard.dumps(value, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, list):
        return f"[{', '.join(map(_hcl, value))}]"
    if isinstance(value, dict):
        inside = ", ".join(
            f"{key if _IDENTIFIER.match(key) else standard.dumps(key)} = {_hcl(each)}" for key, each in value.items()
        )
        return f"{{ {inside} }}" if inside else "{}"
    return standard.dumps(value)


def _yaml(value: Any) -> str:
    if isinstance(value, str):
        plain = _BARE.match(value) and value.lower() not in _RESERVED
        return value if plain else standard.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_yaml(key)}: {_yaml(each)}' for key, each in value.items())}}}"
    return standard.dumps(value)
