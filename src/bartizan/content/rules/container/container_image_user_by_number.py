"""Container images name their user by number."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-user-by-number",
    title="Container images name their user by number",
    severity=Severity.LOW,
    every=Image,
    where=~Image.runs_as_root,
    must=Image.user.matches(r"^[0-9]+(:|$)"),
    because="Kubernetes cannot tell whether a name is root's, and with runAsNonRoot refuses to start the image.",
    fix="Set USER to the number of the user, not the name.",
    serves=("non-root-execution",),
    passes=[Image(user="10001:10001", runs_as_root=False)],
    fails=[Image(user="app", runs_as_root=False)],
)
