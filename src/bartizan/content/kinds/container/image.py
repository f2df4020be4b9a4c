"""Container images: what they run as, what they carry, and whether it can be told where they come from."""

from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.source import Block, Source


class Image(Asset, kind="container.image"):
    """A container image for one platform."""

    reference = Text("The name it was looked up by, where it has one.")
    digest = Text("Digest of its manifest.")
    platform = Text("Operating system and architecture: `linux/amd64`.")
    base = Text("The image it is built on, where it says so.")
    user = Text("The user it runs as; empty or unset for root.")
    runs_as_root = Flag("It runs as root unless told otherwise.")
    exposes = Many("Ports it says it listens on.")
    secret_environment = Many("Variables of its environment that hold a secret, by name.")
    secret_history = Flag("A command in its history has a secret written out.")
    setuid_files = Many("Programs that run with the rights of their owner or group, by path.")
    writable_files = Many("Programs and system settings that everyone may write to, by path.")
    remote_additions = Flag("ADD fetched something from the network when it was built.")
    signed = Flag("A signature is kept beside it in its registry or layout.")
    provenance = Flag("A provenance attestation is kept beside it.")
    bill = Flag("A software bill of materials is kept beside it.")
    health_checked = Flag("A health check tells whether it works.")
    ssh_server = Flag("It carries an SSH server.")
    created = Text("When it was built, YYYY-MM-DD.")
    layers = Number("How many layers it has.")


FROM_IMAGE = Source(
    of=Image,
    each=Block("image"),
    names=("reference", "digest"),
    reads={
        Image.reference: "reference",
        Image.digest: "digest",
        Image.platform: "platform",
        Image.base: "base",
        Image.user: "user",
        Image.runs_as_root: "runs_as_root",
        Image.exposes: "exposes",
        Image.secret_environment: "secret_environment",
        Image.secret_history: "secret_history",
        Image.setuid_files: "setuid_files",
        Image.writable_files: "writable_files",
        Image.remote_additions: "remote_additions",
        Image.signed: "signed",
        Image.provenance: "provenance",
        Image.bill: "bill",
        Image.health_checked: "health_checked",
        Image.ssh_server: "ssh_server",
        Image.created: "created",
        Image.layers: "layers",
    },
    shows=(),
)
