"""Links that manifests make by name or label: containers to the volumes they mount, services to pods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bartizan.app.identity.kubernetes.reading import labels, members, text
from bartizan.app.identity.kubernetes.realms import realms
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.content.kinds.kubernetes.workload import Container, Volume, Workload
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.graph.graph import led_to
from bartizan.identity.kubernetes.aggregation import selects
from bartizan.identity.kubernetes.estate import Selector


def link(assets: Iterable[Asset]) -> None:
    """Tell containers of the volumes they mount, and services of the workloads they lead to.

    To be called once all is read.
    """
    known = [asset for asset in assets if asset.kind.startswith("kubernetes.")]
    _link_volumes(known)
    _link_services(known)


def _link_volumes(assets: Iterable[Asset]) -> None:
    known = list(assets)
    by_owner: dict[str, list[Volume]] = defaultdict(list)
    for asset in known:
        if isinstance(asset, Volume):
            for owner in led_to(asset.read("workload"))[0]:
                by_owner[owner].append(asset)
    for asset in known:
        if isinstance(asset, Container):
            owners = led_to(asset.read("workload"))[0]
            volumes = [volume for owner in sorted(owners) for volume in by_owner[owner]]
            for name, by in (("volumes", "mounts"), ("written_volumes", "writes")):
                if isinstance(asset.read(name), Unknown):
                    asset.values[name] = _mounted(asset, by, volumes)


def _mounted(container: Container, by: str, volumes: list[Volume]) -> frozenset[str] | Unknown:
    names, why = members(container, by)
    found = [volume.id for volume in volumes if text(volume, "name") in names]
    return Partial(why, tuple(found)) if why else frozenset(found)


def _link_services(assets: list[Asset]) -> None:
    known = realms(assets)
    workloads: dict[str, list[Workload]] = defaultdict(list)
    for asset in assets:
        if isinstance(asset, Workload):
            workloads[text(asset, "namespace")].append(asset)
    for asset in assets:
        if isinstance(asset, Service) and isinstance(asset.read("workloads"), Unknown):
            realm = known.of.get(asset.id, -1)
            inside = [
                each
                for each in workloads[text(asset, "namespace")]
                if tuple(sorted((known.of.get(each.id, -1), realm))) not in known.apart
            ]
            asset.values["workloads"] = _led_to(asset, inside)


def _led_to(service: Service, workloads: list[Workload]) -> frozenset[str] | Unknown:
    """Return the workloads of the same namespace whose pods have all labels that the service asks for."""
    wanted, why = labels(service, "selector")
    if why:
        return Unknown(why)
    if not wanted:
        return frozenset()
    held = {each.id: _fits(wanted, each) for each in workloads}
    sure = [id for id, truth in held.items() if truth is Truth.YES]
    if Truth.UNKNOWN in held.values():
        return Partial("the labels of some pods were not seen", tuple(sure))
    return frozenset(sure)


def _fits(wanted: Mapping[str, str], workload: Workload) -> Truth:
    own, hidden = labels(workload)
    return selects(Selector(labels=wanted), own, bool(hidden))
