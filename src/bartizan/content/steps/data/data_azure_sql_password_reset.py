"""Set a new administrator password for an SQL server."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.sql_server import SqlServer
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-sql-password-reset",
    title="Set a new administrator password for an SQL server",
    technique="T1098",
    actor=Principal,
    move=Act(on=SqlServer, uses=(Use(actions=("Microsoft.Sql/servers/write",)),)),
    where=SqlServer.public & ~SqlServer.entra_only,
    because=("Whoever may write the server sets the password of its administrator and signs in."),
    fix=("Allow sign-in by Entra ID only (azuread_authentication_only)."),
    weight=0.7,
    reaches=[
        (
            user(),
            role("SQL Server Contributor"),
            resource_group(),
            bare(SqlServer, public=True, entra_only=False),
        ),
        (
            user(),
            role("SQL Server Contributor", on="subscription"),
            subscription(),
            bare(SqlServer, public=True, entra_only=False),
        ),
    ],
    blocked=[
        (
            user(),
            role("SQL DB Contributor"),
            resource_group(),
            bare(SqlServer, public=True, entra_only=False),
        ),
        (
            user(),
            role("SQL Server Contributor", on="other"),
            resource_group("other"),
            bare(SqlServer, public=True, entra_only=False),
        ),
        (
            user(),
            resource_group(),
            bare(SqlServer, public=True, entra_only=False),
        ),
        (user(), role("SQL Server Contributor"), resource_group(), bare(SqlServer, public=True, entra_only=True)),
        (user(), role("SQL Server Contributor"), resource_group(), bare(SqlServer, public=False, entra_only=False)),
    ],
)
