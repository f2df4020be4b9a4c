"""`Fn::ForEach`: in every section it may stand in, and with collections that are not known."""

from __future__ import annotations

from pathlib import Path

from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.cloudformation.templates import doubted, reading, value
from tests.collect.iac.planting import by_address

LOOPED = """\
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: 'a-1,b-2'}
Conditions:
  Fn::ForEach::Each:
    - N
    - !Ref Names
    - Is&{N}: !Equals [!Ref N, a-1]
Resources:
  Fn::ForEach::Buckets:
    - N
    - !Ref Names
    - Bucket&{N}:
        Type: AWS::S3::Bucket
        Condition: Is&{N}
        Properties:
          BucketName: !Sub '${N}-${AWS::Region}'
          Plain: 'plain ${N}'
          Tags:
            - {Key: name, Value: !Ref N}
      Policy&{N}:
        Type: AWS::S3::BucketPolicy
        DependsOn: Bucket&{N}
        Properties:
          Bucket: !Ref Bucket&{N}
          Other: !GetAtt 'Bucket&{N}.Arn'
Outputs:
  Fn::ForEach::Outs:
    - N
    - [a-1]
    - Name&{N}: {Value: !Sub 'out ${N}'}
"""


def test_a_loop_makes_resources_conditions_and_outputs(tmp_path: Path) -> None:
    read = reading(tmp_path, LOOPED)

    found = by_address(read)
    region = Ref("AWS::Region is known at deployment", "AWS::Region")
    assert read.gaps == []
    assert [a for a in found if "." not in a] == ["Bucketa1", "Policya1", "Policyb2"]
    assert found["Bucketa1"].value == {
        "BucketName": Composite(region.why, ("a-1-", region)),
        "Plain": "plain a-1",
        "Tags": [{"Key": "name", "Value": "a-1"}],
    }
    assert found["Policyb2"].value["Bucket"] == Ref("known after deployment: Bucketb2", "Bucketb2", "Ref")
    assert found["Policyb2"].value["$DependsOn"] == "Bucketb2"
    assert found["Outputs.Namea1"].value == {"Value": "out a-1"}
    assert found["Bucketa1"].place.line == 13
    assert found["Bucketa1"].place.end_line == 20
    assert found["Bucketa1"].spots["Tags/0/Value"] == (20, 27)


def test_a_loop_of_properties_makes_keys(tmp_path: Path) -> None:
    found = value(tmp_path, "Fn::ForEach::Keys: [K, [x, y], {'${K}Enabled': true, '${K}Name': !Ref K}]\nother: 1\n")

    assert found == {"xEnabled": True, "xName": "x", "yEnabled": True, "yName": "y", "other": 1}


def test_loops_nest(tmp_path: Path) -> None:
    found = value(
        tmp_path, "Fn::ForEach::A: [A, [x, y], {'Fn::ForEach::B': [B, [1, 2], {'${A}${B}': !Sub '${A}/${B}'}]}]\nz: 0"
    )

    assert found == {"x1": "x/1", "x2": "x/2", "y1": "y/1", "y2": "y/2", "z": 0}


def test_a_loop_over_what_is_not_known_makes_one_in_doubt(tmp_path: Path) -> None:
    read = reading(tmp_path, LOOPED.replace(", Default: 'a-1,b-2'", ""))

    bucket = by_address(read)["Bucket&{N}"]
    why = 'parameter "Names" has no default'
    assert bucket.doubt == Unknown(why)
    assert isinstance(bucket.value["BucketName"], Composite)
    assert bucket.value["Tags"] == [{"Key": "name", "Value": Unknown(why)}]


def test_keys_of_a_loop_over_what_is_not_known_may_be_any(tmp_path: Path) -> None:
    found = value(
        tmp_path,
        "Fn::ForEach::Keys: [K, !Ref Open, {'${K}': 1}]\nknown: 2",
        "Parameters: {Open: {Type: CommaDelimitedList}}\n",
    )

    assert found["known"] == 2
    assert isinstance(found.get("anything"), Unknown)


def test_a_member_of_a_collection_that_is_not_known_makes_one_in_doubt(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """
        Parameters: {Open: {Type: String}}
        Resources:
          Fn::ForEach::Topics:
            - N
            - [a, !Ref Open]
            - 'Topic${N}': {Type: AWS::SNS::Topic}
        """,
    )

    found = by_address(read)
    assert found["Topica"].doubt is None
    assert found["Topic${N}"].doubt == Unknown('parameter "Open" has no default')


def test_a_malformed_loop_is_a_gap_of_the_whole_file(tmp_path: Path) -> None:
    read = reading(tmp_path, "Resources:\n  Fn::ForEach::X: [a]\n  B: {Type: AWS::S3::Bucket}\n")

    assert [resource.address for resource in read.resources] == ["B"]
    assert {gap.about for gap in read.gaps} == {"", "Resources/Fn::ForEach::X"}


def test_loops_that_make_too_much_are_refused(tmp_path: Path) -> None:
    items = "[" + ",".join(map(str, range(200))) + "]"
    inner = "{'${A}${B}${C}': 1}"
    for name in "CBA":
        inner = f"{{'Fn::ForEach::{name}': [{name}, {items}, {inner}]}}"

    found, why = doubted(tmp_path, f"{inner[:-1]}, z: 0}}")

    assert isinstance(found.get("other"), Unknown)
    assert "more members than are read" in why


def test_a_name_made_twice_is_told(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """
        Resources:
          Fn::ForEach::One: [N, [a], {'T${N}': {Type: AWS::SNS::Topic}}]
          Ta: {Type: AWS::SQS::Queue}
        """,
    )

    (gap,) = read.gaps
    assert gap.why == "Ta is made twice; the last one counts."
    assert [resource.type for resource in read.resources] == ["AWS::SQS::Queue"]
