"""All that somebody may do: actions by service and access level, on patterns of resources, after all that takes away.

What allows is looked up (identity policies, and resource policies that name who is asked about), and what is left of it
is asked of the evaluator: once for all actions that the same statements are about. Pairs are never listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bartizan.core.access import Clause, Decision, Question, Residual
from bartizan.core.answer import Cited, Right, Rights
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws import actions
from bartizan.identity.aws.applies import acts
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.estate import Resource
from bartizan.identity.aws.evaluation import FREE, ROOT_KEEPS, Evaluator
from bartizan.identity.aws.judged import either
from bartizan.identity.aws.principals import reach
from bartizan.identity.aws.questions import request_of
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.stages import reserved
from bartizan.identity.aws.stages.resource_policy import TRUSTED
from bartizan.identity.aws.statement import Document, Policy, Statement
from bartizan.identity.aws.variables import expand
from bartizan.identity.hole import OPEN, covers, shown

LEVELS = {
    "Permissions management": "permissions",
    "Write": "write",
    "Tagging": "tagging",
    "Read": "read",
    "List": "list",
}
"""Access levels of AWS, as they are called for all providers; most dangerous first."""
SPECIAL = FREE | ROOT_KEEPS | TRUSTED | reserved.ACTIONS
"""Actions that the published logic treats in a way of their own."""
WEIGHED = 400_000
"""Statements times patterns up to which each pattern is asked about: far beyond what AWS lets a principal have."""
MANY = "its policies have so many statements that not each was weighed; ask `bartizan can` about this one"
Patterns = dict[str, set[str]]
"""By a pattern of resources, the actions that some statement allows on it."""
Key = tuple[str, str, Truth, tuple[Residual, ...], tuple[str, ...]]
"""What actions are told together: service, level, truth, what is left open, what was not seen."""


def held(evaluator: Evaluator, roster: Roster, actor: str) -> Rights:
    """Return all that an actor may do. Never raises: who is not there has nothing, with the reason as a note."""
    request = request_of(Question(actor=actor, action="*", target="*"), roster)
    if isinstance(request, Decision):
        return Rights(id=actor, name=actor, kind="", rights=(), notes=(request.why,))
    case = Case(roster, request, {})
    own, notes = _own(case)
    found = _Found(evaluator, roster, request.caller)
    for pattern, allowed in sorted(own.items(), key=lambda each: (len(each[0]), each[0])):  # wide ones first
        found.weigh(pattern, allowed)
    for resource in roster.estate.resources:
        for pattern, allowed in _handed(resource, case).items():
            found.weigh(pattern, allowed)
    everything = evaluator.evaluate(request).truth is Truth.YES
    return Rights(
        id=actor,
        name=shown(case.arn or actor),
        kind="",
        rights=tuple(found.rights()),
        admin=() if everything and own else None,
        notes=tuple(dict.fromkeys((*notes, *_unread(roster)))),
    )


def _own(case: Case) -> tuple[Patterns, list[str]]:
    """Return what the identity policies name, and why there may be more."""
    principal = case.principal
    if principal is None:
        signed = case.kind in ("user", "role", "federated user")
        return {}, [f"It may have more: the policies of {shown(case.arn)} were not seen."] if signed else []
    found: Patterns = defaultdict(set)
    notes = [f"It may have more: {why}." for why in principal.more]
    for policy in principal.policies:
        document = policy.document
        name = shown(policy.name or policy.source)
        if isinstance(document, Unknown):
            notes.append(f"It may have more: the policy {name} could not be read: {document.why}.")
            continue
        notes += [f"It may have more: {shown(why)}" for why in document.unseen]
        for statement in document.statements:
            if statement.allows:
                for pattern in _patterns(statement, case, document.version):
                    found[pattern] |= named(statement)
                notes += [f"It may have more: {shown(why)}" for why in (*statement.unseen, *_holed(statement, name))]
    return found, notes


def _holed(statement: Statement, name: str) -> Iterator[str]:
    if any(OPEN in pattern for pattern in statement.actions):
        yield f"an action that the policy {name} names is not known."


def _patterns(statement: Statement, case: Case, version: str) -> Iterator[str]:
    """Yield the resources that a statement names, with what is known of the actor put in."""
    if statement.all_resources_but or not statement.resources:
        yield "*"
        return
    for written in statement.resources:
        text = expand(written, case.context, version).text
        if text is not None:
            yield text


def _handed(resource: Resource, case: Case) -> Patterns:
    """Return what a resource's own policy names for the actor itself; what it hands to an account is for others."""
    found: Patterns = defaultdict(set)
    for policy in (resource.policy, *resource.grants):
        document = policy.document if isinstance(policy, Policy) else None
        for statement in document.statements if isinstance(document, Document) else ():
            if not statement.allows or statement.principals is None:
                continue
            reached = reach(statement.principals, case)
            by = reached.any() if case.kind == "account" else either((reached.direct, reached.role))
            if by.truth is not Truth.NO:
                for pattern in _inside(resource, statement):
                    found[pattern] |= named(statement)
    return found


