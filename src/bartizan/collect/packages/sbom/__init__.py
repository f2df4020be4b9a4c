"""Bills of materials that others wrote: CycloneDX (JSON, XML) and SPDX (JSON, tag and value).

One is read where it is the target itself: among sources it tells again what the lock files beside it tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_CYCLONEDX = re.compile(rb'"bomFormat"\s*:\s*"CycloneDX"|cyclonedx\.org/schema/bom')
_SPDX = re.compile(rb'"spdxVersion"\s*:|^SPDXVersion:', re.MULTILINE)


def _units(tree: Tree) -> Iterator[Unit]:
    if len(tree.files) == 1:
        file = tree.files[0]
        if _CYCLONEDX.search(tree.head(file)) or _SPDX.search(tree.head(file)):
            yield Unit("sbom", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.package import merged  # loaded where it is needed
    from bartizan.collect.packages.sbom import cyclonedx, spdx
    from bartizan.collect.packages.sbom.told import Misread, packages

    file = unit.root
    try:
        text = tree.text(file)
        told = cyclonedx.told(text) if _CYCLONEDX.search(tree.head(file)) else spdx.told(text)
    except (Unreadable, Misread) as error:
        return Reading(gaps=[Gap(file, str(error))])
    found, gaps = packages(told, file)
    return Reading(resources=merged(found), gaps=gaps)


FORMAT = Format(id="sbom", title="Software bill of materials", units=_units, read=_read)
"""An SBOM as the target."""
