"""Attacks on PostgreSQL servers are looked for."""

from bartizan.content.kinds.azure.postgresql_server import PostgresServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-postgresql-threats-watched",
    title="Attacks on PostgreSQL servers are looked for",
    severity=Severity.LOW,
    every=PostgresServer,
    where=PostgresServer.single,
    must=PostgresServer.watched,
    because="Log-ins from strange places and with guessed passwords go unnoticed.",
    fix="Set threat_detection_policy.enabled to true.",
    serves=("threat-detection",),
    also=("CKV_AZURE_128",),
    passes=[PostgresServer(single=True, watched=True)],
    fails=[PostgresServer(single=True, watched=False)],
)
