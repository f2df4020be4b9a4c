"""Upload a program to an exposed application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import UPLOADING, by_flaw, exposed, flaw
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-file-upload",
    title="Upload a program to an exposed application",
    technique="T1190",
    actor=Internet,
    move=Reach(on=Runner),
    where=by_flaw(*UPLOADING),
    because=(
        "The name of an uploaded file, or a name in an archive, decides where it is written: also over code "
        "that is run later."
    ),
    fix="Make up names of files, and refuse names in archives that lead out of the directory.",
    weight=1.2,
    reaches=[
        exposed(flaw("code-upload-name")),
    ],
    blocked=[
        exposed(flaw("code-upload-name", open=False)),
        exposed(flaw("code-open-redirect")),
        exposed(flaw("code-upload-name"), public=False),
        exposed(),
    ],
)
