"""Take the token out of a volume."""

from bartizan.content.kinds.kubernetes.workload import Volume, Workload
from bartizan.content.steps.kubernetes.scene import account, volume, workload
from bartizan.core.step import Follow, Step

STEP: Step[Volume, Volume] = Step(
    id="kubernetes-token-steal",
    title="Take the token out of a volume",
    technique="T1552.001",
    references=("KubeHound TOKEN_STEAL",),
    actor=Volume,
    when=Volume.token,
    move=Follow(along=(Volume.workload, Workload.account)),
    because=("A projected volume holds a token of the pod's service account, which counts wherever it is used."),
    fix=(
        "Give the token an audience of its own where it is not for the API server, and project none where it "
        "is not needed."
    ),
    reaches=[
        (volume(workload("web"), type="projected", token=True), workload("web", runs_as="backup"), *account("backup"))
    ],
    blocked=[(volume(workload("web"), type="projected"), workload("web", runs_as="backup"), *account("backup"))],
)
