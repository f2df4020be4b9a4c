"""All that somebody may do in an Azure estate: the operations of its roles at their scopes, and its rights in Entra.

Operations are told as roles write them, in patterns: nothing publishes a whole list of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bartizan.core.access import Clause, Decision
from bartizan.core.answer import Cited, Right, Rights
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure import directory, evaluate
from bartizan.identity.azure.directory_roles import OWNED
from bartizan.identity.azure.estate import Assignment, Estate
from bartizan.identity.azure.evaluate import Asked
from bartizan.identity.azure.membership import Being
from bartizan.identity.azure.permission import CONTROL, DATA, Permission, some
from bartizan.identity.hole import OPEN, covers, shown

LEVELS = ("permissions", "write", "tagging", "read", "list")
"""Most dangerous first."""
AUTHORIZATION = "microsoft.authorization/"
GRANT = "microsoft.authorization/roleassignments/write"
_GRANTING = (
    "owners", "credentials", "members", "permissions", "password", "authenticationmethods", "approleassignedto",
    "approleassignments", "roleassignments", "roledefinitions", "directoryroles", "scopedrolememberships",
    "oauth2permissiongrants", "privilegedidentitymanagement", "groupsassignabletoroles", "managepermissiongrants",
)  # fmt: skip
"""Words in actions of the directory that give rights, or the means to act as another."""


class Cell(NamedTuple):
    """What operations are told together."""

    service: str
    level: str
    scope: str
    truth: Truth
    conditions: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


Cells = dict[Cell, dict[str, tuple[Clause, ...]]]


def held(estate: Estate, who: Mapping[str, Being], actor: str, beings: directory.Beings) -> Rights:
    """Return all that an actor may do who counts as `who`."""
    cells: Cells = defaultdict(dict)
    mine = [each for each in estate.assignments if isinstance(each.principal, Unknown) or each.principal in who]
    whole = [_of_assignment(estate, who, each, mine, cells) for each in mine]
    _of_directory(estate, who, beings, cells)
    more = [estate.principals[id].more for id in who if id in estate.principals]
    more += [_unread(each) for each in mine]
    notes = tuple(f"It may have more: {why}." for why in dict.fromkeys(map(shown, filter(None, more))))
    rights = tuple(_told(cells))
    return Rights(id=actor, name=actor, kind="", rights=rights, admin=() if any(whole) else None, notes=notes)


def _unread(assignment: Assignment) -> str:
    permissions = assignment.role.permissions
    if not isinstance(permissions, Unknown):
        return ""
    return f"what the role {assignment.role.name} permits is not known: {permissions.why}"


def _of_assignment(
    estate: Estate, who: Mapping[str, Being], assignment: Assignment, mine: list[Assignment], cells: Cells
) -> bool:
    """Gather what one assignment gives; tell whether that is everything in a subscription, or above."""
    permissions, whole = assignment.role.permissions, False
    for permission in permissions if not isinstance(permissions, Unknown) else ():
        for plane, patterns, taken in _planes(permission):
            for pattern in patterns:
                but = tuple(each for each in taken if covers(pattern, each) is not Truth.NO)
                decision = _decided(estate, who, Asked(action=pattern, plane=plane, scope=_below(assignment)), mine)
                truth, conditions = _left(decision, bool(but))
                if truth is Truth.NO:
                    continue
                scope = "?" if isinstance(assignment.scope, Unknown) else shown(assignment.scope)
                prefix = "data:" if plane == DATA else ""
                cell = Cell(_service(pattern), _level(pattern, but), scope, truth, conditions, decision.unknowns, but)
                cells[cell].setdefault(f"{prefix}{shown(pattern)}", decision.clauses)
                wide = isinstance(assignment.scope, str) and "/resourcegroups/" not in assignment.scope
                whole = whole or (pattern == "*" and truth is Truth.YES and wide and not but and plane == CONTROL)
    return whole


def _planes(permission: Permission) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    yield CONTROL, permission.actions, permission.not_actions
    yield DATA, permission.data_actions, permission.not_data_actions


def _below(assignment: Assignment) -> str:
    """Return what is asked about: all in the scope, where a deny assignment may be deeper; or the scope itself."""
    scope = assignment.scope
    if isinstance(scope, Unknown):
        return "*"
    return f"{scope}/*" if scope.startswith("/subscriptions/") else scope


def _decided(estate: Estate, who: Mapping[str, Being], asked: Asked, mine: Iterable[Assignment]) -> Decision:
    return evaluate.decided(estate, who, asked, mine)


def _left(decision: Decision, narrowed: bool) -> tuple[Truth, tuple[str, ...]]:
    """Return how far it holds, and under which conditions; that the role leaves some operations out is no condition."""
    left = [each for each in decision.residuals if not (narrowed and each.key == "action")]
    if decision.truth is Truth.UNKNOWN and not left and not decision.unknowns:
        return Truth.YES, ()
    said = (f"not ({each.says})" if each.unless else each.says for each in left)
    return decision.truth, tuple(dict.fromkeys(said))


def _service(pattern: str) -> str:
    """Return the namespace of a resource provider; `*` for all of them."""
    name = pattern.partition("/")[0]
    return "*" if "*" in name or OPEN in name else name


def _level(pattern: str, but: tuple[str, ...]) -> str:
    """Return the access level of an operation, for a pattern that of the most it may include."""
    last = pattern.rpartition("/")[2]
    words = pattern.split("/")
    if last == "read":
        return "read"
    if some((pattern,), GRANT) is not Truth.NO and some(but, GRANT) is not Truth.YES:
        return "permissions"
    if pattern.startswith(AUTHORIZATION) and last in ("write", "delete", "action", "*"):
        return "permissions"
    if last == "action" and len(words) > 1 and words[-2].startswith(("list", "get", "read", "search")):
        return "read"
    if "tags" in words:
        return "tagging"
    return "write"


def _of_directory(estate: Estate, who: Mapping[str, Being], beings: directory.Beings, cells: Cells) -> None:
    """Gather what roles of the directory, Graph permissions and ownership give."""
    for each in estate.directory:
        if isinstance(each.principal, Unknown) or each.principal not in who:
            continue
        scope = "the directory" if each.scope in ("/", "") else shown(str(each.scope))
        target = "*" if isinstance(each.scope, Unknown) or each.scope in ("/", "") else each.scope.lstrip("/")
        for action in each.actions if not isinstance(each.actions, Unknown) else ():
            _in_directory(directory.decided(estate, who, action, target, beings), action, scope, cells)
        if isinstance(each.actions, Unknown):
            unseen = (f"what the role {each.role} permits is not known: {each.actions.why}",)
            clause = Clause(source=each.source, name=each.role, stage="directory role", held=Truth.UNKNOWN)
            cells[Cell("microsoft.directory", "", scope, Truth.UNKNOWN, (), unseen)][each.role] = (clause,)
    for granted in estate.granted:
        if isinstance(granted.permission, str) and granted.principal in who:
            found = directory.decided(estate, who, granted.permission, "*", beings)
            _in_directory(found, granted.permission, "the directory", cells)
    for entry in estate.entries.values():
        if any(owner in who for owner in entry.owners):
            for action in OWNED.get(entry.type, ()):
                found = directory.decided(estate, who, action, entry.id, beings)
                _in_directory(found, action, shown(entry.id), cells)


def _in_directory(decision: Decision, action: str, scope: str, cells: Cells) -> None:
    if decision.truth is Truth.NO:
        return
    truth, conditions = _left(decision, narrowed=False)
    service = "microsoft.directory" if "/" in action else "Microsoft Graph"
    cell = Cell(service, _directory_level(action), scope, truth, conditions, decision.unknowns)
    cells[cell].setdefault(action, decision.clauses)


def _directory_level(action: str) -> str:
    low = action.lower()
    if "/" not in action:
        if low.startswith(("rolemanagement.readwrite", "approleassignment.readwrite", "directory.accessasuser")):
            return "permissions"
        return "write" if any(word in low for word in ("write", "manage", "fullcontrol", "send")) else "read"
    if low.endswith("/read"):
        return "read"
    return "permissions" if any(word in low for word in _GRANTING) or "/alltasks" in low else "write"


def _told(cells: Cells) -> Iterator[Right]:
    """Yield rights, service by service, the most dangerous first; the same operations at several scopes once."""
    alike: dict[tuple[Cell, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell, found in cells.items():
        alike[cell._replace(scope=""), tuple(sorted(found))].append(cell)
    rank = {level: number for number, level in enumerate(LEVELS)}
    for (cell, names), members in sorted(
        alike.items(), key=lambda each: (each[0][0].service, rank.get(each[0][0].level, 9), -each[0][0].truth, each[0])
    ):
        clauses = dict.fromkeys(clause for each in members for told in cells[each].values() for clause in told)
        yield Right(
            service=cell.service,
            level=cell.level,
            actions=names,
            resources=tuple(sorted(each.scope for each in members)),
            truth=cell.truth,
            conditions=cell.conditions,
            unknowns=cell.unknowns,
            but=cell.but,
            cited=tuple(Cited(clause=clause) for clause in clauses),
        )
