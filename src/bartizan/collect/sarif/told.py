"""What a run of another tool tells, in our words: rules, places, severities, and what somebody accepted."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from bartizan.collect.sarif.log import Accepted, Artifact, Component, Location, Message, Reference, Result, Rule, Run
from bartizan.core.claim import Severity
from bartizan.core.finding import Suppression, Verdict
from bartizan.core.place import Place

LEVELS = {"error": Severity.HIGH, "warning": Severity.MEDIUM, "note": Severity.LOW}
VERDICTS = {"fail": Verdict.FAIL, "pass": Verdict.PASS, "open": Verdict.UNKNOWN, "review": Verdict.UNKNOWN}
"""What else there is (`informational`, `notApplicable`) is no verdict."""
_ARGUMENT = re.compile(r"\{(\d+)\}|\{\{|\}\}")
_LINK = re.compile(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\((?:[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Told:
    """A run, with what is looked up in it again and again."""

    run: Run
    root: str
    """The directory that names of files are told from: an absolute path."""
    _rules: dict[str, Rule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for component in self._components():
            for rule in component.rules or ():
                self._rules.setdefault(rule.id, rule)

    def _components(self) -> list[Component]:
        return [self.run.tool.driver, *(self.run.tool.extensions or ())]

    @property
    def name(self) -> str:
        """Return the tool's name as a part of ids: without blanks and slashes."""
        return re.sub(r"[^\w.+-]+", "-", self.run.tool.driver.name).strip("-") or "tool"

    def id(self, result: Result) -> str:
        """Return the id of a result's rule, empty where it names none."""
        if result.rule_id:
            return result.rule_id
        if result.rule is not None and result.rule.id:
            return result.rule.id
        rule = self._by_index(result)
        return "" if rule is None else rule.id

    def rule(self, result: Result) -> Rule:
        """Return what the tool says of a result's rule: of `CA1000/1`, what it says of `CA1000`."""
        found = self._by_index(result)
        id = self.id(result)
        while found is None and id:
            found = self._rules.get(id)
            id = id.rpartition("/")[0]
        return found or Rule(id=self.id(result))

    def _by_index(self, result: Result) -> Rule | None:
        named = result.rule or Reference()
        index = result.rule_index if result.rule_index is not None else named.index
        rules = self._component(named.tool_component).rules or []
        found = rules[index] if index is not None and 0 <= index < len(rules) else None
        wanted = result.rule_id or named.id
        agrees = found is not None and (not wanted or wanted == found.id or wanted.startswith(f"{found.id}/"))
        return found if agrees else None

    def _component(self, named: Reference | None) -> Component:
        extensions = self.run.tool.extensions or []
        if named is not None and named.index is not None and 0 <= named.index < len(extensions):
            return extensions[named.index]
        by_name = (each for each in extensions if named is not None and each.name == named.name)
        return next(by_name, self.run.tool.driver)

    def severity(self, result: Result) -> Severity | None:
        """Return how severe a result is; None for one that is no failure."""
        rule = self.rule(result)
        for properties in (result.properties, rule.properties):
            scored = _scored(properties.security_severity) if properties is not None else None
            if scored is not None:
                return scored
        own = rule.default_configuration.level if rule.default_configuration else None
        level = result.level or self._overridden(rule) or own or "warning"
        return LEVELS.get(level)

    def _overridden(self, rule: Rule) -> str | None:
        for invocation in self.run.invocations or ():
            for each in invocation.rule_configuration_overrides or ():
                if each.descriptor is not None and each.descriptor.id == rule.id and each.configuration is not None:
                    return each.configuration.level
        return None

    def message(self, message: Message | None, rule: Rule | None = None) -> str:
        """Return a message with what belongs into it filled in, links as their text."""
        if message is None:
            return ""
        text = message.text or message.markdown or ""
        if not text and message.id:
            text = self._named(message.id, rule)
        arguments = message.arguments or []
        filled = _ARGUMENT.sub(lambda match: _argument(match, arguments), text)
        return _LINK.sub(r"\1", filled).strip()

    def _named(self, id: str, rule: Rule | None) -> str:
        tables = [rule.message_strings if rule is not None else None, self.run.tool.driver.global_message_strings]
        found = next((table[id] for table in tables if table and id in table), Message())
        return found.text or found.markdown or ""

    def place(self, location: Location | None) -> Place | None:
        """Return a place; None for one that is in no file."""
        physical = location.physical_location if location is not None else None
        if physical is None or physical.artifact_location is None:
            return None
        file = self.file(physical.artifact_location)
        if not file:
            return None
        region = physical.region
        if region is None or region.start_line is None:
            return Place(file)
        line, column = max(region.start_line, 1), max(region.start_column or 1, 1)
        end = region.end_line or 0
        return Place(file, line, column, end if end > line else 0)

    def file(self, artifact: Artifact) -> str:
        """Return the path of a file relative to the root, where it is below; its own path otherwise."""
        uri, base = artifact.uri, artifact.uri_base_id
        listed = self.run.artifacts or []
        if uri is None and artifact.index is not None and 0 <= artifact.index < len(listed):
            location = listed[artifact.index].location or Artifact()
            uri, base = location.uri, location.uri_base_id
        return "" if uri is None else _relative(self._whole(uri, base), self._bases(), self.root)

    def _whole(self, uri: str, base: str | None) -> str:
        """Return a name with the bases it is relative to before it, as far as they are names of folders themselves."""
        bases = self.run.original_uri_base_ids or {}
        met: set[str] = set()
        while base is not None and base in bases and base not in met and not urlsplit(uri).scheme:
            met.add(base)
            uri = f"{bases[base].uri or ''}{uri}"
            base = bases[base].uri_base_id
        return uri

    def _bases(self) -> list[str]:
        """Return the absolute folders that names were told from, the longest first."""
        bases = (self.run.original_uri_base_ids or {}).values()
        paths = {_path(each.uri) for each in bases if each.uri and urlsplit(each.uri).scheme == "file"}
        return sorted(paths, key=len, reverse=True)


