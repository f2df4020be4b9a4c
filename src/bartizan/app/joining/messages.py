"""Messages: which queues and streams start which functions."""

from __future__ import annotations

from collections import defaultdict

from bartizan.content.kinds.aws.lambda_event_source import EventSource
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph, led_to


def fill(graph: Graph) -> None:
    """Tell functions whose messages they are started with."""
    sources: dict[str, set[str]] = defaultdict(set)
    doubts: dict[str, Unknown] = {}
    lost: Unknown | None = None
    for mapping in graph.of(EventSource):
        if mapping.read("enabled") is False:
            continue
        functions, unseen = led_to(mapping.read("function"))
        lost = unseen if unseen is not None else lost
        queues, doubt = led_to(mapping.read("feed"))
        for function in functions:
            sources[function] |= queues
            if doubt is not None:
                doubts[function] = doubt
    for each in graph.of(Runner):
        doubt = doubts.get(each.id, lost if isinstance(each, Function) else None)
        known = frozenset(sources[each.id])
        each.values.setdefault("queues", known if doubt is None else Partial(doubt.why, tuple(sorted(known))))
