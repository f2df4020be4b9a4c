"""What each scanner finds in the same files, and why ours differs where it does."""

from __future__ import annotations

import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bartizan.app import catalog
from bartizan.app.options import Options
from bartizan.app.scan import scan
from bartizan.core.finding import Verdict
from bench.peers import Peer

Found = set[tuple[str, str]]
"""Pairs of a file and a check."""


def tell(target: Path, peers: list[Peer]) -> None:
    """Print, for each file, how much every scanner finds; then, for each check of a peer, what ours says."""
    report = scan(target, Options(cache=None))
    verdicts: dict[tuple[str, str], Verdict] = {}
    for finding in report.findings:
        key = (finding.place.file, finding.rule)
        if verdicts.get(key) is not Verdict.FAIL:
            verdicts[key] = finding.verdict
    ours = {key for key, verdict in verdicts.items() if verdict is Verdict.FAIL}
    theirs = {peer.name: _found(peer, target) for peer in peers}
    _files(ours, theirs)
    aliases: dict[str, list[str]] = defaultdict(list)
    for rule in catalog.rules().values():
        for alias in rule.also:
            aliases[_plain(alias)].append(rule.id)
    for name, found in theirs.items():
        _differences(name, found, verdicts, aliases, report.tallies)


def _plain(check: str) -> str:
    """Return a check's id without the prefix that trivy has dropped since."""
    return check.upper().removeprefix("AVD-")


def _files(ours: Found, theirs: dict[str, Found]) -> None:
    counts = {"bartizan": Counter(file for file, _ in ours)}
    counts |= {name: Counter(file for file, _ in found) for name, found in theirs.items()}
    print("    checks that fail, by file: " + ", ".join(counts))
    for file in sorted(set().union(*counts.values())):
        print(f"      {file:<70}" + "".join(f"{count[file]:6}" for count in counts.values()))


def _differences(
    name: str, found: Found, verdicts: dict[tuple[str, str], Verdict], aliases: dict[str, list[str]], tallies: Any
) -> None:
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for file, check in sorted(found):
        reasons[_reason(file, aliases.get(_plain(check), []), verdicts, tallies)][check] += 1
    for reason, checks in reasons.items():
        shown = ", ".join(f"{check} ({count})" for check, count in checks.most_common(60))
        print(f"    {name}: {sum(checks.values())} {reason}: {shown if reason != 'found by us too' else ''}")


def _reason(file: str, rules: list[str], verdicts: dict[tuple[str, str], Verdict], tallies: Any) -> str:
    if not rules:
        return "of checks that we have no rule for"
    if any(verdicts.get((file, rule)) is Verdict.FAIL for rule in rules):
        return "found by us too"
    if any(verdicts.get((file, rule)) is Verdict.UNKNOWN for rule in rules):
        return "that we call unknown"
    if any(where[1] in rules for where in verdicts):
        return "that we report in another file"
    return "that our rule passes" if any(rule in tallies for rule in rules) else "that our rule is not about here"


def _found(peer: Peer, target: Path) -> Found:
    done = subprocess.run(peer.command(target), capture_output=True, check=False)
    table = json.loads(done.stdout or b"[]")
    return set(_checkov(table) if peer.name == "checkov" else _trivy(table))


def _checkov(table: Any) -> Iterator[tuple[str, str]]:
    for part in table if isinstance(table, list) else [table]:
        for each in part.get("results", {}).get("failed_checks", ()):
            yield each["file_path"].lstrip("/"), each["check_id"]


def _trivy(table: Any) -> Iterator[tuple[str, str]]:
    for result in table.get("Results", ()) if isinstance(table, dict) else ():
        for each in result.get("Misconfigurations", ()):
            if each["Status"] == "FAIL":
                yield result["Target"], each.get("AVDID") or each["ID"]
