"""MySQL shows users only their own databases."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-mysql-hides-databases",
    title="MySQL shows users only their own databases",
    severity=Severity.LOW,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("MYSQL"),
    must=SqlInstance.skip_show_database.equals("on"),
    because="Names of databases tell an attacker where to look.",
    fix="Set the database flag skip_show_database to on.",
    serves=("configuration-baseline",),
    passes=[SqlInstance(version="MYSQL_X", skip_show_database="on")],
    fails=[
        SqlInstance(version="MYSQL_X", skip_show_database="off"),
        SqlInstance(version="MYSQL_X", skip_show_database=None),
    ],
)
