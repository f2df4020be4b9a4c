"""One stage of a Dockerfile: what its instructions say, variables replaced, and what it has from its base."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.iac.dockerfile import entry
from bartizan.collect.iac.dockerfile.command import run_commands
from bartizan.collect.iac.dockerfile.instruction import OPERATIONS, Instruction, parse
from bartizan.collect.iac.dockerfile.line import BLANKS, head
from bartizan.collect.iac.dockerfile.scope import Scope
from bartizan.collect.iac.dockerfile.substitution import Malformed, Substitution, split_words
from bartizan.collect.text import Text, joined, parts
from bartizan.core.truth import Unknown

BASE = Unknown("it is decided by the base image")
_HEREDOC = re.compile(r"\d*<<-?\s*[^<]+$")


@dataclass(slots=True)
class Config:
    """What an image says of how it runs; stages hand it on."""

    user: Text = BASE
    shell: list[str] | Unknown = BASE
    entrypoint: dict[str, Any] | Unknown | None = BASE
    cmd: dict[str, Any] | Unknown | None = BASE
    workdir: Text = BASE
    healthcheck: bool | str | Unknown = False
    health: dict[str, Any] | None = None
    windows: bool = False
    """Whether it looks like an image of Windows, whose shell is another."""
    spots: dict[str, tuple[int, int]] = field(default_factory=dict)

    def copy(self) -> Config:
        """Return the same for a stage that is built from this one."""
        return replace(self, spots=dict(self.spots))


def scratch() -> Config:
    """Return what holds for an image made from nothing."""
    return Config(user="0", shell=["/bin/sh", "-c"], entrypoint=None, cmd=None, workdir="/")  # noqa: S604


class Stage:
    """One stage while its instructions are read."""

    def __init__(
        self,
        base: dict[str, Any],
        config: Config,
        scope: Scope,
        outer: Scope,
        text: Substitution,
        fault: Callable[[str, Instruction], None],
        origin: Callable[[Text | None], str | Unknown | None],
    ) -> None:
        self.base, self.config, self.scope = base, config, scope
        self.spots: dict[str, tuple[int, int]] = {}
        self.last = 0
        self._outer, self._text, self._escape = outer, text, text.escape
        self._fault, self._origin = fault, origin
        self._lists: dict[str, list[Any]] = {
            name: []
            for name in (
                "instructions",
                "runs",
                "commands",
                "copies",
                "exposes",
                "env",
                "args",
                "workdirs",
                "volumes",
                "onbuild",
            )
        }
        self._labels: dict[str, Any] = {}
        self._signal: Text | None = None
        self._maintainer: str | None = None

    def value(self) -> dict[str, Any]:
        """Return what is known of the stage, JSON-like."""
        config = self.config
        user, group = entry.principal(config.user)
        return {
            "base": self.base,
            "user": user,
            "group": group,
            "workdir": config.workdir,
            "shell": config.shell,
            "entrypoint": config.entrypoint,
            "cmd": config.cmd,
            "healthcheck": config.healthcheck,
            "health": config.health,
            "stop_signal": self._signal,
            "maintainer": self._maintainer,
            "labels": self._labels,
            **self._lists,
        }

    def places(self) -> dict[str, tuple[int, int]]:
        """Return where the attributes are written, those from earlier stages there."""
        return {**self.config.spots, **self.spots}

    def read(self, instruction: Instruction) -> None:
        """Take in one instruction."""
        self.last = instruction.line.end
        if instruction.fault:
            self._fault(instruction.fault, instruction)
        self._note("instructions", entry.shown(instruction), instruction.spot)
        reader = _READERS.get(instruction.op)
        if reader is not None:
            reader(self, instruction)

    def _note(self, name: str, value: Any, spot: tuple[int, int]) -> None:
        members = self._lists[name]
        self.spots[f"{name}/{len(members)}"] = spot
        members.append(value)

    def _expand(self, text: str, instruction: Instruction) -> Text:
        try:
            return self._text.expand(text, self.scope.look)
        except Malformed as error:
            self._fault(f"A text of {instruction.op} cannot be read: {error}.", instruction)
            return Unknown(f"the text cannot be read: {error}")

    def _configure(self, name: str, value: Any, spot: tuple[int, int]) -> None:
        setattr(self.config, name, value)
        self.config.spots[name] = spot

    def _pairs(self, instruction: Instruction) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """Yield names, values and places of `NAME=value ...`, or of the older `NAME value`."""
        words = split_words(instruction.rest, self._escape)
        if words and "=" not in words[0][0]:
            name, *rest = BLANKS.split(instruction.rest, maxsplit=1)
            if not rest:
                self._fault(
                    f"{instruction.op} has a name and no value; write `{instruction.op} NAME=value`.", instruction
                )
                return
            yield name, rest[0], instruction.line.placed.at(instruction.offset)
            return
        for word, offset in words:
            name, equals, value = word.partition("=")
            if not equals:
                self._fault(f"A word of {instruction.op} has no `=`; put values with blanks in quotes.", instruction)
                continue
            yield name, value, instruction.line.placed.at(instruction.offset + offset)

    def _env(self, instruction: Instruction) -> None:
        made = [
            (self._expand(name, instruction), self._expand(raw, instruction), raw, spot)
            for name, raw, spot in self._pairs(instruction)
        ]
        for name, value, raw, spot in made:
            self._note("env", {"name": name, **entry.setting(name, value, entry.is_literal(value, raw))}, spot)
            if isinstance(name, str):
                self.scope.env[name] = value

    def _arg(self, instruction: Instruction) -> None:
        for value, spot in entry.declared(instruction, self._escape, self.scope, self._outer, self._expand):
            self._note("args", value, spot)

    def _label(self, instruction: Instruction) -> None:
        for name, raw, spot in self._pairs(instruction):
            key = self._expand(name, instruction)
            if isinstance(key, str):
                self._labels[key] = self._expand(raw, instruction)
                self.spots[f"labels/{key}"] = spot

    def _run(self, instruction: Instruction) -> None:
        run = len(self._lists["runs"])
        self._note("runs", entry.command_text(instruction), instruction.spot)
        for value, spot in run_commands(instruction, self.config.shell, self.config.windows):
            known = (
                {**value, "run": run, "instruction": len(self._lists["instructions"]) - 1}
                if isinstance(value, dict)
                else value
            )
            self._note("commands", known, spot)

    def _copy(self, instruction: Instruction) -> None:
        words = list(instruction.array) if instruction.array is not None else BLANKS.split(instruction.rest.strip())
        if len(words) < 2:
            self._fault(f"{instruction.op} needs a source and a destination.", instruction)
            return
        sources = [self._expand(word, instruction) for word in words[:-1] if not _HEREDOC.match(word)]
        flags = {name: self._flag(name, value, instruction) for name, value in instruction.flags.items()}
        value = {
            "op": instruction.op,
            "sources": sources,
            "destination": self._expand(words[-1], instruction),
            **{name: flags.get(name) for name in ("from", "chown", "chmod", "checksum")},
            "from_stage": self._origin(flags.get("from")),
            "link": flags.get("link", False),
            "heredoc": bool(instruction.line.heredocs),
            "remote": instruction.op == "ADD" and entry.remote(sources),
        }
        self._note("copies", value, instruction.spot)

    def _flag(self, name: str, value: Any, instruction: Instruction) -> Any:
        return self._expand(value, instruction) if isinstance(value, str) else value

    def _expose(self, instruction: Instruction) -> None:
        for word in BLANKS.split(instruction.rest.strip()):
            expanded = self._expand(word, instruction)
            ports = expanded.split() if isinstance(expanded, str) else [expanded]
            for port in ports:
                self._note("exposes", entry.port(port), instruction.spot)

    def _user(self, instruction: Instruction) -> None:
        if not instruction.rest:
            self._fault("USER names nobody.", instruction)
            return
        self._configure("user", self._expand(instruction.rest, instruction), instruction.spot)

    def _workdir(self, instruction: Instruction) -> None:
        path = self._expand(instruction.rest, instruction)
        self._note("workdirs", path, instruction.spot)
        start = parts(path)[0] if parts(path) else ""
        if isinstance(start, Unknown) or start.startswith(("/", "\\")) or start[1:2] == ":":
            self._configure("workdir", path, instruction.spot)
        else:
            before = self.config.workdir
            below = self._text.bounded(joined([before, "" if before == "/" else "/", path]))
            self._configure("workdir", below, instruction.spot)

    def _shell(self, instruction: Instruction) -> None:
        if not instruction.array:
            self._fault('SHELL takes a JSON array: `SHELL ["/bin/bash", "-c"]`.', instruction)
            return
        self._configure("shell", list(instruction.array), instruction.spot)

    def _entrypoint(self, instruction: Instruction) -> None:
        self._configure("entrypoint", entry.started(instruction), instruction.spot)
        if "cmd" not in self.spots:  # one from the base is dropped when the entry point is set
            self._configure("cmd", None, instruction.spot)

    def _cmd(self, instruction: Instruction) -> None:
        self.spots["cmd"] = instruction.spot
        self._configure("cmd", entry.started(instruction), instruction.spot)

    def _healthcheck(self, instruction: Instruction) -> None:
        kind, offset = head(instruction.rest)
        if kind not in ("NONE", "CMD"):
            self._fault("HEALTHCHECK takes `NONE`, or `CMD` and a command.", instruction)
            return
        self._configure("healthcheck", "none" if kind == "NONE" else True, instruction.spot)
        self.config.health = None if kind == "NONE" else {
            "form": instruction.form,
            "text": instruction.rest[offset:] if instruction.array is None else " ".join(instruction.array),
            "json": None if instruction.array is None else list(instruction.array),
            **{name.replace("-", "_"): value for name, value in instruction.flags.items()},
        }  # fmt: skip

    def _volume(self, instruction: Instruction) -> None:
        words = instruction.array if instruction.array is not None else BLANKS.split(instruction.rest.strip())
        for word in words:
            self._note("volumes", self._expand(word, instruction), instruction.spot)

    def _onbuild(self, instruction: Instruction) -> None:
        inner = parse(instruction.line, instruction.offset)
        if inner.op not in OPERATIONS or inner.op in ("ONBUILD", "FROM", "MAINTAINER"):
            self._fault("ONBUILD takes another instruction, but not ONBUILD, FROM or MAINTAINER.", instruction)
            return
        self._note("onbuild", entry.shown(inner), instruction.spot)

    def _stopsignal(self, instruction: Instruction) -> None:
        self._signal = self._expand(instruction.rest, instruction)
        self.spots["stop_signal"] = instruction.spot

    def _author(self, instruction: Instruction) -> None:
        self._maintainer = instruction.rest
        self.spots["maintainer"] = instruction.spot


_READERS: dict[str, Callable[[Stage, Instruction], None]] = {
    "ADD": Stage._copy,
    "ARG": Stage._arg,
    "CMD": Stage._cmd,
    "COPY": Stage._copy,
    "ENTRYPOINT": Stage._entrypoint,
    "ENV": Stage._env,
    "EXPOSE": Stage._expose,
    "HEALTHCHECK": Stage._healthcheck,
    "LABEL": Stage._label,
    "MAINTAINER": Stage._author,
    "ONBUILD": Stage._onbuild,
    "RUN": Stage._run,
    "SHELL": Stage._shell,
    "STOPSIGNAL": Stage._stopsignal,
    "USER": Stage._user,
    "VOLUME": Stage._volume,
    "WORKDIR": Stage._workdir,
}
