"""Google Cloud folders, groups, and the settings of the Terraform provider."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Beside, Block, Fixed, Shown, Source


class Folder(Asset, kind="gcp.folder", identifier="//cloudresourcemanager.googleapis.com/{name}"):
    """Holds projects and other folders."""

    name = Text("Its name: `folders/12`; given when it is made.")
    parent = Text("What it is in: `organizations/1`, `folders/2`.")
    policy_seen = Flag("Its allow policy was read.")


class Organization(Asset, kind="gcp.organization", identifier="//cloudresourcemanager.googleapis.com/{name}"):
    """Everything that a company has in Google Cloud."""

    name = Text("Its name: `organizations/1`.")
    policy_seen = Flag("Its allow policy was read.")


class Group(Asset, kind="gcp.identity.group"):
    """People and service accounts that are granted rights together."""

    email = Text("Its address.")
    members = Many("Addresses of those in it.")


class Provider(Asset, kind="gcp.provider"):
    """What Terraform takes for granted where a resource does not say it."""

    project = Text("The project of resources that name none.")
    default_tags = Many("Labels of every resource that does not set them itself, each as `key=value`.")


FROM_TERRAFORM = Source(
    of=Folder,
    each=Block("google_folder"),
    names=("name",),
    reads={
        Folder.name: "name",
        Folder.parent: "parent",
        Folder.policy_seen: Fixed(True, "What is declared counts as all that is granted."),
    },
    shows=[
        Shown(
            text="""
resource "google_folder" "a" {
  display_name = "shops"
  parent       = "organizations/1"
}
""",
            gives=Folder("google_folder.a", name=None, parent="organizations/1", policy_seen=True),
        ),
        Shown(
            text="""
{"version": 4, "terraform_version": "1.9.0", "resources": [{"mode": "managed", "type": "google_folder", "name": "a",
 "instances": [{"attributes": {"name": "folders/12", "display_name": "shops", "parent": "organizations/1"}}]}]}
""",
            file="main.tfstate",
            gives=Folder("google_folder.a", name="folders/12", parent="organizations/1"),
        ),
    ],
)


FOLDER_FROM_EXPORT = Source(
    of=Folder,
    each=Block("gcloud/folder"),
    names=("name",),
    reads={Folder.name: "name", Folder.parent: "parent", Folder.policy_seen: "policySeen"},
    shows=[
        Shown(
            file="folders.json",
            text="""
[{"name": "folders/12", "displayName": "shops", "parent": "organizations/1", "state": "ACTIVE"}]
""",
            gives=Folder(
                "//cloudresourcemanager.googleapis.com/folders/12",
                name="folders/12",
                parent="organizations/1",
                policy_seen=False,
            ),
        ),
    ],
)


ORGANIZATION_FROM_TERRAFORM = Source(
    of=Organization,
    each=Block("data.google_organization"),
    names=("name",),
    reads={
        Organization.policy_seen: Fixed(True, "What is declared counts as all that is granted."),
        Organization.name: "name || organization && join('', ['organizations/', replace(organization, 'organizations/', '')])",
    },
    shows=[
        Shown(
            text="""
data "google_organization" "a" {
  organization = "1"
}
""",
            gives=Organization("data.google_organization.a", name="organizations/1", policy_seen=True),
        ),
    ],
)


ORGANIZATION_FROM_EXPORT = Source(
    of=Organization,
    each=Block("gcloud/organization"),
    names=("name",),
    reads={Organization.name: "name", Organization.policy_seen: "policySeen"},
    shows=[
        Shown(
            file="organizations.json",
            text="""
[{"name": "organizations/1", "displayName": "shop.example", "state": "ACTIVE"}]
""",
            gives=Organization(
                "//cloudresourcemanager.googleapis.com/organizations/1", name="organizations/1", policy_seen=False
            ),
        ),
    ],
)


GROUP_FROM_TERRAFORM = Source(
    of=Group,
    each=Block("google_cloud_identity_group"),
    reads={
        Group.email: "group_key[0].id",
        Group.members: Beside(
            types="google_cloud_identity_group_membership",
            on="group",
            read="[].[preferred_member_key, member_key][][].id",
            all=True,
            none=frozenset(),
        ),
    },
    shows=[
        Shown(
            text="""
resource "google_cloud_identity_group" "a" {
  parent = "customers/c1"
  group_key {
    id = "ops@shop.example"
  }
  labels = {}
}

resource "google_cloud_identity_group_membership" "a" {
  group = google_cloud_identity_group.a.id
  preferred_member_key {
    id = "ann@shop.example"
  }
  roles {
    name = "MEMBER"
  }
}
""",
            gives=Group(
                "google_cloud_identity_group.a", email="ops@shop.example", members=frozenset({"ann@shop.example"})
            ),
        ),
    ],
)


GROUP_FROM_EXPORT = Source(
    of=Group,
    each=Block("gcloud/group"),
    reads={Group.email: "email", Group.members: "members"},
    shows=[
        Shown(
            file="groups.json",
            text="""
[{"name": "groups/01abc", "parent": "customers/c1", "groupKey": {"id": "ops@shop.example"}},
 {"name": "groups/01abc/memberships/1", "type": "USER", "roles": [{"name": "MEMBER"}],
  "preferredMemberKey": {"id": "ann@shop.example"}}]
""",
            gives=Group("group:ops@shop.example", email="ops@shop.example", members=frozenset({"ann@shop.example"})),
        ),
    ],
)


PROVIDER_FROM_TERRAFORM = Source(
    of=Provider,
    each=Block("provider.google", "provider.google-beta"),
    reads={
        Provider.project: "project",
        Provider.default_tags: "entries(default_labels)[].join('=', [key, value])",
    },
    shows=[
        Shown(
            text="""
provider "google" {
  project        = "shop"
  default_labels = { env = "prod" }
}
""",
            gives=Provider("provider.google", project="shop", default_tags=frozenset({"env=prod"})),
        ),
    ],
)
