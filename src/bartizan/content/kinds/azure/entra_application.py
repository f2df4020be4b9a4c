"""Applications of Entra ID, the service principals they sign in as, and the permissions these were granted."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Asset, Link, Many, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class Application(Asset, kind="azure.entra.application"):
    """The registration of a program: its name, and the secrets it signs in with."""

    name = Text("Its name.")
    object_id = Text("Its id in the directory.")
    client_id = Text("The id it signs in with.")
    owners = Link(Principal, "Who may change it, its secrets too.")
    owner_ids = Many("The ids of its owners, as they are written.")
    principals = Link(lambda: ServicePrincipal, "The service principals that stand for it.")


class ServicePrincipal(Principal, Actor, kind="azure.entra.service-principal"):
    """What stands for a program in a tenant: roles and permissions are given to it."""

    client_id = Text("The id of its application that it signs in with.")
    application = Link(Application, "Its application, where that is of the same tenant.")
    owners = Link(Principal, "Who may change it, its secrets too.")
    owner_ids = Many("The ids of its owners, as they are written.")
    type = Text("Application, ManagedIdentity, Legacy ...")


class AppRoleGrant(Asset, kind="azure.entra.app-role-grant"):
    """A permission that a program has without any user: an app role of another program, mostly Microsoft Graph."""

    principal = Link(Principal, "Who has it.")
    principal_id = Text("The id of who has it.")
    permission = Text("The permission's id, or a reference with its name.")
    resource = Link(ServicePrincipal, "The program whose permission it is.")


APPLICATION_FROM_TERRAFORM = Source(
    of=Application,
    each=Block("azuread_application", "azuread_application_registration", "data.azuread_application"),
    names=("display_name",),
    reads={
        Application.name: "display_name",
        Application.object_id: "object_id",
        Application.client_id: "not_null(client_id, application_id)",
        Application.owners: "owners",
        Application.owner_ids: "owners",
        Application.principals: Inverse(ServicePrincipal.application),
    },
    shows=[
        Shown(
            text="""
data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

resource "azuread_application" "a" {
  display_name = "deployer"
  owners       = [data.azuread_user.ann.object_id]
}

resource "azuread_service_principal" "s" {
  client_id = azuread_application.a.client_id
}
""",
            gives=Application(
                "azuread_application.a",
                name="deployer",
                owners=frozenset({"data.azuread_user.ann"}),
                owner_ids=frozenset({"${data.azuread_user.ann.object_id}"}),
                principals=frozenset({"azuread_service_principal.s"}),
            ),
        ),
        Shown(
            text="""
data "azuread_application" "a" {
  object_id = "7a3f1c52-0000-4000-8000-000000000004"
  client_id = "7a3f1c52-0000-4000-8000-000000000005"
}
""",
            gives=Application(
                "data.azuread_application.a",
                object_id="7a3f1c52-0000-4000-8000-000000000004",
                client_id="7a3f1c52-0000-4000-8000-000000000005",
            ),
        ),
    ],
)


APPLICATION_FROM_EXPORT = Source(
    of=Application,
    each=Block("azure-export/application"),
    names=("appId", "id"),
    reads={
        Application.name: "displayName",
        Application.object_id: "id",
        Application.client_id: "appId",
        Application.owners: "owners",
        Application.owner_ids: "owners",
        Application.principals: Inverse(ServicePrincipal.application),
    },
    shows=[
        Shown(
            text="""
[
  {"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example"},
  {
    "id": "7a3f1c52-0000-4000-8000-000000000004", "appId": "7a3f1c52-0000-4000-8000-000000000005",
    "displayName": "deployer", "signInAudience": "AzureADMyOrg",
    "owners": [{"id": "7a3f1c52-0000-4000-8000-000000000001"}]
  }
]
""",
            file="applications.json",
            gives=Application(
                "7a3f1c52-0000-4000-8000-000000000004",
                name="deployer",
                object_id="7a3f1c52-0000-4000-8000-000000000004",
                client_id="7a3f1c52-0000-4000-8000-000000000005",
                owners=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                owner_ids=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
            ),
        ),
    ],
)


PRINCIPAL_FROM_TERRAFORM = Source(
    of=ServicePrincipal,
    each=Block(
        "azuread_service_principal",
        "data.azuread_service_principal",
        "data.azurerm_client_config",
        "data.azuread_client_config",
    ),
    names=("object_id", "display_name"),
    reads={
        **ROUTES,
        ServicePrincipal.name: "display_name",
        ServicePrincipal.object_id: "object_id",
        ServicePrincipal.client_id: "not_null(client_id, application_id)",
        ServicePrincipal.application: "not_null(client_id, application_id)",
        ServicePrincipal.owners: "owners",
        ServicePrincipal.owner_ids: "owners",
        ServicePrincipal.type: "type",
    },
    shows=[
        Shown(
            text="""
data "azuread_user" "ann" {
  user_principal_name = "ann@shop.example"
}

resource "azuread_application" "a" {
  display_name = "deployer"
}

