"""Pull a public image and read the secrets in it."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.code.scene import application, leak
from bartizan.core.step import Act, Step

STEP = Step(
    id="secret-public-image-read",
    title="Pull a public image and read the secrets in it",
    technique="T1552.001",
    actor=Internet,
    move=Act(on=Application, uses=(), gains=Application.leaks),
    where=Application.pullable,
    because=(
        "Everyone may pull the image; all of its layers and its environment can be read, also what a later "
        "layer deletes."
    ),
    fix="Close the repository, change the credentials, and build images without them.",
    weight=0.2,
    reaches=[
        (Internet("internet"), *application(leak(), pullable=True)),
    ],
    blocked=[
        (Internet("internet"), *application(leak(), pullable=False)),
        (Internet("internet"), *application(pullable=True)),
    ],
)
