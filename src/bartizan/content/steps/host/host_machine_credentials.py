"""Take the credentials of the machine under a container."""

from bartizan.content.kinds.host import Host
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.host.scene import host
from bartizan.core.step import Follow, Step

NODE = role("node", allow("s3:GetObject"))

STEP: Step[Host, Host] = Step(
    id="host-machine-credentials",
    title="Take the credentials of the machine under a container",
    technique="T1552.005",
    actor=Host,
    move=Follow(along=Host.identities),
    because=(
        "Whoever holds a machine asks its metadata service, as the machine itself, for the credentials of its role."
    ),
    fix="Give machines roles with few rights, and workloads identities of their own.",
    weight=0.1,
    reaches=[
        (host(identities=NODE[0].id), *NODE),
    ],
    blocked=[
        (host(), *NODE),
    ],
)
