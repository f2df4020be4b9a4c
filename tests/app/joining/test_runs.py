"""What something runs: images that are known, and those of which it is not known which they are."""

from __future__ import annotations

from bartizan.app.joining.runs import images_of
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph


def test_containers_that_may_be_added_leave_it_open_what_runs() -> None:
    web = Workload("a/Deployment/web", containers=Partial("the patch could not be read", ("a/0",)))
    graph = Graph([web, Container("a/0", image="web:1", init=False)])

    images = images_of(web, graph)

    assert images is not None
    assert images[0] == "web:1"
    assert [each.why for each in images if isinstance(each, Unknown)] == ["the patch could not be read"]
