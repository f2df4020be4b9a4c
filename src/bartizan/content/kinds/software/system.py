"""Operating systems: the distribution that a root file system or an image is of."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source
from bartizan.core.truth import Unknown


class System(Asset, kind="software.system"):
    """The distribution of a root file system or an image."""

    distribution = Text("Its id: `debian`, `alpine`, `rhel`.")
    version = Text("Its version: `12`, `3.19`, `9.4`.")
    name = Text("Its name as people say it.")
    supported_until = Text("The last day of security updates that cost nothing, YYYY-MM-DD.")
    supported = Flag("Security updates are still made for it.")


FROM_SYSTEM = Source(
    of=System,
    each=Block("system"),
    reads={
        System.distribution: "distribution",
        System.version: "version",
        System.name: "name",
        System.supported_until: "supported_until",
        System.supported: "supported",
    },
    shows=(
        Shown(
            text="""NAME="CentOS Linux"
VERSION="7 (Core)"
ID="centos"
ID_LIKE="rhel fedora"
VERSION_ID="7"
PRETTY_NAME="CentOS Linux 7 (Core)"
""",
            gives=System(
                "centos@7",
                distribution="centos",
                version="7",
                name="CentOS Linux 7 (Core)",
                supported_until="2024-06-30",
                supported=False,
            ),
            file="etc/os-release",
        ),
        Shown(
            text="""ID=wolfi
NAME="Wolfi"
PRETTY_NAME="Wolfi"
VERSION_ID="20230201"
""",
            gives=System("wolfi@20230201", distribution="wolfi", supported_until=None, supported=True),
            file="usr/lib/os-release",
        ),
        Shown(
            text="""ID=exampleos
NAME="Example OS"
""",
            gives=System(
                "exampleos",
                distribution="exampleos",
                version=Unknown("its release files give no version"),
                name="Example OS",
                supported=Unknown("how long Example OS is supported is not known here"),
            ),
            file="etc/os-release",
        ),
    ),
)
