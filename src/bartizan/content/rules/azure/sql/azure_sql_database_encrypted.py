"""SQL databases are encrypted."""

from bartizan.content.kinds.azure.sql_server import SqlDatabase
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-database-encrypted",
    title="SQL databases are encrypted",
    severity=Severity.HIGH,
    every=SqlDatabase,
    must=SqlDatabase.encrypted,
    because="Files and backups that are stolen can be read.",
    fix="Remove transparent_data_encryption_enabled = false.",
    serves=("encryption-at-rest",),
    also=("CKV2_AZURE_25",),
    passes=[SqlDatabase(encrypted=True)],
    fails=[SqlDatabase(encrypted=False)],
)
