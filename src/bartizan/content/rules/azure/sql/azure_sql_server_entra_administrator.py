"""SQL servers have an administrator of Entra ID."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-entra-administrator",
    title="SQL servers have an administrator of Entra ID",
    severity=Severity.MEDIUM,
    every=SqlServer,
    must=SqlServer.entra_administrator,
    because="Without one, everyone shares a password that has no second factor and stays when people leave.",
    fix="Add azuread_administrator, best with azuread_authentication_only.",
    serves=(
        "federated-identity",
        "strong-authentication",
    ),
    also=(
        "CKV2_AZURE_7",
        "CKV2_AZURE_27",
    ),
    passes=[SqlServer(entra_administrator=True)],
    fails=[SqlServer(entra_administrator=False)],
)
