"""SQL databases outlive the loss of a data centre."""

from bartizan.content.kinds.azure.sql_server import SqlDatabase
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-sql-database-zone-redundant",
    title="SQL databases outlive the loss of a data centre",
    severity=Severity.LOW,
    every=SqlDatabase,
    must=SqlDatabase.zone_redundant,
    because="A failure in one building takes the database with it.",
    fix="Set zone_redundant to true.",
    serves=("high-availability",),
    also=(
        "CKV_AZURE_229",
        "CKV_AZURE_224",
    ),
    passes=[SqlDatabase(zone_redundant=True)],
    fails=[SqlDatabase(zone_redundant=False)],
)
