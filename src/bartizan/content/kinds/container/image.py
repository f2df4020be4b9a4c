"""Container images: what they run as, what they carry, and whether it can be told where they come from."""

from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.source import Block, Shown, Source


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
    shows=[
        Shown(
            file="image.json",
            text="""
{"name": "registry.example/shop:1", "beside": ["signature", "provenance", "bill"],
 "annotations": {"org.opencontainers.image.base.name": "registry.example/base:12"},
 "files": {"usr/bin/su": "4755", "usr/bin/wall": "2755", "opt/run.sh": "777", "usr/sbin/sshd": "755"},
 "config": {
   "created": "2026-02-03T04:05:06Z",
   "config": {"User": "10001:10001", "ExposedPorts": {"8080/tcp": {}, "53/udp": {}},
     "Env": ["PATH=/bin", "DB_PASSWORD=correct-horse", "TOKEN_FILE=/run/token"],
     "Healthcheck": {"Test": ["CMD", "/bin/check"]}},
   "history": [
     {"created_by": "ADD https://shop.example/a.tar.gz /a # buildkit"},
     {"created_by": "RUN |1 API_TOKEN=correct-horse /bin/sh -c make # buildkit", "empty_layer": true}]}}
""",
            gives=Image(
                "registry.example/shop:1",
                reference="registry.example/shop:1",
                digest="sha256:971fe038e3c0053817d6ad345dc0d08ce7e48aca7c05836f4fe8407518cb25d4",
                platform="linux/amd64",
                base="registry.example/base:12",
                user="10001:10001",
                runs_as_root=False,
                exposes=frozenset({8080, 53}),
                secret_environment=frozenset({"DB_PASSWORD"}),
                secret_history=True,
                setuid_files=frozenset({"/usr/bin/su", "/usr/bin/wall"}),
                writable_files=frozenset({"/opt/run.sh"}),
                remote_additions=True,
                signed=True,
                provenance=True,
                bill=True,
                health_checked=True,
                ssh_server=True,
                created="2026-02-03",
                layers=1,
            ),
        ),
        Shown(
            file="image.json",
            text="""
{"name": "registry.example/tool:2",
 "files": {"etc/passwd": "644", "usr/bin/tool": "755", "home/me/notes": "666"}, "passwd": "root:x:0:0::/:/bin/sh\\nme:x:7:7::/:/bin/sh\\n",
 "config": {"config": {"User": "me", "Healthcheck": {"Test": ["NONE"]}},
   "history": [{"created_by": "/bin/sh -c #(nop) ADD file:0000000000000000000000000000000000000000000000000000000000000000 in / "}]}}
""",
            gives=Image(
                "registry.example/tool:2",
                base=None,
                user="me",
                runs_as_root=False,
                exposes=frozenset(),
                secret_environment=frozenset(),
                secret_history=False,
                setuid_files=frozenset(),
                writable_files=frozenset(),
                remote_additions=False,
                signed=False,
                provenance=False,
                bill=False,
                health_checked=False,
                ssh_server=False,
                created=None,
            ),
        ),
    ],
)
