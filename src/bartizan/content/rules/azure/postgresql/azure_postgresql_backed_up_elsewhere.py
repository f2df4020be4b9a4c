"""Backups of PostgreSQL servers are kept in another region too."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-backed-up-elsewhere",
    title="Backups of PostgreSQL servers are kept in another region too",
    severity=Severity.LOW,
    every=PostgresServer,
    must=PostgresServer.geo_backup,
    because="A disaster in one region takes the database and its backups.",
    fix="Set geo_redundant_backup_enabled to true when the server is made.",
    serves=("backup",),
    also=(
        "CKV_AZURE_102",
        "CKV_AZURE_136",
    ),
    passes=[PostgresServer(geo_backup=True)],
    fails=[PostgresServer(geo_backup=False)],
)
