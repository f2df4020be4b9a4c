"""Operating systems: the distribution that a root file system or an image is of."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Source


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
    shows=(),
)
