"""Hosts: the machines that containers run on, where nothing declares which one it is."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Link


class Host(Runner, kind="host"):
    """The machine under a workload. Its id is `host:` and the id of the workload; nothing declares it."""

    machines = Link(
        Asset, "What it is in the cloud: a node group, an instance, a scale set, a node pool.", derived=True
    )
    identities = Link(Asset, "The cloud identities that its metadata service hands out.", derived=True)
    workloads = Link(Asset, "The workloads that may run on it.", derived=True)
