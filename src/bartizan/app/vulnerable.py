"""Known vulnerabilities of what was read: matched, laid under VEX documents, asked whether they can be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bartizan.app.errors import TargetError
from bartizan.app.options import Options
from bartizan.collect.advisories.errors import Absent, AdvisoryError
from bartizan.collect.advisories.store import Store
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.vex import read as read_vex
from bartizan.collect.vex import said
from bartizan.collect.vex.statement import Malformed, Statement
from bartizan.content.kinds.container.image import Image
from bartizan.content.kinds.software.package import Package
from bartizan.core.kind import Asset
from bartizan.core.place import Gap
from bartizan.core.report import Advisories
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Status, Vulnerability
from bartizan.vulnerability.enrich import enrich
from bartizan.vulnerability.match import Matching, matched
from bartizan.vulnerability.reach import reached
from bartizan.vulnerability.vex import applied


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of the packages of a target."""

    vulnerabilities: tuple[Vulnerability, ...] = ()
    advisories: Advisories | None = None
    gaps: tuple[Gap, ...] = ()


def examined(assets: Iterable[Asset], tree: Tree, options: Options) -> Examined:
    """Match the packages among the assets, and tell each of them what is known of it.

    Without advisory data nothing is known. Raises `TargetError` for a VEX document of the options that cannot be read.
    """
    known = list(assets)
    packages = {asset.id: asset for asset in known if isinstance(asset, Package)}
    if not packages:
        return Examined()
    documents = said(tree)
    statements = (*documents.statements, *_given(options.vex))
    try:
        with Store(options.data) as store:
            matching = Matching(store)
            found = applied(matched(packages.values(), store, matching), statements, _names(known, tree))
            judged = [_proven(each) for each in reached(list(found), packages, tree)]
            enrich(packages.values(), judged, store, matching)
            return Examined(tuple(judged), store.summary(datetime.now(UTC)), documents.gaps)
    except Absent:
        return Examined(gaps=documents.gaps)
    except AdvisoryError as error:
        return Examined(gaps=(*documents.gaps, Gap("advisory data", str(error))))


def _proven(found: Vulnerability) -> Vulnerability:
    """Return a vulnerability as one that does not count, where its code is certain not to be there."""
    if found.reachable is not Truth.NO or found.status is not Status.AFFECTED:
        return found
    why = f"vulnerable_code_not_present: {'; '.join(found.chain)}"
    return replace(found, status=Status.NOT_AFFECTED, justification=why)


def _given(files: Iterable[Path]) -> list[Statement]:
    statements: list[Statement] = []
    for file in files:
        try:
            tree = Tree(file.parent, (file.name,))
            statements += read_vex(tree.text(file.name), str(file))
        except (Unreadable, Malformed) as error:
            raise TargetError(f"The VEX document {file} cannot be used: {error}") from None
    return statements


def _names(assets: Iterable[Asset], tree: Tree) -> frozenset[str]:
    """Return the names that what was scanned goes by."""
    images = [asset for asset in assets if isinstance(asset, Image)]
    told = [image.read(name) for image in images for name in ("reference", "digest")]
    return frozenset({tree.root.name, *(each for each in told if isinstance(each, str))})
