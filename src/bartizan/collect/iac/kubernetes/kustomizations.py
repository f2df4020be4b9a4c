"""The kustomizations of a tree, and what each refers to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.resource import Spots
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import YamlError, documents
from bartizan.core.place import Gap, Place

NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
OBJECTS = ("resources", "bases", "components")
"""Fields whose files hold objects; the files of all others change objects, or are put into them."""
CONFIGURATIONS = ("generators", "transformers", "validators")
_PATHS = (*CONFIGURATIONS, "configurations", "crds", "patches", "patchesStrategicMerge")
_PATH_KEYS = frozenset({"path", "files", "envs", "env", "valuesFile", "additionalValuesFiles"})
_REMOTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|git::|github\.com[/:]|[a-z][a-z0-9-]*@[^/]*[:/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a kustomization refers to."""

    text: str
    """As it is written."""
    field: str
    place: Place
    target: str | None
    """A file of the tree, or the directory of another kustomization; None when it is neither."""
    is_directory: bool = False

    @property
    def remote(self) -> bool:
        """Whether it would be fetched from the network."""
        return _REMOTE.match(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A config map or secret that a kustomization makes up."""

    kind: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Kustomization:
    """One kustomization file."""

    file: str
    component: bool = False
    """Whether it can only be part of another."""
    helm: bool = False
    """Whether it renders Helm charts, which is not asked of kustomize."""
    configured: bool = False
    """Whether it names generators, transformers or validators of its own."""
    entries: tuple[Entry, ...] = ()
    inputs: frozenset[str] = frozenset()
    """Files it uses otherwise than as objects: patches, configuration, the contents of config maps."""
    remote: tuple[Entry, ...] = ()
    generated: tuple[Generated, ...] = ()
    spots: Spots = field(default_factory=dict)
    gap: Gap | None = None
    """Why the file could not be read."""


Kustomizations = Mapping[str, Kustomization]
"""By directory."""


def find_kustomizations(tree: Tree) -> Kustomizations:
    """Return the kustomizations of a tree by directory."""
    files = frozenset(tree.files)
    directories: dict[str, list[str]] = {}
    for file in tree.files:
        if posixpath.basename(file) in NAMES:
            directories.setdefault(posixpath.dirname(file), []).append(file)
    found = {}
    for directory, named in directories.items():
        kustomization = _read(named, tree, files, frozenset(directories))
        if kustomization is not None:
            found[directory] = kustomization
    return found


def _read(named: list[str], tree: Tree, files: frozenset[str], directories: frozenset[str]) -> Kustomization | None:
    file = named[0]
    if len(named) > 1:
        why = f"The directory has {len(named)} kustomization files, which kustomize refuses. Keep one of them."
        return Kustomization(file=file, inputs=frozenset(named[1:]), gap=Gap(file, why))
    try:
        text = tree.text(file)
        document = next(iter(documents(text)), None)
    except Unreadable as error:
        return Kustomization(file=file, gap=Gap(file, str(error)))
    except YamlError as error:
        why = f"The kustomization is not valid YAML: {error.why}. Correct it."
        return Kustomization(file=file, gap=Gap(file, why, error.line, error.column))
    value = document.value if document is not None else None
    if document is None or not isinstance(value, dict):
        return Kustomization(file=file, gap=Gap(file, "The kustomization is empty. Remove it, or list its resources."))
    if _is_other_kind(value):
        return None
    entries = tuple(_entries(value, file, document.spots, tree, files, directories))
    return Kustomization(
        file=file,
        component=value.get("kind") == "Component",
        helm=any(value.get(key) for key in ("helmCharts", "helmChartInflationGenerator")),
        configured=any(value.get(key) for key in CONFIGURATIONS),
        entries=entries,
        inputs=frozenset(_inputs(value, file, tree, files, entries)),
        remote=tuple(_remote(value, file, document.spots, entries)),
        generated=tuple(_generated(value, file, document.spots)),
        spots=document.spots,
    )


def _is_other_kind(value: dict[str, Any]) -> bool:
    """Tell whether this is an object for the cluster (Flux has one of the same name) rather than a kustomization."""
    if value.get("kind") not in (None, "", "Kustomization", "Component"):
        return True
    return str(value.get("apiVersion")).startswith("kustomize.toolkit.fluxcd.io/")


def _entries(
    value: dict[str, Any], file: str, spots: Spots, tree: Tree, files: frozenset[str], directories: frozenset[str]
) -> Iterator[Entry]:
    here = posixpath.dirname(file)
    for name in (*OBJECTS, *CONFIGURATIONS):
        items = value.get(name)
        for index, text in enumerate(items if isinstance(items, list) else []):
            if not isinstance(text, str) or _is_inline(text):
                continue
            place = Place(file, *spots.get(f"{name}/{index}", (1, 1)))
            target = tree.inside(here, text) if text and not _REMOTE.match(text) else None
            is_directory = target in directories and target not in files
            known = is_directory or target in files
            yield Entry(text=text, field=name, place=place, target=target if known else None, is_directory=is_directory)


def _is_inline(text: str) -> bool:
    """Tell whether a text is a patch or a configuration itself, rather than the path of one."""
    return "\n" in text.strip() or text.lstrip().startswith("{")


def _inputs(
    value: dict[str, Any], file: str, tree: Tree, files: frozenset[str], entries: tuple[Entry, ...]
) -> Iterator[str]:
    """Yield the files that any text of the kustomization, or of the configurations it names, leads to."""
    here = posixpath.dirname(file)
    manifests = {entry.target for entry in entries if entry.field in OBJECTS}
    texts = [text for key, item in value.items() if key not in OBJECTS for text in _texts(item)]
    for entry in entries:
        if entry.field in CONFIGURATIONS and entry.target in files:
            texts += _texts_of_file(str(entry.target), tree)
    for text in texts:
        for name in (text, text.partition("=")[2]):
            target = tree.inside(here, name) if name else None
            if target in files and target not in manifests:
                yield str(target)


def _texts(value: Any, inline: bool = True) -> Iterator[str]:
    """Yield the texts in a value, and those in the patches and configurations that are written in its texts."""
    if isinstance(value, str):
        if not _is_inline(value):
            yield value
        elif inline:
            yield from _texts_of(value)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item, inline)


def _texts_of(text: str) -> Iterator[str]:
    try:
        for document in documents(text):
            if isinstance(document.value, dict | list):
                yield from _texts(document.value, inline=False)
    except YamlError:
        return


def _texts_of_file(file: str, tree: Tree) -> list[str]:
    try:
        return list(_texts_of(tree.text(file)))
    except Unreadable:
        return []


def _generated(value: dict[str, Any], file: str, spots: Spots) -> Iterator[Generated]:
    for key, kind in (("configMapGenerator", "ConfigMap"), ("secretGenerator", "Secret")):
        items = value.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            name = item.get("name") if isinstance(item, dict) else None
            if isinstance(name, str):
                yield Generated(kind=kind, name=name, place=Place(file, *spots.get(f"{key}/{index}", (1, 1))))


def _remote(value: dict[str, Any], file: str, spots: Spots, entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield what would be fetched from the network."""
    yield from (entry for entry in entries if entry.remote)
    for path, text in _named_paths(value, ""):
        entry = Entry(text=text, field=path, place=Place(file, *spots.get(path, (1, 1))), target=None)
        if path.partition("/")[0] not in (*OBJECTS, *CONFIGURATIONS):
            yield from [entry] if entry.remote else []
        else:
            yield from (replace(entry, text=inner) for inner in remote_in_configuration(text))


def remote_in_configuration(text: str) -> Iterator[str]:
    """Yield what the configurations of kustomize's own generators and transformers in a text would fetch."""
    try:
        for document in documents(text):
            if isinstance(document.value, dict) and document.value.get("apiVersion") == "builtin":
                yield from (path for _, path in _named_paths(document.value, "") if _REMOTE.match(path))
    except YamlError:
        return


def _named_paths(value: Any, path: str, wanted: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand where kustomize expects the path of a file."""
    if isinstance(value, str) and wanted:
        yield path, value if _is_inline(value) else value.partition("=")[2] or value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _named_paths(item, f"{path}/{key}" if path else key, key in _PATH_KEYS or key in _PATHS)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _named_paths(item, f"{path}/{index}", wanted)
