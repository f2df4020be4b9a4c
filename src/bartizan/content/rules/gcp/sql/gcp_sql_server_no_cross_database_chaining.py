"""Rights in one SQL Server database do not count in another."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-no-cross-database-chaining",
    title="Rights in one SQL Server database do not count in another",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.cross_db_ownership_chaining.equals("on"),
    because="The owner of one database reads the others.",
    fix="Set the database flag cross db ownership chaining to off.",
    serves=("least-privilege",),
    also=(
        "CKV_GCP_58",
        "GCP-0019",
        "AVD-GCP-0019",
        "google-sql-no-cross-db-ownership-chaining",
    ),
    passes=[
        SqlInstance(version="SQLSERVER_X", cross_db_ownership_chaining="off"),
        SqlInstance(version="SQLSERVER_X", cross_db_ownership_chaining=None),
    ],
    fails=[SqlInstance(version="SQLSERVER_X", cross_db_ownership_chaining="on")],
)
