"""Finds the lines that the statements of a document are written on, so that evidence can name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.neighbours import Neighbours
from bartizan.collect.reads import Written
from bartizan.core.place import Place

BLOCKS = "data.aws_iam_policy_document"
"""Statements as blocks of Terraform, made into a document by a data source."""


class Statements:
    """Looks statements up in one reading."""

    def __init__(self, neighbours: Neighbours) -> None:
        self._neighbours = neighbours
        self._blocks: dict[str, list[Written]] | None = None

    def places(self, document: Any, written: list[Written]) -> Iterator[tuple[int, Place]]:
        """Yield the number of each statement of a decoded document, and where it is.

        `written` is what the document was read from: one place, or one for each statement.
        """
        statements = document.get("Statement") if isinstance(document, dict) else None
        if statements is None or not written:
            return
        count = len(statements) if isinstance(statements, list) else 1
        if len(written) == count and (count > 1 or not written[0].path):
            yield from ((number, each.place) for number, each in enumerate(written))
            return
        for number in range(count):
            found = self._within(written[0], number, isinstance(statements, list)) or self._block(document, number)
            if found is not None:
                yield number, found.place

    def _within(self, written: Written, number: int, listed: bool) -> Written | None:
        path = "/".join(filter(None, (written.path, "Statement", str(number) if listed else "")))
        return Written(written.resource, path) if path in written.resource.spots else None

    def _block(self, document: Any, number: int) -> Written | None:
        if self._blocks is None:
            self._blocks = dict(self._read_blocks())
        blocks = self._blocks.get(repr(document), ())
        return blocks[number] if number < len(blocks) else None

    def _read_blocks(self) -> Iterator[tuple[str, list[Written]]]:
        """Yield the documents that blocks make, where each block is one statement of it."""
        for resource in self._neighbours.of_type(BLOCKS):
            made, blocks = resource.value.get("json"), resource.value.get("statement")
            statements = made.get("Statement") if isinstance(made, dict) else None
            if isinstance(blocks, list) and isinstance(statements, list) and len(blocks) == len(statements):
                yield repr(made), [Written(resource, f"statement/{number}") for number in range(len(blocks))]
