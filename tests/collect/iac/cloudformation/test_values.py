"""What the functions of the template language stand for, known and unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.cloudformation.templates import doubted, reading, resources, value
from tests.collect.iac.planting import by_address

PARAMETERS = """
Parameters:
  Name: {Type: String, Default: web}
  Port: {Type: Number, Default: '8080'}
  Share: {Type: Number, Default: 0.5}
  Flag: {Type: String, Default: true}
  Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
  Ports: {Type: List<Number>, Default: '80,443'}
  Open: {Type: String}
  OpenList: {Type: CommaDelimitedList}
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
  Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /ami/latest}
  Empty: {Type: String, Default: ''}
"""
REGION = Ref("AWS::Region is known at deployment", "AWS::Region")
BUCKET = Ref("known after deployment: Bucket", "Bucket", "Ref")
OPEN = Unknown('parameter "Open" has no default')


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("!Ref Name", "web"),
        ("Ref: Name", "web"),
        ("!Ref Port", 8080),
        ("!Ref Share", 0.5),
        ("!Ref Flag", "true"),
        ("!Ref Zones", ["a", "b", "c"]),
        ("!Ref Ports", [80, 443]),
        ("!Ref Open", OPEN),
        ("!Ref OpenList", Unknown('parameter "OpenList" has no default')),
        ("!Ref Vpc", Ref('parameter "Vpc" has no default', "Parameters.Vpc")),
        ("!Ref Bucket", BUCKET),
        ("!Ref AWS::Region", REGION),
        ("!GetAtt Bucket.Arn", Ref("known after deployment: Bucket.Arn", "Bucket", "Arn")),
        ("Fn::GetAtt: [Bucket, Arn]", Ref("known after deployment: Bucket.Arn", "Bucket", "Arn")),
        ("Fn::GetAtt: [Bucket, !Ref Name]", Ref("known after deployment: Bucket.web", "Bucket", "web")),
        ("!Join ['-', [a, !Ref Name, !Ref Port]]", "a-web-8080"),
        ("!Join ['', []]", ""),
        ("!Join [',', !Ref Zones]", "a,b,c"),
        ("!Join [',', !Ref OpenList]", Unknown('parameter "OpenList" has no default')),
        ("!Join ['', [x, !Ref Bucket, y, z]]", Composite(BUCKET.why, ("x", BUCKET, "yz"))),
        ("!Join ['', [!Ref Bucket]]", BUCKET),
        ("!Join ['-', [!Ref Open, x, !Ref Open]]", Composite(OPEN.why, (OPEN, "-x-", OPEN))),
        ("!Select [1, [a, b]]", "b"),
        ("!Select ['1', !Ref Zones]", "b"),
        ("!Select [!Ref Empty2, [a]]", OPEN),
        ("!Select [1, [!Ref Open, b]]", "b"),
        ("!Select [0, !GetAZs '']", Unknown("the availability zones of the region are known at deployment")),
        ("!Split [',', 'a,b']", ["a", "b"]),
        ("!Select [1, !Split ['/', a/b/c]]", "b"),
        ("!Split [',', !Join [',', [!Ref Bucket, x]]]", [BUCKET, "x"]),
        ("!Split ['/', !Ref Bucket]", Unknown(BUCKET.why)),
        ("!Base64 hello", "hello"),
        ("Fn::Base64: !Sub 'name ${Name}'", "name web"),
        ("!Length [a, b]", 2),
        ("Fn::Length: !Ref Zones", 3),
        ("Fn::Length: !Ref OpenList", Unknown('parameter "OpenList" has no default')),
        ("Fn::Length: [!Ref Open]", 1),
        ("!Cidr [10.0.0.0/16, 3, 8]", ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]),
        ("!Cidr ['2001:db8::/56', '2', '64']", ["2001:db8::/64", "2001:db8:0:1::/64"]),
        ("!Cidr [!GetAtt Bucket.Cidr, 3, 8]", Unknown("known after deployment: Bucket.Cidr")),
        ("!ImportValue net-Vpc", Ref("exported by another stack as net-Vpc", "Fn::ImportValue", "net-Vpc")),
        (
            "Fn::ImportValue: !Sub '${Open}-Vpc'",
            Ref("exported by another stack as ${?}-Vpc", "Fn::ImportValue", "${?}-Vpc"),
        ),
        (
            "Fn::GetStackOutput: {StackName: net, OutputName: Vpc}",
            Ref("output Vpc of the stack net", "Fn::GetStackOutput", "net.Vpc"),
        ),
        ("Fn::ToJsonString: {a: [1, !Ref Name], b: null}", '{"a":[1,"web"],"b":null}'),
        (
            "Fn::ToJsonString: {a: !Ref Bucket}",
            Composite(BUCKET.why, ('{"a":"', BUCKET, '"}')),
        ),
        ("'{{resolve:ssm:/x:1}}'", "{{resolve:ssm:/x:1}}"),
        ("null", None),
        ("~", None),
        ("['a', null, !Ref AWS::NoValue, b]", ["a", None, "b"]),
        ("{a: 1, b: !Ref AWS::NoValue}", {"a": 1}),
        ("!Ref AWS::NoValue", None),
        ("{Ref: Name}", "web"),
        ("{Condition: {Bool: {x: y}}}", {"Condition": {"Bool": {"x": "y"}}}),
        ("{Version: 2012-10-17, Account: 012345678901}", {"Version": "2012-10-17", "Account": "012345678901"}),
    ],
)
def test_a_function_stands_for(tmp_path: Path, written: str, expected: Any) -> None:
    head = PARAMETERS + "  Empty2: {Type: String}\n"
    found = value(tmp_path, written, head)
    if written == "!Select [!Ref Empty2, [a]]":
        expected = Unknown('parameter "Empty2" has no default')

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("!Sub plain", "plain"),
        ("!Sub '${Name}-${Port}'", "web-8080"),
        ("!Sub '${Name}'", "web"),
        ("!Sub '${Port}'", 8080),
        ("!Sub '${Zones}'", ["a", "b", "c"]),
        ("!Sub '${!Literal} ${Name}'", "${Literal} web"),
        ("!Sub ['${x}/${Name}', {x: !Ref Port}]", "8080/web"),
        ("!Sub ['${Name}', {Name: mine}]", "mine"),
        ("!Sub '${Bucket}'", BUCKET),
        ("!Sub '${Open}'", OPEN),
        ("!Sub 'x${Open}'", Composite(OPEN.why, ("x", OPEN))),
        ("!Sub '${Bucket.Arn}/*'", Composite("known after deployment: Bucket.Arn", (
            Ref("known after deployment: Bucket.Arn", "Bucket", "Arn"), "/*"))),
        ("!Sub 'arn:${AWS::Region}:${Name}'", Composite(REGION.why, ("arn:", REGION, ":web"))),
        ("!Sub '${a}'", None),
        ("!Sub '$HOME ${} {x}'", None),
    ],
)  # fmt: skip
def test_a_substitution_stands_for(tmp_path: Path, written: str, expected: Any) -> None:
    if expected is None:
        found, why = doubted(tmp_path, written, PARAMETERS)
        assert isinstance(found, Unknown)
        assert "There is no parameter or resource" in why
    else:
        assert value(tmp_path, written, PARAMETERS) == expected


def test_full_forms_are_read_in_json_as_well(tmp_path: Path) -> None:
    template = """
    {
    \t"Parameters": {"Name": {"Type": "String", "Default": "web"}},
    \t"Resources": {
    \t\t"Bucket": {
    \t\t\t"Type": "AWS::S3::Bucket",
    \t\t\t"Properties": {"BucketName": {"Fn::Join": ["-", [{"Ref": "Name"}, {"Fn::Sub": "${Name}"}]]}}
    \t\t}
    \t}
    }
    """
    read = reading(tmp_path, template)

    bucket = by_address(read)["Bucket"]
    assert bucket.value == {"BucketName": "web-web"}
    assert (bucket.place.line, bucket.place.column, bucket.place.end_line) == (5, 3, 10)
    assert bucket.spots["BucketName"] == (7, 19)


MAPPINGS = """
Parameters:
  Open: {Type: String}
  Stage: {Type: String, Default: prod}
