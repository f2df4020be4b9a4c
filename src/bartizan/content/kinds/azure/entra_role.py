"""Roles of the Entra ID directory, and who has them."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class DirectoryRole(Asset, kind="azure.entra.directory-role"):
    """What somebody with the role may do in the directory."""

    name = Text("Its name.")
    template = Text("The id of the built-in role it is made of.")
    custom = Flag("It was made by the customer.")
    actions = Many("What it may do, where it was made by the customer.")


class DirectoryRoleAssignment(Asset, kind="azure.entra.directory-role-assignment"):
    """A role of the directory that somebody has."""

    role = Text("The id of the role.")
    definition = Link(DirectoryRole, "The role.")
    principal = Link(Principal, "Who has it.")
    principal_id = Text("The id of who has it.")
    scope = Text("What part of the directory it counts for; / is all of it.")
    eligible = Flag("It counts only once it is activated.")


ROLE_FROM_TERRAFORM = Source(
    of=DirectoryRole,
    each=Block("azuread_directory_role"),
    reads={
        DirectoryRole.name: "display_name",
        DirectoryRole.template: "template_id",
        DirectoryRole.custom: Fixed(False, "The type of the resource says so."),
        DirectoryRole.actions: Unseen("The directory knows what a built-in role may do."),
    },
    shows=[
        Shown(
            text="""
resource "azuread_directory_role" "a" {
  display_name = "Global Administrator"
  template_id  = "62e90394-69f5-4237-9190-012177145e10"
}
""",
            gives=DirectoryRole(
                "azuread_directory_role.a",
                name="Global Administrator",
                template="62e90394-69f5-4237-9190-012177145e10",
                custom=False,
            ),
        ),
    ],
)


CUSTOM_FROM_TERRAFORM = Source(
    of=DirectoryRole,
    each=Block("azuread_custom_directory_role"),
    reads={
        DirectoryRole.name: "display_name",
        DirectoryRole.template: "template_id",
        DirectoryRole.custom: Fixed(True, "The type of the resource says so."),
        DirectoryRole.actions: "permissions[].allowed_resource_actions[]",
    },
    shows=[
        Shown(
            text="""
resource "azuread_custom_directory_role" "a" {
  display_name = "secrets"
  template_id  = "7a3f1c52-0000-4000-8000-000000000008"
  enabled      = true
  version      = "1.0"
  permissions {
    allowed_resource_actions = ["microsoft.directory/applications/credentials/update"]
  }
}
""",
            gives=DirectoryRole(
                "azuread_custom_directory_role.a",
                name="secrets",
                template="7a3f1c52-0000-4000-8000-000000000008",
                custom=True,
                actions=frozenset({"microsoft.directory/applications/credentials/update"}),
            ),
        ),
    ],
)


ROLE_FROM_EXPORT = Source(
    of=DirectoryRole,
    each=Block("azure-export/directoryRole"),
    names=("id",),
    reads={
        DirectoryRole.name: "displayName",
        DirectoryRole.template: "templateId",
        DirectoryRole.custom: "!(flag(not_null(isBuiltIn, `false`)))",
        DirectoryRole.actions: "rolePermissions[].allowedResourceActions[]",
    },
    shows=[
        Shown(
            text="""
[{
  "id": "7a3f1c52-0000-4000-8000-000000000008", "templateId": "7a3f1c52-0000-4000-8000-000000000008",
  "displayName": "secrets", "isBuiltIn": false,
  "rolePermissions": [{"allowedResourceActions": ["microsoft.directory/applications/credentials/update"]}]
}]
""",
            file="roles.json",
            gives=DirectoryRole(
                "7a3f1c52-0000-4000-8000-000000000008",
                name="secrets",
                template="7a3f1c52-0000-4000-8000-000000000008",
                custom=True,
                actions=frozenset({"microsoft.directory/applications/credentials/update"}),
            ),
        ),
    ],
)


ASSIGNMENT_FROM_TERRAFORM = Source(
    of=DirectoryRoleAssignment,
    each=Block("azuread_directory_role_assignment", "azuread_directory_role_member"),
    reads={
        DirectoryRoleAssignment.role: "not_null(role_id, role_object_id)",
        DirectoryRoleAssignment.definition: "not_null(role_id, role_object_id)",
        DirectoryRoleAssignment.principal: "not_null(principal_object_id, member_object_id)",
        DirectoryRoleAssignment.principal_id: "not_null(principal_object_id, member_object_id)",
        DirectoryRoleAssignment.scope: "not_null(directory_scope_id, directory_scope_object_id, app_scope_id, '/')",
        DirectoryRoleAssignment.eligible: Fixed(False, "The type of the resource says so."),
    },
    shows=[
        Shown(
            text="""
