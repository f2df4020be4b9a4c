"""Google Cloud secrets."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.gcp.iam_grant import EVERYONE
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Secret(
    Resource,
    DataStore,
    kind="gcp.secretmanager.secret",
    identifier="//secretmanager.googleapis.com/projects/{project}/secrets/{name}",
):
    """A value that only those who need it should have."""

    name = Text("Its name.")
    literal = Flag("A version has its value written in the source.")
    public = Flag("A grant on it goes to everyone.")


FROM_TERRAFORM = Source(
    of=Secret,
    each=Block("google_secret_manager_secret"),
    reads={
        Secret.tags: LABELS,
        Secret.project: "project",
        Secret.name: "secret_id",
        Secret.literal: Beside(
            types="google_secret_manager_secret_version",
            on="secret",
            read="length([?type(secret_data) == 'string']) > `0`",
            all=True,
            none=False,
        ),
        Secret.public: Beside(
            types=(
                "google_secret_manager_secret_iam_member",
                "google_secret_manager_secret_iam_binding",
            ),
            on="secret_id",
            read=EVERYONE,
            all=True,
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "google_secret_manager_secret" "a" {
  secret_id = "db"
}
""",
            gives=Secret("google_secret_manager_secret.a", name="db", literal=False, public=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "google_secret_manager_secret" "a" {
  project = "shop"
  secret_id = "db"
}

resource "google_secret_manager_secret_version" "a" {
  secret      = google_secret_manager_secret.a.id
  secret_data = "hunter2"
}

resource "google_secret_manager_secret_iam_binding" "a" {
  secret_id = google_secret_manager_secret.a.id
  role      = "roles/secretmanager.secretAccessor"
  members   = ["allAuthenticatedUsers"]
}
""",
            gives=Secret("google_secret_manager_secret.a", project="shop", name="db", literal=True, public=True),
        ),
    ],
)
