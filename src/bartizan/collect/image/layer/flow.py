"""The bytes of one layer on their way: decompressed, counted, and held to the digests it should have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.image.layer.bounds import Bounds, Spent
from bartizan.collect.image.layer.inflate import PIECE, BadCompression, Readable, inflated

ALGORITHMS = {"sha256": 64, "sha384": 96, "sha512": 128}
"""Algorithms of digests, and how many hexadecimal digits theirs have."""


class Mismatch(Exception):
    """Bytes that are not those their digest is of: a sentence without its full stop."""


class TooMuch(Exception):
    """A layer that goes beyond a bound: a sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The digests a layer should have, `sha256:HEX`; empty where that is not told."""

    stored: str = ""
    """Of the bytes as they are stored."""
    content: str = ""
    """Of the archive once decompressed: the layer's diff id."""
    size: int = 0
    """Of the stored bytes; 0 where that is not told."""


def digest_of(data: bytes, like: str = "sha256:") -> str:
    """Return the digest of bytes by the algorithm of another one; raises `Mismatch` for an algorithm not known."""
    hasher = _hasher(like)
    if hasher is None:
        raise Mismatch(f"no digest of it is told, or one by an algorithm that is not known: {like[:80]}")
    hasher.update(data)
    return f"{hasher.name}:{hasher.hexdigest()}"


def well_formed(digest: str) -> bool:
    """Return whether a text is a digest by an algorithm that is known."""
    algorithm, _, digits = digest.partition(":")
    return len(digits) == ALGORITHMS.get(algorithm) and set(digits) <= set("0123456789abcdef")


def _hasher(digest: str) -> hashlib._Hash | None:
    algorithm = digest.partition(":")[0]
    return hashlib.new(algorithm, usedforsecurity=True) if algorithm in ALGORITHMS else None


class Flow:
    """One layer, read once from its beginning to its end."""

    def __init__(self, source: Readable, expected: Expected, bounds: Bounds, spent: Spent) -> None:
        self._source, self._expected = source, expected
        self._bounds, self._spent = bounds, spent
        self._stored = _hasher(expected.stored)
        self._content = _hasher(expected.content)
        self._in = self._out = 0
        self._same = False
        """Whether it is stored as it is, without compression: one digest tells the other."""

    def read(self, size: int, /) -> bytes:
        """Return stored bytes, up to so many."""
        data = self._source.read(size)
        self._in += len(data)
        if self._stored is not None:
            self._stored.update(data)
        return data

    def pieces(self) -> Iterator[bytes]:
        """Yield the archive, decompressed; raises `Mismatch` after the last one, `TooMuch` for a bomb,
        and as `inflated` does.
        """
        pieces, compressed = inflated(self)
        self._same = not compressed and self._stored is not None and self._same_algorithm()
        for piece in pieces:
            self._out += len(piece)
            self._spent.unpacked += len(piece)
            if self._content is not None and not self._same:
                self._content.update(piece)
            self._bound()
            yield piece
        while self.read(PIECE):
            pass  # what stands behind the archive is part of what the digest is of
        self._verify()

    def _same_algorithm(self) -> bool:
        return self._expected.stored.partition(":")[0] == self._expected.content.partition(":")[0]

    def _bound(self) -> None:
        if self._spent.unpacked > self._bounds.unpacked:
            raise TooMuch(f"the layers hold more than {self._bounds.unpacked / 1e9:.0f} GB")
        if self._out > self._bounds.harmless and self._out > self._in * self._bounds.ratio:
            raise TooMuch(f"it expands to more than {self._bounds.ratio} times its size")

    def _verify(self) -> None:
        if self._in < self._expected.size:
            raise BadCompression(f"it ends after {self._in} of its {self._expected.size} bytes")
        content = self._stored if self._same else self._content
        for hasher, digest in ((self._stored, self._expected.stored), (content, self._expected.content)):
            if hasher is not None and f"{hasher.name}:{hasher.hexdigest()}" != digest:
                raise Mismatch(f"its content does not match its digest {digest}")
