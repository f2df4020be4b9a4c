"""What a reading has come to so far: gaps, documents already parsed, and how much more hostile input may cost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from bartizan.collect.iac.cloudformation.call import tagged
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import Document, YamlError, documents
from bartizan.core.place import Gap

MOST_GAPS = 200
"""Gaps told per file; what else there is, is counted."""
MOST_TEXT = 64 * 1024 * 1024
"""Characters that functions may produce while one unit is read."""
MOST_COPIES = 20_000
"""Members that loops may produce while one unit is read."""
MOST_STACKS = 500
"""Nested stacks that are evaluated while one unit is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was parsed."""

    document: Document
    lines: list[str]


@dataclass(slots=True)
class Ledger:
    """Shared by a template and the stacks nested in it."""

    tree: Tree
    gaps: list[Gap] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    """Every file that was opened, or is accounted for."""
    text: int = MOST_TEXT
    copies: int = MOST_COPIES
    stacks: int = MOST_STACKS
    _told: set[Gap] = field(default_factory=set)
    _per_file: Counter[str] = field(default_factory=Counter)
    _sources: dict[str, Source | Gap] = field(default_factory=dict)

    def gap(self, gap: Gap) -> None:
        """Tell of a gap, once."""
        if gap in self._told:
            return
        self._told.add(gap)
        self._per_file[gap.file] += 1
        if self._per_file[gap.file] <= MOST_GAPS:
            self.gaps.append(gap)

    def untold(self) -> list[Gap]:
        """Return a gap for each file that has more of them than are told."""
        return [
            Gap(file, f"The file has {count - MOST_GAPS} more problems like these.", about="more")
            for file, count in sorted(self._per_file.items())
            if count > MOST_GAPS
        ]

    def spend_text(self, size: int) -> bool:
        """Take characters from what may still be produced; False when there are not so many left."""
        self.text -= size
        return self.text >= 0

    def spend_copies(self, count: int) -> bool:
        """Take members from what loops may still produce; False when there are not so many left."""
        self.copies -= count
        return self.copies >= 0

    def source(self, file: str) -> Source | Gap:
        """Return the template in a file, or why there is none."""
        self.files.add(file)
        if file not in self._sources:
            self._sources[file] = self._parsed(file)
        return self._sources[file]

    def _parsed(self, file: str) -> Source | Gap:
        try:
            text = self.tree.text(file)
            stream = documents(text, tagged)
            first = next((document for document in stream if document.value is not None), None)
            if first is not None and next(stream, None) is not None:
                why = "The file has more than one YAML document; CloudFormation takes the first, and so does this."
                self.gap(Gap(file, why, about="---"))
        except Unreadable as error:
            return Gap(file, str(error))
        except YamlError as error:
            why = f"The template cannot be read: {error.why}. Correct it, or render it first if it is made by a tool."
            return Gap(file, why, error.line, error.column)
        if first is None or not isinstance(first.value, dict):
            return Gap(file, "The template is empty, or not a mapping.")
        return Source(first, re.split("\r\n|[\r\n\x85\u2028\u2029]", text))  # as YAML counts lines
