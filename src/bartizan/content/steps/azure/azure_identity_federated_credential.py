"""Make tokens of one's own good for an identity."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import ManagedIdentity
from bartizan.content.steps.azure.scene import identity, resource_group, role, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-identity-federated-credential",
    title="Make tokens of one's own good for an identity",
    technique="T1098.001",
    actor=Principal,
    move=Act(
        on=ManagedIdentity,
        uses=(Use(actions=("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "A federated credential says whose tokens are as good as those of the identity. With an issuer of "
        "one's own, anyone signs in as the identity from anywhere, and nothing in Azure has to run."
    ),
    fix=(
        "Leave federatedIdentityCredentials/write out of roles on identities with rights: Managed Identity "
        "Contributor and Contributor have it."
    ),
    weight=0.5,
    reaches=[
        (user(), role("Managed Identity Contributor"), resource_group(), identity()),
        (user(), role("Contributor", on="deployer"), identity()),
    ],
    blocked=[
        (user(), role("Managed Identity Operator"), resource_group(), identity()),
        (user(), role("Contributor", on="other"), resource_group("other"), identity()),
    ],
)
