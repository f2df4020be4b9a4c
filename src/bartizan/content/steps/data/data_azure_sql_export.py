"""Export a database of an SQL server."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-sql-export",
    title="Export a database of an SQL server",
    technique="T1537",
    actor=Principal,
    move=Act(on=SqlServer, uses=(Use(actions=("Microsoft.Sql/servers/databases/export/action",)),)),
    because=("An export writes a whole database as a file to a storage account of the caller."),
    fix=("Leave databases/export/action out of roles."),
    weight=0.8,
    reaches=[
        (
            user(),
            role("SQL DB Contributor"),
            resource_group(),
            bare(SqlServer),
        ),
        (
            user(),
            role("SQL DB Contributor", on="subscription"),
            subscription(),
            bare(SqlServer),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(SqlServer),
        ),
        (
            user(),
            role("SQL DB Contributor", on="other"),
            resource_group("other"),
            bare(SqlServer),
        ),
        (
            user(),
            resource_group(),
            bare(SqlServer),
        ),
    ],
)
