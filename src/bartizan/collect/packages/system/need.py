"""Who needs whom among what a distribution installed: names that are asked for, and the packages that provide them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bartizan.collect.package import Package
from bartizan.core.truth import Unknown

_MOST = 2_000_000
_NAME = re.compile(r"[^\s/\x00-\x1f]{1,256}")


def is_name(name: object) -> bool:
    """Tell whether a package may be called so."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A package, with the names it goes by and those it asks for."""

    package: Package
    provides: Iterable[str] = ()
    """Names beside its own: virtual packages, libraries, commands."""
    needs: Sequence[Sequence[str]] = ()
    """What it asks for, each as the names that would do."""


def linked(installed: Sequence[Installed]) -> list[Package]:
    """Return the packages, each with the addresses of those that need it.

    Where several that are installed would do, each of them is needed. A package does not need itself.
    """
    packages = [each.package for each in installed]
    if not _link(installed):
        for package in packages:
            package.needed_by = Unknown("more packages say to need each other than any real system has")
    return packages


def _link(installed: Sequence[Installed]) -> bool:
    """Enter who needs whom; False where that would never end, as a database made to do harm can have it."""
    providers: dict[str, list[Package]] = defaultdict(list)
    for each in installed:
        for name in dict.fromkeys((each.package.name, *each.provides)):
            providers[name].append(each.package)
    left = _MOST
    for each in installed:
        address = each.package.address
        for name in (name for names in each.needs for name in names):
            found = providers.get(name, ())
            left -= len(found)
            if left < 0:
                return False
            for package in found:
                if package.address != address and isinstance(package.needed_by, set):
                    package.needed_by.add(address)
    return True
