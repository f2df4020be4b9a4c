"""PostgreSQL servers are encrypted twice."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-doubly-encrypted",
    title="PostgreSQL servers are encrypted twice",
    severity=Severity.LOW,
    every=PostgresServer,
    where=PostgresServer.single,
    must=PostgresServer.doubly_encrypted,
    because="A fault in the one encryption, or its key, then lays the data open.",
    fix="Set infrastructure_encryption_enabled to true when the server is made.",
    serves=("encryption-at-rest",),
    also=("CKV_AZURE_130",),
    passes=[PostgresServer(single=True, doubly_encrypted=True)],
    fails=[PostgresServer(single=True, doubly_encrypted=False)],
)
