"""Container images carry no SSH server."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-no-ssh-server",
    title="Container images carry no SSH server",
    severity=Severity.MEDIUM,
    every=Image,
    must=~Image.ssh_server,
    because="It is a way in with keys and passwords of its own, past the platform's logins and logs.",
    fix="Remove the server from the image; open a shell with the platform (`kubectl exec`, `docker exec`).",
    serves=("no-remote-shell", "image-minimisation"),
    passes=[Image(ssh_server=False)],
    fails=[Image(ssh_server=True)],
)
