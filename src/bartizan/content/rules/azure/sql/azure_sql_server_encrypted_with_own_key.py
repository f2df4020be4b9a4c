"""SQL servers are encrypted with a key of your own."""

from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-encrypted-with-own-key",
    title="SQL servers are encrypted with a key of your own",
    severity=Severity.LOW,
    every=SqlServer,
    must=SqlServer.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix=(
        "Set transparent_data_encryption_key_vault_key_id, or add an "
        "azurerm_mssql_server_transparent_data_encryption with a key_vault_key_id."
    ),
    serves=("customer-managed-keys",),
    passes=[SqlServer(own_key=True)],
    fails=[SqlServer(own_key=False)],
)
