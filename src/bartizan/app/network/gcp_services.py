"""Services of Google Cloud with addresses and rules of their own, as the network engine takes them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.app.network.seen import certain, some, text, why
from bartizan.content.kinds.gcp.gke import Cluster
from bartizan.content.kinds.gcp.network import Network
from bartizan.content.kinds.gcp.serverless import Function, RunService
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.gcp.estate import DEFAULT, Service
from bartizan.network.ranked.estate import Rule, Some
from bartizan.network.ranked.reach import PUBLIC
from bartizan.network.space import Ints, addresses, known, perhaps, service

ENGINES = {"MYSQL": 3306, "POSTGRES": 5432, "SQLSERVER": 1433}
PROXY = 3307
"""Where the Cloud SQL Auth Proxy and the connectors connect, which ask IAM instead of the list of addresses."""


def services(graph: Graph) -> Iterator[Service]:
    """Yield everything of the platform that has an address of its own."""
    yield from map(_database, graph.of(SqlInstance))
    yield from map(_cluster, graph.of(Cluster))
    everywhere = Some(frozenset(asset.id for asset in graph.of(Network)) | {DEFAULT})
    called: list[RunService | Function] = [*graph.of(RunService), *graph.of(Function)]
    yield from (_called(asset, everywhere) for asset in called)


def tcp(*at: int) -> Ints:
    """Return TCP at some ports."""
    return service("tcp", Ints.of((port, port) for port in at))


def _database(asset: SqlInstance) -> Service:
    version = text(asset.version) or ""
    port = next((port for engine, port in ENGINES.items() if version.startswith(engine)), None)
    return Service(
        id=asset.id,
        listens=tcp(port) if port else tcp(*ENGINES.values()),
        public=certain(asset.public_ip),
        why=why(asset.public_ip, ""),
        rules=_allowing(asset, some(asset.authorized)),
        otherwise=Truth.NO,
        says="lets no other address connect",
        networks=some(asset.networks),
        place=asset.place,
    )


def _allowing(asset: Asset, listed: Some) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for written in sorted(listed.known):
        found, problem = addresses(written)
        peers = perhaps(PUBLIC, problem) if problem else known(found)
        rules.append(Rule(id=asset.id, says=f"lets in {written}", peers=peers, place=asset.place))
    if listed.more:
        rules.append(Rule(id=asset.id, says="may let in others", peers=perhaps(PUBLIC, listed.more), place=asset.place))
    return tuple(rules)


def _cluster(asset: Cluster) -> Service:
    listed = some(asset.authorized)
    default = Truth.NO if listed.known else Truth(-certain(asset.limited))
    says = {Truth.YES: "lets everyone connect", Truth.NO: "lets no other address connect"}
    networks = some(asset.networks).known or ({DEFAULT} if certain(asset.default_network) is Truth.YES else set())
    return Service(
        id=asset.id,
        listens=tcp(443),
        public=Truth(-certain(asset.private_endpoint)),
        why=why(asset.private_endpoint, ""),
        rules=_allowing(asset, listed),
        otherwise=default,
        says=says.get(default, "it is not known whether it lets everyone connect"),
        networks=Some(frozenset(networks)),
        place=asset.place,
    )


def _called(asset: RunService | Function, everywhere: Some) -> Service:
    """Return a service that is called by name; who may is a question of rights, and asked elsewhere."""
    written = text(asset.ingress)
    word = (written or "").lower().replace("allow_", "").replace("-", "_")
    unread = isinstance(asset.ingress, Unknown) or written is None
    balanced = word == "all" or "load_balanc" in word or "gclb" in word
    return Service(
        id=asset.id,
        listens=tcp(443),
        public=Truth.UNKNOWN if unread else Truth.YES if word == "all" else Truth.NO,
        why=why(asset.ingress, "") or ("" if word == "all" else "takes only what comes from within"),
        networks=everywhere,
        within=Truth.YES if word == "all" else Truth.UNKNOWN,
        balanced=Truth.UNKNOWN if unread else Truth.YES if balanced else Truth.NO,
        runs=True,
        place=asset.place,
    )
