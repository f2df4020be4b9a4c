"""Ignore comments: ours, and those that people already have from other tools.

| tool | form | covers |
|---|---|---|
| bartizan | `# bartizan:ignore RULE reason [until=YYYY-MM-DD]` | the line it is on, or the next one that is code |
| trivy, tfsec | `#trivy:ignore:ID`, `#tfsec:ignore:ID[:exp:YYYY-MM-DD]` | the same |
| checkov | `#checkov:skip=ID[:reason]` | the block it is in, the whole file where there are no blocks |
| KICS | `# kics-scan ignore-line`, `ignore-block`, `ignore` | the next line, the next block, the file |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"bartizan:ignore|checkov:skip|trivy:ignore|tfsec:ignore|kics-scan|bridgecrew:skip")
_COMMENT = re.compile(
    r"(?:#|//|/\*|<!--)+\s*(?P<text>(?:bartizan:ignore|checkov:skip|bridgecrew:skip|trivy:ignore|tfsec:ignore|kics-scan).*)"
)
_OURS = re.compile(r"bartizan:ignore[ :]+(?P<rules>[\w*-]+(?:\s*,\s*[\w*-]+)*)(?P<rest>.*)")
_UNTIL = re.compile(r"\s*\buntil=(\d{4}-\d{2}-\d{2})")
_CHECKOV = re.compile(r"(?:checkov|bridgecrew):skip=\s*(?P<rules>\w+(?:\s*,\s*\w+)*)\s*(?::\s*(?P<reason>.*))?")
_AQUA = re.compile(r"(?:trivy|tfsec):ignore:(?P<rule>[\w*-]+)(?:\[[^\]]*\])?(?P<rest>(?::(?:exp|ws):[\w.-]+)*)")
_EXPIRY = re.compile(r":exp:(\d{4}-\d{2}-\d{2})")
_KICS = re.compile(r"kics-scan\s+(?P<what>ignore-line|ignore-block|ignore)\b")
_CODE = re.compile(r"\s*(?!#|//|/\*|\*|<!--)\S")


@dataclass(frozen=True, slots=True)
class Comment:
    """One ignore comment."""

    line: int
    covers: int
    """The line of code it is about: its own, or the next one; 0 where `scope` says more."""
    scope: str
    """`line`, `block` (the block it stands in) or `file`."""
    rules: tuple[str, ...]
    """Ids of ours or of other tools, or patterns."""
    reason: str
    until: str = ""


def comments(text: str) -> list[Comment]:
    """Return the ignore comments of a file."""
    if _MARK.search(text) is None:
        return []
    lines = text.splitlines()
    return [comment for number, line in enumerate(lines, 1) for comment in _of_line(lines, number, line)]


def _of_line(lines: list[str], number: int, line: str) -> Iterator[Comment]:
    found = _COMMENT.search(line)
    if found is None:
        return
    text = found["text"].removesuffix("*/").removesuffix("-->").strip()
    own = bool(_CODE.match(line[: found.start()]))
    covers = number if own else _next_code(lines, number)
    yield from _parsed(text, number, covers)


def _next_code(lines: list[str], number: int) -> int:
    return next((n for n in range(number + 1, len(lines) + 1) if _CODE.match(lines[n - 1])), 0)


def _parsed(text: str, line: int, covers: int) -> Iterator[Comment]:
    if ours := _OURS.match(text):
        until = _UNTIL.search(ours["rest"])
        reason = _UNTIL.sub("", ours["rest"]).strip(" :-")
        yield Comment(line, covers, "line", _split(ours["rules"]), reason, until[1] if until else "")
    elif checkov := _CHECKOV.match(text):
        yield Comment(line, covers, "block", _split(checkov["rules"]), (checkov["reason"] or "").strip())
    elif kics := _KICS.match(text):
        scope = "file" if kics["what"] == "ignore" else "line"
        yield Comment(line, covers, scope, ("*",), "kics-scan " + kics["what"])
    else:
        for aqua in _AQUA.finditer(text):
            expiry = _EXPIRY.search(aqua["rest"])
            yield Comment(line, covers, "line", (aqua["rule"],), "", expiry[1] if expiry else "")


def _split(rules: str) -> tuple[str, ...]:
    return tuple(rule.strip() for rule in rules.split(","))
