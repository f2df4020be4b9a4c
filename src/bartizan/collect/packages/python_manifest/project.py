"""What a `pyproject.toml` asks for: by PEP 621 and 735, and in the tables of Poetry, PDM, uv, Flit and Hatch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bartizan.collect.lockfile import LockFile, Misshapen, rows, table, word
from bartizan.collect.packages.python_manifest.requirement import (
    Requirement,
    normal,
    parsed,
    pinned,
    public,
    version_in,
)
from bartizan.collect.written import Written
from bartizan.core.truth import Unknown

_TO_RUN = frozenset({"main", "default", "prod", "production", "deploy", "server", "runtime", "run", "app", "base"})
_TO_DEVELOP = re.compile(
    r"(?:^|[-_./])(?:dev|devel|develop|development|tests?|testing|docs?|documentation|lint|linting|linters?|format|typing|"
    r"types?|mypy|ci|build|bench|benchmarks?|coverage|nox|tox|debug|examples?|release|style|qa|check|checks|tools?)"
    r"(?:[-_./]|$)"
)
_CARET = re.compile(r"\s*v?\d[\w.+!-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that a project asks for."""

    requirement: Requirement
    development: bool
    line: int = 1
    group: str = ""
    """The extra or the group that asks for it; empty for what the project always needs."""


@dataclass(slots=True)
class Project:
    """What a manifest says."""

    name: str = ""
    """Normalised, empty where it has none."""
    wishes: list[Wish] = field(default_factory=list)
    elsewhere: tuple[str, ...] = ()
    """What it leaves to be worked out when it is built: `dependencies`, `optional-dependencies`."""
    files: tuple[str, ...] = ()
    """Requirement files that it names for those."""
    told: bool = False
    """Whether it tells of dependencies at all."""


def develops(group: str) -> bool:
    """Return whether what an extra or a file of that name asks for is for development, by the usual names."""
    return _TO_DEVELOP.search(group.lower()) is not None


def project(lock: LockFile) -> Project:
    """Return what a `pyproject.toml` asks for; what is not as it should be is a gap of it."""
    data = lock.toml()
    return _Reader(lock, data).project()


