"""Seeing less never changes what is said: a value evaluated without a parameter covers it evaluated with any."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.collect.format import Unit
from bartizan.collect.iac.cloudformation import FORMAT
from bartizan.collect.iac.cloudformation.call import ABSENT, Open
from bartizan.collect.tree import walk
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.planting import by_address

VALUES = ["a", "b", "", "a,b", "7"]
LISTS = ["a", "a,b", "b,c,a"]


def covers(seen: Any, real: Any) -> bool:
    """Tell whether what is known of a value allows for what it turns out to be."""
    if isinstance(seen, Composite):
        pattern = "".join(re.escape(part) if isinstance(part, str) else ".*" for part in seen.parts)
        text = real if isinstance(real, str) else "".join(_written(part) for part in _parts(real))
        return real is not None and real is not ABSENT and re.fullmatch(pattern, text, re.DOTALL) is not None
    if isinstance(seen, Unknown):
        return seen == real or not seen.present
    if isinstance(seen, dict) and isinstance(real, dict):
        missing = () if isinstance(seen, Open) else real.keys() - seen.keys()
        return not missing and all(covers(item, real.get(key, ABSENT)) for key, item in seen.items())
    if isinstance(seen, list) and isinstance(real, list):
        return _covers_list(seen, real)
    return type(seen) is type(real) and bool(seen == real)


def _covers_list(seen: list[Any], real: list[Any]) -> bool:
    if not seen:
        return not real
    first, *rest = seen
    if isinstance(first, Unknown) and not first.present:
        return any(_covers_list(rest, real[count:]) for count in range(len(real) + 1))
    return bool(real) and covers(first, real[0]) and _covers_list(rest, real[1:])


def _parts(value: Any) -> tuple[Any, ...]:
    return value.parts if isinstance(value, Composite) else (value,)


def _written(part: Any) -> str:
    return part if isinstance(part, str) else "\x00"


def test_the_measure_itself_tells_what_is_covered() -> None:
    why = Unknown("why")

    assert covers(why, ABSENT)
    assert covers([why, "a"], ["x", "y", "a"])
    assert covers(Composite("why", ("x-", why)), "x-1")
    assert not covers(Composite("why", ("x-", why)), "y-1")
    assert not covers({"a": 1}, {"a": 1, "b": 2})
    assert not covers(["a", why], ["b"])
    assert covers(Open({"a": 1}, why), {"a": 1, "b": 2})


def _calls(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.lists(inner, max_size=3)
    condition = st.sampled_from(["Is", "Not", "Both", "Known"])
    return st.one_of(
        lists,
        st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
        st.tuples(condition, inner, inner).map(lambda arms: {"Fn::If": list(arms)}),
        st.tuples(st.sampled_from(["-", ","]), lists).map(lambda join: {"Fn::Join": list(join)}),
        st.tuples(st.integers(0, 2), lists | st.just({"Ref": "L"})).map(lambda pick: {"Fn::Select": list(pick)}),
        st.tuples(st.sampled_from([",", "-"]), inner).map(lambda cut: {"Fn::Split": list(cut)}),
        lists.map(lambda items: {"Fn::Length": items}),
        inner.map(lambda value: {"Fn::ToJsonString": {"v": value}}),
        inner.map(lambda value: {"Fn::Sub": ["${v}-${P}", {"v": value}]}),
        st.just({"Fn::ForEach::K": ["K", {"Ref": "L"}, {"${K}": {"Fn::Sub": "${K}/${P}"}}]}),
    )


LEAVES = st.sampled_from(
    ["a", "b", "", 1, True, None, {"Ref": "P"}, {"Ref": "L"}, {"Ref": "AWS::NoValue"}, {"Ref": "AWS::Region"},
     {"Ref": "Bucket"}, {"Fn::GetAtt": ["Bucket", "Arn"]}, {"Fn::Sub": "x-${P}"}, {"Fn::Sub": "${P}"},
     {"Fn::FindInMap": ["M", {"Ref": "P"}, "k", {"DefaultValue": "d"}]}, {"Fn::Equals": [{"Ref": "P"}, "a"]}]
)  # fmt: skip


def template(value: Any, parameter: str | None, members: str | None) -> dict[str, Any]:
    return {
        "Parameters": {
            "P": {"Type": "String", **({} if parameter is None else {"Default": parameter})},
            "L": {"Type": "CommaDelimitedList", **({} if members is None else {"Default": members})},
        },
        "Mappings": {"M": {"a": {"k": "one"}, "b": {"k": "two"}}},
        "Conditions": {
            "Is": {"Fn::Equals": [{"Ref": "P"}, "a"]},
            "Not": {"Fn::Not": [{"Condition": "Is"}]},
            "Both": {"Fn::And": [{"Condition": "Is"}, {"Fn::Equals": [{"Fn::Sub": "x${P}"}, ""]}]},
            "Known": {"Fn::Or": [{"Condition": "Is"}, {"Fn::Equals": ["a", "a"]}]},
        },
        "Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}, "X": {"Type": "T", "Properties": {"V": value}}},
    }


def evaluated(root: Path, value: Any, parameter: str | None, members: str | None) -> Any:
    (root / "a.json").write_text(json.dumps(template(value, parameter, members)))
    read = FORMAT.read(Unit(FORMAT.id, "a.json", ("a.json",)), walk(root))
    return by_address(read)["X"].value.get("V", ABSENT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=250)
@given(
    value=st.recursive(LEAVES, _calls, max_leaves=8),
    parameter=st.sampled_from(VALUES),
    members=st.sampled_from(LISTS),
    hide=st.sampled_from(["parameter", "list", "both"]),
)
def test_hiding_a_parameter_only_makes_values_unknown(
    tmp_path: Path, value: Any, parameter: str, members: str, hide: str
) -> None:
    real = evaluated(tmp_path, value, parameter, members)

    seen = evaluated(tmp_path, value, parameter if hide == "list" else None, members if hide == "parameter" else None)

    assert covers(seen, real)
