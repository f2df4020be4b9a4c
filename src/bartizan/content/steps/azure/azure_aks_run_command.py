"""Run a command in a Kubernetes cluster through Azure."""

from bartizan.content.kinds.azure.aks_cluster import Cluster
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-aks-run-command",
    title="Run a command in a Kubernetes cluster through Azure",
    technique="T1609",
    references=("BloodHound AZAKSContributor",),
    actor=Principal,
    move=Act(
        on=Cluster,
        uses=(
            Use(
                actions=(
                    "Microsoft.ContainerService/managedClusters/runCommand/action",
                    "Microsoft.ContainerService/managedClusters/commandResults/read",
                )
            ),
        ),
        gains=Gain.TARGET,
    ),
    because=(
        "Azure starts a pod that runs kubectl with the rights of an administrator of the cluster, also where "
        "its API server is private."
    ),
    fix=("Turn the run command feature of the cluster off, and leave runCommand/action out of roles."),
    weight=0.7,
    reaches=[
        (user(), role("Azure Kubernetes Service Contributor Role"), resource_group(), bare(Cluster)),
        (user(), role("Azure Kubernetes Service Contributor Role", on="subscription"), subscription(), bare(Cluster)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), bare(Cluster)),
        (user(), role("Azure Kubernetes Service Contributor Role", on="other"), resource_group("other"), bare(Cluster)),
    ],
)
