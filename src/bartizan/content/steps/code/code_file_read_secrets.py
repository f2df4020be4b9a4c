"""Read the secrets in the files of an exposed application."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.code.scene import READING, by_flaw, exposed, flaw, leak
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-file-read-secrets",
    title="Read the secrets in the files of an exposed application",
    technique="T1552.001",
    actor=Internet,
    move=Reach(on=Runner, gains=(Runner.runs, Application.leaks)),
    where=by_flaw(*READING),
    because=(
        "Files that a request names are handed out, also those of the application itself, in which "
        "credentials are written."
    ),
    fix="Open files by names of a list, and keep credentials out of the image.",
    weight=0.6,
    reaches=[
        exposed(flaw("code-path-traversal"), leak()),
    ],
    blocked=[
        exposed(flaw("code-ssrf"), leak()),
        exposed(flaw("code-path-traversal")),
        exposed(flaw("code-path-traversal"), leak(), public=False),
    ],
)
