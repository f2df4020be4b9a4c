"""Takes over what other tools found, from SARIF, in our words: their rules as ours, their results as findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import bartizan
from bartizan.app.errors import UserError
from bartizan.collect.sarif.log import BadResults, Result, Run, results, runs
from bartizan.collect.sarif.told import VERDICTS, Told, accepted, mark
from bartizan.core.claim import Severity
from bartizan.core.finding import Evidence, Finding, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.report import Coverage, Report, RuleCard, Sweep, Tally

KIND = "code.flaw"
"""What the findings of other tools are about."""
MOST_RELATED = 10
"""Further places of one result that are kept."""


MOST_TEXT = 600
"""Characters of a text that are kept: some tools put whole pages there."""


class ImportFault(UserError):
    """A file of results that cannot be taken over."""


def imported(paths: Sequence[Path], root: Path = Path()) -> Report:
    """Return what SARIF files tell, names of files being told from `root`.

    Raises `ImportFault` for a file that is not there or holds no SARIF. A run or a result that cannot be read is a gap.
    """
    book = _Book(str(root.resolve()))
    for path in paths:
        try:
            for run in runs(path):
                if isinstance(run, BadResults):
                    book.gaps.append(Gap(str(path), str(run)))
                else:
                    book.enter(run, path)
        except BadResults as error:
            raise ImportFault(str(error)) from None
        except OSError as error:
            raise ImportFault(f"{path}: {error.strerror or error}; name a SARIF file.") from None
    return book.report(paths)


@dataclass(slots=True)
class _Book:
    """Collects what runs tell."""

    root: str
    cards: dict[str, RuleCard] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    sweeps: list[Sweep] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def enter(self, run: Run, path: Path) -> None:
        """Take over one run."""
        told = Told(run, self.root)
        met: Counter[str] = Counter()
        before = len(self.findings)
        gaps = list(_troubles(told, path))
        for result in results(run):
            if isinstance(result, str):
                gaps.append(Gap(str(path), result))
            else:
                self._result(told, result, met, path)
        self.files.update(told.file(each.location) for each in run.artifacts or () if each.location is not None)
        found = len(self.findings) - before
        self.gaps += gaps
        self.sweeps.append(Sweep(format="sarif", place=str(path), files=1, assets=found, whole=not gaps))

    def _result(self, told: Told, result: Result, met: Counter[str], path: Path) -> None:
        verdict = VERDICTS.get(result.kind or "fail")
        severity = told.severity(result)
        if verdict is None or result.baseline_state == "absent":
            return
        if verdict is Verdict.FAIL and (severity is None or result.level == "none"):
            return  # the tool itself says that it is no failure
        id = f"{told.name}/{told.id(result) or 'result'}"
        self._card(id, told, result, severity or Severity.LOW)
        tally = self.tallies.get(id, Tally())
        self.tallies[id] = Tally(
            tally.passed + (verdict is Verdict.PASS),
            tally.failed + (verdict is Verdict.FAIL),
            tally.unknown + (verdict is Verdict.UNKNOWN),
        )
        if verdict is not Verdict.PASS:
            finding = _finding(id, told, result, verdict, met, path)
            self.findings.setdefault(finding.fingerprint, finding)
            self.files.add(finding.place.file)

    def _card(self, id: str, told: Told, result: Result, severity: Severity) -> None:
        known = self.cards.get(id)
        if known is None or known.severity.rank < severity.rank:
            self.cards[id] = _card(id, told, result, severity)

    def report(self, paths: Sequence[Path]) -> Report:
        """Return all that was collected."""
        return Report(
            target=", ".join(map(str, paths)),
            version=bartizan.__version__,
            findings=sorted(self.findings.values(), key=self._order),
            rules=dict(sorted(self.cards.items())),
            tallies=dict(sorted(self.tallies.items())),
            kinds={KIND: len(self.findings)} if self.findings else {},
            coverage=Coverage(
                files=len(self.files), read=len(self.files), sweeps=self.sweeps, gaps=list(dict.fromkeys(self.gaps))
            ),
        )

    def _order(self, finding: Finding) -> tuple[object, ...]:
        place = finding.place
        rank = -self.cards[finding.rule].severity.rank
        return (finding.verdict is not Verdict.FAIL, rank, finding.rule, place.file, place.line, finding.asset)


def _card(id: str, told: Told, result: Result, severity: Severity) -> RuleCard:
    rule = told.rule(result)
    tool = told.run.tool.driver.name or "The tool"
    name = rule.name if rule.name and rule.name != rule.id else ""
    title = told.message(rule.short_description) or name or rule.id or told.message(result.message) or id
    because = _line(told.message(rule.full_description)) or title
    fix = _line(told.message(rule.help))
    more = f"See {rule.help_uri}." if rule.help_uri else f"See what {tool} says of {rule.id or 'it'}."
    return RuleCard(
        id=id,
        title=_first_line(title),
        severity=severity,
        because=because,
        fix=fix if fix and fix != because else more,
        condition=f"{tool} reports nothing",
    )


def _line(text: str) -> str:
    """Return a text on one line, and no more of it than a report has room for."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_TEXT else f"{line[: MOST_TEXT - 1]}…"


def _first_line(text: str) -> str:
    return next(iter(text.splitlines()), text).strip()


def _finding(id: str, told: Told, result: Result, verdict: Verdict, met: Counter[str], path: Path) -> Finding:
    rule = told.rule(result)
    message = told.message(result.message, rule)
    location = next(iter(result.locations or ()), None)
    place = told.place(location)
    names = (location.logical_locations or []) if location is not None else []
    within = next((each.fully_qualified_name or each.name for each in names), None)
    where = place.file if place is not None else within or path.name
    asset = f"{where}#{id}/{mark(result, message)}"
    met[asset] += 1
    if met[asset] > 1:
        asset = f"{asset}-{met[asset]}"
    return Finding(
        rule=id,
        asset=asset,
        kind=KIND,
        verdict=verdict,
        place=place or Place(str(path)),
        evidence=tuple(_evidence(asset, message, told, result, place)),
        suppression=accepted(result.suppressions) if verdict is Verdict.FAIL else None,
    )


def _evidence(asset: str, message: str, told: Told, result: Result, place: Place | None) -> Iterator[Evidence]:
    if message:
        yield Evidence(asset=asset, attribute="message", value=_line(message), place=place)
    for related in (result.related_locations or ())[:MOST_RELATED]:
        there = told.place(related)
        if there is not None:
            said = told.message(related.message) or "related"
            yield Evidence(asset=asset, attribute="related", value=said, place=there)


def _troubles(told: Told, path: Path) -> Iterator[Gap]:
    """Yield what the tool itself could not do: what it did not look at is not clean."""
    for invocation in told.run.invocations or ():
        if invocation.execution_successful is False:
            yield Gap(str(path), f"{told.name} did not end well; its results may be incomplete. Run it again.")
        notes = (*(invocation.tool_execution_notifications or ()), *(invocation.tool_configuration_notifications or ()))
        for note in notes:
            if note.level in (None, "warning", "error"):
                place = told.place(next(iter(note.locations or ()), None)) or Place(str(path), 0, 0)
                said = told.message(note.message) or "something went wrong"
                yield Gap(place.file, f"{told.name}: {_first_line(said)}", place.line)
