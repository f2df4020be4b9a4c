"""Which application each workload runs: by the image it names and what is known to be built into that image.

Certain are: the name or digest of an image that was looked into; the name that a build here gives its image; a
repository whose last part is the name of the one directory with a Dockerfile that is called so. Several that fit leave
it open, for a wrong join is worse than none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence

from bartizan.app.joining.applications import Made
from bartizan.app.joining.functions import Code
from bartizan.content.kinds.aws.ecs_cluster import Service
from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer, TaskDefinition
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph, led_to

Runs = frozenset[str] | Unknown


def fill(graph: Graph, made: Sequence[Made], functions: Sequence[Code]) -> None:
    """Tell everything that runs code which application of those that were read it runs: none where nothing tells."""
    codes = {code.function: code for code in functions}
    homeless = _homeless(graph, made)
    for asset in graph.of(Runner):
        told = _runs(asset, graph, made, codes)
        if isinstance(told, Unknown) and not isinstance(told, Partial) and not (made or homeless):
            told = frozenset()  # there is no application that it could be
        if asset.id in codes and isinstance(told, Unknown) and not homeless:
            told = frozenset()
        asset.values.setdefault("runs", told)


def _homeless(graph: Graph, made: Sequence[Made]) -> bool:
    """Tell whether there is code with weaknesses that goes into no application that was found."""
    held = {id for each in made for id in led_to(each.asset.read("flaws"))[0]}
    return any(flaw.id not in held and flaw.read("tests") is not True for flaw in graph.of(Flaw))


def _runs(asset: Runner, graph: Graph, made: Sequence[Made], codes: Mapping[str, Code]) -> Runs:
    if asset.id in codes:
        return _of_function(codes[asset.id], made)
    if isinstance(asset, ComposeService):
        built = frozenset(each.asset.id for each in made if asset.id in each.services)
        return built or _of_images([asset.read("image")], made)
    images = images_of(asset, graph)
    return frozenset() if images is None or not made else _of_images(images, made)


def images_of(asset: Asset, graph: Graph) -> list[object] | None:
    """Return the images that something runs, as far as they are known; None for what runs none."""
    if isinstance(asset, Workload | TaskDefinition):
        containers, doubt = led_to(asset.read("containers"))
        found = [each for each in map(graph.get, sorted(containers)) if isinstance(each, Container | TaskContainer)]
        images: list[object] = [each.read("image") for each in found if each.read("init") is not True]
        return [*images, doubt] if doubt is not None else images
    if isinstance(asset, Service):
        tasks = [each for each in map(graph.get, sorted(led_to(asset.read("task"))[0])) if each is not None]
        return [image for task in tasks for image in images_of(task, graph) or ()]
    return [asset.read("image")] if "image" in asset.attributes else None


def _of_function(code: Code, made: Sequence[Made]) -> Runs:
    found = frozenset(each.asset.id for each in made if code.function in each.functions)
    if found:
        return found
    return _of_images([code.image], made) if code.image else Unknown(code.why)


def _of_images(images: Iterable[object], made: Sequence[Made]) -> Runs:
    """Return the applications in images; one of which it is not known leaves the whole open."""
    known: set[str] = set()
    doubt: Unknown | None = None
    for image in images:
        if isinstance(image, Unknown):
            doubt = Unknown(f"its image is not known: {image.why}")
        elif isinstance(image, str):
            found = built(image, made)
            known |= found if isinstance(found, frozenset) else set()
            doubt = found if isinstance(found, Unknown) else doubt
    return frozenset(known) if doubt is None else Partial(doubt.why, tuple(sorted(known)))


def built(image: str, made: Sequence[Made]) -> Runs:
    """Return the application that an image holds: none for one that nothing here is built into."""
    repository, digest = bare(image), image.partition("@")[2]
    exact = {each.asset.id for each in made if image in each.names or (digest and digest in each.names and each.image)}
    if exact:
        return _one(exact, image)
    named = {each.asset.id for each in made if not each.image and any(fits(name, repository) for name in each.names)}
    if named:
        return _one(named, image)
    alike = {each.asset.id for each in made if each.dockerfile and _called(each, repository)}
    return _one(alike, image) if alike and not _public(repository) else frozenset()


def _one(found: set[str], image: str) -> Runs:
    if len(found) == 1:
        return frozenset(found)
    return Unknown(
        f"{image} may be built from any of {', '.join(sorted(found))[:200]}; name the image where it is built"
    )


def bare(image: str) -> str:
    """Return the repository of an image: its name without tag and digest."""
    name = image.partition("@")[0]
    head, slash, last = name.rpartition("/")
    return f"{head}{slash}{last.partition(':')[0]}"


def fits(name: str, repository: str) -> bool:
    """Tell whether a name that a build gives is that of a repository; `*` stands for what is not known of it."""
    if "*" not in name:
        return name == repository or repository.removeprefix("docker.io/").removeprefix("library/") == name
    fixed = name.replace("*", "").strip("/.")
    return bool(fixed) and re.fullmatch(re.escape(name).replace(r"\*", ".*"), repository) is not None


def _called(made: Made, repository: str) -> bool:
    return posixpath.basename(made.directory) == posixpath.basename(repository) != ""


def _public(repository: str) -> bool:
    """Tell whether a repository is one of Docker Hub's own images: `postgres` is built by others."""
    return "/" not in repository or repository.startswith(("docker.io/library/", "library/"))
