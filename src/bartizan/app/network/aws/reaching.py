"""The network of the AWS part of a graph, and what it tells of its assets."""

from __future__ import annotations

from bartizan.app.network.aws.estate import estate
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET, Reached
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.aws.reaching import AwsReaching


def network(graph: Graph) -> AwsReaching:
    """Return the network of a graph."""
    return AwsReaching(estate(graph))


def told(graph: Graph, reaching: AwsReaching | None = None) -> None:
    """Fill `exposed` and `exposed_by` of all that stands in a network of AWS; what is filled already stays."""
    found = network(graph) if reaching is None else reaching
    for asset in graph.of(Endpoint):
        if asset.kind.startswith("aws."):
            _tell(asset, found.reach(INTERNET, asset.id))


def _tell(asset: Asset, reached: Reached) -> None:
    unknown = next((why for each in reached.passages for why in each.unknowns), reached.why)
    exposed = Unknown(unknown) if reached.truth is Truth.UNKNOWN else reached.truth is Truth.YES
    asset.values.setdefault("exposed", exposed)
    how = _how(reached) if reached.truth is Truth.YES else exposed if isinstance(exposed, Unknown) else None
    asset.values.setdefault("exposed_by", how)


def _how(reached: Reached) -> str:
    first = next((each for each in reached.passages if each.truth is Truth.YES), None)
    return reached.why if first is None else "; ".join(f"{via.asset} {via.says}" for via in first.via) or reached.why
