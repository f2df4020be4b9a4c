"""Google Cloud KMS keys."""

from bartizan.content.kinds.gcp.iam_grant import EVERYONE
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Number, Text
from bartizan.core.source import Beside, Block, Shown, Source, Through


class Key(
    Resource,
    kind="gcp.kms.key",
    identifier="//cloudkms.googleapis.com/projects/{project}/locations/{region}/keyRings/{ring}/cryptoKeys/{name}",
):
    """A key whose material never leaves the service."""

    ring = Text("The key ring it is in, as it is written.")
    name = Text("Its name.")
    symmetric = Flag("It encrypts and decrypts; only such keys rotate by themselves.")
    rotation = Number("Seconds after which a new version is made.")
    public = Flag("A grant on it goes to everyone.")
    protected = Flag("Terraform refuses to destroy it.")


FROM_TERRAFORM = Source(
    of=Key,
    each=Block("google_kms_crypto_key"),
    reads={
        Key.project: Through(by="key_ring", read="project"),
        Key.ring: "key_ring",
        Key.name: "name",
        Key.symmetric: "not_null(purpose, 'ENCRYPT_DECRYPT') == 'ENCRYPT_DECRYPT'",
        Key.rotation: "to_number(replace(rotation_period, 's', ''))",
        Key.public: Beside(
            types=(
                "google_kms_crypto_key_iam_member",
                "google_kms_crypto_key_iam_binding",
            ),
            on="crypto_key_id",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Key.protected: "flag(not_null(lifecycle[0].prevent_destroy, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "google_kms_crypto_key" "a" {
  name     = "data"
  key_ring = "ring"
}
""",
            gives=Key(
                "google_kms_crypto_key.a",
                ring="ring",
                name="data",
                symmetric=True,
                rotation=None,
                public=False,
                protected=False,
            ),
        ),
        Shown(
            text="""
resource "google_kms_crypto_key" "a" {
  name            = "data"
  key_ring        = "ring"
  purpose         = "ASYMMETRIC_SIGN"
  rotation_period = "7776000s"
  lifecycle {
    prevent_destroy = true
  }
}

resource "google_kms_crypto_key_iam_member" "a" {
  crypto_key_id = google_kms_crypto_key.a.id
  role          = "roles/cloudkms.cryptoKeyEncrypter"
  member        = "allUsers"
}
""",
            gives=Key(
                "google_kms_crypto_key.a", name="data", symmetric=False, rotation=7776000, public=True, protected=True
            ),
        ),
        Shown(
            text="""
resource "google_kms_key_ring" "r" {
  name     = "ring"
  project  = "shop"
  location = "europe"
}

resource "google_kms_crypto_key" "a" {
  name     = "data"
  key_ring = google_kms_key_ring.r.id
}
""",
            gives=Key("google_kms_crypto_key.a", project="shop"),
        ),
    ],
)
