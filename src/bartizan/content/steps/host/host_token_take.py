"""Read the service account tokens of the pods on the machine."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.host.scene import host
from bartizan.content.steps.kubernetes.scene import account, workload
from bartizan.core.step import Follow, Step

STEP: Step[Runner, Runner] = Step(
    id="host-token-take",
    title="Read the service account tokens of the pods on the machine",
    technique="T1528",
    actor=Runner,
    move=Follow(along=(Runner.carries, Workload.account)),
    because=(
        "The kubelet keeps the token of every pod on its machine in files, and may ask the API server for new ones."
    ),
    fix="Keep powerful service accounts on nodes of their own, by taints and node affinity.",
    weight=0.2,
    reaches=[
        (host(carries="shop/Pod/db"), workload("db", runs_as="backup"), *account("backup")),
    ],
    blocked=[
        (host(), workload("db", runs_as="backup"), *account("backup")),
    ],
)