def _inside(resource: Resource, statement: Statement) -> Iterator[str]:
    """Yield what of a resource a statement of its own policy is about: `*` is no more than itself."""
    for pattern in statement.resources or ("*",):
        if statement.all_resources_but or pattern == "*":
            yield resource.arn
            if ":s3:::" in resource.arn:
                yield f"{resource.arn}/*"
        else:
            yield pattern


@lru_cache(maxsize=8192)
def named(statement: Statement) -> frozenset[str]:
    """Return the actions that a statement names: published ones that its patterns cover, and others as written."""
    found: set[str] = set()
    for pattern in statement.actions:
        known = actions.expand(pattern)
        found.update(known)
        if not known and not any(sign in pattern for sign in ("*", "?", OPEN)):
            found.add(pattern)
    return frozenset(set(actions.names()) - found if statement.all_actions_but else found)


def _unread(roster: Roster) -> Iterator[str]:
    unread = [each for each in roster.estate.resources if isinstance(each.policy, Unknown)]
    if unread:
        names = ", ".join(shown(each.id) for each in unread[:3])
        more = f" and {len(unread) - 3} more" if len(unread) > 3 else ""
        yield f"It may have more: the resource policies of {names}{more} could not be read."


class _Found:
    """Gathers what is left of what is allowed."""

    def __init__(self, evaluator: Evaluator, roster: Roster, caller: Caller) -> None:
        self._evaluator, self._roster, self._caller = evaluator, roster, caller
        self._above = list(_above(roster, caller))
        self._spent = 0
        self._certain: dict[str, set[str]] = {}
        self._cells: dict[Key, dict[str, dict[str, tuple[Clause, ...]]]] = {}

    def weigh(self, pattern: str, allowed: Iterable[str]) -> None:
        """Ask what is left of some actions on what fits a pattern."""
        wanted = {action for action in allowed if self._spent > WEIGHED or about(action, pattern)}
        for wider, certain in self._certain.items():
            if wider != pattern and covers(wider, pattern) is Truth.YES:
                wanted -= certain
        for members in self._alike(wanted, pattern):
            self._spent += len(self._above)
            decision = self._asked(members[0], pattern)
            if decision.truth is Truth.NO:
                continue
            if decision.truth is Truth.YES:
                self._certain.setdefault(pattern, set()).update(members)
            for action in members:
                prefix, level = action.partition(":")[0].lower(), LEVELS.get(actions.level(action) or "", "")
                cell = self._cells.setdefault(
                    (prefix, level, decision.truth, decision.residuals, decision.unknowns), {}
                )
                cell.setdefault(pattern, {})[action] = decision.clauses

    def _asked(self, action: str, pattern: str) -> Decision:
        if self._spent > WEIGHED:
            return Decision(truth=Truth.UNKNOWN, why="", unknowns=(MANY,))
        return self._evaluator.evaluate(Request(caller=self._caller, action=action, resource=pattern))

    def _alike(self, wanted: set[str], pattern: str) -> Iterator[list[str]]:
        """Yield the actions in groups about which every statement says the same."""
        around: list[Statement] = []
        if self._spent <= WEIGHED:
            around = [*self._above, *_of_resource(self._roster.resource(pattern).resource)]
        plain: dict[str, list[tuple[int, Truth]]] = {action: [] for action in wanted}
        for number, statement in enumerate(around):
            if not _near(statement, pattern):
                continue
            if any(OPEN in each for each in statement.actions):
                for action in wanted:
                    plain[action].append((number, acts(statement, action.lower())))
            else:
                for action in wanted & named(statement):
                    plain[action].append((number, Truth.YES))
        groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for action in sorted(wanted):
            low = action.lower()
            own = low if low in SPECIAL else actions.resources(action) == ("*",)
            groups[low.partition(":")[0], own, tuple(plain[action])].append(action)
        yield from groups.values()

    def rights(self) -> Iterator[Right]:
        """Yield what was found, service by service, the most dangerous level first."""
        rank = {level: number for number, level in enumerate(LEVELS.values())}
        found = [right for key, cell in self._cells.items() for right in _joined(key, cell)]
        yield from sorted(found, key=lambda each: (each.service, rank.get(each.level, 9), -each.truth, each.resources))


