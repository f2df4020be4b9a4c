"""Takes a statement away, or as much of it as lets the attacker through: a principal, an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.app.attack.remedy.removal import at, take_out, take_statement
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, dropped, looked_up, members
from bartizan.collect.edit.node import Entry, Node, Shape
from bartizan.core.attack import Cause
from bartizan.core.kind import Asset

_ACTIONS = ("Action", "actions")
_PUBLIC = ("*",)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What was taken away of a statement."""

    says: str
    """`the statement`, `the actions iam:PassRole of the statement` ..."""
    suffix: str = ""
    """Tells the repair from one that takes more of the same statement."""


def narrow(work: Workspace, asset: Asset, cause: Cause, used: Sequence[str]) -> Narrowed:
    """Take away what lets an attacker through who uses some actions; raises `Refused`."""
    file, spot = _where(asset, cause)
    target = looked_up(file, work.read(file), spot)
    if target.rest or not target.steps:
        raise Refused("The statement was not found where it should be written.")
    entry = target.steps[-1][1]
    stranger = _stranger(entry)
    if stranger is not None:
        take_out(work, file, _further(spot, ("Principal", stranger)))
        return Narrowed(f"the principal {stranger} * of the statement")
    for key in _ACTIONS:
        gone = _taken(work, file, _further(spot, (key,)), used) if _has(entry, key) else ()
        if gone:
            return Narrowed(f"{', '.join(gone)} from the statement", f"#{','.join(gone)}")
    take_statement(work, file, spot)
    return Narrowed("the statement")


def _has(entry: Entry, key: str) -> bool:
    return any(each.key == key for each in entry.node.entries)


def _taken(work: Workspace, file: str, spot: Spot, used: Sequence[str]) -> tuple[str, ...]:
    """Take the actions that are used out of a list that has others too, and return them; none where it is no such."""
    listed = members(file, work.read(file), spot) or []
    wanted = {action.lower() for action in used}
    gone = tuple(sorted(each for each in listed if isinstance(each, str) and each.lower() in wanted))
    if not gone or len(gone) >= len(listed):
        return ()
    work.change(file, lambda name, text: dropped(name, text, spot, lambda value: value in gone))
    return gone


def _further(spot: Spot, path: tuple[str, ...]) -> Spot:
    return Spot(spot.line, spot.column, (*spot.path, *path), spot.key)


def _where(asset: Asset, cause: Cause) -> tuple[str, Spot]:
    """Return the file and the spot of a statement; raises `Refused`."""
    own = asset.places.get(f"{cause.attribute}/{cause.number}")
    if own is not None:
        return own.file, at(own)
    whole = asset.places.get(cause.attribute)
    if whole is None or cause.number < 0:
        raise Refused("It is not told where the statement is written.")
    path = (str(cause.number),) if cause.attribute == "rules" else ("Statement", str(cause.number))
    return whole.file, at(whole, path)


def _stranger(entry: Entry) -> str | None:
    """Return the kind of principal that lets everyone in, beside others that do not."""
    principal = next((each.node for each in entry.node.entries if each.key == "Principal"), None)
    if principal is None or principal.listed or len(principal.entries) < 2:
        return None
    return next((each.key for each in principal.entries if _everyone(each.node)), None)


def _everyone(node: Node) -> bool:
    texts = [each.node for each in node.entries] if node.listed else [node]
    return any(each.shape is Shape.PLAIN and each.value in _PUBLIC for each in texts)
