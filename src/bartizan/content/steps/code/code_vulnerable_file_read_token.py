"""Read the service account token of an exposed application by a vulnerable package."""

from typing import Any

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.software.package import Package
from bartizan.content.steps.code.scene import by_package, exposed, package, with_token
from bartizan.content.steps.kubernetes.scene import account
from bartizan.core.step import Reach, Step

WHO = account("reader")
TOKEN: dict[str, Any] = {"account": frozenset({WHO[0].id}), "account_name": "reader"}

STEP: Step[Internet, Workload] = Step(
    id="code-vulnerable-file-read-token",
    title="Read the service account token of an exposed application by a vulnerable package",
    technique="T1552.001",
    actor=Internet,
    move=Reach(on=Workload, gains=Workload.account),
    where=with_token(by_package(Package.reads_files)),
    because=(
        "Files that a request names are handed out, also the one with the token of the service account, which"
        " is good for the API of the cluster."
    ),
    fix=("Open files by names of a list, below one directory; do not mount the token where the API is not needed."),
    weight=1.0,
    reaches=[
        (*exposed(package(reads_files=True), **TOKEN), *WHO),
    ],
    blocked=[
        (*exposed(package(reads_files=True), **{**TOKEN, "mounts_token": False}), *WHO),
        (*exposed(package(sends_requests=True), **TOKEN), *WHO),
    ],
)