def _above(roster: Roster, caller: Caller) -> Iterator[Statement]:
    """Yield the statements that count for an actor wherever it acts."""
    principal = roster.principal(caller.arn) if caller.arn else None
    policies: list[Policy] = [*(principal.policies if principal else ()), *caller.session_policies]
    if principal is not None and principal.boundary is not None:
        policies.append(principal.boundary)
    for account in roster.estate.accounts.values():
        for levels in (account.service_controls, account.resource_controls):
            policies += [policy for level in levels for policy in level] if not isinstance(levels, Unknown) else []
    seen = {id(policy.document): policy.document for policy in policies}
    for document in seen.values():
        yield from document.statements if isinstance(document, Document) else ()


def _of_resource(resource: Resource | None) -> Iterator[Statement]:
    for policy in (resource.policy, *resource.grants) if resource is not None else ():
        if isinstance(policy, Policy) and isinstance(policy.document, Document):
            yield from policy.document.statements


def _near(statement: Statement, pattern: str) -> bool:
    """Tell whether a statement may be about what fits a pattern."""
    if statement.all_resources_but or not statement.resources or pattern == "*":
        return True
    return any("${" in each or covers(each, pattern) is not Truth.NO for each in statement.resources)


def _joined(key: Key, cell: dict[str, dict[str, tuple[Clause, ...]]]) -> Iterator[Right]:
    """Yield one right for all resources on which the same actions are left."""
    service, level, truth, residuals, unknowns = key
    alike: dict[frozenset[str], list[str]] = defaultdict(list)
    for pattern, members in cell.items():
        alike[frozenset(members)].append(pattern)
    said = (f"not ({item.says})" if item.unless else item.says for item in residuals)
    conditions = tuple(dict.fromkeys(map(shown, said)))
    for names, patterns in alike.items():
        clauses = dict.fromkeys(clause for each in patterns for told in cell[each].values() for clause in told)
        yield Right(
            service=service,
            level=level,
            actions=tuple(sorted(names, key=str.lower)),
            resources=tuple(sorted(map(shown, patterns))),
            truth=truth,
            conditions=conditions,
            unknowns=tuple(map(shown, unknowns)),
            title=actions.service_title(service) or "",
            of=_sizes(service).get(level, 0),
            cited=tuple(Cited(clause=clause) for clause in clauses),
        )


@lru_cache(maxsize=1024)
def _sizes(service: str) -> dict[str, int]:
    """Return how many actions a service has by level."""
    found: dict[str, int] = defaultdict(int)
    for action in actions.expand(f"{service}:*"):
        found[LEVELS.get(actions.level(action) or "", "")] += 1
    return dict(found)


def about(action: str, pattern: str) -> bool:
    """Tell whether an action can be about what fits a pattern: reading objects is not about a bucket.

    One that is about nothing needs `*`. One that is not published may be about anything.
    """
    if pattern == "*" or not actions.known(action):
        return True
    fitting = _kinds_of(action.partition(":")[0], pattern)
    return any(kind.pattern in fitting for kind in actions.kinds(action))


@lru_cache(maxsize=16384)
def _kinds_of(service: str, pattern: str) -> frozenset[str]:
    """Return which kinds of resource a pattern is of: of those that cover it, the narrowest; or any it may meet."""
    fits = {each: _fits(each, pattern) for each in _kinds(service)}
    whole = [each for each, truth in fits.items() if truth is Truth.YES]
    wider = {each for each in whole for other in whole if other != each and _fits(each, other) is Truth.YES}
    return frozenset(each for each, truth in fits.items() if truth is not Truth.NO and each not in wider)


FIELDS = 6
"""Of an ARN."""


def _fits(kind: str, pattern: str) -> Truth:
    """Judge field by field whether what fits a pattern is of a kind: a bucket's name has no colon in it."""
    mine, asked = kind.split(":", FIELDS - 1), pattern.split(":", FIELDS - 1)
    if len(mine) < FIELDS or len(asked) < FIELDS:
        return covers(kind, pattern)
    found = Truth.YES
    for one, other in zip(mine, asked, strict=True):
        found = min(found, covers(one, other))
        if found is Truth.NO:
            break
    return found


@lru_cache(maxsize=1024)
def _kinds(service: str) -> tuple[str, ...]:
    found = (kind.pattern for action in actions.expand(f"{service}:*") for kind in actions.kinds(action))
    return tuple(dict.fromkeys(found))
