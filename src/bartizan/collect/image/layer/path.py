"""Paths as layers write them, made relative to the root; and paths through symbolic links."""

from __future__ import annotations

from collections.abc import Callable

_FOLLOWED = 40
"""Links followed on one path, as Linux does."""


def cleaned(name: str) -> str | None:
    """Return a path relative to the root (empty for the root itself), or None where it leads out of it.

    An absolute name is below the root too: container engines unpack it there.
    """
    path = name.strip("/")
    path = path.removeprefix("./")
    if "//" not in path and "/." not in path and path not in (".", "..") and not path.startswith(("/", "../", "./")):
        return path
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def parent(path: str) -> str:
    """Return the directory a path is in, empty for the root."""
    return path.rpartition("/")[0]


def through(directory: str, link_at: Callable[[str], str | None]) -> str:
    """Return where a directory really is when links are followed, never out of the root.

    Where they go in circles it is where it says.
    `link_at` returns where the link at a path leads, or None where there is no link.
    """
    done: list[str] = []
    todo = [part for part in reversed(directory.split("/")) if part]
    followed = 0
    while todo:
        part = todo.pop()
        if part == "..":
            done = done[:-1]
            continue
        here = "/".join((*done, part))
        target = link_at(here)
        if target is None:
            done.append(part)
            continue
        followed += 1
        if followed > _FOLLOWED or len(todo) > _FOLLOWED * 100:
            return directory
        if target.startswith("/"):
            done = []
        todo.extend(part for part in reversed(target.split("/")) if part not in ("", "."))
    return "/".join(done)
