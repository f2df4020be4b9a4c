"""SQL Server does not turn connections away."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-connections-unlimited",
    title="SQL Server does not turn connections away",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.user_connections.is_set() | SqlInstance.user_connections.equals("0"),
    because="A few connections left open lock everyone else out.",
    fix="Set the database flag user connections to 0.",
    serves=("high-availability",),
    passes=[
        SqlInstance(version="SQLSERVER_X", user_connections="0"),
        SqlInstance(version="SQLSERVER_X", user_connections=None),
    ],
    fails=[SqlInstance(version="SQLSERVER_X", user_connections="10")],
)