Mappings:
  Sizes:
    prod: {instance: large, disk: 10, zones: [a, b]}
    test: {instance: small, disk: 10, zones: [a]}
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("!FindInMap [Sizes, prod, instance]", "large"),
        ("!FindInMap [Sizes, !Ref Stage, zones]", ["a", "b"]),
        ("!FindInMap [Sizes, !Ref Open, disk]", 10),
        ("!FindInMap [!Ref Open, prod, disk]", 10),
        ("!FindInMap [Sizes, none, disk, {DefaultValue: 5}]", 5),
        ("!FindInMap [Sizes, prod, disk, {DefaultValue: 5}]", 10),
        ("!FindInMap [Sizes, !Ref Open, disk, {DefaultValue: 10}]", 10),
        ("!FindInMap [Sizes, !Ref Open, disk, {DefaultValue: 5}]", OPEN),
        ("!FindInMap [Sizes, !Ref Open, zones]", ["a", OPEN]),
        ("!FindInMap [Sizes, !Ref Open, instance]", Composite(OPEN.why, (OPEN,))),
        ("!FindInMap [Sizes, !Ref Open, nothing]", OPEN),
    ],
)
def test_a_look_up_stands_for(tmp_path: Path, written: str, expected: Any) -> None:
    assert value(tmp_path, written, MAPPINGS) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("!FindInMap [Sizes, prod, none]", "no entry Sizes/prod/none"),
        ("!FindInMap [Sizes]", "takes a map"),
        ("!Ref Nowhere", "no parameter or resource Nowhere"),
        ("!Ref [a]", "takes the name"),
        ("!GetAtt Nowhere.Arn", "no parameter or resource Nowhere"),
        ("!GetAtt Bucket", "takes a resource and an attribute"),
        ("!Select [5, [a]]", "no member 5"),
        ("!Select [-1, [a]]", "no member -1"),
        ("!Select [x, [a]]", "takes an index"),
        ("!Join [a]", "takes a separator"),
        ("!Join [',', text]", "takes a separator and a list"),
        ("!Split ['', text]", "takes a separator"),
        ("!Cidr [nonsense, 1, 1]", "cannot be made"),
        ("!Cidr [10.0.0.0/16, 1, 30]", "cannot be made"),
        ("!If [a, b]", "takes a condition"),
        ("!Length text", "takes a list"),
        ("!Sub [1, 2, 3]", "takes a text"),
        ("!Nothing x", "The function Fn::Nothing is not known"),
        ("Fn::Nothing: x", "The function Fn::Nothing is not known"),
        ("{'Fn::If': [a, b, c], Other: 1}", "stands beside other keys"),
        ("Fn::Transform: {Name: Mine}", "The transform Mine runs at deployment"),
        ("Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}", "The transform AWS::Include runs"),
    ],
)
def test_what_cannot_be_evaluated_is_unknown_and_told(tmp_path: Path, written: str, why: str) -> None:
    found, told = doubted(tmp_path, written, MAPPINGS)

    assert isinstance(found, Unknown) or isinstance(found.get("Any"), Unknown)
    assert why in told


