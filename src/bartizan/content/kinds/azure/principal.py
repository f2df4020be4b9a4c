"""Who can be given rights in Azure and Entra ID: users and groups; the other principals are further kinds of these."""

from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Principal(Asset):
    """Somebody or something that roles can be assigned to."""

    name = Text("Its name: a user principal name, a display name.")
    object_id = Text("Its id in the directory.")


class User(Principal, Actor, kind="azure.entra.user"):
    """A person, or an account made like one."""

    guest = Flag("Another tenant keeps the account, and decides how it signs in.")


class Group(Principal, kind="azure.entra.group"):
    """Principals who are given rights together."""

    members = Link(Principal, "Its direct members, as far as they are listed with it.")
    member_ids = Many("The ids of its direct members, as they are written.")
    owners = Link(Principal, "Who may change it, its members above all.")
    owner_ids = Many("The ids of its owners, as they are written.")
    assignable = Flag("Directory roles can be given to it; then few may change it.")
    dynamic = Flag("A rule says who is a member, nobody is added by hand.")


class GroupMember(Asset, kind="azure.entra.group-member"):
    """The fact that a principal is a member of a group."""

    group = Link(Group, "The group.")
    member = Link(Principal, "The member.")
    member_id = Text("The member's id in the directory.")


USER_FROM_TERRAFORM = Source(
    of=User,
    each=Block("azuread_user", "data.azuread_user"),
    names=("user_principal_name", "object_id"),
    reads={
        **ROUTES,
        User.name: "not_null(user_principal_name, display_name)",
        User.object_id: "object_id",
        User.guest: "contains(user_principal_name, '#EXT#')",
    },
    shows=[
        Shown(
            text="""
data "azuread_user" "a" {
  object_id           = "7a3f1c52-0000-4000-8000-000000000001"
  user_principal_name = "ann@shop.example"
}
""",
            gives=User(
                "data.azuread_user.a",
                name="ann@shop.example",
                object_id="7a3f1c52-0000-4000-8000-000000000001",
                guest=False,
            ),
        ),
    ],
)


USER_FROM_EXPORT = Source(
    of=User,
    each=Block("azure-export/user"),
    names=("id", "userPrincipalName"),
    reads={
        **ROUTES,
        User.name: "not_null(userPrincipalName, displayName)",
        User.object_id: "id",
        User.guest: "userType && userType == 'Guest' || contains(not_null(userPrincipalName, ''), '#EXT#')",
    },
    shows=[
        Shown(
            text="""
[{"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example", "displayName": "Ann",
  "userType": "Member"}]
""",
            file="users.json",
            gives=User(
                "7a3f1c52-0000-4000-8000-000000000001",
                guest=False,
                name="ann@shop.example",
                object_id="7a3f1c52-0000-4000-8000-000000000001",
            ),
        ),
    ],
)


GROUP_FROM_TERRAFORM = Source(
    of=Group,
    each=Block("azuread_group", "data.azuread_group"),
    names=("display_name", "object_id"),
    reads={
        Group.name: "display_name",
        Group.object_id: "object_id",
        Group.members: "members",
        Group.member_ids: "members",
        Group.owners: "owners",
        Group.owner_ids: "owners",
        Group.assignable: "flag(not_null(assignable_to_role, `false`))",
        Group.dynamic: "length(not_null(dynamic_membership, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

data "azuread_group" "a" {
  display_name = "admins"
  object_id    = "7a3f1c52-0000-4000-8000-000000000002"
}

resource "azuread_group" "b" {
  display_name       = "operators"
  members            = [data.azuread_user.ann.object_id]
  owners             = [data.azuread_user.ann.object_id]
  assignable_to_role = true
}
""",
            gives=Group(
                "azuread_group.b",
                name="operators",
                members=frozenset({"data.azuread_user.ann"}),
                owners=frozenset({"data.azuread_user.ann"}),
                assignable=True,
                dynamic=False,
            ),
        ),
        Shown(
            text="""
data "azuread_group" "a" {
  display_name = "admins"
  object_id    = "7a3f1c52-0000-4000-8000-000000000002"
}
""",
            gives=Group(
                "data.azuread_group.a",
                name="admins",
                object_id="7a3f1c52-0000-4000-8000-000000000002",
                members=frozenset(),
                member_ids=frozenset(),
                owners=frozenset(),
                owner_ids=frozenset(),
            ),
        ),
    ],
)


GROUP_FROM_EXPORT = Source(
    of=Group,
    each=Block("azure-export/group"),
    names=("id", "displayName"),
    reads={
        Group.name: "displayName",
        Group.object_id: "id",
        Group.members: "members",
        Group.member_ids: "members",
        Group.owners: "owners",
        Group.owner_ids: "owners",
        Group.assignable: "flag(not_null(isAssignableToRole, `false`))",
        Group.dynamic: "contains(not_null(groupTypes, `[]`), 'DynamicMembership')",
    },
    shows=[
        Shown(
            text="""
[
  {"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example"},
  {
    "id": "7a3f1c52-0000-4000-8000-000000000002", "displayName": "admins", "securityEnabled": true,
    "isAssignableToRole": true, "groupTypes": [],
    "members": [{"id": "7a3f1c52-0000-4000-8000-000000000001"}],
    "owners": [{"id": "7a3f1c52-0000-4000-8000-000000000001"}]
  }
]
""",
            file="groups.json",
            gives=Group(
                "7a3f1c52-0000-4000-8000-000000000002",
                name="admins",
                object_id="7a3f1c52-0000-4000-8000-000000000002",
                members=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                member_ids=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                owners=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                owner_ids=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                assignable=True,
                dynamic=False,
            ),
        ),
    ],
)


MEMBER_FROM_TERRAFORM = Source(
    of=GroupMember,
    each=Block("azuread_group_member"),
    reads={
        GroupMember.group: "group_object_id",
        GroupMember.member: "member_object_id",
        GroupMember.member_id: "member_object_id",
    },
    shows=[
        Shown(
            text="""
resource "azuread_group" "g" {
  display_name = "operators"
}

data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

resource "azuread_group_member" "a" {
  group_object_id  = azuread_group.g.object_id
  member_object_id = data.azuread_user.ann.object_id
}
""",
            gives=GroupMember(
                "azuread_group_member.a",
                group=frozenset({"azuread_group.g"}),
                member=frozenset({"data.azuread_user.ann"}),
            ),
        ),
        Shown(
            text="""
resource "azuread_group_member" "a" {
  group_object_id  = "7a3f1c52-0000-4000-8000-000000000002"
  member_object_id = "7a3f1c52-0000-4000-8000-000000000001"
}
""",
            gives=GroupMember("azuread_group_member.a", member_id="7a3f1c52-0000-4000-8000-000000000001"),
        ),
    ],
)
