"""Google Cloud Storage buckets."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.gcp.iam_grant import EVERYONE
from bartizan.content.kinds.gcp.kms_key import Key
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Bucket(Resource, DataStore, kind="gcp.storage.bucket", identifier="//storage.googleapis.com/{name}"):
    """A container of objects, its name unique in the world."""

    name = Text("Its name.")
    prevents_public_access = Flag("Grants to everyone are refused.")
    uniform_access = Flag("Access is decided by IAM alone, without ACLs on objects.")
    public = Flag("A grant on it goes to everyone.")
    public_acl = Flag("An ACL lets everyone read it.")
    versioned = Flag("Old versions of objects are kept.")
    logged = Flag("Requests are logged to another bucket.")
    retains = Flag("Objects cannot be deleted for a time.")
    retention_locked = Flag("That time cannot be shortened.")
    receives_logs = Flag("A log sink writes to it.")
    key = Link(Key, "The customer-managed key that encrypts new objects.")


FROM_TERRAFORM = Source(
    of=Bucket,
    each=Block("google_storage_bucket"),
    names=("name",),
    reads={
        Bucket.tags: LABELS,
        Bucket.project: "project",
        Bucket.name: "name",
        Bucket.prevents_public_access: "not_null(public_access_prevention, 'inherited') == 'enforced'",
        Bucket.uniform_access: "flag(not_null(uniform_bucket_level_access, `false`))",
        Bucket.public: Beside(
            types=(
                "google_storage_bucket_iam_member",
                "google_storage_bucket_iam_binding",
            ),
            on="bucket",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Bucket.public_acl: Beside(
            types=("google_storage_bucket_access_control", "google_storage_default_object_access_control"),
            on="bucket",
            read="contains([].entity, 'allUsers') || contains([].entity, 'allAuthenticatedUsers')",
            all=True,
            none=False,
        ),
        Bucket.versioned: "flag(not_null(versioning[0].enabled, `false`))",
        Bucket.logged: "length(not_null(logging, `[]`)) > `0`",
        Bucket.retains: "length(not_null(retention_policy, `[]`)) > `0`",
        Bucket.retention_locked: "flag(not_null(retention_policy[0].is_locked, `false`))",
        Bucket.receives_logs: Beside(
            types=("google_logging_project_sink", "google_logging_organization_sink", "google_logging_folder_sink"),
            on="destination",
            read="`true`",
            none=False,
        ),
        Bucket.key: "encryption[0].default_kms_key_name",
    },
    shows=[
        Shown(
            text="""
resource "google_storage_bucket" "a" {
  name     = "shop-data"
  location = "EU"
}
""",
            gives=Bucket(
                "google_storage_bucket.a",
                name="shop-data",
                prevents_public_access=False,
                uniform_access=False,
                public=False,
                public_acl=False,
                versioned=False,
                logged=False,
                retains=False,
                retention_locked=False,
                receives_logs=False,
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

resource "google_storage_bucket" "a" {
  project = "shop"
  name                        = "shop-data"
  location                    = "EU"
  public_access_prevention    = "enforced"
  uniform_bucket_level_access = true
  versioning {
    enabled = true
  }
  logging {
    log_bucket = "logs"
  }
  retention_policy {
    is_locked        = true
    retention_period = 86400
  }
  encryption {
    default_kms_key_name = google_kms_crypto_key.k.id
  }
}

resource "google_storage_bucket_iam_member" "a" {
  bucket = google_storage_bucket.a.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_storage_default_object_access_control" "a" {
  bucket = google_storage_bucket.a.name
  role   = "READER"
  entity = "allUsers"
}

resource "google_logging_project_sink" "a" {
  name        = "all"
  destination = "storage.googleapis.com/${google_storage_bucket.a.id}"
}
""",
            gives=Bucket(
                "google_storage_bucket.a",
                project="shop",
                name="shop-data",
                prevents_public_access=True,
                uniform_access=True,
                public=True,
                public_acl=True,
                versioned=True,
                logged=True,
                retains=True,
                retention_locked=True,
                receives_logs=True,
                key=frozenset({"google_kms_crypto_key.k"}),
            ),
        ),
    ],
)
