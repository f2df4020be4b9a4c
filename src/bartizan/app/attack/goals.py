"""Goals: what matters in a target, why, and which of it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from bartizan.app.attack.classifying import PRODUCTION, Classified, classes, classify, names
from bartizan.app.attack.naming import ADMIN, node
from bartizan.app.errors import TargetError
from bartizan.app.identity.naming import ends
from bartizan.app.options import Options
from bartizan.content.kinds.data_store import DataStore
from bartizan.core.attack import Goal
from bartizan.core.finding import Evidence
from bartizan.core.sensitivity import SENSITIVE
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.report.escape import visible

ADMINISTRATOR, SECRET, UNCLASSIFIED = "administrator", "secret", "unclassified"
DEFAULT = "sensitive,secrets,admin"
LISTED = 12
"""Names that an error lists."""


def goals(
    graph: Graph,
    options: Options,
    admins: Iterable[str] = (),
    home: Callable[[str], str] = lambda id: "",
    exposed: Collection[str] = (),
) -> list[Goal]:
    """Return all that matters, and fill what data stores hold.

    `admins`: ids of what steps gain, `admin:HOME`; `home` gives the account or cluster of an asset, to count what falls
    with it. `exposed`: what attackers get to by a single move. Data stores that nothing tells of are goals only where
    they are among that: one that is meant to be open for all to see should say so.
    """
    found = classify(graph, options)
    data = [_goal(id, each, graph) for id, each in found.items() if _matters(each)]
    bare = [_unclassified(id, graph) for id, each in found.items() if id in exposed and _untold(id, each, graph)]
    return [*data, *bare, *_administrators(graph, admins, home, data)]


def _untold(id: str, of: Classified, graph: Graph) -> bool:
    """Tell whether nothing tells what a data store holds."""
    return isinstance(graph.get(id), DataStore) and not (of.held or of.spared or of.cleared or _matters(of))


def _unclassified(id: str, graph: Graph) -> Goal:
    said = "nothing tells what it holds, and everyone gets to it"
    asset = graph.get(id)
    because = (Evidence(asset=id, attribute="exposed", value=said, place=asset.place if asset else None),)
    return Goal(node=node(id, graph, str), classes=(UNCLASSIFIED,), because=because)


def _matters(of: Classified) -> bool:
    return bool(of.held) or (of.production_by is not None and of.production_by.attribute == "settings")


def _goal(id: str, of: Classified, graph: Graph) -> Goal:
    held = sorted(of.held, key=lambda each: (-_weight(each), each))
    because = [*of.held.values()]
    if of.production is Truth.YES and of.production_by is not None:
        held.append(PRODUCTION)
        because.append(of.production_by)
    return Goal(node=node(id, graph, str), classes=tuple(held), because=tuple(dict.fromkeys(because)))


def _weight(name: str) -> float:
    """Return how much a class matters; one that only the settings know matters in full."""
    known = classes().get(name)
    return 1.0 if known is None else known.weight


def _administrators(
    graph: Graph, admins: Iterable[str], home: Callable[[str], str], data: Sequence[Goal]
) -> Iterator[Goal]:
    """Yield a goal for every place that can be administered, which says how much falls with it."""
    admins = sorted(set(admins))
    falling: dict[str, int] = {}
    for goal in data if admins else ():
        at = home(goal.node.id)
        falling[at] = falling.get(at, 0) + 1
    for id in admins:
        count = falling.get(id.removeprefix(ADMIN), 0)
        said = f"gives every right there, and {count} of what matters falls with it" if count else "gives every right"
        because = (Evidence(asset=id, attribute="rights", value=said),)
        yield Goal(node=node(id, graph, str), classes=(ADMINISTRATOR,), because=because)


def notes(graph: Graph, options: Options) -> tuple[str, ...]:
    """Return what to know of the choice of goals: how many data stores are of no known class."""
    found = classify(graph, options)
    unknown = [id for id, each in found.items() if _untold(id, each, graph)]
    if not unknown:
        return ()
    few = ", ".join(visible(id) for id in unknown[:3]) + (" ..." if len(unknown) > 3 else "")
    told = f"Nothing tells what {len(unknown)} data stores hold ({few})"
    return (f"{told}; say it in the settings, under `matters` or `does-not-matter`.",)


def chosen(found: Sequence[Goal], text: str, graph: Graph, name: Callable[[str], str] = str) -> list[Goal]:
    """Return the goals that are meant: by class, by id, name, provider's name or pattern; `text` may list several.

    `sensitive`, `admin`, `secrets`, `production`, `all`, the id of a class, or an asset, be it a goal yet or not. Where
    there is nothing of a group, nothing is returned for it. Raises `TargetError` for an asset that is not there.
    """
    picked: dict[str, Goal] = {}
    for word in (each.strip() for each in (text or DEFAULT).split(",")):
        if word:
            picked.update({goal.node.id: goal for goal in _named(found, word, graph, name)})
    return list(picked.values())


def _named(found: Sequence[Goal], word: str, graph: Graph, name: Callable[[str], str]) -> list[Goal]:
    groups: dict[str, Callable[[Goal], bool]] = {
        "all": lambda goal: True,
        "sensitive": _sensitive,
        "admin": lambda goal: ADMINISTRATOR in goal.classes,
        "secrets": lambda goal: SECRET in goal.classes,
    }
    if word in groups:
        return [goal for goal in found if groups[word](goal)]
    of_class = [goal for goal in found if word in goal.classes]
    if of_class or word in classes():
        return of_class
    return _assets(found, word, graph, name)


def _sensitive(goal: Goal) -> bool:
    """Tell whether some class of data of a goal matters by itself."""
    return any(each not in (ADMINISTRATOR, PRODUCTION) and _weight(each) >= SENSITIVE for each in goal.classes)


def _assets(found: Sequence[Goal], word: str, graph: Graph, name: Callable[[str], str]) -> list[Goal]:
    """Return goals for the assets that are meant by a word; those that are goals already keep their classes."""
    known = {goal.node.id: goal for goal in found}
    ids = [
        id for id in (*graph.index, *(each for each in known if each not in graph.index)) if _called(id, word, graph)
    ]
    ids = ids or [id for id in graph.index if fnmatchcase(name(id), word)]
    ids = ids or [id for id in graph.index if ends(id, word) or ends(name(id), word)]
    if not ids:
        near = [id for id in (*known, *graph.index) if word.strip("*").lower() in id.lower()][:LISTED]
        listed = "".join(f"\n  {visible(each)}" for each in dict.fromkeys(near))
        raise TargetError(
            f"Nothing is called {visible(word)} here, and it is no class of data."
            + (f" There are:{listed}" if near else f" Classes are {', '.join(sorted(classes()))}.")
        )
    return [known.get(id) or Goal(node=node(id, graph, name), classes=("asked for",)) for id in ids]


def _called(id: str, word: str, graph: Graph) -> bool:
    asset = graph.get(id)
    own = names(asset) if asset is not None else ()
    return fnmatchcase(id, word) or fnmatchcase(id.rpartition("//")[2], word) or any(fnmatchcase(n, word) for n in own)
