"""Send a neighbouring application an object that runs commands when it is unpacked."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import DESERIALISING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-deserialisation-inside",
    title="Send a neighbouring application an object that runs commands when it is unpacked",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*DESERIALISING),
    because=(
        "What is unpacked from a request says itself of which class it is, and classes run code when they are"
        " made. The request comes from a workload that was taken over before."
    ),
    fix=(
        "Take data in a format without classes, such as JSON, and load YAML with the safe loader. Let a "
        "network policy say who may reach it."
    ),
    weight=0.8,
    reaches=[
        inside(flaw("code-unsafe-deserialisation")),
    ],
    blocked=[
        inside(flaw("code-unsafe-deserialisation", open=False)),
        inside(flaw("code-cross-site-scripting")),
        inside(),
    ],
)
