"""What is emitted of a template: resources, parameters and outputs, with their places."""

from __future__ import annotations

import pickle
from pathlib import Path

from bartizan.core.truth import Ref, Unknown
from tests.collect.iac.cloudformation.templates import reading
from tests.collect.iac.planting import by_address

TEMPLATE = """\
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Password:
    Type: String
    NoEcho: true
    Default: hunter2

Rules:
  Ignored: {Assertions: [{Assert: {'Fn::Contains': [[a], !Ref Password]}}]}
Resources:

  # The data.
  Data:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Delete
    DependsOn: [Key]
    Metadata:
      checkov:
        skip:
          - id: CKV_AWS_18
            comment: "a test"
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt Key.Arn

  # The key.
  Key:
    Type: AWS::KMS::Key
  Bare: {Type: 'AWS::SNS::Topic'}
# Told to others.
Outputs:
  Name:
    Description: the name
    Value: !Ref Data
    Export: {Name: !Sub 'data-${Password}'}
"""


def test_resources_parameters_and_outputs_are_emitted_in_order(tmp_path: Path) -> None:
    read = reading(tmp_path, TEMPLATE)

    assert read.gaps == []
    assert [(resource.type, resource.address) for resource in read.resources] == [
        ("parameter", "Parameters.Password"),
        ("AWS::S3::Bucket", "Data"),
        ("AWS::KMS::Key", "Key"),
        ("AWS::SNS::Topic", "Bare"),
        ("output", "Outputs.Name"),
    ]


def test_properties_are_the_value_and_other_attributes_stand_beside_them(tmp_path: Path) -> None:
    found = by_address(reading(tmp_path, TEMPLATE))

    rule = {
        "ServerSideEncryptionByDefault": {
            "SSEAlgorithm": "aws:kms",
            "KMSMasterKeyID": Ref("known after deployment: Key.Arn", "Key", "Arn"),
        }
    }
    assert found["Data"].value == {
        "BucketEncryption": {"ServerSideEncryptionConfiguration": [rule]},
        "$DeletionPolicy": "Retain",
        "$UpdateReplacePolicy": "Delete",
        "$DependsOn": ["Key"],
        "$Metadata": {"checkov": {"skip": [{"id": "CKV_AWS_18", "comment": "a test"}]}},
    }
    assert found["Key"].value == {}
    assert found["Parameters.Password"].value == {"Type": "String", "NoEcho": True, "Default": "hunter2"}
    assert found["Outputs.Name"].value == {
        "Description": "the name",
        "Value": Ref("known after deployment: Data", "Data", "Ref"),
        "Export": {"Name": "data-hunter2"},
    }


def test_places_are_of_logical_ids_and_end_where_the_next_begins(tmp_path: Path) -> None:
    found = by_address(reading(tmp_path, TEMPLATE))

    places = {address: (r.place.line, r.place.column, r.place.end_line) for address, r in found.items()}
    assert places == {
        "Parameters.Password": (3, 3, 6),
        "Data": (13, 3, 28),
        "Key": (31, 3, 32),
        "Bare": (33, 3, 33),
        "Outputs.Name": (36, 3, 39),
    }


def test_spots_are_relative_to_the_properties(tmp_path: Path) -> None:
    found = by_address(reading(tmp_path, TEMPLATE))

    spots = found["Data"].spots
    default = "BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault"
    assert spots["BucketEncryption"] == (24, 7)
    assert spots[f"{default}/SSEAlgorithm"] == (27, 15)
    assert spots["$DeletionPolicy"] == (15, 5)
    assert spots["$Metadata/checkov/skip/0/comment"] == (22, 13)
    assert found["Data"].locate(f"{default}/None").line == 26
    assert found["Outputs.Name"].spots["Export"] == (39, 5)


def test_aliases_and_merges_keep_their_places(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Resources:
          A:
            Type: AWS::S3::Bucket
            Properties: &common
              AccessControl: Private
          B:
            Type: AWS::S3::Bucket
            Properties:
              <<: *common
              BucketName: b
        """,
    )

    found = by_address(read)["B"]
    assert found.value == {"AccessControl": "Private", "BucketName": "b"}
    assert found.spots["AccessControl"] == (5, 7)
    assert (found.place.line, found.place.end_line) == (6, 10)


def test_a_module_and_a_macro_are_gaps(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Transform: [AWS::LanguageExtensions, Mine, {Name: AWS::Include, Parameters: {Location: s3://a/b}}]
        Resources:
          A: {Type: Org::Net::Vpc::MODULE}
          B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref MadeByMine}}
        """,
    )

    assert sorted((gap.about, gap.line) for gap in read.gaps) == [("", 1), ("", 1), ("A", 3)]
    assert isinstance(by_address(read)["B"].value["BucketName"], Ref)


def test_the_template_of_a_stack_set_is_a_gap(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Resources:\n  S:\n    Type: AWS::CloudFormation::StackSet\n    Properties: {TemplateURL: 'https://x/y.yaml'}\n",
    )

    (gap,) = read.gaps
    assert (gap.line, gap.about) == (4, "S/Properties")
    assert by_address(read)["S"].value == {"TemplateURL": "https://x/y.yaml"}


def test_a_reading_can_be_handed_from_process_to_process(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        TEMPLATE + "  Odd: {Value: {known: 1, 'Fn::Transform': {Name: Mine}}}\n",
    )

    copy = pickle.loads(pickle.dumps(read))

    assert copy == read
    assert isinstance(by_address(copy)["Outputs.Odd"].value["Value"].get("more"), Unknown)


def test_a_transform_within_resources_is_a_gap_of_the_whole_file(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Resources:\n  Fn::Transform: {Name: AWS::Include}\n  A: {Type: AWS::S3::Bucket}\n",
    )

    (gap,) = read.gaps
    assert (gap.about, gap.line) == ("", 2)
    assert [resource.address for resource in read.resources] == ["A"]


def test_properties_that_are_not_known_may_be_any(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        """\
        Parameters: {Open: {Type: String}}
        Conditions: {Maybe: !Equals [!Ref Open, x]}
        Resources:
          A:
            Type: AWS::S3::Bucket
            Properties: !If [Maybe, {BucketName: a, Tags: []}, {BucketName: a}]
          B:
            Type: AWS::S3::Bucket
            Properties: !If [Maybe, {BucketName: a}, !Ref AWS::NoValue]
        """,
    )

    found = by_address(read)
    assert found["A"].value["BucketName"] == "a"
    assert isinstance(found["A"].value["Tags"], Unknown)
    assert isinstance(found["B"].value.get("AccessControl"), Unknown)
