"""SQL Server hides details in errors."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-trace-3625",
    title="SQL Server hides details in errors",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=SqlInstance.hides_errors.equals("on"),
    because="Error messages tell users without rights about the inside.",
    fix="Set the database flag 3625 to on.",
    serves=("data-minimisation",),
    passes=[SqlInstance(version="SQLSERVER_X", hides_errors="on")],
    fails=[
        SqlInstance(version="SQLSERVER_X", hides_errors="off"),
        SqlInstance(version="SQLSERVER_X", hides_errors=None),
    ],
)
