"""Bad and hostile input: a gap for what cannot be read, never an exception, and the rest is still read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.collect.format import Unit
from bartizan.collect.iac.cloudformation import FORMAT
from bartizan.collect.iac.cloudformation.functions import FUNCTIONS
from bartizan.collect.tree import Tree, walk
from bartizan.core.place import Gap
from tests.collect.iac.cloudformation.templates import reading
from tests.collect.iac.planting import by_address, plant, read_all

HEAD = "AWSTemplateFormatVersion: '2010-09-09'\n"


def test_a_malformed_template_is_a_gap_with_its_place(tmp_path: Path) -> None:
    read = reading(tmp_path, HEAD + "Resources:\n  A:\n    Type: AWS::S3::Bucket\n   B: x\n")

    (gap,) = read.gaps
    assert read.resources == []
    assert (gap.file, gap.line, gap.column, gap.about) == ("template.yaml", 5, 4, "")
    assert "cannot be read" in gap.why


def test_a_malformed_json_template_is_a_gap_with_its_place(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.template": '{\n "AWSTemplateFormatVersion": "x",\n "Resources": {,}\n}'})

    (gap,) = read_all(FORMAT, tree).gaps

    assert (gap.file, gap.line) == ("a.template", 3)


@pytest.mark.parametrize(
    ("resources", "about", "why"),
    [
        ("[a, b]", "Resources", "Resources must be a mapping"),
        ("text", "Resources", "Resources must be a mapping"),
        ("!Ref X", "Resources", "Resources must be a mapping"),
        ("{Bad: {Properties: {}}}", "Bad", "has no Type"),
        ("{Bad: {Type: [a]}}", "Bad", "has no Type"),
        ("{Bad: text}", "Bad", "has no Type"),
        ("{Bad: null}", "Bad", "has no Type"),
        ("{Bad: !Ref X}", "Bad", "has no Type"),
        ("{Bad: {Type: 'AWS::S3::Bucket', Properties: [a]}}", "Bad/Properties", "must be a mapping"),
        ("{Bad: {Type: 'AWS::S3::Bucket', Condition: [a]}}", "Bad/Condition", "There is no condition"),
    ],
)
def test_a_malformed_resource_is_a_gap_and_the_rest_is_read(
    tmp_path: Path, resources: str, about: str, why: str
) -> None:
    whole = resources.startswith("{")
    text = resources[:-1] + ", Good: {Type: 'AWS::S3::Bucket'}}" if whole else resources

    read = reading(tmp_path, f"{HEAD}Resources: {text}\n")

    (gap,) = read.gaps
    assert gap.about == about
    assert why in gap.why
    assert ("Good" in by_address(read)) is whole


@pytest.mark.parametrize("root", ["[a]", "text", "null", "7", "!Ref x"])
def test_a_file_that_is_no_mapping_is_a_gap(tmp_path: Path, root: str) -> None:
    tree = plant(tmp_path, {"a.yaml": root})

    read = FORMAT.read(Unit(FORMAT.id, "a.yaml", ("a.yaml",)), tree)

    assert [gap.file for gap in read.gaps] == ["a.yaml"]


def test_repeated_keys_are_told_and_the_last_counts(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        HEAD + "Resources:\n  A: {Type: AWS::S3::Bucket}\n  A:\n    Type: AWS::SQS::Queue\n    Type: AWS::SNS::Topic\n",
    )

    assert [(gap.line, gap.about) for gap in read.gaps] == [(4, "Resources/A"), (6, "Resources/A/Type")]
    assert [resource.type for resource in read.resources] == ["AWS::SNS::Topic"]


def test_of_several_documents_the_first_is_read(tmp_path: Path) -> None:
    read = reading(tmp_path, HEAD + "Resources: {A: {Type: AWS::S3::Bucket}}\n---\nmore: 1\n")

    (gap,) = read.gaps
    assert gap.about
    assert [resource.address for resource in read.resources] == ["A"]


def test_parameters_and_outputs_that_are_malformed_are_told(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        HEAD + "Parameters: {P: text, Q: {Type: [a], Default: {b: 1}}}\nOutputs: {O: text}\n"
        "Resources: {A: {Type: AWS::S3::Bucket, Properties: {N: !Ref P, M: !Ref Q}}}\n",
    )

    assert [gap.about for gap in read.gaps] == ["Parameters.P", "Outputs.O"]
    assert [resource.address for resource in read.resources] == ["Parameters.Q", "A"]


def test_binary_unreadable_and_large_files_are_gaps(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "binary.yaml": HEAD.encode() + b"\0\1",
            "latin.yaml": HEAD.encode() + b"Description: caf\xe9\n",
            "large.yaml": HEAD + "# " + "x" * 3000,
            "gone.yaml": HEAD,
            "good.yaml": HEAD + "Resources: {A: {Type: AWS::S3::Bucket}}\n",
        },
    )
    tree = Tree(tree.root, tree.files, limit=2000)
    units = list(FORMAT.units(tree))
    os.unlink(tmp_path / "gone.yaml")

    readings = {unit.root: FORMAT.read(unit, tree) for unit in units}

    assert {name: len(read.gaps) for name, read in readings.items()} == {
        "binary.yaml": 1, "gone.yaml": 1, "good.yaml": 0, "large.yaml": 1, "latin.yaml": 1,
    }  # fmt: skip
    assert "--max-file-size" in readings["large.yaml"].gaps[0].why


def test_utf_16_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = HEAD + "Resources: {A: {Type: AWS::S3::Bucket, Properties: {BucketName: é}}}\n"
    tree = plant(tmp_path, {"a.yaml": text.encode("utf-16"), "b.yaml": b"\xef\xbb\xbf" + text.encode()})

    read = read_all(FORMAT, tree)

    assert read.gaps == []
    assert [resource.value for resource in read.resources] == [{"BucketName": "é"}] * 2


def test_terminal_escapes_pass_through_as_data(tmp_path: Path) -> None:
    read = reading(tmp_path, HEAD + 'Resources: {"\\e[31mA": {Type: AWS::S3::Bucket, Properties: {N: "\\e[0m"}}}\n')

    assert read.resources[0].address == "\x1b[31mA"
    assert read.resources[0].value == {"N": "\x1b[0m"}


BOMBS = {
    "flow": HEAD + "Resources: {A: {Type: X, Properties: " + "[" * 5000 + "]" * 5000 + "}}",
    "block": HEAD + "Resources:\n" + "".join(" " * n + "a:\n" for n in range(1, 3000)),
    "short forms": HEAD + "Resources: {A: {Type: X, Properties: {P: " + "!Join ['', [" * 190 + "]]" * 190 + "}}}",
    "functions": (
        HEAD + "Resources: {A: {Type: X, Properties: {P: " + "{'Fn::Base64': " * 190 + "x" + "}" * 190 + "}}}"
    ),
    "ifs": HEAD + "Resources: {A: {Type: X, Properties: {P: " + "!If [C, " * 190 + "1" + ", 2]" * 190 + "}}}",
    "json texts": (
        HEAD + "Resources: {A: {Type: X, Properties: {P: " + "{'Fn::ToJsonString': [" * 90 + "'\"'" + "]}" * 90 + "}}}"
    ),
    "substitutions": (
        HEAD + "Parameters: {P: {Type: String, Default: " + "x" * 20_000 + "}}\n"
        "Resources: {A: {Type: X, Properties: {P: [" + "!Sub '${P}${P}${P}${P}'," * 2000 + "]}}}"
    ),
    "aliases": (
        HEAD + "Mappings: {a: &a [" + "x," * 9 + "]}\nMetadata:\n"
        + "".join(f"  {chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12))
    ),
    "repeated keys": HEAD + "Resources:\n" + "  A: {Type: X}\n" * 20_000,
    "many gaps": HEAD + "Resources:\n" + "".join(f"  A{n}: x\n" for n in range(20_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_gaps(tmp_path: Path, name: str) -> None:
    tree = plant(tmp_path, {"a.yaml": BOMBS[name]})

    read = FORMAT.read(Unit(FORMAT.id, "a.yaml", ("a.yaml",)), tree)

    assert read.gaps
    assert len(read.gaps) < 300


def test_gaps_beyond_those_told_are_counted(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": BOMBS["many gaps"]})

    read = FORMAT.read(Unit(FORMAT.id, "a.yaml", ("a.yaml",)), tree)

    assert read.gaps[-1] == Gap("a.yaml", "The file has 19800 more problems like these.", about="more")


NAMES = st.sampled_from(["A", "B", "P", "AWS::Region", "AWS::NoValue", "C", "x", "", "A.Arn", "${A}", "N"])
OPEN = st.sampled_from([{"Ref": "P"}, {"Fn::Sub": "x${P}"}, {"Fn::If": ["Is", "a", {"Ref": "AWS::NoValue"}]}])
LEAVES = OPEN | NAMES | st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | st.just("a,b")
KEYS = NAMES | st.sampled_from(
    [*FUNCTIONS, "Fn::ForEach::L", "Fn::Nothing", "Type", "Properties", "Condition", "Default", "Metadata", "DependsOn",
     "Events", "Policies", "Role", "Auth", "Tags", "CodeUri", "DefinitionBody", "paths", "RestApiId", "StageName",
     "VpcConfig", "FunctionUrlConfig", "Statement", "S3ReadPolicy", "TemplateURL", "Location", "Parameters", "Value"]
)  # fmt: skip
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
TYPES = st.sampled_from(
    ["AWS::S3::Bucket", "AWS::CloudFormation::Stack"]
    + [f"AWS::Serverless::{kind}" for kind in
       ("Function", "Api", "HttpApi", "SimpleTable", "LayerVersion", "StateMachine", "Application", "GraphQLApi", "Z")]
)  # fmt: skip
EVENTS = st.sampled_from(
    ["Api", "HttpApi", "SQS", "SNS", "S3", "Schedule", "ScheduleV2", "MSK", "MQ", "IoTRule", "Odd"]
)
EVENT = st.fixed_dictionaries({"Type": EVENTS | TREES, "Properties": TREES})
PROPERTIES = TREES | st.fixed_dictionaries(
    {},
    optional={
        "Events": st.dictionaries(NAMES, EVENT | TREES, max_size=2) | TREES,
        **dict.fromkeys(
            ["Policies", "Role", "Auth", "Tags", "CodeUri", "Tracing", "VpcConfig", "Domain", "FunctionUrlConfig",
             "EventInvokeConfig", "AutoPublishAlias", "DefinitionBody", "DefinitionUri", "StageName", "PrimaryKey",
             "DeadLetterQueue", "EndpointConfiguration", "Logging", "Location", "TemplateURL", "Parameters"],
            TREES,
        ),
    },
)  # fmt: skip
RESOURCE = st.fixed_dictionaries({"Type": TYPES}, optional={"Properties": PROPERTIES, "Condition": NAMES | TREES})
SECTION = st.dictionaries(NAMES | st.just("Fn::ForEach::L"), RESOURCE | TREES, max_size=3) | TREES
PARAMETERS = st.just({"P": {"Type": "String"}}) | SECTION
CONDITIONS = st.just({"Is": {"Fn::Equals": [{"Ref": "P"}, "a"]}}) | SECTION
TRANSFORM = TREES | st.just("AWS::Serverless-2016-10-31")
TEMPLATE = st.fixed_dictionaries(
    {"Resources": SECTION},
    optional={
        "Parameters": PARAMETERS,
        "Conditions": CONDITIONS,
        "Mappings": SECTION,
        "Outputs": SECTION,
        "Globals": SECTION,
        "Transform": TRANSFORM,
        "Metadata": TREES,
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
@given(template=TEMPLATE)
def test_any_template_is_read(tmp_path: Path, template: dict[str, Any]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(template))

    read = FORMAT.read(Unit(FORMAT.id, "a.json", ("a.json",)), walk(tmp_path))

    assert all(resource.place.file == "a.json" for resource in read.resources)
    assert len({resource.address for resource in read.resources}) == len(read.resources)
    assert all(isinstance(key, str) for resource in read.resources for key in resource.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(cut=st.integers(0, 600), insert=st.text(st.sampled_from("!&*[]{}:-'\" \n\tRef"), max_size=6))
def test_any_damage_to_a_template_is_survived(tmp_path: Path, cut: int, insert: str) -> None:
    whole = (
        HEAD + "Parameters: {P: {Type: Number, Default: 1}}\nConditions: {C: !Equals [!Ref P, 1]}\nResources:\n"
        "  A:\n    Type: AWS::Serverless::Function\n    Condition: C\n    Properties:\n"
        "      Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}\n"
        "      Policies: [!If [C, AWSLambdaRole, !Ref AWS::NoValue], {S3ReadPolicy: {BucketName: !Ref B}}]\n"
        "  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Sub 'b-${P}', Tags: [{Key: a, Value: b}]}\n"
    )
    (tmp_path / "a.yaml").write_text(whole[:cut] + insert + whole[cut + len(insert) // 2 :])

    read = FORMAT.read(Unit(FORMAT.id, "a.yaml", ("a.yaml",)), walk(tmp_path))

    assert read.gaps or read.resources
