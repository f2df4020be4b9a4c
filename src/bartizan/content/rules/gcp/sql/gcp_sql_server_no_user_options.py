"""SQL Server has no defaults for all users."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-no-user-options",
    title="SQL Server has no defaults for all users",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.user_options.is_set(),
    because="A default for all users can switch off warnings and checks without their knowing.",
    fix="Set the database flag user options to nothing: remove it.",
    serves=("configuration-baseline",),
    passes=[SqlInstance(version="SQLSERVER_X", user_options=None)],
    fails=[SqlInstance(version="SQLSERVER_X", user_options="8")],
)
