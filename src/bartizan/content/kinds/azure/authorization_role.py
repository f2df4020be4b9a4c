"""Azure roles, who has them, and whose tokens are trusted."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class RoleDefinition(Asset, kind="azure.authorization.role-definition"):
    """What somebody with the role may do."""

    name = Text("Its name.")
    actions = Many("What it may do to resources.")
    data_actions = Many("What it may do to the data in them.")


class RoleAssignment(Asset, kind="azure.authorization.role-assignment"):
    """A role that somebody has for a scope."""

    role = Text("The name of the role.")
    subscription = Link(Subscription, "The subscription it counts for, where it counts for a whole one.")
    machine = Flag("It is given to a program rather than a person.")


class FederatedCredential(Asset, kind="azure.identity.federated-credential"):
    """Tokens of somebody else that are as good as a password of an identity."""

    issuer = Text("Who signs the tokens.")
    subject = Text("Whom a token must be for.")


FROM_TERRAFORM = Source(
    of=RoleDefinition,
    each=Block("azurerm_role_definition"),
    names=("name",),
    reads={
        RoleDefinition.name: "name",
        RoleDefinition.actions: "permissions[].actions[]",
        RoleDefinition.data_actions: "permissions[].data_actions[]",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_role_definition" "a" {
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


ROLEASSIGNMENT_FROM_TERRAFORM = Source(
    of=RoleAssignment,
    each=Block("azurerm_role_assignment"),
    reads={
        RoleAssignment.role: "role_definition_name",
        RoleAssignment.subscription: "scope",
        RoleAssignment.machine: "principal_type && principal_type == 'ServicePrincipal'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_role_assignment" "a" {
  scope                = "/subscriptions/s/resourceGroups/web"
  role_definition_name = "Reader"
  principal_id         = "p"
}
""",
            gives=RoleAssignment("azurerm_role_assignment.a", role="Reader"),
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


FEDERATED_FROM_TERRAFORM = Source(
    of=FederatedCredential,
    each=Block("azurerm_federated_identity_credential", "azuread_application_federated_identity_credential"),
    reads={
        FederatedCredential.issuer: "issuer",
        FederatedCredential.subject: "subject",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_federated_identity_credential" "a" {
  name    = "a"
  issuer  = "https://token.actions.githubusercontent.com"
  subject = "repo:shop/web:ref:refs/heads/main"
}
""",
            gives=FederatedCredential(
                "azurerm_federated_identity_credential.a",
                issuer="https://token.actions.githubusercontent.com",
                subject="repo:shop/web:ref:refs/heads/main",
            ),
        ),
        Shown(
            text="""
resource "azuread_application_federated_identity_credential" "a" {
  display_name = "a"
  issuer       = "https://gitlab.com"
  subject      = "project_path:shop/*"
}
""",
            gives=FederatedCredential(
                "azuread_application_federated_identity_credential.a",
                issuer="https://gitlab.com",
                subject="project_path:shop/*",
            ),
        ),
    ],
)
