"""Read the environment of an exposed application as a file."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import READING, by_flaw, exposed, flaw, leak
from bartizan.core.step import Reach, Step

STEP: Step[Internet, Runner] = Step(
    id="code-file-read-environment",
    title="Read the environment of an exposed application as a file",
    technique="T1552.001",
    actor=Internet,
    move=Reach(on=Runner, gains=Runner.leaks),
    where=by_flaw(*READING),
    because=(
        "The environment of a process is a file under `/proc`; a request that names it gets the credentials in it."
    ),
    fix="Open files by names of a list, below one directory.",
    weight=0.6,
    reaches=[
        (*exposed(flaw("code-path-traversal"), leaks=frozenset({leak().id})), leak()),
    ],
    blocked=[
        (*exposed(flaw("code-ssrf"), leaks=frozenset({leak().id})), leak()),
        (*exposed(flaw("code-path-traversal"), leaks=frozenset()), leak()),
    ],
)
