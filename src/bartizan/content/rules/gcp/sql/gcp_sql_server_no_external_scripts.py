"""SQL Server runs no outside programs."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-no-external-scripts",
    title="SQL Server runs no outside programs",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.external_scripts_enabled.equals("on"),
    because="A fault in a query becomes a program on the server.",
    fix="Set the database flag external scripts enabled to off.",
    serves=("configuration-baseline",),
    passes=[
        SqlInstance(version="SQLSERVER_X", external_scripts_enabled="off"),
        SqlInstance(version="SQLSERVER_X", external_scripts_enabled=None),
    ],
    fails=[SqlInstance(version="SQLSERVER_X", external_scripts_enabled="on")],
)
