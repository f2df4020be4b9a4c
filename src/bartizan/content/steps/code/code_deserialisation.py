"""Send an exposed application an object that runs commands when it is unpacked."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import DESERIALISING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-deserialisation",
    title="Send an exposed application an object that runs commands when it is unpacked",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*DESERIALISING),
    because=(
        "What is unpacked from a request says itself of which class it is, and classes run code when they are made."
    ),
    fix="Take data in a format without classes, such as JSON, and load YAML with the safe loader.",
    weight=0.6,
    reaches=[
        exposed(flaw("code-unsafe-deserialisation")),
    ],
    blocked=[
        exposed(flaw("code-unsafe-deserialisation", open=False)),
        exposed(flaw("code-cross-site-scripting")),
        exposed(flaw("code-unsafe-deserialisation"), public=False),
        exposed(),
    ],
)
