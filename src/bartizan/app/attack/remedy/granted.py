"""Takes away what hands a policy or a role to somebody: an attachment, a binding, an assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bartizan.app.attack.remedy.removal import at, take_out, take_resource
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, dropped, looked_up
from bartizan.collect.edit.node import Entry
from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.attack import Cause
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.graph.graph import Graph, led_to

_EVERYONE = frozenset({"allUsers", "allAuthenticatedUsers"})
_GRANTS = re.compile(
    r"^google_\w+_iam_(?:member|binding)$|^azurerm_\w*role_assignment$|^azuread_\w*role_\w*assignment$"
)
"""Types of resources that are nothing but a grant."""


def take_grant(work: Workspace, graph: Graph, cause: Cause, actor: str) -> str:
    """Take away what gives an actor the policy, the role or the grant that a cause names; raises `Refused`.

    Returns what that is, as the title of the repair.
    """
    asset = graph.get(cause.asset)
    if asset is not None and asset.place is not None and _GRANTS.match(asset.source):
        _take(work, asset)
        return f"Remove the grant: {cause.says}"
    if asset is None or asset.place is None:
        for attachment in _attachments(graph, cause.asset, actor):
            take_resource(work, _place(attachment))
            return _detached(cause, actor)
        for binding in _bindings(graph, cause.asset, actor):
            return _unbind(work, binding, actor, cause)
        own = graph.get(actor)
        if isinstance(own, Carrier) and "managed" in own.places:
            place = own.places["managed"]
            arn = cause.asset
            work.change(place.file, lambda file, text: dropped(file, text, at(place), lambda value: value == arn))
            return _detached(cause, actor)
    raise Refused("It is not told where it is granted.")


def _detached(cause: Cause, actor: str) -> str:
    return f"Detach {cause.asset.rpartition('/')[2]} from {actor.rpartition('//')[2]}"


def _take(work: Workspace, asset: Asset) -> None:
    """Remove a grant; of a list of members, only those that stand for everyone."""
    place = _place(asset)
    text = work.read(place.file)
    spot = at(place, ("members",))
    if not looked_up(place.file, text, spot).rest:
        listed = looked_up(place.file, text, spot).node
        strangers = [each for each in listed.entries if each.node.value in _EVERYONE]
        if strangers and len(strangers) < len(listed.entries):
            work.change(place.file, lambda file, now: dropped(file, now, spot, lambda value: value in _EVERYONE))
            return
    take_resource(work, place)


def _attachments(graph: Graph, policy: str, actor: str) -> Iterator[Attachment]:
    for each in graph.of(Attachment):
        managed, holders = each.read("managed"), led_to(each.read("identities"))[0]
        if actor in holders and each.place is not None and isinstance(managed, frozenset) and policy in managed:
            yield each


def _bindings(graph: Graph, role: str, actor: str) -> Iterator[RoleBinding]:
    name = role.rpartition("/")[2]
    for each in graph.of(RoleBinding):
        if each.read("role") == name and actor in led_to(each.read("accounts"))[0] and each.place is not None:
            yield each


def _unbind(work: Workspace, binding: RoleBinding, actor: str, cause: Cause) -> str:
    """Take a subject out of a binding, or the binding where it has no other."""
    place = _place(binding)
    text = work.read(place.file)
    subjects = looked_up(place.file, text, at(place, ("subjects",)))
    name = actor.rpartition("/")[2]
    mine = [number for number, each in enumerate(subjects.node.entries) if _named(each.node.entries, name)]
    title = f"Take {name} out of the binding of {cause.asset.rpartition('/')[2]}"
    if len(mine) == 1 and len(subjects.node.entries) > 1:
        take_out(work, place.file, Spot(place.line, place.column, ("subjects", str(mine[0]))))
        return title
    if len(mine) == len(subjects.node.entries) == 1:
        take_out(work, place.file, at(place))
        return title
    raise Refused("The subject of the binding was not found where it should be written.")


def _named(entries: Sequence[Entry], name: str) -> bool:
    said = {each.key: each.node.value for each in entries}
    return said.get("kind") == "ServiceAccount" and said.get("name") == name


def _place(asset: Asset) -> Place:
    if asset.place is None:
        raise Refused("It is not told where it is declared.")
    return asset.place
