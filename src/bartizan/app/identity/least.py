"""Least privilege: the smallest policy that keeps what a principal did, and proof that nothing would break."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from bartizan.app.errors import TargetError
from bartizan.app.identity import naming
from bartizan.app.identity.activity import Activity, activity
from bartizan.app.identity.aws.access import estate
from bartizan.app.identity.names import Names
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
    who = naming.actor(world.access, said)
    principal = next((each for each in whole.principals if each.id == who), None)
    if principal is None:
        raise TargetError(f"{said} is no principal of AWS; least-privilege knows policies of AWS alone so far.")
    gaps: list[Gap] = list(world.gaps)
    did = activity(principal.arn, calls(events, gaps))
    documents, unread = _documents(world, principal)
    slimmed = slim([each.resolved for each in documents], did.uses) if events else _deduplicated(documents)
    new = _text(_as_written(slimmed.document, documents))
    return Slimmed(
        id=who,
        name=shown(principal.arn),
        kind=_kind(world, who),
        policy=new,
        diff=_diff(documents, new),
        changes=tuple(_changes([each.resolved for each in documents], slimmed.document)),
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


class Written(NamedTuple):
    """A policy's document, as it is written and with its references put in."""

    name: str
    document: dict[str, Any]
    resolved: dict[str, Any]


def _documents(world: World, principal: Principal) -> tuple[list[Written], list[str]]:
    """Return the identity policies, and the names of those that could not be read."""
    found: list[Written] = []
    unread: list[str] = []
    names = Names(world.graph)
    for policy in principal.policies:
        asset, name = world.graph.get(policy.source), policy.name or policy.source
        text = managed.document(policy.source) if asset is None else asset.read(policy.attribute)
        resolved = text if asset is None else names.document(asset, policy.attribute)
        document, known = _decoded(text), _decoded(resolved)
        if document is None or known is None:
            unread.append(name)
        else:
            found.append(Written(name, document, known))
    return found, unread


def _as_written(document: dict[str, Any], documents: Iterable[Written]) -> dict[str, Any]:
    """Return a document with the references of the old ones where they are what it names."""
    written: dict[str, str] = {}
    for each in documents:
        written.update(zip(_strings(each.resolved), _strings(each.document), strict=True))
    found: dict[str, Any] = _replaced(document, written)
    return found


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _replaced(value: Any, by: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, by) for each in value]
    return by.get(value, value) if isinstance(value, str) else value


def _decoded(text: object) -> dict[str, Any] | None:
    try:
        document = json.loads(text, strict=False) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _deduplicated(documents: Iterable[Written]) -> Slim:
    """Return all statements once."""
    statements: dict[str, dict[str, Any]] = {}
    for each in documents:
        for statement in listed(each.resolved.get("Statement")):
            bare = {key: value for key, value in statement.items() if key != "Sid"}
            statements.setdefault(json.dumps(bare, sort_keys=True), bare)
    document = {"Version": "2012-10-17", "Statement": list(statements.values())}
    return Slim(document=document, kept=frozenset(), elsewhere=())


def _text(document: dict[str, Any]) -> str:
    return shown(json.dumps(document, indent=2, ensure_ascii=False))


def _diff(documents: Iterable[Written], new: str) -> str:
    before = [line for each in documents for line in (f"# {shown(each.name)}", *_text(each.document).splitlines())]
    after = ["# the smallest policy", *new.splitlines()]
    return "\n".join(difflib.unified_diff(before, after, "as it is", "least privilege", n=3, lineterm=""))


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
