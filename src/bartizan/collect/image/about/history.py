"""The history of an image: what was run to build it, and where its base ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bartizan.collect.credential import secret_text
from bartizan.core.truth import Unknown

_NOTHING_RUN = re.compile(r"^(?:/bin/sh -c|cmd /S /C)\s+#\(nop\)\s+", re.IGNORECASE)
"""How the older builder writes instructions that run nothing."""
_REMOTE = re.compile(r"ADD\s+(?:--\S+\s+)*(?:https?|ftp|git|ssh)(?:://|@)|ADD\s+(?:--\S+\s+)*git@", re.IGNORECASE)
_ADDED = re.compile(r"ADD\s+(?:--\S+\s+)*(\S+)\s+in\s", re.IGNORECASE)
"""What the older builder wrote: a checksum in place of the source, with `file:` or `dir:` for one of the context."""
_BARE = re.compile(r"(?:tarsum\S*:)?[0-9a-f]{64}")
_ENDS = re.compile(r"(?:CMD|ENTRYPOINT)\b", re.IGNORECASE)
_UNTOLD = Unknown("the history of the image does not tell of all its layers")
_SEVERAL = Unknown("the history does not tell what ADD fetched, and what it took from the context")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the build."""

    text: str
    """What was done; it may hold secrets."""
    empty: bool
    """Whether it made no layer."""


def steps(config: Mapping[str, Any]) -> tuple[Step, ...]:
    """Return the steps that a configuration tells of, the first one first."""
    listed = config.get("history")
    found = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(Step(_text(each), each.get("empty_layer") is True) for each in found)


def _text(entry: dict[str, Any]) -> str:
    text = entry.get("created_by")
    return _NOTHING_RUN.sub("", text) if isinstance(text, str) else ""


def told(history: tuple[Step, ...], layers: int) -> bool:
    """Return whether a history tells of every layer what it was made by."""
    return layers == sum(not step.empty for step in history) and all(step.text for step in history)


def secret_written(history: tuple[Step, ...], layers: int) -> bool | Unknown:
    """Return whether a step has a secret written out."""
    if any(secret_text(step.text) is True for step in history):
        return True
    return False if told(history, layers) else _UNTOLD


def added_from_network(history: tuple[Step, ...], layers: int) -> bool | Unknown:
    """Return whether an ADD fetched something."""
    answers = [_fetches(step.text) for step in history]
    if any(each is True for each in answers):
        return True
    doubt = next((each for each in answers if isinstance(each, Unknown)), None)
    if doubt is not None:
        return doubt
    return False if told(history, layers) else _UNTOLD


def _fetches(text: str) -> bool | Unknown:
    if not text[:3].upper().startswith("ADD"):
        return False
    if _REMOTE.match(text):
        return True
    older = _ADDED.match(text)
    if older is None:
        return False
    return _SEVERAL if older[1].startswith("multi:") else bool(_BARE.fullmatch(older[1]))


def base_layers(history: tuple[Step, ...], layers: int) -> int | None:
    """Return how many layers the base image has, None where that cannot be told.

    A base image ends as every image does, with what it runs by default: a CMD or ENTRYPOINT after which there are
    more layers. The last such step ends the base that the build began from.
    """
    if layers != sum(not step.empty for step in history):
        return None
    made = count = 0
    for step in history:
        if not step.empty:
            made += 1
        elif _ENDS.match(step.text) and made < layers:
            count = made
    return count or None
