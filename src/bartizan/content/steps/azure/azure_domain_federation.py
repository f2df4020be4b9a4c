"""Trust an identity provider of one's own for a domain."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import directory_role, graph_permission, program, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-domain-federation",
    title="Trust an identity provider of one's own for a domain",
    technique="T1484.002",
    actor=Principal,
    move=Act(
        on=Principal,
        uses=(Use(actions=("microsoft.directory/domains/federation/update",), upon=Upon.NEW),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A domain that is federated takes the word of an identity provider for who signs in; with one of "
        "one's own, anybody is signed in, Global Administrators too."
    ),
    fix=("Keep Hybrid Identity and Domain Name Administrators few, and do not grant Domain.ReadWrite.All."),
    weight=1.0,
    reaches=[
        (user(), directory_role("Hybrid Identity Administrator")),
        (program(), graph_permission("Domain.ReadWrite.All")),
        (user(), directory_role("External Identity Provider Administrator")),
    ],
    blocked=[
        (user(), directory_role("Application Administrator")),
        (program(), graph_permission("Directory.ReadWrite.All")),
    ],
)
