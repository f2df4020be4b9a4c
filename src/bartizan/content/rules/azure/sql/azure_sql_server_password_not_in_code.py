"""Passwords of database servers are not written in code."""

from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-server-password-not-in-code",
    title="Passwords of database servers are not written in code",
    severity=Severity.HIGH,
    every=DatabaseServer,
    must=~DatabaseServer.literal_password,
    because="Whoever can read the repository or the state is administrator of the database.",
    fix="Use Entra ID, a write-only password (administrator_login_password_wo), or a value from Key Vault.",
    serves=("secrets-not-in-code",),
    also=("CKV_AZURE_239",),
    passes=[SqlServer(literal_password=False)],
    fails=[SqlServer(literal_password=True)],
)
