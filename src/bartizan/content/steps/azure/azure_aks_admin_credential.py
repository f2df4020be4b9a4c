"""Read the administrator credential of a Kubernetes cluster."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-aks-admin-credential",
    title="Read the administrator credential of a Kubernetes cluster",
    technique="T1552.001",
    actor=Principal,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",)),),
        gains=Gain.TARGET,
    ),
    where=Cluster.local_accounts,
    because=(
        "The answer holds a certificate of the group system:masters, which the cluster refuses nothing and "
        "cannot revoke."
    ),
    fix=("Turn local accounts off, so that only sign-in by Entra ID is left."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Azure Kubernetes Service Cluster Admin Role"),
            resource_group(),
            bare(Cluster, local_accounts=True),
        ),
        (
            user(),
            role("Azure Kubernetes Service Cluster Admin Role", on="subscription"),
            subscription(),
            bare(Cluster, local_accounts=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Azure Kubernetes Service Cluster User Role"),
            resource_group(),
            bare(Cluster, local_accounts=True),
        ),
        (
            user(),
            role("Azure Kubernetes Service Cluster Admin Role", on="other"),
            resource_group("other"),
            bare(Cluster, local_accounts=True),
        ),
        (
            user(),
            role("Azure Kubernetes Service Cluster Admin Role"),
            resource_group(),
            bare(Cluster, local_accounts=False),
        ),
    ],
)
