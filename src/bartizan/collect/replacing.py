"""Replacing a file: the new one is there whole or not at all, and nothing is left lying when it fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path, prefix: str = ".bartizan-") -> Iterator[Path]:
    """Yield a private file to write; it takes the place of the one at `path` if the block ends well.

    Raises `OSError`. Only its owner may read the new file, unless the block says otherwise.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix)
    os.close(handle)
    new = Path(name)
    try:
        yield new
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)
