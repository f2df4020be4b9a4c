"""Google BigQuery datasets and tables."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.gcp.iam_grant import EVERYONE
from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Dataset(
    Resource,
    DataStore,
    kind="gcp.bigquery.dataset",
    identifier="//bigquery.googleapis.com/projects/{project}/datasets/{name}",
):
    """A set of tables."""

    name = Text("Its name.")
    public_access = Flag("An access entry is for everyone.")
    public_grant = Flag("A grant on it goes to everyone.")
    key = Link(Key, "The customer-managed key that encrypts new tables.")


class Table(DataStore, kind="gcp.bigquery.table"):
    """Rows and columns of data."""

    dataset = Link(Dataset, "The dataset it is part of.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    deletion_protected = Flag("Terraform refuses to delete it.")


FROM_TERRAFORM = Source(
    of=Dataset,
    each=Block("google_bigquery_dataset"),
    names=("dataset_id",),
    reads={
        Dataset.tags: LABELS,
        Dataset.project: "project",
        Dataset.name: "dataset_id",
        Dataset.public_access: "contains(not_null(access[].special_group, `[]`), 'allAuthenticatedUsers') || contains(not_null(access[].iam_member, `[]`), 'allUsers')",
        Dataset.public_grant: Beside(
            types=(
                "google_bigquery_dataset_iam_member",
                "google_bigquery_dataset_iam_binding",
            ),
            on="dataset_id",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Dataset.key: "default_encryption_configuration[0].kms_key_name",
    },
    shows=[
        Shown(
            text="""
resource "google_bigquery_dataset" "a" {
  dataset_id = "d"
}
""",
            gives=Dataset(
                "google_bigquery_dataset.a",
                name="d",
                public_access=False,
                public_grant=False,
                key=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "google_kms_crypto_key" "k" {
  name     = "k"
  key_ring = "ring"
}

resource "google_bigquery_dataset" "a" {
  project = "shop"
  dataset_id = "d"
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
  default_encryption_configuration {
    kms_key_name = google_kms_crypto_key.k.id
  }
}

resource "google_bigquery_dataset_iam_member" "a" {
  dataset_id = google_bigquery_dataset.a.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = "allUsers"
}
""",
            gives=Dataset(
                "google_bigquery_dataset.a",
                project="shop",
                name="d",
                public_access=True,
                public_grant=True,
                key=frozenset({"google_kms_crypto_key.k"}),
            ),
        ),
    ],
)


TABLE_FROM_TERRAFORM = Source(
    of=Table,
    each=Block("google_bigquery_table"),
    reads={
        Table.tags: LABELS,
        Table.dataset: "dataset_id",
        Table.key: "encryption_configuration[0].kms_key_name",
        Table.deletion_protected: "flag(not_null(deletion_protection, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "google_bigquery_table" "a" {
  dataset_id = "other"
  table_id   = "t"
}
""",
            gives=Table("google_bigquery_table.a", key=frozenset(), deletion_protected=True, tags=frozenset()),
        ),
        Shown(
            text="""
resource "google_kms_crypto_key" "k" {
  name     = "k"
  key_ring = "ring"
}

resource "google_bigquery_dataset" "d" {
  dataset_id = "d"
}

resource "google_bigquery_table" "a" {
  dataset_id          = google_bigquery_dataset.d.dataset_id
  table_id            = "t"
  deletion_protection = false
  encryption_configuration {
    kms_key_name = google_kms_crypto_key.k.id
  }
}
""",
            gives=Table(
                "google_bigquery_table.a",
                dataset=frozenset({"google_bigquery_dataset.d"}),
                key=frozenset({"google_kms_crypto_key.k"}),
                deletion_protected=False,
            ),
        ),
    ],
)
