"""Ignore comments: ours, and those that people already have from other tools.

| tool | form | covers |
|---|---|---|
| bartizan | `# bartizan:ignore RULE reason [until=YYYY-MM-DD]` | the line it is on, or the next one that is code |
| trivy, tfsec | `#trivy:ignore:ID`, `#tfsec:ignore:ID[:exp:YYYY-MM-DD]` | the same |
| checkov | `#checkov:skip=ID[:reason]` | the block it is in, the whole file where there are no blocks |
| KICS | `# kics-scan ignore-line`, `ignore-block`, `ignore` | the next line, the next block, the file |
| gitleaks, TruffleHog, Kingfisher | `gitleaks:allow`, `trufflehog:ignore`, `kingfisher:ignore` | secrets on its line |
| detect-secrets | `pragma: allowlist secret`, `allowlist nextline secret` | secrets on its line, the next line |
| bandit, gosec | `# nosec [B105, ...]`, `// #nosec G101` | code and secrets on its line, or the next one that is code |
| flake8, ruff | `# noqa: S105, ...` | the same; without a rule it is about style, and is passed over |
| golangci-lint | `//nolint:gosec` | the same |
| semgrep | `nosemgrep[: ID, ...]` | the same |
| eslint | `eslint-disable-line`, `-next-line`, `eslint-disable` | code on its line, the next, in the file |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.secrets.search.accepted import HERE, NEXT

_MARKS = ("bartizan:ignore", "checkov:skip", "bridgecrew:skip", "trivy:ignore", "tfsec:ignore", "kics-scan")
_MARKS_OF_SECRETS = (
    *("gitleaks:allow", "betterleaks:allow", "trufflehog:ignore", "kingfisher:", "ggignore", "secretlint-disable"),
    *("list secret", "list-secret", "list nextline", "list-nextline"),
)
_MARKS_OF_CODE = ("nosec", "noqa", "nosemgrep", "nolint", "eslint-disable")
_COMMENT = re.compile(
    r"(?:#|//|/\*|<!--)+\s*(?P<text>(?:bartizan:ignore|checkov:skip|bridgecrew:skip|trivy:ignore|tfsec:ignore|kics-scan).*)"
)
_OURS = re.compile(r"bartizan:ignore[ :]+(?P<rules>[\w*-]+(?:\s*,\s*[\w*-]+)*)(?P<rest>.*)")
_UNTIL = re.compile(r"\s*\buntil=(\d{4}-\d{2}-\d{2})")
_CHECKOV = re.compile(r"(?:checkov|bridgecrew):skip=\s*(?P<rules>\w+(?:\s*,\s*\w+)*)\s*(?::\s*(?P<reason>.*))?")
_AQUA = re.compile(r"(?:trivy|tfsec):ignore:(?P<rule>[\w*-]+)(?:\[[^\]]*\])?(?P<rest>(?::(?:exp|ws):[\w.-]+)*)")
_EXPIRY = re.compile(r":exp:(\d{4}-\d{2}-\d{2})")
_KICS = re.compile(r"kics-scan\s+(?P<what>ignore-line|ignore-block|ignore)\b")
_NOSEC = re.compile(r"(?:#|//|/\*)\s*(?:#\s*)?nosec\b:?\s*(?P<rules>[A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*)?")
_NOQA = re.compile(r"#\s*noqa:\s*(?P<rules>[A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*)", re.IGNORECASE)
_NOLINT = re.compile(r"//\s*nolint:(?P<linters>[\w,-]+)")
_NOSEMGREP = re.compile(r"\bnosemgrep\b(?::\s*(?P<rules>[\w.*/-]+(?:\s*,\s*[\w.*/-]+)*))?")
_ESLINT = re.compile(r"eslint-disable(?P<where>-next-line|-line)?\b[ \t]*(?P<rules>[@\w/-]+(?:\s*,\s*[@\w/-]+)*)?")
_SECRETS, _CODES = ("secret-*",), ("code-*",)
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
    """Return the ignore comments of a file, in order of line."""
    marked = _marked(text)
    if not marked:
        return []
    lines = _Lines(text.split("\n"))
    return [comment for number in marked for comment in _of_line(lines, number)]


def _marked(text: str) -> list[int]:
    """Return the numbers of the lines in which the sign of a comment may be: found without a look at each line."""
    places: set[int] = set()
    for word in (*_MARKS, *_MARKS_OF_SECRETS, *_MARKS_OF_CODE):
        place = text.find(word)
        while place >= 0:
            places.add(place)
            place = text.find(word, place + 1)
    numbers: dict[int, None] = {}
    number, counted = 1, 0
    for place in sorted(places):
        number += text.count("\n", counted, place)
        counted = place
        numbers[number] = None
    return list(numbers)


def _of_line(lines: _Lines, number: int) -> Iterator[Comment]:
    line = lines.lines[number - 1].rstrip("\r")
    found = _COMMENT.search(line)
    if found is not None:
        text = found["text"].removesuffix("*/").removesuffix("-->").strip()
        own = bool(_CODE.match(line[: found.start()]))
        yield from _parsed(text, number, number if own else lines.next_code(number))
    if any(word in line for word in _MARKS_OF_SECRETS):
        yield from _of_secrets(line, number)
    if any(word in line for word in _MARKS_OF_CODE):
        yield from _of_code(line, number, number if _CODE.match(line) else lines.next_code(number))


def _of_secrets(line: str, number: int) -> Iterator[Comment]:
    for covers, found in ((number, HERE.search(line)), (number + 1, NEXT.search(line))):
        if found is not None:
            yield Comment(number, covers, "line", _SECRETS, found[0])


def _of_code(line: str, number: int, covers: int) -> Iterator[Comment]:
    if nosec := _NOSEC.search(line):
        yield Comment(number, covers, "line", _ids(nosec["rules"]) or (*_SECRETS, *_CODES), "nosec")
    if noqa := _NOQA.search(line):
        bandit = tuple("B" + id[1:] for id in _ids(noqa["rules"].upper()) if id[0] == "S")
        yield Comment(number, covers, "line", (*_ids(noqa["rules"].upper()), *bandit), "noqa")
    if (nolint := _NOLINT.search(line)) and "gosec" in nolint["linters"].split(","):
        yield Comment(number, covers, "line", (*_SECRETS, *_CODES), "nolint:gosec")
    if nosemgrep := _NOSEMGREP.search(line):
        ids = _ids(nosemgrep["rules"])
        short = tuple(id.rpartition(".")[2] for id in ids if "." in id)
        yield Comment(number, covers, "line", (*ids, *short) or (*_SECRETS, *_CODES), "nosemgrep")
    if eslint := _ESLINT.search(line):
        rules = _ids(eslint["rules"]) or _CODES
        if eslint["where"] is None:
            yield Comment(number, 0, "file", rules, "eslint-disable")
        else:
            next_line = number + 1 if eslint["where"] == "-next-line" else number
            yield Comment(number, next_line, "line", rules, "eslint-disable" + eslint["where"])


def _ids(rules: str | None) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,]+", rules)) if rules else ()


class _Lines:
    """The lines of a file; where code follows is looked for once, though thousands of comments ask."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._asked = range(0)
        self._answer = 0

    def next_code(self, number: int) -> int:
        """Return the line of code that follows one, 0 where none does."""
        if number not in self._asked:
            following = range(number + 1, len(self.lines) + 1)
            self._answer = next((n for n in following if _CODE.match(self.lines[n - 1])), 0)
            self._asked = range(number, self._answer or len(self.lines) + 1)
        return self._answer


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