resource "azuread_service_principal" "s" {
  client_id = azuread_application.a.client_id
  owners    = [data.azuread_user.ann.object_id]
}
""",
            gives=ServicePrincipal(
                "azuread_service_principal.s",
                application=frozenset({"azuread_application.a"}),
                owners=frozenset({"data.azuread_user.ann"}),
                owner_ids=frozenset({"${data.azuread_user.ann.object_id}"}),
            ),
        ),
        Shown(
            text="""
data "azuread_service_principal" "s" {
  client_id    = "00000003-0000-0000-c000-000000000000"
  display_name = "Microsoft Graph"
  object_id    = "7a3f1c52-0000-4000-8000-000000000006"
  type         = "Application"
}
""",
            gives=ServicePrincipal(
                "data.azuread_service_principal.s",
                name="Microsoft Graph",
                client_id="00000003-0000-0000-c000-000000000000",
                object_id="7a3f1c52-0000-4000-8000-000000000006",
                type="Application",
            ),
        ),
    ],
)


PRINCIPAL_FROM_EXPORT = Source(
    of=ServicePrincipal,
    each=Block("azure-export/servicePrincipal"),
    names=("id",),
    reads={
        **ROUTES,
        ServicePrincipal.name: "displayName",
        ServicePrincipal.object_id: "id",
        ServicePrincipal.client_id: "appId",
        ServicePrincipal.application: "appId",
        ServicePrincipal.owners: "owners",
        ServicePrincipal.owner_ids: "owners",
        ServicePrincipal.type: "servicePrincipalType",
    },
    shows=[
        Shown(
            text="""
[
  {"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example"},
  {
    "id": "7a3f1c52-0000-4000-8000-000000000004", "appId": "7a3f1c52-0000-4000-8000-000000000005",
    "displayName": "deployer", "signInAudience": "AzureADMyOrg"
  },
  {
    "id": "7a3f1c52-0000-4000-8000-000000000006", "appId": "7a3f1c52-0000-4000-8000-000000000005",
    "displayName": "deployer", "servicePrincipalType": "Application",
    "owners": [{"id": "7a3f1c52-0000-4000-8000-000000000001"}]
  }
]
""",
            file="principals.json",
            gives=ServicePrincipal(
                "7a3f1c52-0000-4000-8000-000000000006",
                name="deployer",
                object_id="7a3f1c52-0000-4000-8000-000000000006",
                client_id="7a3f1c52-0000-4000-8000-000000000005",
                application=frozenset({"7a3f1c52-0000-4000-8000-000000000004"}),
                owners=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                owner_ids=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                type="Application",
            ),
        ),
    ],
)


GRANT_FROM_TERRAFORM = Source(
    of=AppRoleGrant,
    each=Block("azuread_app_role_assignment"),
    reads={
        AppRoleGrant.principal: "principal_object_id",
        AppRoleGrant.principal_id: "principal_object_id",
        AppRoleGrant.permission: "app_role_id",
        AppRoleGrant.resource: "resource_object_id",
    },
    shows=[
        Shown(
            text="""
data "azuread_service_principal" "graph" {
  client_id = "00000003-0000-0000-c000-000000000000"
}

resource "azurerm_user_assigned_identity" "u" {
  name = "deployer"
}

resource "azuread_app_role_assignment" "a" {
  app_role_id         = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"
  principal_object_id = azurerm_user_assigned_identity.u.principal_id
  resource_object_id  = data.azuread_service_principal.graph.object_id
}
""",
            gives=AppRoleGrant(
                "azuread_app_role_assignment.a",
                permission="9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
                principal=frozenset({"azurerm_user_assigned_identity.u"}),
                resource=frozenset({"data.azuread_service_principal.graph"}),
            ),
        ),
        Shown(
            text="""
resource "azuread_app_role_assignment" "a" {
  app_role_id         = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"
  principal_object_id = "7a3f1c52-0000-4000-8000-000000000006"
  resource_object_id  = "7a3f1c52-0000-4000-8000-000000000007"
}
""",
            gives=AppRoleGrant("azuread_app_role_assignment.a", principal_id="7a3f1c52-0000-4000-8000-000000000006"),
        ),
    ],
)


GRANT_FROM_EXPORT = Source(
    of=AppRoleGrant,
    each=Block("azure-export/appRoleAssignment"),
    reads={
        AppRoleGrant.principal: "principalId",
        AppRoleGrant.principal_id: "principalId",
        AppRoleGrant.permission: "appRoleId",
        AppRoleGrant.resource: "resourceId",
    },
    shows=[
        Shown(
            text="""
[
  {
    "id": "7a3f1c52-0000-4000-8000-000000000006", "appId": "7a3f1c52-0000-4000-8000-000000000005",
    "displayName": "deployer", "servicePrincipalType": "Application"
  },
  {
    "id": "grant", "appRoleId": "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
    "principalId": "7a3f1c52-0000-4000-8000-000000000006", "resourceId": "7a3f1c52-0000-4000-8000-000000000006"
  }
]
""",
            file="grants.json",
            gives=AppRoleGrant(
                "grant",
                principal=frozenset({"7a3f1c52-0000-4000-8000-000000000006"}),
                principal_id="7a3f1c52-0000-4000-8000-000000000006",
                permission="9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
                resource=frozenset({"7a3f1c52-0000-4000-8000-000000000006"}),
            ),
        ),
    ],
)
