"""Applications: one for each image that is built here, each function's code, and each image that was looked into."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bartizan.app.joining.builds import Build
from bartizan.app.joining.functions import Code
from bartizan.collect.tree import Tree, Unreadable
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.container.image import Image
from bartizan.content.kinds.docker.stage import Stage
from bartizan.content.kinds.software.application import Application
from bartizan.content.kinds.software.package import Package
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph, led_to

TOOLS = frozenset({"GitHub Actions", "Docker", "Terraform", "pre-commit"})
"""Ecosystems whose packages run where something is built, not in what is built."""


@dataclass(slots=True)
class Made:
    """An application that was found, and what it is built of."""

    asset: Application
    directory: str
    sources: tuple[str, ...]
    """What of the directory goes into it, as paths relative to the root; all of it where empty."""
    dockerfile: str = ""
    image: str = ""
    """Id of the image that was looked into."""
    names: set[str] = field(default_factory=set)
    """Names of its image, without tags."""
    services: set[str] = field(default_factory=set)
    """Ids of the Compose services it is built for."""
    functions: set[str] = field(default_factory=set)
    """Ids of the functions that run it."""

    def holds(self, file: str) -> bool:
        """Tell whether a file goes into it."""
        return any(_under(file, each) for each in self.sources or (self.directory,)) or file == self.dockerfile


def applications(graph: Graph, tree: Tree, builds: Sequence[Build], functions: Sequence[Code]) -> list[Made]:
    """Return the applications of a graph, with what they hold filled in."""
    made = [*_of_dockerfiles(graph, tree, builds), *_of_functions(graph, functions), *_of_images(graph)]
    _fill(graph, made)
    return made


def _of_dockerfiles(graph: Graph, tree: Tree, builds: Sequence[Build]) -> list[Made]:
    told: dict[str, list[Build]] = defaultdict(list)
    for build in builds:
        told[build.dockerfile].append(build)
    files = {stage.place.file: stage for stage in graph.of(Stage) if stage.place and stage.read("final") is True}
    found = []
    for file, stage in files.items():
        directories = {build.directory for build in told[file]} or {posixpath.dirname(file)}
        for directory in sorted(directories):
            here = [build for build in told[file] if build.directory == directory]
            id = f"application:{file}" if len(directories) == 1 else f"application:{file}@{directory}"
            made = Made(_application(id, directory or file, stage), directory, _copied(tree, file, directory), file)
            made.names.update(name for build in here for name in build.names if name)
            made.services.update(f"{build.file}//services.{build.service}" for build in here if build.service)
            found.append(made)
    return found


def _of_functions(graph: Graph, functions: Sequence[Code]) -> list[Made]:
    found: dict[str, Made] = {}
    for code in functions:
        directory = code.directory
        if directory is None:
            continue
        if directory not in found:
            place = graph.get(code.function)
            found[directory] = Made(_application(f"application:{directory}", directory, place), directory, ())
        found[directory].functions.add(code.function)
    return list(found.values())


def _of_images(graph: Graph) -> list[Made]:
    found = []
    for image in graph.of(Image):
        name = image.read("reference") if isinstance(image.read("reference"), str) else image.id
        made = Made(_application(f"application:{image.id}", str(name), image), "", (), image=image.id)
        made.names.update(
            str(each) for each in (image.read("reference"), image.read("digest")) if isinstance(each, str)
        )
        found.append(made)
    return found


def _application(id: str, name: str, of: Asset | None) -> Application:
    asset = Application(id, name=posixpath.basename(name) or name, directory=name)
    if of is not None and of.place is not None:
        asset.place = of.place
    return asset


def _copied(tree: Tree, dockerfile: str, directory: str) -> tuple[str, ...]:
    """Return what of a build's directory a Dockerfile copies into the image; none for all of it."""
    try:
        text = re.sub(r"\\\r?\n", " ", tree.text(dockerfile))
    except (Unreadable, OSError):
        return ()
    sources: list[str] = []
    for words in re.findall(r"(?im)^\s*(?:COPY|ADD)\s+(.+)$", text):
        if "--from=" in words or words.lstrip().startswith("["):
            continue
        named = [word for word in words.split() if not word.startswith("--")][:-1]
        sources += [
            posixpath.normpath(posixpath.join(directory, word.lstrip("/"))) for word in named if "://" not in word
        ]
    whole = {posixpath.normpath(directory or "."), directory, "."}
    if not sources or any(each in whole or "$" in each for each in sources):
        return ()
    return tuple(dict.fromkeys(re.sub(r"/?[^/]*[*?\[].*$", "", each) or directory for each in sources))


def _fill(graph: Graph, made: Sequence[Made]) -> None:
    """Tell each application which packages, flaws and secrets it has: those of the nearest directory that is built."""
    packages: dict[str, set[str]] = defaultdict(set)
    flaws: dict[str, set[str]] = defaultdict(set)
    leaks: dict[str, set[str]] = defaultdict(set)
    for asset in graph.assets:
        if not isinstance(asset, Package | Flaw | Leak) or asset.place is None:
            continue
        for one in _of_asset(asset, made):
            if isinstance(asset, Package) and _runs(asset):
                packages[one.asset.id].add(asset.id)
            elif isinstance(asset, Flaw) and asset.read("tests") is not True:
                flaws[one.asset.id].add(asset.id)
            elif isinstance(asset, Leak):
                leaks[one.asset.id].add(asset.id)
    for each in made:
        id = each.asset.id
        values = {"packages": packages[id], "flaws": flaws[id], "leaks": leaks[id]}
        each.asset.values.update({name: frozenset(ids) for name, ids in values.items()})


def _of_asset(asset: Asset, made: Sequence[Made]) -> Iterable[Made]:
    """Return the applications that something goes into."""
    images = led_to(asset.read("image"))[0] if isinstance(asset, Package) else frozenset()
    if images:
        return [each for each in made if each.image in images]
    if isinstance(asset, Leak) and isinstance(asset.read("layer"), str):
        return [each for each in made if each.image]
    file = asset.place.file if asset.place else ""
    fitting = [each for each in made if not each.image and each.holds(file)]
    nearest = max((len(each.directory) for each in fitting), default=0)
    return [each for each in fitting if len(each.directory) == nearest or each.sources]


def _runs(package: Package) -> bool:
    """Tell whether a package is part of what is built, as far as is known."""
    return package.read("development") is not True and package.read("ecosystem") not in TOOLS


def _under(file: str, directory: str) -> bool:
    return not directory or file == directory or file.startswith(f"{directory}/")
