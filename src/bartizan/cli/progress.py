"""Progress on standard error, where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bartizan.app.inventory import Progress


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress]:
    """Show progress on standard error, if it is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("Reading")

        def progress(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)
            bar.refresh()

        yield progress
