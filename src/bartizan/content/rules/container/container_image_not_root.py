"""Container images run as a user other than root."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-not-root",
    title="Container images run as a user other than root",
    severity=Severity.MEDIUM,
    every=Image,
    must=~Image.runs_as_root,
    because="Whoever breaks into the process is root in the container, and one flaw of the kernel away from the host.",
    fix="Set USER to a number other than 0, and build the image again.",
    serves=("non-root-execution",),
    passes=[Image(user="10001", runs_as_root=False)],
    fails=[Image(user=None, runs_as_root=True)],
)
