"""Azure roles, who has them, and whose tokens are trusted."""

from bartizan.content.kinds.azure.entra_application import Application
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import ManagedIdentity, Scope
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class RoleDefinition(Scope, kind="azure.authorization.role-definition"):
    """What somebody with the role may do."""

    name = Text("Its name.")
    guid = Text("Its id, the last part of its ARM id.")
    permissions = Document("What it permits: a list of actions, notActions, dataActions and notDataActions.")
    scopes = Document("The scopes it can be assigned for: a list of ARM ids.")
    custom = Flag("It was made by the customer.")
    actions = Many("What it may do to resources.")
    data_actions = Many("What it may do to the data in them.")


class RoleAssignment(Asset, kind="azure.authorization.role-assignment"):
    """A role that somebody has for a scope."""

    role = Text("The name of the role.")
    role_id = Text("The ARM id of the role, or its last part.")
    definition = Link(RoleDefinition, "The role.")
    principal = Link(Principal, "Who has it.")
    principal_id = Text("The id in the directory of who has it.")
    scope = Text("The ARM id of what it counts for.")
    on = Link(Scope, "What it counts for, or what that is in.")
    condition = Text("What a request has to fulfil besides, if anything.")
    eligible = Flag("It counts only once it is activated.")
    subscription = Link(Subscription, "The subscription it counts for, where it counts for a whole one.")
    machine = Flag("It is given to a program rather than a person.")


class FederatedCredential(Asset, kind="azure.identity.federated-credential"):
    """Tokens of somebody else that are as good as a password of an identity."""

    issuer = Text("Who signs the tokens.")
    subject = Text("Whom a token must be for.")
    identity = Link(ManagedIdentity, "The identity, where it is a managed one.")
    application = Link(Application, "The identity, where it is an application.")


class DenyAssignment(Asset, kind="azure.authorization.deny-assignment"):
    """What nobody of some principals may do for a scope, whatever roles they have."""

    name = Text("Its name.")
    permissions = Document("What it takes away: a list like that of a role.")
    principals = Document("Whom it is about: a list of ids and types.")
    excluded = Document("Whom it is not about.")
    scope = Text("The ARM id of what it counts for.")
    children = Flag("It counts for all that is in its scope too.")
    condition = Text("What a request has to fulfil for it to count, if anything.")


FROM_TERRAFORM = Source(
    of=RoleDefinition,
    each=Block("azurerm_role_definition"),
    names=("name",),
    reads={
        RoleDefinition.name: "name",
        RoleDefinition.guid: "role_definition_id",
        RoleDefinition.permissions: "not_null(permissions, `[]`)",
        RoleDefinition.scopes: "not_null(assignable_scopes, [scope])",
        RoleDefinition.custom: Fixed(True, "The type of the resource says so."),
        RoleDefinition.actions: "permissions[].actions[]",
        RoleDefinition.data_actions: "permissions[].data_actions[]",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_role_definition" "a" {
  role_definition_id = "7a3f1c52-0000-4000-8000-000000000010"
  name  = "reader"
  scope = "/subscriptions/s"
  permissions {
    actions = ["Microsoft.Compute/*/read"]
  }
}
""",
            gives=RoleDefinition(
                "azurerm_role_definition.a",
                name="reader",
                guid="7a3f1c52-0000-4000-8000-000000000010",
                permissions='[{"actions":["Microsoft.Compute/*/read"]}]',
                scopes='["/subscriptions/s"]',
                custom=True,
                actions=frozenset({"Microsoft.Compute/*/read"}),
                data_actions=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_role_definition" "a" {
  name  = "boss"
  scope = "/subscriptions/s"
  permissions {
    actions      = ["*"]
    data_actions = ["*"]
  }
}
""",
            gives=RoleDefinition(
                "azurerm_role_definition.a", name="boss", actions=frozenset({"*"}), data_actions=frozenset({"*"})
            ),
        ),
    ],
)


READS = {
    RoleAssignment.role: "role_definition_name",
    RoleAssignment.role_id: "role_definition_id",
    RoleAssignment.definition: "not_null(role_definition_id, role_definition_name)",
    RoleAssignment.principal: "principal_id",
    RoleAssignment.principal_id: "principal_id",
    RoleAssignment.scope: "scope",
    RoleAssignment.on: "scope",
    RoleAssignment.condition: "condition",
    RoleAssignment.subscription: "scope",
    RoleAssignment.machine: "principal_type && principal_type == 'ServicePrincipal'",
}


