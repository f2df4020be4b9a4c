"""What databases and the like listen on: the port that is set, or the one that their engine has by itself.

Ports are those of the user guides of each service.
"""

from __future__ import annotations

from bartizan.app.network.aws.values import number, text, why
from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.elb_classic import Classic, ClassicListener
from bartizan.content.kinds.aws.elb_load_balancer import Listener
from bartizan.core.kind import Asset
from bartizan.core.truth import Unknown
from bartizan.network.space import ANY_SERVICE, NOTHING, PORTS, Between, Ints, known, perhaps, service

ENGINES = {
    "aurora": 3306,
    "aurora-mysql": 3306,
    "mysql": 3306,
    "mariadb": 3306,
    "aurora-postgresql": 5432,
    "postgres": 5432,
    "sqlserver": 1433,
    "custom-sqlserver": 1433,
    "oracle": 1521,
    "custom-oracle": 1521,
    "db2": 50000,
    "redis": 6379,
    "valkey": 6379,
    "memcached": 11211,
}
KINDS = {
    "aws.redshift.cluster": (5439,),
    "aws.redshift.workgroup": (5439,),
    "aws.docdb.cluster": (27017,),
    "aws.neptune.cluster": (8182,),
    "aws.memorydb.cluster": (6379,),
    "aws.opensearch.domain": (80, 443),
    "aws.msk.cluster": (2181, 2182, 9092, 9094, 9096, 9098, 9194, 9196, 9198),
    "aws.efs.file-system": (2049,),
    "aws.dax.cluster": (8111, 9111),
    "aws.eks.cluster": (443,),
}
BROKERS = {"activemq": (61617, 5671, 61614, 1883, 8883, 8162), "rabbitmq": (5671, 443, 15671)}
DATABASE_PORTS = tuple(sorted({*ENGINES.values(), *(port for each in KINDS.values() for port in each)}))


def tcp(*ports: int) -> Ints:
    """Return the services of TCP at some ports."""
    return service("tcp", Ints.of((port, port) for port in ports))


HTTPS = tcp(443)


def listens(asset: Asset) -> Between[Ints]:
    """Return what an asset listens on; everything for what may listen on anything."""
    if "port" in asset.attributes:
        return _at_port(asset)
    if asset.kind == "aws.mq.broker":
        return _of_engine(asset, BROKERS)
    return known(tcp(*KINDS[asset.kind])) if asset.kind in KINDS else known(ANY_SERVICE)


def _at_port(asset: Asset) -> Between[Ints]:
    port = number(asset, "port")
    if isinstance(port, int):
        valid = 0 < port < PORTS
        return known(tcp(port)) if valid else perhaps(tcp(*DATABASE_PORTS), f"the port of {asset.id} is none")
    if isinstance(port, Unknown):
        return perhaps(service("tcp"), why(asset, "port", port))
    if asset.kind in KINDS:
        return known(tcp(*KINDS[asset.kind]))
    return _of_engine(asset, {name: (port,) for name, port in ENGINES.items()})


def _of_engine(asset: Asset, ports: dict[str, tuple[int, ...]]) -> Between[Ints]:
    engine = text(asset, "engine")
    every = tcp(*(port for each in ports.values() for port in each))
    if not isinstance(engine, str):
        return perhaps(every, f"the engine of {asset.id} is not known, nor its port")
    name = engine.lower()
    found = ports.get(name) or next((ports[each] for each in ports if name.startswith(f"{each}-")), None)
    return known(tcp(*found)) if found else perhaps(every, f"the port of {engine}, which {asset.id} runs, is not known")


def of_listener(asset: Listener | ClassicListener) -> Between[Ints]:
    """Return what a listener of a load balancer takes: one port of TCP, of UDP, or of both."""
    port, spoken = number(asset, "port"), text(asset, "protocol")
    if not isinstance(port, int):
        return perhaps(service("tcp") | service("udp"), f"the port of {asset.id} is not known")
    if not 0 < port < PORTS:
        return perhaps(service("tcp"), f"the port of {asset.id} is none: ports go from 1 to 65535")
    at = Ints(((port, port),))
    if isinstance(spoken, Unknown):
        return perhaps(service("tcp", at) | service("udp", at), why(asset, "protocol", spoken))
    return known(spoken_at(spoken or "TCP", at))


def spoken_at(spoken: str, at: Ints) -> Ints:
    """Return the services of a protocol of load balancers at some ports."""
    name = spoken.upper()
    found = NOTHING if name in ("UDP", "QUIC") else service("tcp", at)
    return found | service("udp", at) if name in ("UDP", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE") else found


__all__ = ["HTTPS", "Classic", "Database", "listens", "of_listener", "spoken_at", "tcp"]
