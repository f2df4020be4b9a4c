"""Ask the metadata service from within a container."""

from typing import Any

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Follow, Step

NODE = role("node", allow("s3:GetObject"))
ON_NODE: dict[str, Any] = {"machine_identities": frozenset({NODE[0].id})}

STEP: Step[Runner, Runner] = Step(
    id="host-metadata-query",
    title="Ask the metadata service from within a container",
    technique="T1552.005",
    actor=Runner,
    when=Runner.reaches_metadata,
    move=Follow(along=Runner.machine_identities),
    because=(
        "Commands in a container reach the metadata service of the machine under it, which hands out the "
        "credentials of the machine."
    ),
    fix="Set the hop limit of the metadata service to 1, or hide it from pods by a network policy.",
    weight=0.2,
    reaches=[
        (workload("web", reaches_metadata=True, **ON_NODE), *NODE),
    ],
    blocked=[
        (workload("web", reaches_metadata=False, **ON_NODE), *NODE),
        (workload("web", reaches_metadata=True, machine_identities=frozenset()), *NODE),
    ],
)
