"""Become the administrator of an SQL server."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-sql-administrator-set",
    title="Become the administrator of an SQL server",
    technique="T1098.003",
    actor=Principal,
    move=Act(on=SqlServer, uses=(Use(actions=("Microsoft.Sql/servers/administrators/write",)),)),
    where=SqlServer.public,
    because=("Whoever sets the Entra administrator of a server names themselves and signs in to every database."),
    fix=("Keep Microsoft.Sql/servers/administrators/write with those who run databases."),
    weight=0.6,
    reaches=[
        (
            user(),
            role("SQL Server Contributor"),
            resource_group(),
            bare(SqlServer, public=True),
        ),
        (
            user(),
            role("SQL Server Contributor", on="subscription"),
            subscription(),
            bare(SqlServer, public=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("SQL DB Contributor"),
            resource_group(),
            bare(SqlServer, public=True),
        ),
        (
            user(),
            role("SQL Server Contributor", on="other"),
            resource_group("other"),
            bare(SqlServer, public=True),
        ),
        (
            user(),
            resource_group(),
            bare(SqlServer, public=True),
        ),
        (user(), role("SQL Server Contributor"), resource_group(), bare(SqlServer, public=False)),
    ],
)
