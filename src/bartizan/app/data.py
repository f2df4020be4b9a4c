"""The advisory data as a use case: updating it, telling what it is, checking it, and carrying it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bartizan.app.errors import DataError

if TYPE_CHECKING:
    from bartizan.collect.advisories.update import Mirrors, Outcome, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecosystem:
    """One source of the data, as it is told."""

    name: str
    records: int
    withdrawn: int
    bad: int
    """Records that could not be used."""
    fetched: str
    """ISO 8601 time in UTC, as is `newest`."""
    newest: str
    """When its latest record was changed."""
    days: float
    """Since it was fetched."""
    bytes: int
    """That were fetched."""
    sha256: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What the data is."""

    path: str
    bytes: int
    digest: str
    """SHA-256 of what it was made of: two with the same one know the same."""
    updated: str
    """When the oldest of it was fetched."""
    stale: bool
    ecosystems: tuple[Ecosystem, ...]


@contextmanager
def _told() -> Iterator[None]:
    """Turn an error of the data into one of whoever runs Bartizan."""
    from bartizan.collect.advisories.errors import AdvisoryError

    try:
        yield
    except AdvisoryError as error:
        raise DataError(str(error)) from None


def update(path: Path, mirrors: Mirrors, ecosystems: Sequence[str], progress: Progress) -> list[Outcome]:
    """Fetch what changed and put it in place; returns what became of each source. Raises `DataError`."""
    from bartizan.collect.advisories.update import update as updated

    with _told():
        return updated(path, mirrors, ecosystems, progress=progress)


def about(path: Path) -> Data:
    """Return what the data at a path is. Raises `DataError`."""
    from bartizan.collect.advisories.store import Store

    now = datetime.now(UTC)
    with _told(), Store(path) as store:
        summary = store.summary(now)
        ecosystems = tuple(
            Ecosystem(
                name=each.name,
                records=each.records,
                withdrawn=each.withdrawn,
                bad=each.bad,
                fetched=each.fetched,
                newest=each.newest,
                days=round(each.age(now), 1),
                bytes=each.size,
                sha256=each.sha256,
                url=each.url,
            )
            for each in store.origins
        )
        return Data(
            path=str(path),
            bytes=path.stat().st_size,
            digest=summary.digest,
            updated=summary.updated,
            stale=summary.stale,
            ecosystems=ecosystems,
        )


def verify(path: Path) -> dict[str, bool]:
    """Return, for each source, whether its data is as it was written. Raises `DataError` where the file is broken."""
    from bartizan.collect.advisories.store import Store

    with _told(), Store(path) as store:
        return dict(store.verify())


def export(path: Path, to: Path) -> int:
    """Write the data into one file for another machine; returns its bytes. Raises `DataError` and `OSError`."""
    from bartizan.collect.advisories import exchange

    with _told():
        return exchange.export(path, to)


def import_(source: Path, path: Path) -> Data:
    """Put the data of such a file in place, once it has been looked through. Raises `DataError` and `OSError`."""
    from bartizan.collect.advisories import exchange

    with _told():
        exchange.import_(source, path)
    return about(path)
