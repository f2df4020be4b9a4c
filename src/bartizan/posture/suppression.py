"""Marks the failures that somebody accepted: in a comment beside the code, or in a waiver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, Protocol

from bartizan.core.claim import Rule
from bartizan.core.finding import Finding, Suppression, Verdict, Waiver
from bartizan.core.place import Place
from bartizan.graph.graph import Graph
from bartizan.posture.comments import Comment, comments

ACCEPTED = "accepted"
"""Attribute of assets of which a source tells by itself that somebody accepted them."""


class Files(Protocol):
    """Where the text of a file comes from."""

    def quoted(self, file: str) -> str:
        """Return the text of a file, empty where it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Suppressor:
    """Knows the comments of the files that findings are in, and the waivers."""

    rules: Mapping[str, Rule[Any]]
    graph: Graph
    files: Files
    waivers: tuple[Waiver, ...]
    today: str
    _comments: dict[str, list[Comment]] = field(default_factory=dict)

    def of(self, finding: Finding) -> Suppression | None:
        """Return why a finding is accepted, if it is."""
        return self._by_comment(finding) or self._by_itself(finding) or self._by_waiver(finding)

    def _by_itself(self, finding: Finding) -> Suppression | None:
        """Accept what was read together with its acceptance: a secret that a list of another tool names."""
        asset = self.graph.get(finding.asset)
        if asset is None or asset.read(ACCEPTED) is not True:
            return None
        return Suppression(by="comment", reason="accepted where it is written, or in a list of another tool")

    def _by_comment(self, finding: Finding) -> Suppression | None:
        asset = self.graph.get(finding.asset)
        whole = asset.place if asset is not None and asset.place is not None else finding.place
        lines = self._lines(finding, whole)
        for file in dict.fromkeys(place.file for place in lines):
            for comment in self._of_file(file):
                if self._names(comment, finding.rule) and _covers(comment, file, lines, whole):
                    place = Place(file, comment.line)
                    return Suppression(by="comment", reason=comment.reason, place=place, until=comment.until)
        return None

    def _lines(self, finding: Finding, whole: Place) -> list[Place]:
        """Return every place where a comment about the finding may stand: asset, attributes, module calls."""
        own = [e.place for e in finding.evidence if e.asset == finding.asset and e.place is not None]
        parents = [self.graph.get(id) for id in _owners(finding.asset)]
        owners = [owner.place for owner in parents if owner is not None and owner.place is not None]
        return [whole, *own, *owners, *whole.via]

    def _of_file(self, file: str) -> list[Comment]:
        if file not in self._comments:
            found = comments(self.files.quoted(file))
            self._comments[file] = [c for c in found if not c.until or c.until >= self.today]
        return self._comments[file]

    def _names(self, comment: Comment, rule: str) -> bool:
        names = (rule, *(self.rules[rule].also if rule in self.rules else ()))
        lowered = [name.lower() for name in names] + [name.lower().removeprefix("avd-") for name in names]
        return any(fnmatchcase(name, pattern.lower()) for pattern in comment.rules for name in lowered)

    def _by_waiver(self, finding: Finding) -> Suppression | None:
        for waiver in self.waivers:
            current = not waiver.expires or waiver.expires >= self.today
            if current and _waived(waiver, finding):
                owner = f" ({waiver.owner})" if waiver.owner else ""
                return Suppression(by="waiver", reason=waiver.reason + owner, until=waiver.expires)
        return None


def _owners(asset: str) -> list[str]:
    """Return the ids of the assets that a nested one is part of: `x/ingress/0` is part of `x`."""
    head, mark, address = asset.rpartition("//")
    parts = address.split("/")
    return [head + mark + "/".join(parts[:count]) for count in range(1, len(parts))]


def _covers(comment: Comment, file: str, lines: list[Place], whole: Place) -> bool:
    if comment.scope == "file":
        return True
    if any(place.file == file and place.line == comment.covers for place in lines):
        return True
    if comment.scope != "block":
        return False
    blocks = [place for place in lines if place.file == file and place.end_line]
    return any(block.line <= comment.line <= block.end_line for block in blocks)


def _waived(waiver: Waiver, finding: Finding) -> bool:
    return (
        fnmatchcase(finding.rule, waiver.rule)
        and fnmatchcase(finding.asset, waiver.asset)
        and fnmatchcase(finding.place.file, waiver.path)
    )


def suppressed(
    findings: Iterable[Finding],
    rules: Mapping[str, Rule[Any]],
    graph: Graph,
    files: Files,
    waivers: tuple[Waiver, ...],
    today: date,
) -> list[Finding]:
    """Return the findings, those that somebody accepted marked as such."""
    suppressor = Suppressor(rules, graph, files, waivers, today.isoformat())
    return [_marked(finding, suppressor) for finding in findings]


def _marked(finding: Finding, suppressor: Suppressor) -> Finding:
    suppression = suppressor.of(finding) if finding.verdict is Verdict.FAIL else None
    return finding if suppression is None else replace(finding, suppression=suppression)
