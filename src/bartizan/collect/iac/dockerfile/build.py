"""A whole Dockerfile: what stands before the first stage, the stages, and how they are built from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bartizan.collect.iac.dockerfile import entry
from bartizan.collect.iac.dockerfile.instruction import OPERATIONS, Instruction, parse
from bartizan.collect.iac.dockerfile.line import BLANKS, Lines
from bartizan.collect.iac.dockerfile.scope import PLATFORM, Scope
from bartizan.collect.iac.dockerfile.stage import Config, Stage, scratch
from bartizan.collect.iac.dockerfile.substitution import Malformed, Substitution, matches
from bartizan.collect.resource import Resource
from bartizan.collect.text import Text, image, parts
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

MAX_STAGES = 1_000
MAX_GAPS = 20
"""Gaps told of one file; more of them say that it is no Dockerfile."""
_NAME = re.compile(r"[a-z][a-z0-9_.-]*$")
_WINDOWS = re.compile(r"windows|nanoserver|servercore", re.IGNORECASE)
_UNDECLARED = "has no ARG before the first FROM"


class Build:
    """Reads the instructions of one file."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.gaps: list[Gap] = []
        self._file, self._lines = file, lines
        self._text = Substitution(lines.escape)
        self._global = Scope(why=_UNDECLARED, args={name: Unknown(f"the builder sets {name}") for name in PLATFORM})
        self._args: list[dict[str, Any]] = []
        self._spots: dict[str, tuple[int, int]] = {}
        self._stages: list[Stage] = []
        self._names: list[str | None] = []
        self._addresses: list[str] = []
        self._earlier: dict[str, int] = {}
        """The stages before the one that is read, by name."""
        self._places: list[tuple[int, int]] = []
        self._unheard = 0
        self._full = False

    def read(self) -> list[Resource]:
        """Return the file and its stages; what could not be read is in `gaps`."""
        for why, number in self._lines.faults:
            self._gap(why, number, 1)
        for line in self._lines.lines:
            self._instruction(parse(line))
        if not self._stages:
            self._gap("The file has no FROM, so it builds no image.", 1, 1)
        if self._unheard:
            why = f"{self._unheard} more instructions could not be read; perhaps the file is a template."
            self.gaps.append(Gap(self._file, why))
        return list(self._resources())

    def _gap(self, why: str, line: int, column: int) -> None:
        if len(self.gaps) < MAX_GAPS:
            self.gaps.append(Gap(self._file, why, line, column))
        else:
            self._unheard += 1

    def _fault(self, why: str, instruction: Instruction) -> None:
        self._gap(why, *instruction.spot)

    def _instruction(self, instruction: Instruction) -> None:
        if instruction.op not in OPERATIONS:
            self._fault(
                f"`{instruction.op[:40]}` is no instruction of a Dockerfile; the line is not read.", instruction
            )
        elif instruction.op == "FROM":
            self._from(instruction)
        elif self._full:
            return
        elif self._stages:
            self._stages[-1].read(instruction)
        elif instruction.op == "ARG":
            for value, spot in entry.declared(instruction, self._text.escape, self._global, None, self._expand):
                self._spots[f"args/{len(self._args)}"] = spot
                self._args.append(value)
        else:
            self._fault(f"{instruction.op} stands before the first FROM, where only ARG may be.", instruction)

    def _expand(self, text: str, instruction: Instruction) -> Text:
        try:
            return self._text.expand(text, self._global.look)
        except Malformed as error:
            self._fault(f"A text of {instruction.op} cannot be read: {error}.", instruction)
            return Unknown(f"the text cannot be read: {error}")

    def _from(self, instruction: Instruction) -> None:
        if len(self._stages) >= MAX_STAGES:
            if not self._full:
                self._fault(
                    f"The file has more than {MAX_STAGES} stages; this and later ones are not read.", instruction
                )
            self._full = True
            return
        words = BLANKS.split(instruction.rest.strip())
        if not words[0] or len(words) not in (1, 3) or (len(words) == 3 and words[1].upper() != "AS"):
            self._fault("FROM takes an image, or `image AS name`.", instruction)
        reference = self._expand(words[0], instruction) if words[0] else Unknown("FROM names no image")
        self._open(reference, words[2].lower() if len(words) == 3 else None, instruction)

    def _open(self, reference: Text, name: str | None, instruction: Instruction) -> None:
        index = len(self._stages)
        if index and (before := self._names[-1]) is not None:
            self._earlier[before] = index - 1
        if name is not None and not _NAME.match(name):
            why = "The name of a stage begins with a letter and has letters, digits, `-`, `_` and `.` only."
            self._fault(why, instruction)
        unique = name is not None and _NAME.match(name) and name not in self._earlier
        self._addresses.append(f"{self._file}#{name if unique else index}")
        self._names.append(name)
        self._places.append(instruction.spot)
        stage = self._stage(reference, instruction)
        stage.last = instruction.line.end
        stage.spots["base"] = instruction.spot
        self._stages.append(stage)

    def _stage(self, reference: Text, instruction: Instruction) -> Stage:
        parent = self._parent(reference)
        platform = instruction.flags.get("platform")
        empty = parent is None and self._may_be(reference, "scratch")
        base: dict[str, Any] = {
            "image": reference,
            **(dict.fromkeys(("repository", "tag", "digest")) if isinstance(parent, int) else image(reference)),
            "stage": self._addresses[parent] if isinstance(parent, int) else parent,
            "scratch": Unknown(reference.why) if empty and isinstance(reference, Unknown) else empty,
            "platform": self._expand(platform, instruction) if isinstance(platform, str) else None,
        }
        if isinstance(parent, int):
            behind = self._stages[parent]
            config, scope = behind.config.copy(), Scope(parent=behind.scope)
        elif base["scratch"] is True:
            config, scope = scratch(), Scope(certain=True)
        else:
            known = "".join(part for part in parts(base["repository"]) if isinstance(part, str))
            config, scope = Config(windows=self._lines.escape == "`" or _WINDOWS.search(known) is not None), Scope()
        return Stage(base, config, scope, self._global, self._text, self._fault, self._origin)

    def _parent(self, reference: Text) -> int | Unknown | None:
        """Return the earlier stage that FROM names; unknown where it may be one."""
        if isinstance(reference, str):
            return self._earlier.get(reference.lower())
        possible = any(self._may_be(reference, name) for name in self._earlier)
        return Unknown(reference.why) if possible else None

    def _may_be(self, reference: Text, name: str) -> bool:
        """Return whether a text, its unknown stretches filled in somehow, is a name."""
        pieces = parts(reference)
        if not self._text.spend(len(name) * len(pieces)):
            return True
        return matches([part.lower() if isinstance(part, str) else None for part in pieces], name)

    def _origin(self, origin: Text | None) -> str | Unknown | None:
        """Return the address of the stage that COPY --from names, by name or number; null for an image."""
        if origin is None:
            return None
        if isinstance(origin, Unknown):
            return Unknown(origin.why)
        if origin.isdecimal() and len(origin) < 6:
            return self._addresses[int(origin)] if int(origin) < len(self._stages) - 1 else None
        found = self._earlier.get(origin.lower())
        return None if found is None else self._addresses[found]

    def _resources(self) -> Iterable[Resource]:
        summary = {
            "stages": [
                {"index": i, "name": name, "address": self._addresses[i], "image": self._stages[i].base["image"]}
                for i, name in enumerate(self._names)
            ],
            "args": self._args,
            "syntax": self._lines.directives.get("syntax"),
            "escape": self._lines.escape,
            "check": self._lines.directives.get("check"),
        }
        end = max((stage.last for stage in self._stages), default=1)
        yield Resource(
            type="dockerfile",
            address=self._file,
            value=summary,
            place=Place(self._file, end_line=end),
            spots={**self._spots, **{f"stages/{i}": place for i, place in enumerate(self._places)}},
        )
        shipped = self._shipped()
        for index, stage in enumerate(self._stages):
            yield self._resource(index, stage, shipped)

    def _resource(self, index: int, stage: Stage, shipped: dict[int, bool | Unknown]) -> Resource:
        value = {
            "dockerfile": self._file,
            "index": index,
            "name": self._names[index],
            "final": index == len(self._stages) - 1,
            "shipped": shipped.get(index, False),
            **stage.value(),
        }
        return Resource(
            type="dockerfile/stage",
            address=self._addresses[index],
            value=value,
            place=Place(self._file, *self._places[index], end_line=stage.last),
            spots=stage.places(),
        )

    def _shipped(self) -> dict[int, bool | Unknown]:
        """Return the stages whose layers are part of the final image."""
        indices = {address: index for index, address in enumerate(self._addresses)}
        shipped: dict[int, bool | Unknown] = {}
        index: int | None = len(self._stages) - 1
        while index is not None and index >= 0:
            shipped[index] = True
            origin = self._stages[index].base["stage"]
            if isinstance(origin, Unknown):
                why = Unknown(f"a later stage may be built from it: {origin.why}")
                shipped.update(dict.fromkeys(range(index), why))
                break
            index = indices.get(origin) if isinstance(origin, str) else None
        return shipped
