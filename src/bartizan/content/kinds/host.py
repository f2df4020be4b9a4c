"""Hosts: the machines that containers run on, where nothing declares which one it is."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Link


class Host(Runner, kind="host"):
    """The machine under a workload. Its id is `host:` and the id of the workload; nothing declares it."""

    machines = Link(
        Asset, "What it is: a node group, an instance, a node pool; the host of a whole cluster else.", derived=True
    )
    identities = Link(Asset, "The cloud identities that its metadata service hands out.", derived=True)
