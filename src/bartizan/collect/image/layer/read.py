"""Reads one layer as a stream: what it brings and takes away, with the contents that some format wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bartizan.collect.format import Entry, Wanted
from bartizan.collect.image.layer.bounds import Bounds, Spent
from bartizan.collect.image.layer.flow import Mismatch, TooMuch
from bartizan.collect.image.layer.inflate import BadCompression
from bartizan.collect.image.layer.marks import Marks
from bartizan.collect.image.layer.path import cleaned, parent
from bartizan.collect.image.layer.spool import NoRoom, Spool
from bartizan.collect.image.layer.table import NOT_KEPT, Brought, Table
from bartizan.collect.image.layer.tar import DIRECTORY, FILE, HARD_LINK, SYMBOLIC_LINK, BadTar, Feed, Member, Tar
from bartizan.collect.image.layer.wants import Wants
from bartizan.collect.tree import HEAD
from bartizan.core.place import Gap

_WHITEOUT, _OPAQUE, _RESERVED = ".wh.", ".wh..wh..opq", ".wh..wh."
_TOLD = 20
"""Gaps about single files of a layer, beyond which they are counted only."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What all layers together come to, while they are read."""

    wants: Wants
    spool: Spool
    bounds: Bounds
    table: Table = field(default_factory=Table)
    spent: Spent = field(default_factory=Spent)
    gaps: list[Gap] = field(default_factory=list)
    marks: dict[tuple[bytes, ...], Marks] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Again:
    """Files whose content turned out to be wanted once they had gone by: hard links to them are."""

    wanted: dict[str, Wanted] = field(default_factory=dict)
    rows: dict[str, list[int]] = field(default_factory=dict)