ROLEASSIGNMENT_FROM_TERRAFORM = Source(
    of=RoleAssignment,
    each=Block("azurerm_role_assignment", "azurerm_pim_active_role_assignment"),
    reads={**READS, RoleAssignment.eligible: Fixed(False, "The type of the resource says so.")},
    shows=[
        Shown(
            text="""
resource "azurerm_role_assignment" "a" {
  scope                = "/subscriptions/s/resourceGroups/web"
  role_definition_name = "Reader"
  principal_id         = "p"
  condition            = "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'logs'"
}
""",
            gives=RoleAssignment(
                "azurerm_role_assignment.a",
                role="Reader",
                principal_id="p",
                scope="/subscriptions/s/resourceGroups/web",
                condition="@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'logs'",
                eligible=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_resource_group" "web" {
  name = "web"
}

resource "azurerm_user_assigned_identity" "u" {
  name = "deployer"
}

resource "azurerm_role_definition" "r" {
  name  = "restart"
  scope = azurerm_resource_group.web.id
  permissions {
    actions = ["Microsoft.Compute/virtualMachines/restart/action"]
  }
}

resource "azurerm_role_assignment" "a" {
  scope              = azurerm_resource_group.web.id
  role_definition_id = azurerm_role_definition.r.role_definition_resource_id
  principal_id       = azurerm_user_assigned_identity.u.principal_id
}

resource "azurerm_role_assignment" "b" {
  scope              = "/subscriptions/s"
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
  principal_id       = "p"
}
""",
            gives=RoleAssignment(
                "azurerm_role_assignment.a",
                definition=frozenset({"azurerm_role_definition.r"}),
                principal=frozenset({"azurerm_user_assigned_identity.u"}),
                on=frozenset({"azurerm_resource_group.web"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_role_assignment" "b" {
  scope              = "/subscriptions/s"
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
  principal_id       = "p"
}
""",
            gives=RoleAssignment(
                "azurerm_role_assignment.b",
                role_id="/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
            ),
        ),
        Shown(
            text="""
data "azurerm_subscription" "s" {}

resource "azurerm_role_assignment" "a" {
  scope                = data.azurerm_subscription.s.id
  role_definition_name = "Owner"
  principal_id         = "p"
  principal_type       = "ServicePrincipal"
}
""",
            gives=RoleAssignment(
                "azurerm_role_assignment.a",
                role="Owner",
                subscription=frozenset({"data.azurerm_subscription.s"}),
                machine=True,
            ),
        ),
    ],
)


ELIGIBLE_FROM_TERRAFORM = Source(
    of=RoleAssignment,
    each=Block("azurerm_pim_eligible_role_assignment"),
    reads={
        **READS,
        RoleAssignment.role: Unseen("It is named by its id."),
        RoleAssignment.machine: Unseen("It is not said."),
        RoleAssignment.eligible: Fixed(True, "The type of the resource says so."),
    },
    shows=[
        Shown(
            text="""
data "azurerm_subscription" "s" {}

resource "azurerm_role_definition" "r" {
  name  = "restart"
  scope = data.azurerm_subscription.s.id
}

data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

resource "azurerm_pim_eligible_role_assignment" "a" {
  scope              = data.azurerm_subscription.s.id
  role_definition_id = azurerm_role_definition.r.role_definition_resource_id
  principal_id       = data.azuread_user.ann.object_id
}
""",
            gives=RoleAssignment(
                "azurerm_pim_eligible_role_assignment.a",
                definition=frozenset({"azurerm_role_definition.r"}),
                principal=frozenset({"data.azuread_user.ann"}),
                on=frozenset({"data.azurerm_subscription.s"}),
                subscription=frozenset({"data.azurerm_subscription.s"}),
                eligible=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_pim_eligible_role_assignment" "a" {
  condition          = "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'logs'"
  scope              = "/subscriptions/s"
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
  principal_id       = "p"
}
""",
            gives=RoleAssignment(
                "azurerm_pim_eligible_role_assignment.a",
                scope="/subscriptions/s",
                role_id="/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
                principal_id="p",
                condition="@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'logs'",
            ),
        ),
    ],
)


FEDERATED_FROM_TERRAFORM = Source(
    of=FederatedCredential,
    each=Block("azurerm_federated_identity_credential", "azuread_application_federated_identity_credential"),
    reads={
        FederatedCredential.issuer: "issuer",
        FederatedCredential.subject: "subject",
        FederatedCredential.identity: "not_null(parent_id, user_assigned_identity_id)",
        FederatedCredential.application: "not_null(application_id, application_object_id)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_user_assigned_identity" "u" {
  name = "deployer"
}

resource "azurerm_federated_identity_credential" "a" {
  name    = "a"
  parent_id = azurerm_user_assigned_identity.u.id
  issuer  = "https://token.actions.githubusercontent.com"
  subject = "repo:shop/web:ref:refs/heads/main"
}
""",
            gives=FederatedCredential(
                "azurerm_federated_identity_credential.a",
                issuer="https://token.actions.githubusercontent.com",
                subject="repo:shop/web:ref:refs/heads/main",
                identity=frozenset({"azurerm_user_assigned_identity.u"}),
                application=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azuread_application" "p" {
  display_name = "deployer"
}

resource "azuread_application_federated_identity_credential" "a" {
  application_id = azuread_application.p.id
  display_name = "a"
  issuer       = "https://gitlab.com"
  subject      = "project_path:shop/*"
}
""",
            gives=FederatedCredential(
                "azuread_application_federated_identity_credential.a",
                issuer="https://gitlab.com",
                subject="project_path:shop/*",
                identity=frozenset(),
                application=frozenset({"azuread_application.p"}),
            ),
        ),
    ],
)
