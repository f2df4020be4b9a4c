"""Upload a program to a neighbouring application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.code.scene import UPLOADING, by_flaw, flaw, inside
from bartizan.core.step import Reach, Step

STEP: Step[Runner, Runner] = Step(
    id="code-file-upload-inside",
    title="Upload a program to a neighbouring application",
    technique="T1210",
    actor=Runner,
    move=Reach(on=Runner),
    where=by_flaw(*UPLOADING),
    because=(
        "The name of an uploaded file, or a name in an archive, decides where it is written: also over code "
        "that is run later. The request comes from a workload that was taken over before."
    ),
    fix=(
        "Make up names of files, and refuse names in archives that lead out of the directory. Let a network "
        "policy say who may reach it."
    ),
    weight=1.4,
    reaches=[
        inside(flaw("code-upload-name")),
    ],
    blocked=[
        inside(flaw("code-upload-name", open=False)),
        inside(flaw("code-open-redirect")),
        inside(),
    ],
)
