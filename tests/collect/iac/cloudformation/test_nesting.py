"""Stacks within stacks: parameters go in, outputs come out, places say which way they were reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.collect.iac.cloudformation import FORMAT
from bartizan.core.place import Place
from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.cloudformation.templates import reading
from tests.collect.iac.planting import by_address, plant, read_all

PARENT = """\
Parameters:
  Stage: {Type: String, Default: prod}
  Open: {Type: String}
Resources:
  App:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./app.yaml
      Parameters:
        Vpc: !GetAtt Net.Outputs.VpcId
        Subnets: !Join [',', [!GetAtt Net.Outputs.SubnetId, subnet-2]]
        Stage: !Ref Stage
        Secret: !Ref Open
  Net:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: net.yaml
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub '${Net.Outputs.Name}-bucket'
"""
NET = """\
Resources:
  Vpc: {Type: AWS::EC2::VPC}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
Outputs:
  VpcId: {Value: !Ref Vpc}
  SubnetId: {Value: !Ref Subnet}
  Name: {Value: net}
"""
APP = """\
Parameters:
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Stage: {Type: String, Default: test}
  Secret: {Type: String, Default: none}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      Subnets: !Ref Subnets
      Name: !If [IsProd, production, other]
      Secret: !Ref Secret
      Self: !GetAtt Group.GroupId
      Stack: !Ref AWS::StackName
