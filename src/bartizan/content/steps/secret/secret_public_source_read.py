"""Read a secret where strangers can read it."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Act, Step

STEP = Step(
    id="secret-public-source-read",
    title="Read a secret where strangers can read it",
    technique="T1213.003",
    actor=Internet,
    move=Act(on=Leak, uses=()),
    where=Leak.readable & Leak.present,
    because=(
        "What is written in a public repository, or built into a public image, is found by programs that look"
        " for nothing else, within minutes."
    ),
    fix="Change the credential, and take it out of the files and of their history.",
    weight=0.3,
    reaches=[
        (Internet("internet"), leak()),
    ],
    blocked=[
        (Internet("internet"), leak(readable=False)),
        (Internet("internet"), leak(removed=True, present=False)),
    ],
)
