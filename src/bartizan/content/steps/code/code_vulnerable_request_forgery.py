"""Have a vulnerable package of an exposed application fetch the credentials of its machine."""

from typing import Any

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.software.package import Package
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.code.scene import by_package, exposed, package
from bartizan.core.step import Reach, Step

NODE = role("node", allow("s3:GetObject"))
ON_NODE: dict[str, Any] = {"asks_metadata": True, "machine_identities": frozenset({NODE[0].id})}

STEP: Step[Internet, Runner] = Step(
    id="code-vulnerable-request-forgery",
    title="Have a vulnerable package of an exposed application fetch the credentials of its machine",
    technique="T1552.005",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.machine_identities),
    where=by_package(Package.sends_requests) & Runner.asks_metadata,
    because=(
        "The application fetches what a request names, also the address of the metadata service, which "
        "answers plain requests with the credentials of the machine."
    ),
    fix=("Fetch from known hosts only; require tokens of the metadata service (version 2) and a hop limit of 1."),
    weight=1.0,
    reaches=[
        (*exposed(package(sends_requests=True), **ON_NODE), *NODE),
    ],
    blocked=[
        (*exposed(package(sends_requests=True), **{**ON_NODE, "asks_metadata": False}), *NODE),
        (*exposed(package(reads_files=True), **ON_NODE), *NODE),
        (*exposed(package(sends_requests=True), public=False, **ON_NODE), *NODE),
    ],
)
