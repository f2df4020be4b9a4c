"""Custom roles of Google Cloud."""

from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Many, Text
from bartizan.core.source import Block, Shown, Source


class CustomRole(Resource, kind="gcp.iam.role", identifier="//iam.googleapis.com/projects/{project}/roles/{role_id}"):
    """Permissions under a name of one's own."""

    role_id = Text("The last part of its name.")
    organization = Text("Number of the organisation it is defined in; not set for a role of a project.")
    permissions = Many("What it permits: `storage.objects.get`.")
    disabled = Flag("It gives nothing to those it is granted to.")


FROM_TERRAFORM = Source(
    of=CustomRole,
    each=Block("google_project_iam_custom_role", "google_organization_iam_custom_role"),
    names=("name",),
    reads={
        CustomRole.project: "project",
        CustomRole.role_id: "role_id",
        CustomRole.organization: "org_id",
        CustomRole.permissions: "permissions",
        CustomRole.disabled: "not_null(stage, 'GA') == 'DISABLED'",
    },
    shows=[
        Shown(
            text="""
resource "google_project_iam_custom_role" "a" {
  project     = "shop"
  role_id     = "deployer"
  title       = "Deployer"
  permissions = ["run.services.update", "iam.serviceAccounts.actAs"]
}
""",
            gives=CustomRole(
                "google_project_iam_custom_role.a",
                project="shop",
                role_id="deployer",
                organization=None,
                permissions=frozenset({"run.services.update", "iam.serviceAccounts.actAs"}),
                disabled=False,
            ),
        ),
        Shown(
            text="""
resource "google_organization_iam_custom_role" "a" {
  org_id      = "12"
  role_id     = "reader"
  title       = "Reader"
  stage       = "DISABLED"
  permissions = []
}
""",
            gives=CustomRole(
                "google_organization_iam_custom_role.a", organization="12", permissions=frozenset(), disabled=True
            ),
        ),
    ],
)


FROM_EXPORT = Source(
    of=CustomRole,
    each=Block("gcloud/role"),
    names=("name",),
    reads={
        CustomRole.project: "starts_with(name, 'projects/') && split(name, '/')[1] || `null`",
        CustomRole.role_id: "split(name, '/')[-1]",
        CustomRole.organization: "starts_with(name, 'organizations/') && split(name, '/')[1] || `null`",
        CustomRole.permissions: "includedPermissions",
        CustomRole.disabled: "not_null(stage, 'GA') == 'DISABLED' || flag(not_null(deleted, `false`))",
    },
    shows=[
        Shown(
            file="role.json",
            text="""
{"name": "projects/shop/roles/deployer", "title": "Deployer", "stage": "GA", "etag": "BwX=",
 "includedPermissions": ["run.services.update"]}
""",
            gives=CustomRole(
                "//iam.googleapis.com/projects/shop/roles/deployer",
                project="shop",
                role_id="deployer",
                permissions=frozenset({"run.services.update"}),
                disabled=False,
            ),
        ),
        Shown(
            file="role.json",
            text="""
{"name": "organizations/12/roles/reader", "title": "Reader", "stage": "DISABLED", "etag": "BwX=",
 "includedPermissions": ["storage.objects.get"]}
""",
            gives=CustomRole("//iam.googleapis.com/organizations/12/roles/reader", organization="12", disabled=True),
        ),
    ],
)
