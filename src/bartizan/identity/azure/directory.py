"""The specification for Entra ID: directory roles, Graph permissions and owners, read one by one.

Actions are written as roles write them, `microsoft.directory/applications/credentials/update`, or are the name of a
Graph application permission, `RoleManagement.ReadWrite.Directory`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from bartizan.core.access import Clause, Decision, Residual
from bartizan.core.truth import Truth, Unknown, truth
from bartizan.identity.azure.directory_roles import MAY_RESET, MAY_RESET_ANYBODY, OWNED, PERMISSIONS, by_name
from bartizan.identity.azure.estate import DirectoryAssignment, Entry, Estate, Granted
from bartizan.identity.azure.membership import Being
from bartizan.identity.azure.weighing import Weight, weighed
from bartizan.identity.hole import shown

NOTHING = "No directory role, Graph permission or ownership allows it."
_RESETS = ("microsoft.directory/users/password/", "microsoft.directory/users/authenticationmethods/")
_SENSITIVE = ("microsoft.directory/users/userprincipalname/", "microsoft.directory/users/delete")

_NARROW = ("whether it is one of the objects that the role is about",)

Beings = Callable[[str], Mapping[str, Being]]
"""Tells who somebody counts as."""


@lru_cache(maxsize=65536)
def includes(held: str, asked: str) -> Truth:
    """Judge whether a permission of a directory role includes another: `allProperties`, `allTasks`, `allEntities`.

    UNKNOWN for one that is about some objects of a type only: `groups.security`, `applications.myOrganization`.
    """
    mine, other = held.lower().split("/"), asked.lower().split("/")
    if mine == other:
        return Truth.YES
    if mine[0] != other[0] or len(mine) < 2 or len(other) < 2:
        return Truth.NO
    entity, _, narrowed = mine[1].partition(".")
    if entity not in ("allentities", other[1]) and mine[1] != other[1]:
        return Truth.NO
    properties, task = mine[2:-1], mine[-1]
    every = "allproperties" in properties or (not properties and task == "alltasks")
    if task not in ("alltasks", other[-1]) or not (every or properties == other[2:-1]):
        return Truth.NO
    return Truth.UNKNOWN if narrowed and mine[1] != other[1] else Truth.YES


def some(actions: Iterable[str], asked: str) -> Truth:
    """Judge whether one of several permissions includes what is asked."""
    return max((includes(each, asked) for each in actions), default=Truth.NO)


def decided(estate: Estate, who: Mapping[str, Being], action: str, target: str, beings: Beings) -> Decision:
    """Decide one action on an object of the directory, or on all of it (`*`), for an actor who counts as `who`."""
    if "/" not in action:
        return weighed(_named(estate, who, action), nothing=f"It has not been granted {action}.")
    entry = estate.entries.get(target)
    weights = [
        *_assigned(estate, who, action, target, beings),
        *_granted(estate, who, action, entry, target),
        *_owned(who, action, entry),
    ]
    return weighed(weights, nothing=NOTHING)


def _named(estate: Estate, who: Mapping[str, Being], permission: str) -> Iterator[Weight]:
    for granted in estate.granted:
        held, unknowns = _member(granted.principal, who)
        if isinstance(granted.permission, Unknown):
            held, unknowns = min(held, Truth.UNKNOWN), (*unknowns, _unseen(granted.permission))
        elif granted.permission.lower() != permission.lower():
            continue
        yield _weight(granted.source, _said(granted), "application permission", held, who, granted.principal, unknowns)


def _unseen(permission: Unknown) -> str:
    return f"which permission is granted is not known: {permission.why}"


def _said(granted: Granted) -> str:
    return "?" if isinstance(granted.permission, Unknown) else granted.permission


def _assigned(estate: Estate, who: Mapping[str, Being], action: str, target: str, beings: Beings) -> Iterator[Weight]:
    entry = estate.entries.get(target)
    for each in estate.directory:
        held, unknowns = _member(each.principal, who)
        if held is Truth.NO:
            continue
        at = _scope(each, entry, target)
        held = min(held, at[0])
        covered = _covered(each, action, entry)
        held, unknowns = min(held, covered[0]), (*unknowns, *at[1], *covered[1])
        if held is Truth.NO:
            continue
        allowed = _may_reset(estate, each, action, target, beings)
        held, unknowns = min(held, allowed[0]), (*unknowns, *allowed[1])
        residuals = [*at[2]]
        if isinstance(each.pending, Unknown):
            held, unknowns = min(held, Truth.UNKNOWN), (*unknowns, f"whether it is active: {each.pending.why}")
        elif each.pending and held is not Truth.NO:
            held, residuals = Truth.UNKNOWN, [*residuals, Residual(says=each.pending, key="activation")]
        scope = "?" if isinstance(each.scope, Unknown) else shown(each.scope)
        name = f"{each.role} at {scope}"
        yield _weight(each.source, name, "directory role", held, who, each.principal, unknowns, tuple(residuals))


Part = tuple[Truth, tuple[str, ...]]


def _covered(each: DirectoryAssignment, action: str, entry: Entry | None) -> Part:
    if isinstance(each.actions, Unknown):
        return Truth.UNKNOWN, (f"what the role {each.role} permits is not known: {each.actions.why}",)
    return _on(each.actions, action, entry)


def _on(actions: tuple[str, ...], action: str, entry: Entry | None) -> Part:
    """Judge whether permissions include an action; a group that roles can be given to needs permissions of its own."""
    plain = some(actions, action)
    start = "microsoft.directory/groups/"
    if entry is None or entry.assignable is Truth.NO or not action.lower().startswith(start):
        return plain, _NARROW if plain is Truth.UNKNOWN else ()
    special = some(actions, f"microsoft.directory/groupsAssignableToRoles/{action[len(start) :]}")
    if entry.assignable is Truth.YES or special is plain:
        return special, _NARROW if special is Truth.UNKNOWN else ()
    return Truth.UNKNOWN, ("whether directory roles can be given to the group is not known",)


def _scope(
    each: DirectoryAssignment, entry: Entry | None, target: str
) -> tuple[Truth, tuple[str, ...], list[Residual]]:
    if isinstance(each.scope, Unknown):
        return Truth.UNKNOWN, (f"the scope of {each.role} is not known: {each.scope.why}",), []
    if each.scope in ("/", ""):
        return Truth.YES, (), []
    if "*" in target:
        return Truth.UNKNOWN, (), [Residual(says=f"the object is in {shown(each.scope)}", key="resource")]
    if each.scope.lstrip("/") == target:
        return Truth.YES, (), []
    units = entry.units if entry is not None else {}
    within = Truth.UNKNOWN if "administrativeunits/" in each.scope.lower() else Truth.NO
    held = units.get(each.scope.rpartition("/")[2], within)
    return held, ("whether it is in the administrative unit",) if held is Truth.UNKNOWN else (), []


def _may_reset(estate: Estate, each: DirectoryAssignment, action: str, target: str, beings: Beings) -> Part:
    """Judge whether the roles of a user leave it to a role to reset its password."""
    low = action.lower()
    if not low.startswith(_RESETS + _SENSITIVE) or each.role in MAY_RESET_ANYBODY or target not in estate.entries:
        return Truth.YES, ()
    if each.role == "?":
        return Truth.UNKNOWN, ()
    allowed = MAY_RESET.get(each.role, frozenset())
    return _within(estate, target, allowed, beings)


def _within(estate: Estate, target: str, allowed: frozenset[str], beings: Beings) -> Part:
    """Judge whether a user has no directory roles but these, and no part in a group that roles can be given to."""
    who = beings(target)
    held = Truth.YES
    for other in estate.directory:
        if other.role in allowed:
            continue
        if isinstance(other.principal, Unknown):
            held = min(held, Truth.UNKNOWN)
        elif other.principal in who:
            held = min(held, Truth.UNKNOWN if other.role == "?" else -who[other.principal].held)
    for entry in estate.entries.values():
        if entry.assignable is not Truth.NO:
            part = who[entry.id].held if entry.id in who else truth(target in entry.owners)
            held = min(held, -min(part, entry.assignable))
    return held, ("whether the user has a role that protects its password",) if held is Truth.UNKNOWN else ()


def _granted(
    estate: Estate, who: Mapping[str, Being], action: str, entry: Entry | None, target: str
) -> Iterator[Weight]:
    for granted in estate.granted:
        held, unknowns = _member(granted.principal, who)
        if held is Truth.NO:
            continue
        if isinstance(granted.permission, Unknown):
            covered: Part = (Truth.UNKNOWN, (_unseen(granted.permission),))
        else:
            covered = _on(_meaning(granted.permission, entry, who), action, entry)
            if covered[0] is not Truth.NO and action.lower().startswith(_RESETS) and target in estate.entries:
                covered = min(covered, _plain_user(estate, target))
        held, unknowns = min(held, covered[0]), (*unknowns, *covered[1])
        name = _said(granted)
        yield _weight(granted.source, name, "application permission", held, who, granted.principal, unknowns)


def _plain_user(estate: Estate, target: str) -> Part:
    """Judge whether a user has no directory role: Graph permissions alone do not reset passwords of administrators."""
    roles = [each for each in estate.directory if each.principal == target or isinstance(each.principal, Unknown)]
    return (Truth.UNKNOWN, ("whether the application may reset an administrator's password",)) if roles else (
        Truth.YES, (),
    )  # fmt: skip


def _meaning(permission: str, entry: Entry | None, who: Mapping[str, Being]) -> tuple[str, ...]:
    if permission == "Application.ReadWrite.OwnedBy" and entry is not None and set(entry.owners) & who.keys():
        return PERMISSIONS["Application.ReadWrite.All"][1]
    return PERMISSIONS.get(permission, ("", ()))[1]


def _owned(who: Mapping[str, Being], action: str, entry: Entry | None) -> Iterator[Weight]:
    if entry is None or some(OWNED.get(entry.type, ()), action) is Truth.NO:
        return
    for owner in entry.owners:
        if owner in who:
            yield _weight(entry.id, f"of {entry.id}", "ownership", who[owner].held, who, owner, ())
    if entry.more:
        yield _weight(entry.id, f"of {entry.id}", "ownership", Truth.UNKNOWN, who, "", (entry.more,))


def _member(principal: str | Unknown, who: Mapping[str, Being]) -> Part:
    if isinstance(principal, Unknown):
        return Truth.UNKNOWN, (f"an assignment is to somebody who is not known: {principal.why}",)
    being = who.get(principal)
    if being is None:
        return Truth.NO, ()
    return being.held, (f"whether it is a member of {being.via[-1]}",) if being.held is Truth.UNKNOWN else ()


def _weight(
    source: str,
    name: str,
    stage: str,
    held: Truth,
    who: Mapping[str, Being],
    principal: str | Unknown,
    unknowns: tuple[str, ...],
    residuals: tuple[Residual, ...] = (),
) -> Weight:
    being = who.get(principal) if isinstance(principal, str) else None
    via = () if being is None else being.via
    clause = Clause(source=source, name=name, stage=stage, held=held, via=via)
    open_ = held is Truth.UNKNOWN
    return Weight(clause=clause, held=held, residuals=residuals if open_ else (), unknowns=unknowns if open_ else ())


def role_actions(name: str) -> tuple[str, tuple[str, ...] | Unknown]:
    """Return the name of a built-in directory role, given that or its template id, and what it permits."""
    role = by_name().get(name.lower())
    if role is None:
        return name, Unknown("it is not among the built-in roles that are known here")
    return role.name, role.actions