def test_a_gap_says_where_and_about_what(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              Tags:
                - Key: a
                  Value: !Nothing b
        """,
    )

    (gap,) = read.gaps
    assert (gap.file, gap.line, gap.column, gap.about) == ("template.yaml", 7, 11, "Role/Tags/0/Value")


def test_a_mapping_that_a_transform_adds_to_may_have_any_key(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """
        Resources:
          Bucket:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: known
              Fn::Transform: {Name: AWS::Include}
        """,
    )

    bucket = by_address(read)["Bucket"]
    assert bucket.value.get("BucketName") == "known"
    assert isinstance(bucket.value.get("BucketEncryption"), Unknown)


def test_variables_of_a_tool_that_renders_templates_are_unknown(tmp_path: Path) -> None:
    found = value(tmp_path, "['${self:custom.name}-x', '${aws:username}', '${opt:stage}']")

    assert [type(item) for item in found] == [Composite, str, Composite]


def test_ssm_parameters_are_read_at_deployment(tmp_path: Path) -> None:
    found = value(tmp_path, "!Ref Image", PARAMETERS)

    assert isinstance(found, Ref)
    assert "/ami/latest" in found.why
    assert found.address == "Parameters.Image"


def test_the_same_name_that_is_missing_is_told_once(tmp_path: Path) -> None:
    _, why = doubted(tmp_path, "[!Ref Nowhere, !Sub '${Nowhere}', !GetAtt Nowhere.Arn]")

    assert "Nowhere" in why


def test_a_template_of_another_tool_keeps_unknown_functions_apart(tmp_path: Path) -> None:
    found = resources(tmp_path, "Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: '${x}'}}\n")

    assert found == {"A": {"BucketName": "${x}"}}
