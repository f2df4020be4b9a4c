"""What callers hold: which permissions a role gives, and whom a binding or a rule means."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.core.access import Residual
from bartizan.core.truth import Truth
from bartizan.identity.gcp.estate import Binding, Estate, Role
from bartizan.identity.gcp.hierarchy import Hierarchy
from bartizan.identity.gcp.member import NO, YES, Belonging, Belongs
from bartizan.identity.gcp.roles import every_permission, permissions
from bartizan.identity.hole import OPEN, equal, holes, shown


class Holdings:
    """Looks up roles, groups and service accounts of one estate."""

    def __init__(self, estate: Estate, hierarchy: Hierarchy) -> None:
        self._estate = estate
        self._hierarchy = hierarchy
        self._roles: dict[str, Role] = {name: role for role in estate.roles for name in role.names}
        self._projects = {each.member: each.project for each in estate.principals}
        self._judged: dict[tuple[str, str], Belonging] = {}
        self._belongs = Belongs(estate.groups, self._holds, self._within)

    def gives(self, role: str, permission: str) -> Belonging:
        """Judge whether a role has a permission; one that is in no data is unknown."""
        custom = self._roles.get(role)
        if custom is not None:
            return _given_by(custom, permission)
        held = permissions(role)
        if held is not None:
            return YES if permission in held else NO
        if OPEN in role:
            whys = [name.removeprefix("?") for name in holes(role)]
            return Belonging(Truth.UNKNOWN, f"which role {shown(role)} is could not be seen: {'; '.join(whys)}")
        return Belonging(Truth.UNKNOWN, f"what {role} permits was not read")

    def is_permission(self, permission: str) -> bool:
        """Tell whether some role of the data or of the estate has a permission of this name."""
        return permission in every_permission() or any(permission in role.permissions for role in self._estate.roles)

    def meant(self, caller: str, binding: Binding) -> Belonging:
        """Judge whether a binding is for a caller."""
        return _doubted(self.among(caller, binding.members), binding.more)

    def among(self, caller: str, members: Iterable[str]) -> Belonging:
        """Judge whether a caller is one of those that `members` name."""
        best = NO
        for member in members:
            found = self._judge(caller, member)
            if found.truth is Truth.YES:
                return found
            if found.truth > best.truth:
                best = found
        return best

    def holds_role(self, caller: str, id: str) -> Belonging:
        """Judge whether a caller was granted a custom role, anywhere, by the id of its asset."""
        names = [name for role in self._estate.roles if role.source == id for name in role.names]
        best = NO
        for binding in (each for node in self._estate.nodes for each in node.bindings):
            same = max((equal(binding.role, name) for name in names), default=Truth.NO)
            if same is Truth.NO:
                continue
            found = self.meant(caller, binding)
            certain = same is Truth.YES and binding.condition is None and not binding.doubt
            if found.truth is Truth.YES and certain:
                return found
            if found.truth is not Truth.NO:
                best = Belonging(Truth.UNKNOWN, found.why or f"whether {caller} is granted {id} is not certain")
        return best

    def _judge(self, caller: str, member: str) -> Belonging:
        key = (caller, member)
        if caller in self._projects and member in self._projects and caller != member:
            return NO  # two accounts are two, although the names of both may not be known yet
        found = self._judged.get(key)
        if found is None:
            found = self._judged[key] = self._belongs.judge(caller, member)
        return found

    def _holds(self, caller: str, role: str, project: str) -> Belonging:
        """Judge whether a caller has a basic role on a project: what `projectEditor:ID` stands for."""
        node = self._hierarchy.project(project)
        if node is None:
            return Belonging(Truth.UNKNOWN, f"who has {role} on {shown(project)} was not read")
        best = NO
        for binding in node.bindings:
            if binding.role != role:
                continue
            members = [each for each in binding.members if not each.startswith("project")]
            found = _doubted(self.among(caller, members), binding.more)
            if found.truth is Truth.YES and binding.condition is None and not binding.doubt:
                return Belonging(Truth.YES, via=(*found.via, f"{role} on {shown(project)}"))
            if found.truth is not Truth.NO:
                best = Belonging(Truth.UNKNOWN, binding.doubt or found.why or f"{role} on {project} has a condition")
        return _doubted(best, node.more)

    def _within(self, caller: str, container: str) -> Truth:
        """Judge whether a service account is of a project, folder or organisation, named `folders/12`."""
        if not caller.startswith("serviceAccount:"):
            return Truth.NO
        node = self._hierarchy.get(self._projects.get(caller, ""))
        wanted = self._hierarchy.named(container).node
        if node is None or wanted is None:
            return Truth.UNKNOWN
        chain = list(self._hierarchy.chain(node))
        if any(above.id == wanted.id for above in chain):
            return Truth.YES
        return Truth.UNKNOWN if any(above.more for above in chain) else Truth.NO

    def bounds(self, caller: str, names: list[str]) -> tuple[Residual, ...]:
        """Return what principal access boundary policies, if the caller is bound to one, leave to be fulfilled."""
        return tuple(
            Residual(says=f"{each.source} does not bind the caller, or lets it reach the resource", key="boundary")
            for each in self._estate.boundaries
            if not any(name in each.resources for name in names)
        )


def _given_by(role: Role, permission: str) -> Belonging:
    if role.disabled:
        return NO
    best = NO
    for each in (permission,) if permission in role.permissions else [p for p in role.permissions if OPEN in p]:
        held = equal(each, permission)
        if held is Truth.YES:
            return YES
        if held is Truth.UNKNOWN:
            best = Belonging(Truth.UNKNOWN, f"a permission of {role.source} is known once it is given")
    return _doubted(best, role.more)


def _doubted(found: Belonging, more: tuple[str, ...]) -> Belonging:
    return Belonging(Truth.UNKNOWN, more[0]) if more and found.truth is Truth.NO else found
