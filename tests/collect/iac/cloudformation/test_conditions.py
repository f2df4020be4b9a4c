"""Conditions: three-valued, and what they make of values and resources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.cloudformation.templates import doubted, reading, value
from tests.collect.iac.planting import by_address

HEAD = """
Parameters:
  Stage: {Type: String, Default: prod}
  Open: {Type: String}
  Flag: {Type: String, Default: true}
Conditions:
  Yes: !Equals [!Ref Stage, prod]
  No: !Equals [!Ref Stage, PROD]
  Maybe: !Equals [!Ref Open, x]
  Flagged: !Equals [!Ref Flag, 'true']
  InRegion: !Equals [!Ref AWS::Region, eu-west-1]
  SameRegion: !Equals [!Ref AWS::Region, !Ref AWS::Region]
  Named: !Not [!Equals [!Ref AWS::StackName, '']]
  AndNo: !And [!Condition Maybe, !Condition No]
  AndMaybe: !And [!Condition Maybe, !Condition Yes]
  OrYes: !Or [!Condition Maybe, {Condition: Yes}]
  OrMaybe: !Or [!Condition Maybe, !Condition No]
  NotMaybe: !Not [!Condition Maybe]
  NotNo: {'Fn::Not': [{Condition: No}]}
  Deep: !And [!Or [!Equals [a, b], !Condition Yes], !Not [!Equals [1, '2']]]
"""
WHY = 'the condition Maybe is open: parameter "Open" has no default'


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Yes", True), ("No", False), ("Maybe", None), ("Flagged", True), ("InRegion", None), ("SameRegion", True),
        ("Named", True), ("AndNo", False), ("AndMaybe", None), ("OrYes", True), ("OrMaybe", None), ("NotMaybe", None),
        ("NotNo", True), ("Deep", True),
    ],
)  # fmt: skip
def test_a_condition_holds_or_not_or_is_open(tmp_path: Path, name: str, held: bool | None) -> None:
    found = value(tmp_path, f"!If [{name}, 1, 2]", HEAD)

    if held is None:
        assert isinstance(found, Unknown)
    else:
        assert found == (1 if held else 2)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("!If [Maybe, same, same]", "same"),
        ("!If [Maybe, 1, 2]", Unknown(WHY)),
        ("!If [Maybe, true, 1]", Unknown(WHY)),
        ("!If [Maybe, one, two]", Composite(WHY, (Unknown(WHY),))),
        ("!If [Maybe, one, '']", Unknown(WHY)),
        ("!If [Maybe, one, !Ref AWS::NoValue]", Unknown(WHY)),
        ("!If [Maybe, !Ref Key, !GetAtt Key.Arn]", Composite(WHY, (Unknown(WHY),))),
        ("!If [Maybe, {a: 1, b: 2}, {a: 1, b: 3}]", {"a": 1, "b": Unknown(WHY)}),
        ("!If [Maybe, {a: 1, b: 2}, {a: 1}]", {"a": 1, "b": Unknown(WHY)}),
        ("!If [Maybe, [1, 2], [1, 3]]", [1, Unknown(WHY)]),
        ("!If [Maybe, [1, 2, 3], [1]]", [1, Unknown(WHY)]),
        ("!If [Maybe, [1], !Ref AWS::NoValue]", Unknown(WHY)),
        ("[a, !If [Maybe, b, !Ref AWS::NoValue]]", ["a", Unknown(WHY)]),
        ("[a, !If [No, b, !Ref AWS::NoValue], c]", ["a", "c"]),
        ("!If [Yes, !If [No, 1, {x: 2}], 3]", {"x": 2}),
        ("!Select [1, [!If [Maybe, a, !Ref AWS::NoValue], b]]", Unknown(WHY)),
        ("!Join ['-', [a, !If [Maybe, b, !Ref AWS::NoValue], c]]", Composite(WHY, ("a", Unknown(WHY), "-c"))),
        ("!Join ['-', [!If [Maybe, b, !Ref AWS::NoValue], c]]", Composite(WHY, (Unknown(WHY), "c"))),
        ("!Length [a, !If [Maybe, b, !Ref AWS::NoValue]]", Unknown(WHY)),
        ("!If [Yes, !Ref Key, !Ref AWS::NoValue]", Ref("known after deployment: Key", "Key", "Ref")),
    ],
)
def test_where_the_condition_is_open_only_what_the_arms_agree_on_is_known(
    tmp_path: Path, written: str, expected: Any
) -> None:
    assert value(tmp_path, written, HEAD) == expected


def test_a_key_whose_value_is_no_value_is_not_there(tmp_path: Path) -> None:
    assert value(tmp_path, "!If [No, x, !Ref AWS::NoValue]", HEAD) is None


def test_places_are_those_of_the_arm_that_holds(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Conditions: {No: !Equals [a, b]}
        Resources:
          X:
            Type: AWS::Test::Thing
            Properties:
              List:
                - !If [No, gone, !Ref AWS::NoValue]
                - Fn::If:
                    - No
                    - {a: 1}
                    - b:
                        - c
        """,
    )

    found = by_address(read)["X"]
    assert found.value == {"List": [{"b": ["c"]}]}
    assert found.spots == {"List": (6, 7), "List/0": (8, 11), "List/0/b": (11, 15), "List/0/b/0": (12, 19)}
    assert found.locate("List/0/b/0/d").line == 12


def test_a_resource_exists_with_its_condition(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        HEAD
        + """
Resources:
  A: {Type: AWS::S3::Bucket, Condition: Yes}
  B: {Type: AWS::S3::Bucket, Condition: No}
  C: {Type: AWS::S3::Bucket, Condition: Maybe}
  D: {Type: AWS::S3::Bucket}
Outputs:
  OfA: {Value: a, Condition: Yes}
  OfB: {Value: b, Condition: No}
  OfC: {Value: c, Condition: Maybe}
""",
    )

    found = {address: each.doubt for address, each in by_address(read).items() if "Param" not in address}
    assert read.gaps == []
    assert found == {
        "A": None, "C": Unknown(WHY), "D": None, "Outputs.OfA": None, "Outputs.OfC": Unknown(WHY),
    }  # fmt: skip


def test_conditions_in_a_circle_are_open_and_told_once(tmp_path: Path) -> None:
    head = "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n"

    found, why = doubted(tmp_path, "[!If [A, 1, 2], !If [B, 1, 2]]", head)

    assert all(isinstance(item, Unknown) for item in found)
    assert "refers to itself" in why


def test_a_long_chain_of_conditions_is_open(tmp_path: Path) -> None:
    chain = "".join(f"  C{n}: !Not [!Condition C{n + 1}]\n" for n in range(3000))

    found, why = doubted(tmp_path, "!If [C0, 1, 2]", f"Conditions:\n{chain}  C3000: !Equals [a, a]\n")

    assert isinstance(found, Unknown)
    assert "levels deep" in why


@pytest.mark.parametrize(
    "written", ["!Equals [a]", "!And text", "!Or []", "{a: b}", "[a]", "nonsense", "!Condition None", "!Condition [a]"]
)
def test_a_malformed_condition_is_open_and_told(tmp_path: Path, written: str) -> None:
    found, _ = doubted(tmp_path, "!If [A, 1, 2]", f"Conditions:\n  A: {written}\n")

    assert isinstance(found, Unknown)


def test_a_condition_that_is_not_declared_is_open_and_told(tmp_path: Path) -> None:
    found, why = doubted(tmp_path, "!If [Nowhere, 1, 2]")

    assert isinstance(found, Unknown)
    assert why == "There is no condition Nowhere."
