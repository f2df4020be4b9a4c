"""Google Cloud IAM grants."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Block, Shown, Source

EVERYONE = (
    "contains([].[member, members][][], 'allUsers') || contains([].[member, members][][], 'allAuthenticatedUsers')"
)
"""Whether one of several grants goes to everyone."""


class Grant(Asset, kind="gcp.iam.grant"):
    """A role given to members on a project, a folder, an organisation or a service account."""

    role = Text("The role that is given.")
    members = Many("To whom: `user:ann@shop.example`, `serviceAccount:...`, `allUsers`.")
    wide = Flag("It counts for a whole project, folder or organisation.")
    conditional = Flag("It holds only under a condition.")


FROM_TERRAFORM = Source(
    of=Grant,
    each=Block(
        "google_project_iam_member",
        "google_project_iam_binding",
        "google_folder_iam_member",
        "google_folder_iam_binding",
        "google_organization_iam_member",
        "google_organization_iam_binding",
        "google_service_account_iam_member",
        "google_service_account_iam_binding",
    ),
    reads={
        Grant.role: "role",
        Grant.members: "[member, members][] | [?@]",
        Grant.wide: "!service_account_id",
        Grant.conditional: "length(not_null(condition, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "google_project_iam_member" "a" {
  project = "shop"
  role    = "roles/viewer"
  member  = "user:ann@shop.example"
}
""",
            gives=Grant(
                "google_project_iam_member.a",
                role="roles/viewer",
                members=frozenset({"user:ann@shop.example"}),
                wide=True,
                conditional=False,
            ),
        ),
        Shown(
            text="""
resource "google_service_account_iam_binding" "a" {
  service_account_id = "web"
  role               = "roles/owner"
  members            = ["allUsers", "serviceAccount:web@shop.iam.gserviceaccount.com"]
  condition {
    title      = "soon"
    expression = "true"
  }
}
""",
            gives=Grant(
                "google_service_account_iam_binding.a",
                role="roles/owner",
                members=frozenset({"allUsers", "serviceAccount:web@shop.iam.gserviceaccount.com"}),
                wide=False,
                conditional=True,
            ),
        ),
    ],
)
