"""Read the service account token of a neighbouring application as a file."""

from typing import Any

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.code.scene import READING, by_flaw, flaw, inside, with_token
from bartizan.content.steps.kubernetes.scene import account
from bartizan.core.step import Reach, Step

WHO = account("reader")
TOKEN: dict[str, Any] = {"account": frozenset({WHO[0].id}), "account_name": "reader"}

STEP: Step[Runner, Workload] = Step(
    id="code-file-read-token-inside",
    title="Read the service account token of a neighbouring application as a file",
    technique="T1552.001",
    actor=Runner,
    move=Reach(on=Workload, gains=Workload.account),
    where=with_token(by_flaw(*READING)),
    because=(
        "Files that a request names are handed out, also the one with the token of the service account, which"
        " is good for the API of the cluster."
    ),
    fix=("Open files by names of a list, below one directory; do not mount the token where the API is not needed."),
    weight=0.7,
    reaches=[
        (*inside(flaw("code-path-traversal"), **TOKEN), *WHO),
    ],
    blocked=[
        (*inside(flaw("code-path-traversal"), **{**TOKEN, "mounts_token": False}), *WHO),
        (*inside(flaw("code-ssrf"), **TOKEN), *WHO),
    ],
)
