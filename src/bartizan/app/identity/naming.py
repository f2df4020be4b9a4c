"""What people call things: an asset found by its id, its provider's name, or the part of it that is enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.app.errors import TargetError
from bartizan.graph.graph import Graph
from bartizan.paths.asking import Asking
from bartizan.report.escape import visible

OUTSIDERS = ("service:", "federated:", "anonymous", "account:", "user:", "group:", "serviceAccount:", "principal")
"""How those begin that are no assets."""
LISTED = 12
"""Names that an error lists."""


def actor(access: Asking, said: str) -> str:
    """Return the id of the actor that is meant, or what was said where it is the name of somebody outside.

    Raises `TargetError` for one that is not there, or for a name that several have, and names those.
    """
    actors = access.actors()
    found = list(_called(access, said, actors))
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(said, found)
    if said.startswith(OUTSIDERS) or said.startswith("arn:"):
        return said
    known = "\n".join(f"  {visible(each)}" for each in sorted(actors)[:LISTED])
    more = f"\n  ... and {len(actors) - LISTED} more" if len(actors) > LISTED else ""
    raise TargetError(f"Nobody is called {said} here." + (f" There are:\n{known}{more}" if actors else ""))


def asset(graph: Graph, access: Asking, said: str) -> str:
    """Return the id of the asset that is meant. Raises `TargetError` for none and for several, and names those."""
    declared = [asset.id for asset in graph.assets if asset.place is not None]
    found = list(_called(access, said, declared) or _called(access, said, graph.index))
    if len(found) > 1:
        raise _several(said, found)
    if not found:
        near = [each.id for each in graph.assets if said.lower() in each.id.lower()][:LISTED]
        known = "".join(f"\n  {visible(each)}" for each in near)
        told = f" There are:{known}" if near else " Say an asset by its address in the code, its name or its ARN."
        raise TargetError(f"Nothing is called {visible(said)} here.{told}")
    return found[0]


def _several(said: str, found: Sequence[str]) -> TargetError:
    listed = "\n".join(f"  {visible(each)}" for each in found[:LISTED])
    return TargetError(f"{said} is the name of {len(found)}; say which one:\n{listed}")


def resource(graph: Graph, access: Asking, said: str) -> str:
    """Return the id of the asset that is meant, or what was said: a name or pattern of the provider's."""
    if graph.get(said) is not None or "*" in said or said.startswith(("arn:", "/", "//")):
        return said
    found = list(_called(access, said, (asset.id for asset in graph.assets)))
    return found[0] if len(found) == 1 else said


def _called(access: Asking, said: str, ids: Iterable[str]) -> Iterable[str]:
    """Return the ids that are just what was said; else those so named; else those whose last words it is."""
    known = list(ids)
    if said in known:
        return [said]
    named = {id: access.name(id) for id in known}
    exact = [id for id, name in named.items() if name == said]
    return exact or [id for id, name in named.items() if ends(id, said) or ends(name, said)]


def ends(text: str, said: str) -> bool:
    """Tell whether a text is said by its last words: what stands before them ends in a separator."""
    return text.endswith(said) and (len(text) == len(said) or text[-len(said) - 1] in "/:.")
