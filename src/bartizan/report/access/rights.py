"""Everything somebody may do, on a terminal: the most dangerous first, whole levels of many services in one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bartizan.core.answer import Cited, Hop, Right, Rights
from bartizan.core.truth import Truth
from bartizan.report.phrase import count
from bartizan.report.screen.screen import Screen

NAMED = 6
"""Actions, resources and services that are named, unless everything is asked for."""
LISTED = 30
"""Services that are shown, unless everything is asked for."""
MANY = 4
"""Services whose whole level is shown in one line, from as many on."""
COLORS = {"permissions": "bold red", "write": "yellow"}
INDENT = 14
Shape = tuple[str, tuple[str, ...], Truth, tuple[str, ...], tuple[str, ...]]
"""What rights of several services have in common: level, resources, truth, conditions, what was not seen."""


def show_rights(screen: Screen, answer: Rights, verbose: bool) -> None:
    """Show everything somebody may do."""
    screen.line((answer.name, "bold"), f"  {answer.kind}".rstrip())
    _show_ways(screen, answer)
    alike = {} if verbose else _alike(answer.rights)
    gathered = {id(right) for rights in alike.values() for right in rights}
    if alike:
        screen.blank()
        screen.line((_of_services({right.service for rights in alike.values() for right in rights}), "bold"))
    for (level, *_), rights in alike.items():
        names = sorted(right.service for right in rights)
        total = sum(len(right.actions) for right in rights)
        _show_right(screen, rights[0], f"all {total:,} {level} actions of {_named(names, verbose)}", verbose)
    _show_services(screen, [right for right in answer.rights if id(right) not in gathered], verbose)
    if not answer.rights:
        screen.line("nothing that was seen", indent=2)


def _show_ways(screen: Screen, answer: Rights) -> None:
    if answer.admin is not None:
        sure = all(hop.truth is Truth.YES for hop in answer.admin)
        said = "can come to do everything" if answer.admin else "can do everything"
        screen.line((said if sure else f"{said}, perhaps", "bold red"), indent=2)
        for hop in answer.admin:
            show_hop(screen, hop, 4)
    if answer.takes:
        screen.line("can take on", indent=2)
    for hop in answer.takes:
        show_hop(screen, hop, 4)


def show_hop(screen: Screen, hop: Hop, indent: int) -> None:
    """Show one move on the way to a right."""
    sure = "" if hop.truth is Truth.YES else " (possible)"
    target = f" on {hop.target}" if hop.target not in (hop.gained, hop.actor) else ""
    screen.line("by     ", f"{hop.title}{target}{sure} -> ", (hop.gained, "bold"), indent=indent, hang=7)
    screen.line((hop.step, "dim"), indent=indent + 7)


def _alike(rights: Iterable[Right]) -> dict[Shape, list[Right]]:
    """Return whole levels that many services have on the same terms."""
    found: dict[Shape, list[Right]] = defaultdict(list)
    for right in rights:
        if _whole(right):
            found[right.level, right.resources, right.truth, right.conditions, right.unknowns].append(right)
    many = ((shape, each) for shape, each in found.items() if len(each) >= MANY)
    return dict(sorted(many, key=lambda item: (*COLORS, "tagging", "read", "list", "").index(item[0][0])))


def _whole(right: Right) -> bool:
    return right.of > 0 and len(right.actions) == right.of


def _of_services(services: set[str]) -> str:
    return count(len(services), "service")


def _show_services(screen: Screen, rights: Sequence[Right], verbose: bool) -> None:
    services = list(dict.fromkeys(right.service for right in rights))
    kept = set(services if verbose else services[:LISTED])
    service = ""
    for right in rights:
        if right.service not in kept:
            continue
        if right.service != service:
            service = right.service
            screen.blank()
            screen.line((service, "bold"), f"  {right.title}".rstrip())
        _show_right(screen, right, _actions(right, verbose), verbose)
    if len(kept) < len(services):
        screen.blank()
        screen.line(f"... and {count(len(services) - len(kept), 'more service')}; -v or --json lists them all.")


def _actions(right: Right, verbose: bool) -> str:
    if _whole(right) and right.of > 1 and not verbose:
        return f"all {right.of:,} {right.level} actions".replace("  ", " ")
    if any(" " in action for action in right.actions):
        return _by_object(right, verbose)
    return _named([_short(action, right.service) for action in right.actions], verbose)


def _by_object(right: Right, verbose: bool) -> str:
    """Return verbs with what they are used on: `get, list pods; create pods/exec`."""
    verbs: dict[str, list[str]] = defaultdict(list)
    for action in right.actions:
        verb, _, path = action.partition(" ")
        verbs[path.removeprefix(f"{right.service}/")].append(verb)
    return _named([f"{', '.join(said)} {path}" for path, said in verbs.items()], verbose, "; ")


def _short(action: str, service: str) -> str:
    """Return an action without the service, which is said above it."""
    plain = action.removeprefix("data:")
    mark = "data:" if plain != action else ""
    if plain.startswith(f"{service}.googleapis.com/"):
        return plain
    return mark + plain.removeprefix(f"{service}:").removeprefix(f"{service}.").removeprefix(f"{service}/")


def _named(names: Sequence[str], verbose: bool, by: str = ", ") -> str:
    """Return names on one line, and how many more there are."""
    kept = names if verbose or len(names) <= NAMED + 1 else names[:NAMED]
    more = f" and {len(names) - len(kept):,} more" if len(kept) < len(names) else ""
    return f"{by.join(kept)}{more}"


def _show_right(screen: Screen, right: Right, actions: str, verbose: bool) -> None:
    level = right.level or "unknown"
    screen.line((f"{level:12}", COLORS.get(level, "")), actions, indent=2, hang=12)
    if right.but:
        screen.line("but ", ", ".join(right.but), indent=INDENT, hang=4)
    screen.line("on ", _named(right.resources, verbose), indent=INDENT, hang=3)
    for condition in right.conditions:
        screen.line("if ", (condition, "yellow"), indent=INDENT, hang=3)
    for unknown in right.unknowns:
        screen.line("unseen ", (unknown, "magenta"), indent=INDENT, hang=7)
    for cited in right.cited if verbose else ():
        _show_source(screen, cited)


def _show_source(screen: Screen, cited: Cited) -> None:
    clause = cited.clause
    name = f" {clause.name}" if clause.name else ""
    number = f" statement {clause.number + 1}" if clause.number >= 0 else ""
    where = str(cited.place) if cited.place else clause.source
    screen.line((f"{clause.stage}{name}{number}  {where}", "dim"), indent=INDENT, hang=2)
