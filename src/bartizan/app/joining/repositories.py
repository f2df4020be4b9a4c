"""Repositories of images: which of those that are declared an image is pulled from, and whether it is pulled again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.app.joining.runs import bare, images_of
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph, led_to

REPOSITORIES = frozenset({"aws.ecr.repository", "azure.acr.registry", "gcp.artifact.repository"})
Told = frozenset[str] | Unknown


def pulls(graph: Graph) -> None:
    """Tell what runs images which repositories it pulls them from anew, by a tag that can be moved."""
    repositories = [each for each in graph.assets if each.kind in REPOSITORIES]
    for runner in graph.of(Runner):
        images = images_of(runner, graph)
        if images is None:
            runner.values.setdefault("pulls_from", frozenset())
            continue
        found = {id for image in images if isinstance(image, str) for id in _sources(image, repositories)}
        doubt = next((each for each in images if isinstance(each, Unknown)), None)
        again = _pulled_again(runner, graph)
        if again is False:
            found = set()
        unseen = doubt if doubt is not None else again if isinstance(again, Unknown) and found else None
        told: Told = (
            frozenset(found) if unseen is None else Partial(unseen.why, tuple(sorted(found)) if again is True else ())
        )
        runner.values.setdefault("pulls_from", told)


def _sources(image: str, repositories: Sequence[Asset]) -> Iterator[str]:
    """Yield the repositories that an image is in, unless they keep tags where they are."""
    for each in repositories if "@sha256:" not in image else ():
        if each.values.get("tags_immutable", each.values.get("immutable")) is not True and in_repository(
            bare(image), each
        ):
            yield each.id


def in_repository(name: str, repository: Asset) -> bool:
    """Tell whether the name of an image, without tag, is one in a repository; a host that is not known may be its."""
    told = repository.values.get("name")
    host, _, path = name.partition("/")
    if not isinstance(told, str) or not path:
        return False
    if repository.kind.startswith("aws."):
        return (".dkr.ecr." in host or host == "*") and path == told
    if repository.kind.startswith("azure."):
        return host == f"{told}.azurecr.io"
    return host.endswith("-docker.pkg.dev") and f"/{told}/" in f"/{path}"


def _pulled_again(runner: Runner, graph: Graph) -> bool | Unknown:
    """Tell whether an image is pulled again when something starts: of pods, where any container asks for it."""
    containers = [
        each for each in map(graph.get, led_to(runner.values.get("containers"))[0]) if isinstance(each, Container)
    ]
    if not containers:
        return True
    told = [each.read("always_pulls") for each in containers]
    if any(each is True for each in told):
        return True
    return next((each for each in told if isinstance(each, Unknown)), False)
