"""Cases on which the oracle is taken to be wrong: AWS's published rules say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tools.differential.case import Case, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """One rule on which the two differ."""

    id: str
    published: str
    """What AWS publishes, in our words, and where."""
    ours: str
    theirs: str
    covers: Callable[[Case], bool]
    """Whether a case that the engines differ on comes of this."""


def statements(case: Case) -> Iterator[Document]:
    """Yield all statements of all policies of a case."""
    levels = [*case.service_controls, *case.resource_controls]
    documents = [*case.identity, *(document for level in levels for document in level)]
    for document in (*documents, case.boundary, case.session_policy, case.resource_policy, case.endpoint):
        said: Any = document["Statement"] if document else []
        yield from said if isinstance(said, list) else [said]


CONTESTED: tuple[Contested, ...] = ()


def contested(case: Case) -> str | None:
    """Return the id of the entry that covers a case, if there is one."""
    return next((entry.id for entry in CONTESTED if entry.covers(case)), None)
