"""Bills of materials: reads the packages of a target, and nothing else of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import bartizan
from bartizan.app.cache import opened as opened_cache
from bartizan.app.garbage import uncollected
from bartizan.app.inventory import Contents, Progress, units
from bartizan.app.options import Options
from bartizan.app.reading import read_all
from bartizan.app.target import Target, opened
from bartizan.collect.formats import of_contents
from bartizan.content.kinds.container.image import Image
from bartizan.content.kinds.software.package import Package
from bartizan.content.kinds.software.system import System
from bartizan.core.bill import Bill
from bartizan.core.kind import Asset


def bill(target: Target, options: Options, progress: Progress = lambda done, of: None) -> Bill:
    """Return what a target contains; raises `TargetError` for one that is not there."""
    with uncollected(), opened(target, options, of_contents()) as tree:
        found = units(tree, of_contents())
        read = read_all(tree, found, Contents(tree), opened_cache(options.cache), options.jobs, progress)
    assets = [asset for each in read for asset in each.collected.assets]
    image = next((asset for asset in assets if isinstance(asset, Image)), None)
    return Bill(
        target=target.text,
        of=tree.of,
        version=bartizan.__version__,
        created=_created(image),
        packages=sorted((asset for asset in assets if isinstance(asset, Package)), key=lambda asset: asset.id),
        system=next((asset for asset in assets if isinstance(asset, System)), None),
        image=image,
        gaps=[*tree.gaps, *(gap for each in read for gap in each.collected.gaps)],
    )


def _created(image: Asset | None) -> str:
    """Return when the target was made: as the environment says for reproducible builds, else as the image says."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return f"{datetime.fromtimestamp(int(given), UTC):%Y-%m-%dT%H:%M:%SZ}"
    created = None if image is None else image.read("created")
    return f"{created}T00:00:00Z" if isinstance(created, str) and created else ""