class LayerReader:
    """Reads one layer; `read_again` reads it a second time where `again` is not empty."""

    def __init__(self, number: int, title: str, gathered: Gathered) -> None:
        self._number, self._title = number, title
        self._gathered = gathered
        self._table, self._spool = gathered.table, gathered.spool
        self._skipped = 0
        self._full = False
        self.brought = Brought()
        self.again = Again()
        self.whole = True
        """Whether all of it could be read."""

    def read(self, pieces: Iterator[bytes]) -> None:
        """Read the layer; what cannot be read is a gap."""
        self._guarded(pieces, self._enter)
        if self._skipped > _TOLD:
            self._gap(f"The same goes for {self._skipped - _TOLD} more files of this layer.")

    def read_again(self, pieces: Iterator[bytes]) -> None:
        """Read the layer once more for the contents of `again`."""
        self._guarded(pieces, self._fetch)

    def _guarded(self, pieces: Iterator[bytes], enter: Callable[[Tar, Member], None]) -> None:
        try:
            tar = Tar(Feed(pieces))
            for member in tar:
                enter(tar, member)
            for _ in pieces:
                pass  # to its end, for the digest is of all of it
        except (BadTar, BadCompression) as error:
            self._broken(f"The layer is damaged: {error}; pull or save the image again.")
        except Mismatch as error:
            self._broken(f"The layer cannot be trusted: {error}; pull or save the image again.")
        except TooMuch as error:
            self._broken(
                f"The rest of the layer is not read: {error}; if that is right, unpack it and scan it as rootfs:."
            )
        except OSError as error:
            self._broken(f"The layer cannot be read to its end: {error.strerror or error}; try again.")

    def _broken(self, why: str) -> None:
        self.whole = False
        self._gathered.gaps.append(Gap(self._title, why))

    def _gap(self, why: str) -> None:
        self._gathered.gaps.append(Gap(self._title, why))

    def _tell(self, why: str) -> None:
        self._skipped += 1
        if self._skipped <= _TOLD:
            self._gap(why)

    def _pass_over(self, why: str) -> None:
        self.whole = False
        self._tell(why)

    def _enter(self, tar: Tar, member: Member) -> None:
        path = cleaned(member.name)
        if path is None or len(path) > self._gathered.bounds.path or "\0" in path:
            why = "leads out of the image" if path is None else "is longer than a path can be"
            self._pass_over(f"A file was passed over, for its path {why}: {member.name[:200]!r}.")
            return
        if not path or (path.startswith(_RESERVED) and path != _OPAQUE):
            return
        name = path.rpartition("/")[2]
        if name.startswith(_WHITEOUT):
            self._take_away(path, name)
        elif member.kind == FILE:
            self._room()
            self.brought.put(path)
            self.brought.files[path] = self._file(tar, member, path)
        elif member.kind == DIRECTORY:
            self.brought.put(path, self.brought.directories)
        elif member.kind == SYMBOLIC_LINK:
            self._room()
            self.brought.put(path)
            self.brought.links[path] = member.link
        elif member.kind == HARD_LINK:
            self._room()
            self._link(member, path)
        else:
            self.brought.put(path, self.brought.others)

    def _room(self) -> None:
        if len(self._table) + len(self.brought.links) >= self._gathered.bounds.entries:
            raise TooMuch(f"the layers hold more than {self._gathered.bounds.entries} files")

    def _take_away(self, path: str, name: str) -> None:
        if name == _OPAQUE:
            self.brought.opaque.add(parent(path))
        elif not name.startswith(_RESERVED) and name[len(_WHITEOUT) :] not in ("", ".", ".."):
            self.brought.removed.add(path[: len(path) - len(name)] + name[len(_WHITEOUT) :])

    def _file(self, tar: Tar, member: Member, path: str) -> int:
        head = tar.head(member, HEAD)
        wanted = self._gathered.wants(Entry(path, member.size, member.mode, head))
        start = self._kept(tar, member, path, head, wanted) if wanted else NOT_KEPT
        return self._table.add(member.size, member.mode, member.uid, start, self._number)

    def _kept(self, tar: Tar, member: Member, path: str, head: bytes, wanted: Wanted) -> int:
        """Write a content to the spool and return where, if it is small enough and has the marks that are wanted."""
        bounds, spent = self._gathered.bounds, self._gathered.spent
        marks = None if isinstance(wanted, bool) else self._marks(wanted)
        if marks is not None and len(head) >= member.size:
            marks.begin()
            if not marks.seen(head):
                return NOT_KEPT
        if self._full:
            return NOT_KEPT
        if member.size > bounds.file or spent.kept + member.size > bounds.kept:
            self._tell(f"The content of {path} is not read: its {member.size / 1e6:.0f} MB are more than is kept.")
            return NOT_KEPT
        try:
            return self._spooled(tar, member, head, marks)
        except NoRoom as error:
            self._spool.drop()
            self._full = True
            self._gap(f"There is no room for the contents of the image ({error}); set TMPDIR to a larger disk.")
            return NOT_KEPT

    def _marks(self, wanted: tuple[bytes, ...]) -> Marks:
        marks = self._gathered.marks.get(wanted)
        if marks is None:
            marks = self._gathered.marks[wanted] = Marks(wanted)
        return marks

    def _spooled(self, tar: Tar, member: Member, head: bytes, marks: Marks | None) -> int:
        start = self._spool.start()
        found = marks is None
        if marks is not None:
            marks.begin()
            found = marks.seen(head)
        self._spool.add(head)
        for part in tar.rest(member):
            found = found or (marks is not None and marks.seen(part))
            self._spool.add(part)
        if not found:
            self._spool.drop()
            return NOT_KEPT
        self._gathered.spent.kept += member.size
        return start

    def _link(self, member: Member, path: str) -> None:
        target = cleaned(member.link)
        if target is None:
            self._pass_over(f"The hard link {path} leads out of the image, and was passed over.")
            return
        if target == path:
            return
        row = self.brought.files.get(target)
        self.brought.put(path)
        if row is None:
            self.brought.pending[path] = target
            return
        own = self.brought.files[path] = self._table.copy(row, self._number)
        if self._table.starts[row] == NOT_KEPT:
            wanted = self._gathered.wants(Entry(path, self._table.sizes[row], self._table.modes[row], b""))
            if wanted:
                self.again.wanted[target] = wanted
                self.again.rows.setdefault(target, [row]).append(own)

    def _fetch(self, tar: Tar, member: Member) -> None:
        path = cleaned(member.name)
        if member.kind != FILE or path not in self.again.wanted:
            return
        start = self._kept(tar, member, path, tar.head(member, HEAD), self.again.wanted[path])
        for row in self.again.rows[path]:
            self._table.starts[row] = start
