"""Compares two states of a target: the paths and findings that a change brings, and those that it takes away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import which

from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, paths
from bartizan.app.attack.repairs import Repairs
from bartizan.app.change.opened import opened
from bartizan.app.errors import TargetError, UserError
from bartizan.app.inventory import Progress
from bartizan.app.options import Options
from bartizan.app.revision import is_revision, revision
from bartizan.app.scan import seen
from bartizan.app.target import Target
from bartizan.app.target import target as parsed
from bartizan.core.attack import Repair
from bartizan.core.claim import Severity
from bartizan.core.compared import Compared, Opened
from bartizan.core.finding import Finding
from bartizan.core.report import Report, RuleCard
from bartizan.core.truth import Truth
from bartizan.report.phrase import count as counted

PATHS = ("new-path", "possible-path", "new-finding", "none")
REPAIRED = 10
"""Opened paths for which a change is looked for."""
HERE = "."
"""The target as it is now."""
SEVERITIES = tuple(each.value for each in Severity)


@dataclass(frozen=True, slots=True)
class _State:
    report: Report
    found: Found


def compared(
    base: str, head: str, target: Target, options: Options, progress: Progress = lambda done, of: None
) -> Compared:
    """Compare two revisions of the repository a target is in, or two paths.

    Raises `TargetError` for what is neither, `UserError` for a target beside two paths.
    """
    if target.text != HERE and all(name != HERE and _is_path(name, target) for name in (base, head)):
        raise UserError(f"{base} and {head} are paths, which are compared as they are: leave out {target.text}.")
    with ExitStack() as stack:
        before, after = (
            _State(*seen(stack.enter_context(_state(each, target)), options, progress)) for each in (base, head)
        )
        known = {finding.fingerprint: finding for finding in before.report.failures()}
        there = {finding.fingerprint: finding for finding in after.report.failures()}
        new = [finding for print_, finding in there.items() if print_ not in known]
        gone = [finding for print_, finding in known.items() if print_ not in there]
        return Compared(
            target=target.text,
            base=base,
            head=head,
            opened=_repaired(opened(after.found, before.found), after),
            closed=opened(before.found, after.found),
            paths=paths(after.found, Wanted()),
            new=new,
            gone=gone,
            rules={**_cards(before.report, gone), **_cards(after.report, new)},
            gaps=after.found.gaps,
        )


def _repaired(paths: Sequence[Opened], after: _State) -> list[Opened]:
    """Return opened paths, the first of them with a change that would close each again: the one of least effort."""
    found = after.found
    repairs = Repairs(found.graph, found.tree, found.steps, lambda: found.vulnerabilities)
    return [
        replace(each, repair=_repair(each, repairs)) if number < REPAIRED else each for number, each in enumerate(paths)
    ]


def _repair(opened: Opened, repairs: Repairs) -> Repair | None:
    new = {cause.id for cause in opened.by}
    hops = [opened.path.hops[number] for number in opened.new]
    drafts = [
        (draft, cause)
        for hop in hops
        for cause in hop.causes
        if cause.id in new and (draft := repairs.of(cause, hop)) is not None
    ]
    if not drafts:
        return None
    draft, cause = min(drafts, key=lambda each: (not each[0].edits, each[0].effort))
    return Repair(
        id=draft.id,
        title=draft.title,
        causes=(cause,),
        effort=draft.effort,
        cuts=1,
        goals=1,
        edits=draft.edits,
        manual=draft.manual,
    )


def _cards(report: Report, findings: Sequence[Finding]) -> dict[str, RuleCard]:
    return {finding.rule: report.rules[finding.rule] for finding in findings}


@contextmanager
def _state(name: str, target: Target) -> Iterator[Target]:
    """Yield the target as it was at a revision, or the path that is named instead; a revision comes first."""
    if name == HERE:
        yield target
        return
    if target.path is None or _is_path(name, target):
        yield parsed(Path(name))
        return
    if which("git") and not is_revision(target.path, name):
        told = "Name a branch, a tag or a commit (a shallow clone has to fetch it first), or a path."
        raise TargetError(f"{name} is no revision of the repository that {target.text} is in, and no path. {told}")
    with revision(target.path, name) as copy:
        if not copy.exists():
            copy.mkdir(parents=True)  # it was not there yet: then nothing was
        yield replace(target, path=copy)


def _is_path(name: str, target: Target) -> bool:
    known = target.path is not None and is_revision(target.path, name)
    return bool(name) and Path(name).exists() and not known


def policies(names: Sequence[str]) -> tuple[str, ...]:
    """Return policies as they were given; raises `UserError` for one that does not exist."""
    for name in names:
        if name not in (*PATHS, *SEVERITIES):
            raise UserError(f"--fail-on {name}: expected one of {', '.join((*PATHS, *SEVERITIES))}.")
    return tuple(names)


def offences(answer: Compared, wanted: Sequence[str]) -> list[str]:
    """Return a sentence for each policy that a change breaks."""
    proven = sum(each.path.truth is Truth.YES for each in answer.opened)
    count = {
        "new-path": proven,
        "possible-path": len(answer.opened),
        "new-finding": len(answer.new),
        "none": 0,
        **{name: _at_least(answer, Severity(name)) for name in SEVERITIES},
    }
    opened = {"new-path": "proven attack path", "possible-path": "attack path, proven or possible,"}
    return [
        f"--fail-on {name}: {_told(count[name], opened.get(name, ''))}."
        for name in dict.fromkeys(wanted)
        if count[name]
    ]


def _told(number: int, path: str) -> str:
    if not path:
        return counted(number, "new finding")
    return f"{counted(number, path, path.replace('path', 'paths'))} opened"


def _at_least(answer: Compared, severity: Severity) -> int:
    return sum(answer.rules[finding.rule].severity.rank >= severity.rank for finding in answer.new)
