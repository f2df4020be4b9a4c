"""Use the token that is mounted into a container."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.content.steps.kubernetes.scene import account, container, workload
from bartizan.core.step import Follow, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-identity-assume",
    title="Use the token that is mounted into a container",
    technique="T1078",
    references=("KubeHound IDENTITY_ASSUME",),
    actor=Container,
    when=Container.workload.any(
        Workload.mounts_token & (Workload.states_token | Workload.account.any(ServiceAccount.mounts_token))
    ),
    move=Follow(along=(Container.workload, Workload.account)),
    because=("The token of the service account lies in a file of the container: whoever runs code there acts as it."),
    fix=(
        "Set `automountServiceAccountToken: false` where the API is not needed, and give each workload a "
        "service account of its own."
    ),
    weight=0.0,
    reaches=[(container(workload("web", runs_as="backup")), workload("web", runs_as="backup"), *account("backup"))],
    blocked=[
        (
            container(workload("web", runs_as="backup", mounts_token=False)),
            workload("web", runs_as="backup", mounts_token=False),
            *account("backup"),
        )
    ],
)