def _argument(match: re.Match[str], arguments: list[str]) -> str:
    if match[1] is None:
        return match[0][0]
    number = int(match[1])
    return arguments[number] if number < len(arguments) else match[0]


def _scored(value: object) -> Severity | None:
    """Return what a CVSS-like score means, by the bounds that code scanning services use; None for no such score."""
    try:
        score = float(str(value))
    except ValueError:
        return None
    bounds = ((9.0, Severity.CRITICAL), (7.0, Severity.HIGH), (4.0, Severity.MEDIUM), (0.0, Severity.LOW))
    return next((severity for bound, severity in bounds if score >= bound and score > 0), None)


def _path(uri: str) -> str:
    parts = urlsplit(uri)
    path = unquote(parts.path)
    drive = re.match(r"/([A-Za-z]:)", path)
    return path[1:] if drive else path


def _relative(uri: str, bases: list[str], root: str) -> str:
    scheme = urlsplit(uri).scheme
    if scheme and scheme != "file" and len(scheme) > 1:
        return uri
    path = posixpath.normpath((_path(uri) if scheme == "file" else unquote(uri)).replace("\\", "/"))
    for folder in (root, *bases):
        inside = folder.replace(os.sep, "/").rstrip("/") + "/"
        if len(inside) > 1 and path.startswith(inside):
            return path.removeprefix(inside)
    return "" if path == "." else path


def accepted(suppressions: list[Accepted] | None) -> Suppression | None:
    """Return why a result is not counted: one that is rejected, or still under review, does not count."""
    for each in suppressions or ():
        if each.status in (None, "accepted"):
            by = "comment" if each.kind == "inSource" else "waiver"
            return Suppression(by=by, reason=each.justification or "accepted by the tool that found it")
    return None


def mark(result: Result, message: str) -> str:
    """Return what tells a result from others of its rule in its file: by the tool's fingerprints, else what it says."""
    own: Mapping[str, str] = result.fingerprints or result.partial_fingerprints or {}
    text = "\0".join(f"{name}={value}" for name, value in sorted(own.items())) or message
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
