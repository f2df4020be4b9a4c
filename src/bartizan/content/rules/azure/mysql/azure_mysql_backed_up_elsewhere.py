"""Backups of MySQL servers are kept in another region too."""

from bartizan.content.kinds.azure.mysql_server import MysqlServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-mysql-backed-up-elsewhere",
    title="Backups of MySQL servers are kept in another region too",
    severity=Severity.LOW,
    every=MysqlServer,
    must=MysqlServer.geo_backup,
    because="A disaster in one region takes the database and its backups.",
    fix="Set geo_redundant_backup_enabled to true when the server is made.",
    serves=("backup",),
    also=(
        "CKV_AZURE_94",
        "CKV_AZURE_129",
    ),
    passes=[MysqlServer(geo_backup=True)],
    fails=[MysqlServer(geo_backup=False)],
)