resource "azuread_directory_role" "r" {
  display_name = "Global Administrator"
}

resource "azuread_group" "g" {
  display_name = "admins"
}

resource "azuread_directory_role_assignment" "a" {
  role_id             = azuread_directory_role.r.template_id
  principal_object_id = azuread_group.g.object_id
}
""",
            gives=DirectoryRoleAssignment(
                "azuread_directory_role_assignment.a",
                definition=frozenset({"azuread_directory_role.r"}),
                principal=frozenset({"azuread_group.g"}),
                scope="/",
                eligible=False,
            ),
        ),
        Shown(
            text="""
resource "azuread_directory_role_assignment" "a" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "7a3f1c52-0000-4000-8000-000000000001"
  directory_scope_id  = "/administrativeUnits/7a3f1c52-0000-4000-8000-000000000009"
}
""",
            gives=DirectoryRoleAssignment(
                "azuread_directory_role_assignment.a",
                role="62e90394-69f5-4237-9190-012177145e10",
                principal_id="7a3f1c52-0000-4000-8000-000000000001",
                scope="/administrativeUnits/7a3f1c52-0000-4000-8000-000000000009",
            ),
        ),
    ],
)


ELIGIBLE_FROM_TERRAFORM = Source(
    of=DirectoryRoleAssignment,
    each=Block("azuread_directory_role_eligibility_schedule_request"),
    reads={
        DirectoryRoleAssignment.role: "role_definition_id",
        DirectoryRoleAssignment.definition: "role_definition_id",
        DirectoryRoleAssignment.principal: "principal_id",
        DirectoryRoleAssignment.principal_id: "principal_id",
        DirectoryRoleAssignment.scope: "not_null(directory_scope_id, '/')",
        DirectoryRoleAssignment.eligible: Fixed(True, "The type of the resource says so."),
    },
    shows=[
        Shown(
            text="""
resource "azuread_directory_role" "r" {
  display_name = "Global Administrator"
}

data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

resource "azuread_directory_role_eligibility_schedule_request" "a" {
  role_definition_id = azuread_directory_role.r.template_id
  principal_id       = data.azuread_user.ann.object_id
  directory_scope_id = "/"
  justification      = "on call"
}
""",
            gives=DirectoryRoleAssignment(
                "azuread_directory_role_eligibility_schedule_request.a",
                definition=frozenset({"azuread_directory_role.r"}),
                principal=frozenset({"data.azuread_user.ann"}),
                scope="/",
                eligible=True,
            ),
        ),
        Shown(
            text="""
resource "azuread_directory_role_eligibility_schedule_request" "a" {
  role_definition_id = "62e90394-69f5-4237-9190-012177145e10"
  principal_id       = "7a3f1c52-0000-4000-8000-000000000001"
  directory_scope_id = "/"
  justification      = "on call"
}
""",
            gives=DirectoryRoleAssignment(
                "azuread_directory_role_eligibility_schedule_request.a",
                role="62e90394-69f5-4237-9190-012177145e10",
                principal_id="7a3f1c52-0000-4000-8000-000000000001",
            ),
        ),
    ],
)


ASSIGNMENT_FROM_EXPORT = Source(
    of=DirectoryRoleAssignment,
    each=Block("azure-export/directoryRoleAssignment"),
    reads={
        DirectoryRoleAssignment.role: "roleDefinitionId",
        DirectoryRoleAssignment.definition: "roleDefinitionId",
        DirectoryRoleAssignment.principal: "principalId",
        DirectoryRoleAssignment.principal_id: "principalId",
        DirectoryRoleAssignment.scope: "not_null(directoryScopeId, '/')",
        DirectoryRoleAssignment.eligible: "flag(not_null(eligible, `false`))",
    },
    shows=[
        Shown(
            text="""
[
  {"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example"},
  {
    "id": "62e90394-69f5-4237-9190-012177145e10", "templateId": "62e90394-69f5-4237-9190-012177145e10",
    "displayName": "Global Administrator", "isBuiltIn": true, "rolePermissions": [{"allowedResourceActions": []}]
  },
  {
    "id": "one", "roleDefinitionId": "62e90394-69f5-4237-9190-012177145e10", "directoryScopeId": "/",
    "principalId": "7a3f1c52-0000-4000-8000-000000000001"
  }
]
""",
            file="directory.json",
            gives=DirectoryRoleAssignment(
                "one",
                role="62e90394-69f5-4237-9190-012177145e10",
                definition=frozenset({"62e90394-69f5-4237-9190-012177145e10"}),
                principal=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                principal_id="7a3f1c52-0000-4000-8000-000000000001",
                scope="/",
                eligible=False,
            ),
        ),
    ],
)
