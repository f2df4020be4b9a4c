"""Other servers cannot run procedures."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-server-no-remote-access",
    title="Other servers cannot run procedures",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("SQLSERVER"),
    must=~SqlInstance.remote_access.equals("on"),
    because="Procedures run from other servers can be used to exhaust this one.",
    fix="Set the database flag remote access to off.",
    serves=("configuration-baseline",),
    passes=[
        SqlInstance(version="SQLSERVER_X", remote_access="off"),
        SqlInstance(version="SQLSERVER_X", remote_access=None),
    ],
    fails=[SqlInstance(version="SQLSERVER_X", remote_access="on")],
)
