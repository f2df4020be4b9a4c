"""Parameters: the values their defaults, or the parent of a nested stack, give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bartizan.collect.iac.cloudformation.text import shown, split, written
from bartizan.core.truth import Ref, Unknown

_LIST = re.compile(r"CommaDelimitedList$|List<(.+)>$")
_STORED = "AWS::SSM::Parameter::Value<"
_NUMBER = re.compile(r"-?[0-9]{1,18}$|-?[0-9]{1,18}\.[0-9]{1,18}$")


def values(section: Any, given: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return the value of each parameter of a template, `Unknown` for one with neither default nor given value."""
    if not isinstance(section, dict):
        return {}
    return {name: _value(name, fields, given, prefix) for name, fields in section.items() if name[:4] != "Fn::"}


def _value(name: str, fields: Any, given: Mapping[str, Any], prefix: str) -> Any:
    fields = fields if isinstance(fields, dict) else {}
    kind = fields.get("Type")
    kind = kind if isinstance(kind, str) else "String"
    value = given[name] if name in given else fields.get("Default")
    if value is None:
        return _missing(name, kind, prefix)
    if isinstance(value, Unknown) and not value.present:
        return value
    if kind.startswith(_STORED):
        return _stored(kind, value, f"{prefix}Parameters.{name}")
    return typed(kind, value)


def _stored(kind: str, value: Any, address: str) -> Unknown:
    why = f"read at deployment from the stored parameter {shown(written(value))}"
    return Unknown(why) if "List" in kind else Ref(why, address, "")


def _missing(name: str, kind: str, prefix: str) -> Unknown:
    """A parameter that must name something that exists in the account is certain to be set."""
    why = f'parameter "{name}" has no default'
    return Ref(why, f"{prefix}Parameters.{name}", "") if kind.startswith("AWS::") else Unknown(why)


def typed(kind: str, value: Any) -> Any:
    """Return a value as its parameter's type has it: a text, a number, or a list of either."""
    if (is_list := _LIST.match(kind)) is not None:
        members = value if isinstance(value, list) else split(written(value), ",")
        if isinstance(members, Unknown):
            return members
        stripped = [member.strip() if isinstance(member, str) else member for member in members]
        return [_number(member) for member in stripped] if is_list[1] == "Number" else stripped
    return _number(written(value)) if kind == "Number" else written(value)


def _number(value: Any) -> Any:
    if isinstance(value, str) and _NUMBER.match(value):
        return float(value) if "." in value else int(value)
    return value
