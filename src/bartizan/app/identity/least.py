"""Least privilege: the smallest policy that keeps what a principal did, and proof that nothing would break."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bartizan.app.errors import TargetError
from bartizan.app.identity import naming
from bartizan.app.identity.activity import Activity, activity
from bartizan.app.identity.aws import estate
from bartizan.app.identity.world import World
from bartizan.collect.telemetry.cloudtrail import calls
from bartizan.core.answer import Change, Slimmed
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown
from bartizan.identity.aws import actions, managed
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.estate import Estate, Principal
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.least.policy import Slim, listed, slim
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import shown

LEVELS = ("Permissions management", "Write", "Tagging", "Read", "List", "unknown")
SIZE = {"aws.iam.role": 10_240, "aws.iam.user": 2_048, "aws.iam.group": 5_120}
"""Characters that inline policies of an identity may have in all. Source: IAM quotas."""


def least_privilege(world: World, said: str, events: Sequence[Path]) -> Slimmed:
    """Return the smallest policy for a principal of AWS.

    Without events nothing is known to be unused: it is then what the policies say, without what says nothing.
    Raises `TargetError` for a principal that is not there or is of another provider.
    """
    whole = estate(world.graph)
    who = naming.actor(world, said)
    principal = next((each for each in whole.principals if each.id == who), None)
    if principal is None:
        raise TargetError(f"{said} is no principal of AWS; least-privilege knows policies of AWS alone so far.")
    gaps: list[Gap] = list(world.gaps)
    did = activity(principal.arn, calls(events, gaps))
    documents, unread = _documents(world, principal)
    slimmed = slim([document for _, document in documents], did.uses) if events else _deduplicated(documents)
    new = _text(slimmed.document)
    return Slimmed(
        id=who,
        name=shown(principal.arn),
        kind=_kind(world, who),
        policy=new,
        diff=_diff([(policy, document) for policy, document in documents], new),
        changes=tuple(_changes([document for _, document in documents], slimmed.document)),
        calls=did.calls,
        refused=did.refused,
        since=did.first,
        until=did.last,
        breaks=tuple(_broken(whole, principal, slimmed, did)),
        elsewhere=tuple(f"{use.action} on {use.resource or 'what was not recorded'}" for use in slimmed.elsewhere),
        notes=tuple(_notes(did, unread, bool(events), new, _kind(world, who))),
        gaps=tuple(gaps),
    )


def _kind(world: World, id: str) -> str:
    asset = world.graph.get(id)
    return "" if asset is None else asset.kind


Written = list[tuple[Policy, dict[str, Any]]]


def _documents(world: World, principal: Principal) -> tuple[Written, list[str]]:
    """Return the identity policies as they are written, and the names of those that could not be read."""
    found: Written = []
    unread: list[str] = []
    for policy in principal.policies:
        text = _source(world, policy)
        document = _decoded(text)
        if document is None:
            unread.append(policy.name or policy.source)
        else:
            found.append((policy, document))
    return found, unread


def _source(world: World, policy: Policy) -> str | None:
    asset = world.graph.get(policy.source)
    if asset is None:
        return managed.document(policy.source)
    text = asset.read(policy.attribute)
    return text if isinstance(text, str) else None


def _decoded(text: str | None) -> dict[str, Any] | None:
    try:
        document = json.loads(text or "", strict=False)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _deduplicated(documents: Written) -> Slim:
    """Return all statements once."""
    statements: dict[str, dict[str, Any]] = {}
    for _, document in documents:
        for statement in listed(document.get("Statement")):
            bare = {key: value for key, value in statement.items() if key != "Sid"}
            statements.setdefault(json.dumps(bare, sort_keys=True), bare)
    document = {"Version": "2012-10-17", "Statement": list(statements.values())}
    return Slim(document=document, kept=frozenset(), elsewhere=())


def _text(document: dict[str, Any]) -> str:
    return shown(json.dumps(document, indent=2, ensure_ascii=False))


def _diff(documents: Written, new: str) -> str:
    before = [line for policy, document in documents for line in _lines(policy, document)]
    after = ["# the smallest policy", *new.splitlines()]
    return "\n".join(difflib.unified_diff(before, after, "as it is", "least privilege", n=3, lineterm=""))


def _lines(policy: Policy, document: dict[str, Any]) -> list[str]:
    return [f"# {shown(policy.name or policy.source)}", *_text(document).splitlines()]


def _changes(before: Iterable[dict[str, Any]], after: dict[str, Any]) -> Iterator[Change]:
    old = _levels(action for document in before for action in _allowed(document))
    new = _levels(_allowed(after))
    for level in LEVELS:
        if old[level] or new[level]:
            yield Change(level=level.lower(), before=old[level], after=new[level])


def _allowed(document: dict[str, Any]) -> Iterator[str]:
    """Yield the actions that the statements of a document allow, whatever others deny."""
    for statement in listed(document.get("Statement")):
        if not isinstance(statement, dict) or statement.get("Effect") != "Allow":
            continue
        for pattern in listed(statement.get("Action")):
            yield from actions.expand(str(pattern)) or (str(pattern),)
        if "NotAction" in statement:
            out = {name for pattern in listed(statement["NotAction"]) for name in actions.expand(str(pattern))}
            yield from (name for name in actions.names() if name not in out)


def _levels(found: Iterable[str]) -> Counter[str]:
    return Counter(actions.level(action) or "unknown" for action in set(found))


def _broken(whole: Estate, principal: Principal, slimmed: Slim, did: Activity) -> Iterator[str]:
    """Yield recorded calls that the old policies allow further than the new one does."""
    text = json.dumps(slimmed.document, ensure_ascii=False)
    policy = Policy(source="least privilege", name="least privilege", document=parse(text))
    others = tuple(each for each in principal.policies if isinstance(each.document, Unknown))
    changed = replace(principal, policies=(policy, *others))
    principals = tuple(changed if each is principal else each for each in whole.principals)
    old, new = Evaluator(whole), Evaluator(replace(whole, principals=principals))
    for use in did.uses:
        request = Request(caller=Caller(arn=principal.arn), action=use.action, resource=use.resource or "*")
        if new.evaluate(request).truth < old.evaluate(request).truth:
            yield f"{use.action} on {use.resource or 'what was not recorded'}"


def _notes(did: Activity, unread: list[str], recorded: bool, new: str, kind: str) -> Iterator[str]:
    if not recorded:
        yield "No events were given, so nothing can be called unused; --activity names CloudTrail files."
    elif not did.calls:
        yield "No call of this principal is in the events: by them alone it needs nothing."
    for name in unread:
        yield f"The policy {name} could not be read; what it gives is neither kept nor taken."
    for call, times in did.unclear.most_common():
        yield f"What permission {call} needs is not known ({times} calls); check that it is kept."
    size = len("".join(new.split()))
    if size > SIZE.get(kind, size):
        yield f"It has {size:,} characters, inline policies of this kind at most {SIZE[kind]:,}: attach managed ones."