class _Reader:
    """Reads one manifest."""

    def __init__(self, lock: LockFile, data: dict[str, Any]) -> None:
        self._lock = lock
        self._data = data
        self._written = Written(lock.text)
        self._wishes: list[Wish] = []

    def project(self) -> Project:
        """Return what the manifest asks for."""
        made = Project(wishes=self._wishes)
        for read in (self._standard, self._groups, self._poetry, self._tools, self._build):
            self._lock.shaped(partial(self._part, read, made))
        return made

    @staticmethod
    def _part(read: Callable[[Project], None], made: Project) -> Iterator[None]:
        read(made)
        yield

    def _standard(self, made: Project) -> None:
        standard = table(self._data.get("project"), "[project]")
        if isinstance(standard.get("name"), str):
            made.name = normal(standard["name"])
        made.told |= bool(standard)
        made.elsewhere = tuple(
            each
            for each in rows(standard.get("dynamic"), "dynamic")
            if each in ("dependencies", "optional-dependencies")
        )
        made.files = tuple(self._dynamic_files()) if made.elsewhere else ()
        self._texts(standard.get("dependencies"), "[project]", False)
        for extra, texts in table(standard.get("optional-dependencies"), "optional-dependencies").items():
            self._texts(texts, "optional-dependencies", develops(extra), extra)

    def _dynamic_files(self) -> Iterator[str]:
        """Yield the requirement files that setuptools and Hatch are told to take the dependencies from."""
        tool = table(self._data.get("tool"), "[tool]")
        dynamic = table(table(tool.get("setuptools"), "[tool.setuptools]").get("dynamic"), "dynamic")
        for entry in (
            dynamic.get("dependencies"),
            *table(dynamic.get("optional-dependencies") or {}, "extras").values(),
        ):
            files = entry.get("file") if isinstance(entry, dict) else None
            yield from (file for file in ([files] if isinstance(files, str) else files or ()) if isinstance(file, str))

    def _groups(self, made: Project) -> None:
        for group, entries in table(self._data.get("dependency-groups"), "[dependency-groups]").items():
            texts = [entry for entry in rows(entries, f"group {group}") if not isinstance(entry, dict)]
            self._texts(texts, "[dependency-groups]", group.lower() not in _TO_RUN, group)
            made.told = True

    def _tools(self, made: Project) -> None:
        tool = table(self._data.get("tool"), "[tool]")
        uv = table(tool.get("uv"), "[tool.uv]")
        self._texts(uv.get("dev-dependencies"), "[tool.uv]", True, "dev")
        pdm = table(tool.get("pdm"), "[tool.pdm]")
        for group, texts in table(pdm.get("dev-dependencies"), "[tool.pdm.dev-dependencies]").items():
            kept = [text for text in rows(texts, group) if not (isinstance(text, str) and text.startswith("-e "))]
            self._texts(kept, "dev-dependencies", True, group)
        flit = table(table(tool.get("flit"), "[tool.flit]").get("metadata"), "[tool.flit.metadata]")
        self._texts(flit.get("requires"), "[tool.flit.metadata]", False)
        hatch = table(table(tool.get("hatch"), "[tool.hatch]").get("envs"), "[tool.hatch.envs]")
        for name, env in hatch.items():
            for key in ("dependencies", "extra-dependencies"):
                self._texts(table(env, f"environment {name}").get(key), f"[tool.hatch.envs.{name}]", True, name)

    def _build(self, made: Project) -> None:
        build = table(self._data.get("build-system"), "[build-system]")
        self._texts(build.get("requires"), "[build-system]", True, "build-system")

    def _poetry(self, made: Project) -> None:
        poetry = table(table(self._data.get("tool"), "[tool]").get("poetry"), "[tool.poetry]")
        if not poetry:
            return
        if not made.name and isinstance(poetry.get("name"), str):
            made.name = normal(poetry["name"])
        asked = table(poetry.get("dependencies"), "[tool.poetry.dependencies]")
        made.told |= bool(asked)
        self._entries(asked, "[tool.poetry.dependencies]", "")
        old = table(poetry.get("dev-dependencies"), "[tool.poetry.dev-dependencies]")
        self._entries(old, "[tool.poetry.dev-dependencies]", "dev")
        for group, value in table(poetry.get("group"), "[tool.poetry.group]").items():
            entries = table(table(value, f"group {group}").get("dependencies"), f"group {group}")
            self._entries(entries, f"[tool.poetry.group.{group}.dependencies]", group)

    def _entries(self, entries: dict[str, Any], header: str, group: str) -> None:
        development = bool(group) and group.lower() not in _TO_RUN
        for name, value in entries.items():
            if name.lower() == "python":
                continue
            line = self._written.line(header, f"\n{name}")
            for each in value if isinstance(value, list) else [value]:
                try:
                    requirement = _entry(name, each)
                except Misshapen as error:
                    self._lock.gap(f"A dependency is left out: {error}.", line)
                    continue
                if requirement is not None:
                    self._add(requirement, development, line, group)

    def _texts(self, texts: Any, header: str, development: bool, group: str = "") -> None:
        for text in rows(texts, header):
            line = self._written.line(header, text) if isinstance(text, str) and text else 1
            try:
                requirement = parsed(word(text, "a requirement"))
            except Misshapen as error:
                self._lock.gap(f"A dependency is left out: {error}.", line)
            else:
                self._add(requirement, development, line, group)

    def _add(self, requirement: Requirement, development: bool, line: int, group: str) -> None:
        self._wishes.append(Wish(requirement=requirement, development=development, line=line, group=group))


def _entry(name: str, value: Any) -> Requirement | None:
    """Return a requirement written as Poetry does; None for one that is a directory beside the project."""
    name = normal(word(name, "a name"))
    if isinstance(value, str):
        return Requirement(name=name, version=_constrained(value))
    value = table(value, f"`{name}`")
    if "path" in value:
        return None
    extras = frozenset(normal(extra) for extra in rows(value.get("extras"), "extras") if isinstance(extra, str))
    for key, prefix in (("git", "git+"), ("url", "")):
        if isinstance(value.get(key), str):
            url = prefix + public(value[key])
            return Requirement(name=name, version=version_in(url, name), extras=extras, url=url)
    constraint = value.get("version", "")
    return Requirement(
        name=name, version=_constrained(constraint if isinstance(constraint, str) else ""), extras=extras
    )


def _constrained(constraint: str) -> str | Unknown:
    """Return the version that a constraint of Poetry's allows: a bare version is exactly that one."""
    constraint = constraint.strip()
    if _CARET.match(constraint) and not constraint.endswith("*"):
        return constraint
    if constraint.startswith(("^", "~")) or "||" in constraint or "|" in constraint or " " in constraint:
        return Unknown(f"only a range is given: {constraint}")
    try:
        return pinned(constraint, "")
    except Misshapen:
        return Unknown(f"only a range is given: {constraint}")
