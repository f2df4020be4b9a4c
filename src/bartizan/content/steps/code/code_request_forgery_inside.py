"""Have a neighbouring application fetch the credentials of its machine."""

from typing import Any

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.code.scene import FETCHING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

NODE = role("node", allow("s3:GetObject"))
ON_NODE: dict[str, Any] = {"asks_metadata": True, "machine_identities": frozenset({NODE[0].id})}

STEP: Step[Runner, Runner] = Step(
    id="code-request-forgery-inside",
    title="Have a neighbouring application fetch the credentials of its machine",
    technique="T1552.005",
    actor=Runner,
    move=Reach(on=Runner, gains=Runner.machine_identities),
    where=by_flaw(*FETCHING) & Runner.asks_metadata,
    because=(
        "The application fetches what a request names, also the address of the metadata service, which "
        "answers plain requests with the credentials of the machine."
    ),
    fix=("Fetch from known hosts only; require tokens of the metadata service (version 2) and a hop limit of 1."),
    weight=0.7,
    reaches=[
        (*inside(flaw("code-ssrf"), **ON_NODE), *NODE),
    ],
    blocked=[
        (*inside(flaw("code-ssrf"), **{**ON_NODE, "asks_metadata": False}), *NODE),
        (*inside(flaw("code-open-redirect"), **ON_NODE), *NODE),
    ],
)
