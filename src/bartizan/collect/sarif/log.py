"""Logs of SARIF 2.1.0, as much of them as tells of findings.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0. Results stay as they are written until they are asked
for, one by one: a large log takes little memory, and one bad result loses no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from bartizan.collect.tree import Unreadable

VERSION = "2.1.0"


class BadResults(Exception):
    """A file that holds no SARIF, or not the SARIF that is read; its text says what to do."""


class Part(msgspec.Struct, rename="camel"):
    """Base of the objects of a log: what they have beyond what is named is passed over."""


class Message(Part):
    """A text, or the id of one with what to fill in."""

    text: str | None = None
    markdown: str | None = None
    id: str | None = None
    arguments: list[str] | None = None


class Properties(Part):
    """What tools add; each as they like, so nothing is certain of its type."""

    security_severity: Any = msgspec.field(default=None, name="security-severity")
    severity: Any = None
    tags: Any = None


class Setting(Part):
    """How a rule reports."""

    level: str | None = None


class Rule(Part):
    """What a tool says of a rule."""

    id: str = ""
    name: str | None = None
    short_description: Message | None = None
    full_description: Message | None = None
    help: Message | None = None
    help_uri: str | None = None
    message_strings: dict[str, Message] | None = None
    default_configuration: Setting | None = None
    properties: Properties | None = None


class Component(Part):
    """A tool, or an extension of one."""

    name: str = ""
    version: str | None = None
    semantic_version: str | None = None
    rules: list[Rule] | None = None
    global_message_strings: dict[str, Message] | None = None


class Tool(Part):
    """A tool with its extensions."""

    driver: Component
    extensions: list[Component] | None = None


class Artifact(Part):
    """Where a file is: a name, the base it is relative to, or its place in the run's list."""

    uri: str | None = None
    uri_base_id: str | None = None
    index: int | None = None


class Listed(Part):
    """A file in the run's list."""

    location: Artifact | None = None


class Region(Part):
    """A stretch of a file; lines and columns count from 1."""

    start_line: int | None = None
    start_column: int | None = None
    end_line: int | None = None


class Physical(Part):
    """A place in a file."""

    artifact_location: Artifact | None = None
    region: Region | None = None


class Logical(Part):
    """What a place is in, by name."""

    fully_qualified_name: str | None = None
    name: str | None = None


class Location(Part):
    """A place."""

    physical_location: Physical | None = None
    logical_locations: list[Logical] | None = None
    message: Message | None = None


class Accepted(Part):
    """Why a result is not counted."""

    kind: str | None = None
    status: str | None = None
    justification: str | None = None
    location: Location | None = None


class Reference(Part):
    """A rule by its id or its place in the list of a component."""

    id: str | None = None
    index: int | None = None
    tool_component: Reference | None = None
    name: str | None = None


class Result(Part):
    """Something a tool found."""

    rule_id: str | None = None
    rule_index: int | None = None
    rule: Reference | None = None
    kind: str | None = None
    level: str | None = None
    message: Message | None = None
    locations: list[Location] | None = None
    related_locations: list[Location] | None = None
    suppressions: list[Accepted] | None = None
    fingerprints: dict[str, str] | None = None
    partial_fingerprints: dict[str, str] | None = None
    baseline_state: str | None = None
    properties: Properties | None = None


class Notification(Part):
    """Something that went wrong while a tool ran."""

    message: Message | None = None
    level: str | None = None
    locations: list[Location] | None = None


class Override(Part):
    """A rule set otherwise for one run."""

    configuration: Setting | None = None
    descriptor: Reference | None = None


class Invocation(Part):
    """How a tool was run."""

    execution_successful: bool | None = None
    tool_execution_notifications: list[Notification] | None = None
    tool_configuration_notifications: list[Notification] | None = None
    rule_configuration_overrides: list[Override] | None = None


class Run(Part):
    """One run of a tool."""

    tool: Tool
    results: list[msgspec.Raw] | None = None
    artifacts: list[Listed] | None = None
    original_uri_base_ids: dict[str, Artifact] | None = None
    invocations: list[Invocation] | None = None


class _Log(Part):
    version: str | None = None
    runs: list[msgspec.Raw] | None = None


def runs(path: Path) -> Iterator[Run | BadResults]:
    """Yield the runs of a log, or why one of them cannot be read; raises `BadResults` for a file that is no log."""
    data = _bytes(path)
    log = _decoded(data, _Log, str(path), data)
    if log.version != VERSION or log.runs is None:
        found = f"SARIF {log.version}" if log.version else "no SARIF"
        raise BadResults(f"{path} is {found}; SARIF {VERSION} is read. Have the tool write that, or convert the file.")
    for number, raw in enumerate(log.runs):
        try:
            yield _decoded(bytes(raw), Run, f"{path}: run {number + 1}", data)
        except BadResults as error:
            yield error


def results(run: Run) -> Iterator[Result | str]:
    """Yield the results of a run, or why one of them cannot be read."""
    for number, raw in enumerate(run.results or ()):
        try:
            yield msgspec.json.decode(raw, type=Result)
        except (msgspec.DecodeError, RecursionError) as error:
            yield f"Result {number + 1} of {run.tool.driver.name or 'a tool'} cannot be read: {error}."


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16").encode()
        except (UnicodeError, Unreadable):
            raise BadResults(f"{path} is not text; name a SARIF file.") from None
    return data.removeprefix(b"\xef\xbb\xbf")


def _decoded(data: bytes, kind: type[Any], what: str, whole: bytes) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise BadResults(f"{what} is not SARIF as its standard says: {error}.") from None
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise BadResults(f"{what} is not JSON{_place(whole)}: {error}; is the file whole?") from None


def _place(data: bytes) -> str:
    """Return where JSON breaks off, as far as that can be told."""
    try:
        json.loads(data)
    except json.JSONDecodeError as error:
        return f" at line {error.lineno}, column {error.colno}"
    except (ValueError, RecursionError):
        return ""
    return ""
