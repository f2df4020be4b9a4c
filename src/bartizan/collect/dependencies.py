"""Who needs whom: what packages are asked for directly, and which are only there for development."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from bartizan.collect.package import NOT_TOLD, Package


def relate(
    packages: Mapping[str, Package],
    edges: Mapping[str, Collection[str]],
    direct: Collection[str] | None,
    production: Collection[str] | None,
    uncertain: Collection[str] = (),
) -> None:
    """Tell packages who needs them, whether the project asks for them itself, and whether only for development.

    `edges` leads from a key to the keys of what it needs; keys without a package (the project's own parts) only
    lead on. `direct` are the keys that the project asks for, `production` those of them it needs to run, and
    `uncertain` those of which that is not known; None is not told.
    """
    for key, needs in edges.items():
        for need in needs:
            if key in packages and need in packages and need != key:
                _needed(packages[need], packages[key].address)
    if direct is not None:
        for key, package in packages.items():
            package.direct = key in direct
    if direct is not None and production is not None:
        _develop(packages, reached(direct, edges), reached(production, edges), reached(uncertain, edges))


def _needed(package: Package, by: str) -> None:
    if isinstance(package.needed_by, set):
        package.needed_by.add(by)


def _develop(packages: Mapping[str, Package], there: set[str], running: set[str], doubtful: set[str]) -> None:
    for key, package in packages.items():
        if key in running:
            package.development = False
        elif key in doubtful or key not in there:
            package.development = NOT_TOLD
        else:
            package.development = True


def reached(start: Iterable[str], edges: Mapping[str, Collection[str]]) -> set[str]:
    """Return the keys that edges lead to from some, those among them."""
    found = set(start)
    pending = list(found)
    while pending:
        for need in edges.get(pending.pop(), ()):
            if need not in found:
                found.add(need)
                pending.append(need)
    return found
