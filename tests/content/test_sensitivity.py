"""Every class of data is held to what must be true of all of them, and tags are read in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app import catalog
from bartizan.app.attack.classifying import classes
from bartizan.content.kinds.data_store import DataStore
from bartizan.core.kind import Asset
from bartizan.core.sensitivity import Sensitivity, told_by_name, told_by_tag, words
from tests.content.trial import read

KINDS = [kind for kind in catalog.kinds().values() if issubclass(kind, DataStore)]


@pytest.mark.parametrize("of", list(classes().values()), ids=lambda of: of.id)
def test_a_class_is_well_formed(of: Sensitivity) -> None:
    assert of.because.endswith(".")
    assert not of.title.endswith(".")
    assert 0 <= of.weight <= 1
    assert of.words or of.tags or of.kept
    assert all(each == each.lower() for each in (*of.words, *of.unless, *of.tags))


@pytest.mark.parametrize("of", list(classes().values()), ids=lambda of: of.id)
def test_a_class_is_told_by_its_own_words_and_not_by_what_means_something_else(of: Sensitivity) -> None:
    assert all(told_by_name(of, phrase) for phrase in of.words)
    assert not any(told_by_name(of, phrase) for phrase in of.unless)
    assert all(told_by_tag(of, f"data-classification={value}") for value in of.tags)


def test_a_class_is_named_as_its_file() -> None:
    for module, of in catalog.declared("sensitivity", Sensitivity):
        assert module.__name__.rpartition(".")[2] == of.id.replace("-", "_")
        assert (module.__doc__ or "").startswith(f"{of.title}."), module.__name__


def test_every_cloud_has_its_stores() -> None:
    """A kind that keeps data is a data store: at least so many in each provider."""
    known = {name: sum(kind.kind.startswith(f"{name}.") for kind in KINDS) for name in ("aws", "azure", "gcp")}

    assert known["aws"] >= 28, known
    assert known["azure"] >= 18, known
    assert known["gcp"] >= 8, known


def test_every_store_has_tags_and_what_it_holds() -> None:
    for kind in KINDS:
        assert not kind.attributes["tags"].derived, kind.kind
        assert kind.attributes["holds"].derived, kind.kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ShopCustomerData", ("shop", "customer", "data")),
        ("shop_customers-v2", ("shop", "customer", "v", "2")),
        ("HTTPLogs", ("http", "log")),
        ("addresses status class", ("addresse", "status", "class")),
        ("companies", ("company",)),
        ("", ()),
    ],
)
def test_names_are_cut_into_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


TAGGED = {
    "main.tf": """
variable "owner" {}
resource "aws_s3_bucket" "a" {
  bucket = "a"
  tags   = { DataClass = "pii", Owner = var.owner }
}
resource "aws_db_instance" "a" {
  instance_class = "db.t4g.micro"
  tags           = { DataClass = "pii" }
}
resource "azurerm_storage_account" "a" {
  name = "a"
  tags = { DataClass = "pii" }
}
resource "azurerm_mssql_database" "a" {
  name = "a"
  tags = { DataClass = "pii" }
}
resource "google_storage_bucket" "a" {
  name   = "a"
  labels = { dataclass = "pii" }
}
resource "google_sql_database_instance" "a" {
  settings {
    user_labels = { dataclass = "pii" }
  }
}
""",
    "template.yaml": """
Resources:
  Bucket: {Type: "AWS::S3::Bucket", Properties: {Tags: [{Key: DataClass, Value: pii}]}}
  Parameter: {Type: "AWS::SSM::Parameter", Properties: {Type: String, Value: x, Tags: {DataClass: pii}}}
  Pool: {Type: "AWS::Cognito::UserPool", Properties: {UserPoolTags: {DataClass: pii}}}
  Vault: {Type: "AWS::Backup::BackupVault", Properties: {BackupVaultName: v, BackupVaultTags: {DataClass: pii}}}
  Files: {Type: "AWS::EFS::FileSystem", Properties: {FileSystemTags: [{Key: DataClass, Value: pii}]}}
  Global:
    Type: AWS::DynamoDB::GlobalTable
    Properties: {Replicas: [{Region: eu-west-1, Tags: [{Key: DataClass, Value: pii}]}]}
""",
    "manifest.yaml": """
apiVersion: v1
kind: Secret
metadata:
  name: a
  labels: {dataclass: pii}
  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":{"password":"hunter2"}}'}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: a, annotations: {DataClass: pii}}
""",
}


def test_tags_are_read_in_every_language(tmp_path: Path) -> None:
    for name, text in TAGGED.items():
        (tmp_path / name).write_text(text, "utf-8")

    stores: list[Asset] = [asset for asset in read(tmp_path) if isinstance(asset, DataStore)]

    assert len(stores) == 14, sorted(store.id for store in stores)
    for store in stores:
        assert "pii" in str(store.read("tags")), store.id
        assert "hunter2" not in str(store.read("tags")), store.id