"""


def test_a_nested_stack_is_read_with_the_parameters_it_is_given(tmp_path: Path) -> None:
    read = reading(tmp_path, PARENT, app_yaml=APP, net_yaml=NET)

    found = by_address(read)
    group = found["App.Group"]
    assert read.gaps == []
    assert group.value == {
        "VpcId": Ref("known after deployment: Net.Vpc", "Net.Vpc", "Ref"),
        "Subnets": [Ref("known after deployment: Net.Subnet", "Net.Subnet", "Ref"), "subnet-2"],
        "Name": "production",
        "Secret": Unknown('parameter "Open" has no default'),
        "Self": Ref("known after deployment: App.Group.GroupId", "App.Group", "GroupId"),
        "Stack": Ref("AWS::StackName is known at deployment", "App.AWS::StackName"),
    }
    assert found["Bucket"].value == {"BucketName": "net-bucket"}
    assert found["Net.Subnet"].value["VpcId"] == Ref("known after deployment: Net.Vpc", "Net.Vpc", "Ref")


def test_resources_of_a_nested_stack_tell_the_way_to_them(tmp_path: Path) -> None:
    read = reading(tmp_path, PARENT, app_yaml=APP, net_yaml=NET)

    place = by_address(read)["App.Group"].place
    assert (place.file, place.line, place.column, place.end_line) == ("app.yaml", 9, 3, 17)
    assert place.via == (Place("template.yaml", 5, 3, 13),)
    assert by_address(read)["App.Group"].locate("VpcId") == Place("app.yaml", 12, 7, via=place.via)


def test_stacks_are_nested_in_nested_stacks(tmp_path: Path) -> None:
    middle = "Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: net.yaml}\n"
    tree = plant(
        tmp_path,
        {
            "main.yaml": middle.replace("net.yaml", "deep/middle.yaml").replace("Inner", "Outer"),
            "deep/middle.yaml": middle,
            "deep/net.yaml": NET,
        },
    )

    read = read_all(FORMAT, tree)

    vpc = by_address(read)["Outer.Inner.Vpc"]
    assert [str(place) for place in vpc.place.via] == ["main.yaml:2:3", "deep/middle.yaml:2:3"]
    assert read.gaps == []


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("https://s3.amazonaws.com/b/net.yaml", "https://s3.amazonaws.com/b/net.yaml"),
        ("s3://b/net.yaml", "s3://b/net.yaml"),
        ("../net.yaml", "../net.yaml"),
        ("/etc/net.yaml", "/etc/net.yaml"),
        ("nowhere.yaml", "nowhere.yaml"),
        ("!Sub 'https://${Bucket}/net.yaml'", "https://${?}/net.yaml"),
        ("!Ref Bucket", "${?}"),
    ],
)
def test_a_template_that_is_elsewhere_is_a_gap_about_the_stack(tmp_path: Path, location: str, told: str) -> None:
    read = reading(
        tmp_path,
        f"Parameters: {{Bucket: {{Type: String}}}}\nResources:\n  Net:\n    Type: AWS::CloudFormation::Stack\n"
        f"    Properties:\n      TemplateURL: {location}\n"
        "  X: {Type: AWS::S3::Bucket, Properties: {BucketName: !GetAtt Net.Outputs.Name}}\n",
    )

    (gap,) = read.gaps
    found = by_address(read)
    assert (gap.about, gap.line) == ("Net", 3)
    assert f"({told})" in gap.why
    assert found["Net"].type == "AWS::CloudFormation::Stack"
    assert found["X"].value["BucketName"] == Ref("known after deployment: Net.Outputs.Name", "Net", "Outputs.Name")


def test_a_synthesised_template_names_its_nested_ones_in_its_metadata(tmp_path: Path) -> None:
    stack = {
        "Type": "AWS::CloudFormation::Stack",
        "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://", {"Ref": "AWS::URLSuffix"}]]}},
        "Metadata": {"aws:asset:path": "Nested.template.json", "aws:asset:property": "TemplateURL"},
    }
    child = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
    tree = plant(
        tmp_path,
        {
            "cdk.out/App.template.json": json.dumps({"Resources": {"Net": stack}}, indent=1),
            "cdk.out/Nested.template.json": json.dumps(child),
        },
    )

    read = read_all(FORMAT, tree)

    assert [resource.address for resource in read.resources] == ["Net", "Net.Queue"]
    assert read.gaps == []


def test_a_broken_nested_template_is_a_gap_about_the_stack(tmp_path: Path) -> None:
    read = reading(tmp_path, PARENT, app_yaml=APP, net_yaml="AWSTemplateFormatVersion: x\nResources: [\n")

    (gap,) = read.gaps
    assert (gap.file, gap.line, gap.about) == ("net.yaml", 3, "Net")
    assert by_address(read)["App.Group"].value["VpcId"].address == "Net"


def test_nested_templates_of_a_broken_parent_are_read_on_their_own(tmp_path: Path) -> None:
    read = reading(tmp_path, PARENT + "  Broken: [\n", app_yaml=APP, net_yaml=NET)

    (gap,) = read.gaps
    assert gap.file == "template.yaml"
    assert {"Group", "net.yaml.Vpc"} <= {resource.address for resource in read.resources}


def test_stacks_nested_in_a_circle_end(tmp_path: Path) -> None:
    stack = "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: %s}\n"
    read = reading(tmp_path, stack % "b.yaml", b_yaml=stack % "template.yaml")

    (gap,) = read.gaps
    assert "nested in itself" in gap.why
    assert {resource.address for resource in read.resources} == {"S", "S.S"}


def test_stacks_that_multiply_are_bounded(tmp_path: Path) -> None:
    """Each template nests the next one ten times: a billion stacks in nine files."""
    stack = "  S{n}: {{Type: 'AWS::CloudFormation::Stack', Properties: {{TemplateURL: {file}}}}}\n"
    files = {
        f"t{level}.yaml": "Resources:\n" + "".join(stack.format(n=n, file=f"t{level + 1}.yaml") for n in range(10))
        for level in range(9)
    }

    read = read_all(FORMAT, plant(tmp_path, files))

    assert len(read.resources) < 20_000
    assert read.gaps


def test_outputs_that_refer_to_each_other_in_a_circle_are_left_open(tmp_path: Path) -> None:
    stack = "  {}:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: c.yaml\n"
    both = stack.format("A") + "      Parameters: {P: !GetAtt B.Outputs.O}\n"
    both += stack.format("B") + "      Parameters: {P: !GetAtt A.Outputs.O}\n"
    child = "Parameters: {P: {Type: String}}\nResources:\n  X: {Type: AWS::S3::Bucket}\nOutputs: {O: {Value: !Ref P}}\n"

    read = reading(tmp_path, f"Resources:\n{both}", c_yaml=child)

    assert read.gaps == []
    assert by_address(read)["A.Outputs.O"].value["Value"] == Ref(
        "known after deployment: B.Outputs.O", "B", "Outputs.O"
    )


def test_a_stack_whose_condition_does_not_hold_is_not_there(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Conditions: {No: !Equals [a, b]}\n"
        + PARENT.replace("  Net:\n", "  Net:\n    Condition: No\n").replace("!Sub '${Net.Outputs.Name}-bucket'", "x"),
        app_yaml=APP,
        net_yaml=NET,
    )

    assert not [resource for resource in read.resources if resource.address.startswith("Net")]


def test_doubt_about_a_stack_is_doubt_about_what_is_in_it(tmp_path: Path) -> None:
    head = "Conditions: {Maybe: !Equals [!Ref Open, x]}\n"
    read = reading(
        tmp_path, head + PARENT.replace("  Net:\n", "  Net:\n    Condition: Maybe\n"), app_yaml=APP, net_yaml=NET
    )

    assert isinstance(by_address(read)["Net.Vpc"].doubt, Unknown)
    assert by_address(read)["App.Group"].doubt is None


def test_a_serverless_application_is_a_nested_stack(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Auth:
            Type: AWS::Serverless::Application
            Properties:
              Location: auth.yaml
              Parameters: {Domain: example.org}
          Shared:
            Type: AWS::Serverless::Application
            Properties:
              Location: {ApplicationId: 'arn:aws:x', SemanticVersion: 1.0.0}
        """,
        auth_yaml="""\
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters: {Domain: {Type: String}}
        Resources:
          Pool: {Type: AWS::Cognito::UserPool, Properties: {UserPoolName: !Sub 'pool-${Domain}-${AWS::Region}'}}
        """,
    )

    found = by_address(read)
    (gap,) = read.gaps
    assert gap.about == "Shared"
    assert found["Auth"].type == "AWS::CloudFormation::Stack"
    assert found["Serverless.Auth"].type == "AWS::Serverless::Application"
    region = Ref("AWS::Region is known at deployment", "AWS::Region")
    assert found["Auth.Pool"].value["UserPoolName"] == Composite(region.why, ("pool-example.org-", region))
