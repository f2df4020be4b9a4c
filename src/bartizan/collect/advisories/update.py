"""Updating the data: what changed is fetched, and a new file of it and of what did not takes the old one's place.

One source that cannot be had is told, and the rest goes on with what there was of that one.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import msgspec

from bartizan.collect.advisories import places
from bartizan.collect.advisories.build import Building, Fetched
from bartizan.collect.advisories.errors import AdvisoryError, Damaged, Unfetched
from bartizan.collect.advisories.fetch import Download, Fetcher, Known, Patience
from bartizan.collect.advisories.schema import EPSS, KEV
from bartizan.collect.advisories.store import Origin, Store
from bartizan.collect.advisories.swap import alone, replacing

NOT_MATCHED = frozenset({"Android", "DWF", "GIT", "GSD", "Linux", "OSS-Fuzz", "UVI"})
"""Exports whose records are about no package that is found; fetched only when they are asked for by name."""
LIMITS = {KEV: 256 << 20, EPSS: 256 << 20}
LARGEST_EXPORT = 8 << 30
LARGEST_LIST = 1 << 20
_LIST = "ecosystems.txt"
Progress = Callable[[str, str, int, int], None]
"""Called with source, what is done (`fetching`, `reading`), how much, and of how much (0 where that is not known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrors:
    """Where the data comes from."""

    osv: str = places.OSV
    """Below it lie `ecosystems.txt` and `ECOSYSTEM/all.zip`."""
    kev: str = places.KEV
    """Empty for none, here and below."""
    epss: str = places.EPSS


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source."""

    name: str
    state: str
    """`new` (read in), `same` (not changed), `kept` (not asked for), `old` (failed, as it was), `missing` (failed)."""
    records: int = 0
    bad: int = 0
    named: tuple[str, ...] = ()
    """The first bad records, each with the reason."""
    why: str = ""
    """For a failure: what happened, and what to do."""


@dataclass(slots=True)
class _Work:
    """One source that is asked for."""

    name: str
    url: str
    limit: int
    fetched: Fetched | None = None
    same: bool = False
    why: str = ""


@dataclass(slots=True)
class Updating:
    """One update of the file at a path."""

    path: Path
    mirrors: Mirrors
    patience: Patience = field(default_factory=Patience)
    progress: Progress = lambda *_: None

    def run(self, ecosystems: Sequence[str]) -> list[Outcome]:
        """Update these ecosystems, all where none is named, and KEV and EPSS.

        Raises `Busy`, and `Unfetched` where nothing at all could be had and nothing was there.
        """
        self._downloads.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone(self.path):
            before = self._before()
            fetcher = Fetcher(self._downloads, self.patience)
            work = self._work(fetcher, ecosystems)
            for each in work:
                self._fetch(fetcher, each, before.get(each.name))
            outcomes = self._rebuilt(work, before)
            self._clear(work)
            return outcomes

    @property
    def _downloads(self) -> Path:
        return self.path.with_name(self.path.name + ".downloads")

    def _clear(self, work: Sequence[_Work]) -> None:
        """Drop what was used; what came in part is kept, for the next update to go on."""
        for each in work:
            if each.fetched is not None:
                _Left(each.fetched.path).drop()
        with contextlib.suppress(OSError):
            (self._downloads / _LIST).unlink()
            self._downloads.rmdir()

    def _before(self) -> dict[str, Origin]:
        """Return what there is and is as it was written: nothing is taken over, or held to be the same, that is not."""
        try:
            with Store(self.path) as store:
                sound = {name for name, right in store.sound() if right}
                return {origin.name: origin for origin in store.origins if origin.name in sound}
        except AdvisoryError:
            return {}

    def _work(self, fetcher: Fetcher, ecosystems: Sequence[str]) -> list[_Work]:
        listed, why = self._listed(fetcher)
        names = list(dict.fromkeys(ecosystems)) or [name for name in listed if name not in NOT_MATCHED]
        if not names:
            raise Unfetched(f"The list of ecosystems could not be had. {why}")
        work = []
        for name in names:
            each = _Work(name, f"{self.mirrors.osv.rstrip('/')}/{quote(name)}/all.zip", LARGEST_EXPORT)
            if listed and name not in listed:
                each.why = f"The mirror has no ecosystem {name!r}{_close(name, listed)}"
            work.append(each)
        more = ((KEV, self.mirrors.kev), (EPSS, self.mirrors.epss))
        return work + [_Work(name, url, LIMITS[name]) for name, url in more if url]

    def _listed(self, fetcher: Fetcher) -> tuple[list[str], str]:
        """Return the ecosystems that the mirror has, or why they are not known; all of Debian is in `Debian`."""
        try:
            got = fetcher.fetch(f"{self.mirrors.osv.rstrip('/')}/ecosystems.txt", _LIST, LARGEST_LIST)
        except Unfetched as error:
            return [], str(error)
        text = got.path.read_text("utf-8", "replace") if got is not None else ""
        names = [line.strip() for line in text.splitlines() if line.strip()]
        return [name for name in names if name.partition(":")[0] == name or name.partition(":")[0] not in names], ""

    def _fetch(self, fetcher: Fetcher, work: _Work, before: Origin | None) -> None:
        """Fetch one source, or find that it is the same as before; a failure is noted."""
        if work.why:
            return
        name = quote(work.name, safe=" ")
        left = _Left(self._downloads / name)
        waiting = left.read(work.url)
        known = _known(waiting) if waiting else _known(before) if before and before.url == work.url else None
        try:
            got = fetcher.fetch(
                work.url, name, work.limit, known, lambda done, of: self.progress(work.name, "fetching", done, of)
            )
        except Unfetched as error:
            work.why = str(error)
            return
        if got is None:
            work.fetched, work.same = waiting, waiting is None
        else:
            work.fetched = left.write(_fetched(work, got))

    def _rebuilt(self, work: Sequence[_Work], before: Mapping[str, Origin]) -> list[Outcome]:
        """Build the new file and put it in place; returns what became of each source."""
        if not any(each.fetched or each.same for each in work):
            if not before:
                raise Unfetched(
                    "No advisory data could be had. " + " ".join(f"{each.name}: {each.why}" for each in work[:3])
                )
            return [self._failed(each, before) for each in work]
        if not any(each.fetched for each in work):
            return self._looked_at(work, before)
        with replacing(self.path) as new:
            building = Building(new, self.path if before else None)
            try:
                outcomes = [self._built(building, each, before) for each in work]
                asked = {each.name for each in work}
                outcomes += [self._kept(building, name) for name in before if name not in asked]
                building.finish()
            finally:
                building.close()
        return outcomes

    def _built(self, building: Building, work: _Work, before: Mapping[str, Origin]) -> Outcome:
        if work.fetched is not None:
            try:
                filled = building.add(work.fetched, lambda done: self.progress(work.name, "reading", done, 0))
                bad = filled.bad
                return Outcome(
                    name=work.name, state="new", records=filled.records, bad=bad.count, named=tuple(bad.named)
                )
            except Damaged as error:
                work.why = f"{work.url}: {error}. It is fetched again by the next update."
                _Left(work.fetched.path).drop()
        if work.name in before:
            building.take_over(work.name, _now() if work.same else None)
        if work.same:
            return Outcome(name=work.name, state="same", records=before[work.name].records)
        return self._failed(work, before)

    def _failed(self, work: _Work, before: Mapping[str, Origin]) -> Outcome:
        old = before.get(work.name)
        if old is None:
            return Outcome(name=work.name, state="missing", why=work.why)
        return Outcome(name=work.name, state="old", records=old.records, why=work.why)

    def _kept(self, building: Building, name: str) -> Outcome:
        building.take_over(name)
        return Outcome(name=name, state="kept")

    def _looked_at(self, work: Sequence[_Work], before: Mapping[str, Origin]) -> list[Outcome]:
        """Note that nothing changed: the same file, with a later date."""
        same = [each.name for each in work if each.same]
        with replacing(self.path) as new:
            shutil.copyfile(self.path, new)
            connection = sqlite3.connect(new, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode=MEMORY")
                connection.executemany(
                    "UPDATE source SET fetched = ? WHERE name = ?", [(_now(), name) for name in same]
                )
            finally:
                connection.close()
        return [
            Outcome(name=each.name, state="same", records=before[each.name].records)
            if each.same
            else self._failed(each, before)
            for each in work
        ]


class _Left:
    """A file that was fetched and has not been used yet, with what is known of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = path.with_name(path.name + ".done")

    def read(self, url: str) -> Fetched | None:
        """Return what an update that was killed left, if it is from the same address."""
        try:
            found = msgspec.json.decode(self._note.read_bytes(), type=dict[str, str | int])
            fetched = Fetched(**{**found, "path": self._path})  # type: ignore[arg-type] # checked by what follows
        except (OSError, msgspec.MsgspecError, TypeError):
            return None
        whole = self._path.is_file() and self._path.stat().st_size == fetched.size
        return fetched if whole and fetched.url == url else None

    def write(self, fetched: Fetched) -> Fetched:
        """Keep what is known of it."""
        self._note.write_bytes(msgspec.json.encode({k: v for k, v in asdict(fetched).items() if k != "path"}))
        return fetched

    def drop(self) -> None:
        """Forget the file."""
        for path in (self._path, self._note):
            with contextlib.suppress(OSError):
                path.unlink()


def _fetched(work: _Work, got: Download) -> Fetched:
    return Fetched(
        name=work.name, path=got.path, url=work.url, when=_now(), size=got.size, sha256=got.sha256, etag=got.etag,
        modified=got.modified,
    )  # fmt: skip


def _known(what: Fetched | Origin) -> Known | None:
    return Known(etag=what.etag, modified=what.modified) if what.etag or what.modified else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _close(name: str, listed: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(listed), 1, 0.5) or [each for each in listed if each.lower() == name.lower()]
    return f"; did you mean {close[0]!r}?" if close else "."


def update(
    path: Path,
    mirrors: Mirrors,
    ecosystems: Sequence[str] = (),
    *,
    patience: Patience | None = None,
    progress: Progress = lambda *_: None,
) -> list[Outcome]:
    """Update the data at a path; see `Updating.run`."""
    return Updating(path, mirrors, patience or Patience(), progress).run(ecosystems)
