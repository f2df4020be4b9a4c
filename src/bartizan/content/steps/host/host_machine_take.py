"""Hold the machine that a container broke out to."""

from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.content.kinds.host import Host
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.host.scene import host
from bartizan.core.step import Follow, Step

NODES = NodeGroup(arn("eks", "nodegroup/main/workers/1"), role=frozenset())

STEP: Step[Host, Host] = Step(
    id="host-machine-take",
    title="Hold the machine that a container broke out to",
    technique="T1611",
    actor=Host,
    move=Follow(along=Host.machines),
    because=(
        "The host of a container is a machine of the cloud: its disks, its network and its role are those of "
        "the machine."
    ),
    fix="Run what may be taken over on machines of its own.",
    weight=0.0,
    reaches=[
        (host(machines=NODES.id), NODES),
    ],
    blocked=[
        (host(), NODES),
    ],
)
