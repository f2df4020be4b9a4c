"""Which files are templates, and which templates are read as parts of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.collect.iac.cloudformation import FORMAT
from bartizan.collect.iac.cloudformation.recognise import is_template
from tests.collect.iac.planting import plant

TEMPLATES = {
    "version": "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
    "version in quotes": "\"AWSTemplateFormatVersion\": '2010-09-09'\n",
    "resources": "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n",
    "resources in one line": "Resources: {Bucket: {Type: 'AWS::S3::Bucket'}}\n",
    "custom resource": 'Resources:\n  Mine:\n    Type: "Custom::Mine"\n',
    "skill": "Resources:\n  Mine:\n    Type: Alexa::ASK::Skill\n",
    "serverless": "Transform: AWS::Serverless-2016-10-31\n",
    "serverless in a list": "Transform:\n  - AWS::Serverless-2016-10-31\n",
    "comments first": "# (c)\n\n---\n# more\nDescription: x\nResources:\n  A:\n    Type: AWS::EC2::VPC\n",
    "all indented": "  Resources:\n    A:\n      Type: AWS::EC2::VPC\n",
    "windows lines": "AWSTemplateFormatVersion: 2010-09-09\r\nResources:\r\n  A:\r\n    Type: AWS::EC2::VPC\r\n",
    "json": json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}),
    "synthesised": json.dumps({"Resources": {"A": {"Type": "AWS::S3::Bucket"}}, "Rules": {}}, indent=1),
    "json of one line": '{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}',
    "templated": "{% if x %}\nAWSTemplateFormatVersion: '2010-09-09'\n{% endif %}\n",
}
OTHERS = {
    "kubernetes": (
        "apiVersion: v1\nkind: ConfigMap\ndata:\n  t: |\n    AWSTemplateFormatVersion: x\n"
        "    Resources:\n      A:\n        Type: AWS::S3::Bucket\n"
    ),
    "compose": "services:\n  web:\n    image: x\n    environment:\n      ROLE: AWS::Role\n",
    "openapi": "openapi: 3.0.0\nResources:\n  Type: AWS::X\n",
    "plan": json.dumps({"format_version": "1.2", "Resources": {"Type": "AWS::X"}, "AWSTemplateFormatVersion": "x"}),
    "nested text": json.dumps({"body": json.dumps({"AWSTemplateFormatVersion": "x"})}),
    "nested object": json.dumps({"TemplateBody": {"AWSTemplateFormatVersion": "x"}}),
    "serverless framework": "service: x\nprovider: a\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n",
    "type schema": json.dumps({"typeName": "AWS::S3::Bucket", "properties": {}}),
    "resources of something else": "Resources:\n  A:\n    Type: Microsoft.Storage\nNote: see AWS::S3\n",
    "nothing": "",
    "binary": "\0\1\2AWS::",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_recognised_by_how_it_begins(name: str) -> None:
    assert is_template(TEMPLATES[name].encode())


@pytest.mark.parametrize("name", OTHERS)
def test_files_of_other_formats_are_not_claimed(name: str) -> None:
    assert not is_template(OTHERS[name].encode())


def test_a_template_in_utf_16_or_behind_a_byte_order_mark_is_recognised() -> None:
    text = TEMPLATES["version"]

    assert is_template(text.encode("utf-16"))
    assert is_template(b"\xef\xbb\xbf" + text.encode())


def test_files_are_claimed_by_name_and_content(tmp_path: Path) -> None:
    template, json_template = TEMPLATES["resources"], TEMPLATES["json"]
    tree = plant(
        tmp_path,
        {
            "a.yaml": template,
            "b.YML": template,
            "c.template": json_template,
            "cdk.out/App.template.json": json_template,
            "d.txt": template,
            "values.yaml": OTHERS["compose"],
        },
    )

    found = list(FORMAT.units(tree))

    assert [unit.root for unit in found] == ["a.yaml", "b.YML", "c.template", "cdk.out/App.template.json"]
    assert all(unit.format == FORMAT.id == "cloudformation" and unit.files == (unit.root,) for unit in found)


def test_resources_may_come_after_what_is_looked_at_first(tmp_path: Path) -> None:
    mappings = "Mappings:\n  M:\n" + "".join(f"    k{n}: {{value: something long enough}}\n" for n in range(3000))
    tree = plant(
        tmp_path,
        {
            "late.yaml": mappings + TEMPLATES["resources"],
            "other.yaml": "services: {}\n" + mappings + TEMPLATES["resources"],
            "none.yaml": mappings,
        },
    )

    assert [unit.root for unit in FORMAT.units(tree)] == ["late.yaml"]


NESTING = "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: {}\n"


def test_a_nested_template_belongs_to_its_parent(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "main.yaml": NESTING.format("./nested/one.yaml"),
            "nested/one.yaml": NESTING.format("'two.yaml'"),
            "nested/two.yaml": TEMPLATES["resources"],
            "nested/alone.yaml": TEMPLATES["resources"],
            "commented.yaml": TEMPLATES["resources"] + "#      TemplateURL: nested/alone.yaml\n",
        },
    )

    found = {unit.root: unit.files for unit in FORMAT.units(tree)}

    assert found == {
        "commented.yaml": ("commented.yaml",),
        "main.yaml": ("main.yaml", "nested/one.yaml", "nested/two.yaml"),
        "nested/alone.yaml": ("nested/alone.yaml",),
    }


def test_templates_nested_in_a_circle_are_still_read(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": NESTING.format("b.yaml"), "b.yaml": NESTING.format("a.yaml")})

    (unit,) = FORMAT.units(tree)

    assert unit.files == ("a.yaml", "b.yaml")


def test_a_nested_template_outside_of_the_tree_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(TEMPLATES["resources"])
    tree = plant(tmp_path / "scanned", {"a.yaml": NESTING.format("../other.yaml")})

    (unit,) = FORMAT.units(tree)

    assert unit.files == ("a.yaml",)


def test_a_file_that_went_away_is_not_claimed(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a.yaml": TEMPLATES["resources"]})
    (tmp_path / "a.yaml").unlink()

    assert list(FORMAT.units(tree)) == []
