"""Azure roles, who has them and what is denied, as the Azure CLI and Azure Resource Graph export them."""

from bartizan.content.kinds.azure.authorization_role import (
    DenyAssignment,
    FederatedCredential,
    RoleAssignment,
    RoleDefinition,
)
from bartizan.core.source import Block, Shown, Source

ROLE_FROM_EXPORT = Source(
    of=RoleDefinition,
    each=Block("azure-export/roleDefinition"),
    names=("guid",),
    reads={
        RoleDefinition.name: "roleName",
        RoleDefinition.guid: "guid",
        RoleDefinition.permissions: "permissions",
        RoleDefinition.scopes: "assignableScopes",
        RoleDefinition.custom: "roleType == 'CustomRole'",
        RoleDefinition.actions: "permissions[].actions[]",
        RoleDefinition.data_actions: "permissions[].dataActions[]",
    },
    shows=[
        Shown(
            text="""
[{
  "id": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/7a3f1c52-0000-4000-8000-000000000010",
  "name": "7a3f1c52-0000-4000-8000-000000000010", "roleName": "restart", "roleType": "CustomRole",
  "type": "Microsoft.Authorization/roleDefinitions", "assignableScopes": ["/subscriptions/s"],
  "permissions": [{"actions": ["Microsoft.Compute/*"], "dataActions": ["Microsoft.Compute/*/login/action"]}]
}]
""",
            file="definitions.json",
            gives=RoleDefinition(
                "/subscriptions/s/providers/microsoft.authorization/roledefinitions/7a3f1c52-0000-4000-8000-000000000010",
                name="restart",
                guid="7a3f1c52-0000-4000-8000-000000000010",
                permissions='[{"actions":["Microsoft.Compute/*"],"dataActions":["Microsoft.Compute/*/login/action"]}]',
                scopes='["/subscriptions/s"]',
                custom=True,
                actions=frozenset({"Microsoft.Compute/*"}),
                data_actions=frozenset({"Microsoft.Compute/*/login/action"}),
            ),
        ),
    ],
)


ASSIGNMENT_FROM_EXPORT = Source(
    of=RoleAssignment,
    each=Block("azure-export/roleAssignment"),
    reads={
        RoleAssignment.role: "roleDefinitionName",
        RoleAssignment.role_id: "roleDefinitionId",
        RoleAssignment.definition: "guid",
        RoleAssignment.principal: "principalId",
        RoleAssignment.principal_id: "principalId",
        RoleAssignment.scope: "scope",
        RoleAssignment.on: "lower(scope)",
        RoleAssignment.condition: "condition",
        RoleAssignment.eligible: "flag(not_null(eligible, `false`))",
        RoleAssignment.subscription: "lower(scope)",
        RoleAssignment.machine: "principalType && principalType == 'ServicePrincipal'",
    },
    shows=[
        Shown(
            text="""
[
  {"id": "7a3f1c52-0000-4000-8000-000000000001", "userPrincipalName": "ann@shop.example"},
  {"id": "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a", "type": "microsoft.resources/subscriptions",
   "subscriptionId": "7a3f1c52-0000-4000-8000-00000000000a", "name": "shop", "properties": {}},
  {"id": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/7a3f1c52-0000-4000-8000-000000000010",
   "name": "7a3f1c52-0000-4000-8000-000000000010", "roleName": "restart", "roleType": "CustomRole",
   "type": "Microsoft.Authorization/roleDefinitions", "assignableScopes": [], "permissions": []},
  {"id": "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a/providers/Microsoft.Authorization/roleAssignments/one",
   "type": "Microsoft.Authorization/roleAssignments", "name": "one",
   "principalId": "7a3f1c52-0000-4000-8000-000000000001", "principalType": "User", "roleDefinitionName": "restart",
   "condition": "@Resource[Microsoft.Compute/virtualMachines:name] StringEquals 'web'",
   "roleDefinitionId": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/7a3f1c52-0000-4000-8000-000000000010",
   "scope": "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a"}
]
""",
            file="assignments.json",
            gives=RoleAssignment(
                "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a/providers/microsoft.authorization/roleassignments/one",
                role="restart",
                role_id="/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/7a3f1c52-0000-4000-8000-000000000010",
                definition=frozenset(
                    {
                        "/subscriptions/s/providers/microsoft.authorization/roledefinitions/7a3f1c52-0000-4000-8000-000000000010"
                    }
                ),
                principal=frozenset({"7a3f1c52-0000-4000-8000-000000000001"}),
                principal_id="7a3f1c52-0000-4000-8000-000000000001",
                scope="/subscriptions/7a3f1c52-0000-4000-8000-00000000000a",
                on=frozenset({"/subscriptions/7a3f1c52-0000-4000-8000-00000000000a"}),
                condition="@Resource[Microsoft.Compute/virtualMachines:name] StringEquals 'web'",
                eligible=False,
                subscription=frozenset({"/subscriptions/7a3f1c52-0000-4000-8000-00000000000a"}),
                machine=False,
            ),
        ),
    ],
)


