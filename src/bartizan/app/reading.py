"""Reads the units of a tree: from the cache where nothing changed, otherwise in parallel processes."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import active_children, get_context

from bartizan.app import catalog
from bartizan.app.cache import Cache, digest
from bartizan.app.fault import Fault, attempted
from bartizan.app.inventory import Contents, Progress, own_key, unit_key
from bartizan.collect.assets import Plans, make
from bartizan.collect.format import Unit
from bartizan.collect.formats import formats
from bartizan.collect.pack import Collected, Damaged, pack, unpack
from bartizan.collect.tree import IMAGE, Tree
from bartizan.core.place import Gap

SMALL = 16 * 1024
"""Bytes up to which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Read:
    """One unit, and what it came to."""

    unit: Unit
    collected: Collected


def read_all(
    tree: Tree,
    found: list[Unit],
    contents: Contents,
    cache: Cache,
    jobs: int,
    progress: Progress,
    meanwhile: Callable[[], object] = lambda: None,
) -> list[Read]:
    """Read units; the result is in their order, whatever finished first.

    `meanwhile` is what this process can do while others read.
    """
    bodies = {number: _kept(unit, contents, cache) for number, unit in enumerate(found)}
    missing = [(number, found[number]) for number, body in bodies.items() if body is None]
    results: dict[int, Collected] = {}

    def aside() -> None:
        meanwhile()
        results.update(_unpacked(bodies))

    progress(len(found) - len(missing), len(found))
    for number, packed in _read(tree, missing, contents, jobs, aside):
        results[number] = unpack(packed, catalog.kinds())
        _keep(found[number], contents, cache, packed, results[number])
        progress(len(results), len(found))
    for number in range(len(found)):
        if number not in results:  # what was kept of it is damaged
            results[number] = unpack(read_one(tree, found[number]), catalog.kinds())
    return [Read(unit, results[number]) for number, unit in enumerate(found)]


def _kept(unit: Unit, contents: Contents, cache: Cache) -> bytes | None:
    key = unit_key(unit, contents, cache)
    return None if key is None else cache.get(key)


def _unpacked(bodies: dict[int, bytes | None]) -> Iterator[tuple[int, Collected]]:
    for number, body in bodies.items():
        if body is not None:
            with suppress(Damaged):
                yield number, unpack(body, catalog.kinds())


def _keep(unit: Unit, contents: Contents, cache: Cache, packed: bytes, collected: Collected) -> None:
    own = own_key(unit, contents)
    cache.put(own, "\0".join(collected.also).encode("utf-8", "surrogateescape"))
    cache.put(digest(own, *contents.all(collected.also)), packed)


def _read(
    tree: Tree, wanted: list[tuple[int, Unit]], contents: Contents, jobs: int, meanwhile: Callable[[], object]
) -> Iterator[tuple[int, bytes]]:
    size = {number: sum(contents.sizes.get(file, 0) for file in unit.files) for number, unit in wanted}
    jobs = jobs or os.cpu_count() or 1
    if jobs < 2 or sum(size.values()) < SMALL:
        meanwhile()
        yield from ((number, read_one(tree, unit)) for number, unit in wanted)
        return
    _plans()
    yield from _in_processes(
        replace(tree, heads={}), sorted(wanted, key=lambda each: -size[each[0]]), min(jobs, len(wanted)), meanwhile
    )


def _in_processes(
    tree: Tree, wanted: list[tuple[int, Unit]], jobs: int, meanwhile: Callable[[], object]
) -> Iterator[tuple[int, bytes]]:
    method = "fork" if threading.active_count() == 1 and hasattr(os, "fork") else "spawn"
    pool = ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_begin, initargs=(tree,))
    lost: list[tuple[int, Unit]] = []
    try:
        with _uninterrupted():
            running: dict[Future[bytes], tuple[int, Unit]] = {
                pool.submit(_read_here, unit): (number, unit) for number, unit in wanted
            }
            meanwhile()  # it imports, and an import that is broken off can end in any error
        for future in as_completed(running):
            number, unit = running[future]
            try:
                yield number, future.result()
            except BrokenProcessPool:
                lost.append((number, unit))
    except (KeyboardInterrupt, GeneratorExit):
        for reader in active_children():
            reader.terminate()  # otherwise each would end its unit first
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    while lost:
        for each in _in_turn(tree, lost):
            yield each
            lost = lost[1:]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off for the moment that it takes to start processes and threads, and to import.

    In the middle of it, it would be lost in a callback, or leave a process that nobody knows of. What is started
    meanwhile puts it off for ever: threads leave it to the main one, processes allow it as they begin.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_TREES: list[Tree] = []
"""In a process that reads, the tree it was started for: a tree is too big to be sent with every unit."""


def _begin(tree: Tree) -> None:
    """Let Ctrl-C end this process at once, without a word of its own, and leave garbage: it does not live long."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.disable()
    _TREES.append(tree)


def _read_here(unit: Unit) -> bytes:
    return read_one(_TREES[-1], unit)


def _in_turn(tree: Tree, lost: list[tuple[int, Unit]]) -> Iterator[tuple[int, bytes]]:
    """Read units in one process, up to the one that ends it: that becomes a gap, and those after it are left."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin, initargs=(tree,))
    try:
        running = [pool.submit(_read_here, unit) for _, unit in lost]
        for (number, unit), future in zip(lost, running, strict=True):
            try:
                yield number, future.result()
            except BrokenProcessPool:
                why = (
                    "Reading it ended the process (out of memory?); scan it by itself, or leave it out with --exclude."
                )
                yield number, pack(Collected(gaps=[Gap(unit.root or ".", why)]))
                return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def read_one(tree: Tree, unit: Unit) -> bytes:
    """Read one unit and return what it came to, packed. A fault of ours in it is a gap, and loses no other unit."""
    collected = attempted(lambda: _collected(tree, unit))
    if isinstance(collected, Fault):
        why = f"An internal error stopped reading it ({collected.what}); please report this."
        collected = Collected(gaps=[Gap(unit.root or unit.files[0], why)])
    return pack(collected)


def _collected(tree: Tree, unit: Unit) -> Collected:
    form = formats()[unit.format]
    reading = form.read(unit, tree)
    if tree.of == IMAGE:
        from bartizan.collect.image.layer.attribution import attributed  # what reads images is loaded for images alone

        reading = attributed(reading, unit, tree, form)
    made = make(reading, unit.root, _plans())
    return Collected(assets=made.assets, gaps=reading.gaps, unmodelled=dict(made.unmodelled), also=reading.also)


@cache
def _plans() -> Plans:
    return Plans(catalog.sources())
