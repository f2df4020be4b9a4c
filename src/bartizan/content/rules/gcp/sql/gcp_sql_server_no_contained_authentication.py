"""SQL Server databases have no users of their own."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-no-contained-authentication",
    title="SQL Server databases have no users of their own",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.contained_database_authentication.equals("on"),
    because="Users that only a database knows escape the rules for passwords and log-ins.",
    fix="Set the database flag contained database authentication to off.",
    serves=("strong-authentication",),
    also=(
        "CKV_GCP_59",
        "GCP-0023",
        "AVD-GCP-0023",
        "google-sql-no-contained-db-auth",
    ),
    passes=[
        SqlInstance(version="SQLSERVER_X", contained_database_authentication="off"),
        SqlInstance(version="SQLSERVER_X", contained_database_authentication=None),
    ],
    fails=[SqlInstance(version="SQLSERVER_X", contained_database_authentication="on")],
)