DENY_FROM_EXPORT = Source(
    of=DenyAssignment,
    each=Block("azure-export/denyAssignment"),
    reads={
        DenyAssignment.name: "denyAssignmentName",
        DenyAssignment.permissions: "permissions",
        DenyAssignment.principals: "principals",
        DenyAssignment.excluded: "not_null(excludePrincipals, `[]`)",
        DenyAssignment.scope: "scope",
        DenyAssignment.children: "!(flag(not_null(doNotApplyToChildScopes, `false`)))",
        DenyAssignment.condition: "condition",
    },
    shows=[
        Shown(
            text="""
{"value": [{
  "id": "/subscriptions/s/providers/Microsoft.Authorization/denyAssignments/one",
  "type": "Microsoft.Authorization/denyAssignments", "name": "one",
  "properties": {
    "denyAssignmentName": "managed by a stack", "scope": "/subscriptions/s", "doNotApplyToChildScopes": false,
    "permissions": [{"actions": ["*/delete"]}], "principals": [{"id": "p", "type": "User"}],
    "excludePrincipals": [{"id": "q", "type": "User"}], "condition": "@Request[a] BoolEquals true"
  }
}]}
""",
            file="denials.json",
            gives=DenyAssignment(
                "/subscriptions/s/providers/microsoft.authorization/denyassignments/one",
                name="managed by a stack",
                permissions='[{"actions":["*/delete"]}]',
                principals='[{"id":"p","type":"User"}]',
                excluded='[{"id":"q","type":"User"}]',
                scope="/subscriptions/s",
                children=True,
                condition="@Request[a] BoolEquals true",
            ),
        ),
    ],
)


FEDERATED_FROM_EXPORT = Source(
    of=FederatedCredential,
    each=Block("azure-export/federatedCredential"),
    reads={
        FederatedCredential.issuer: "issuer",
        FederatedCredential.subject: "subject",
        FederatedCredential.identity: "identity",
        FederatedCredential.application: "`[]`",
    },
    shows=[
        Shown(
            text="""
[
  {
    "id": "/subscriptions/s/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer",
    "name": "deployer", "resourceGroup": "shop", "principalId": "p",
    "type": "Microsoft.ManagedIdentity/userAssignedIdentities"
  },
  {
    "id": "/subscriptions/s/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer/federatedIdentityCredentials/ci",
    "type": "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials", "name": "ci",
    "issuer": "https://token.actions.githubusercontent.com", "subject": "repo:shop/web:environment:live"
  }
]
""",
            file="federated.json",
            gives=FederatedCredential(
                "/subscriptions/s/resourcegroups/shop/providers/microsoft.managedidentity/userassignedidentities/deployer/federatedidentitycredentials/ci",
                issuer="https://token.actions.githubusercontent.com",
                subject="repo:shop/web:environment:live",
                identity=frozenset(
                    {
                        "/subscriptions/s/resourcegroups/shop/providers/microsoft.managedidentity/userassignedidentities/deployer"
                    }
                ),
                application=frozenset(),
            ),
        ),
    ],
)
