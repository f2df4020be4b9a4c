"""Commands of a script, with those that they are given as words or as a here-document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bartizan.collect.shell.grammar import MAX_PIPED, Draft, Reader

SHELLS = frozenset({"sh", "bash", "ash", "dash", "ksh", "zsh"})
"""Programs that read a POSIX script."""
MAX_SCRIPTS = 4
"""Scripts within each other, as in `sh -c "sh -c ..."`."""
MAX_AGAIN = 4
"""How many times its own length may be read, for scripts within a script."""
MAX_WRAPPED = 8
"""Commands that run each other, as in `sudo env nice ...`."""

_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\[[^\]]*\])?\+?=")
_COMMAND_OPTION = re.compile(r"-[a-zA-Z]*c[a-zA-Z]*$")


@dataclass(frozen=True, slots=True)
class _Wrapper:
    """A program that runs the command given to it: which of its options take a word, and what comes first."""

    valued: frozenset[str] = frozenset()
    words: int = 0
    assigns: bool = False


def _wrapper(valued: str = "", words: int = 0, assigns: bool = False) -> _Wrapper:
    return _Wrapper(frozenset(valued.split()), words, assigns)


_WRAPPERS = {
    "sudo": _wrapper("-u -g -h -p -C -D -R -T -U -r -t --user --group --host --prompt --chdir --chroot", assigns=True),
    "doas": _wrapper("-u -C -a"),
    "env": _wrapper("-u -C --unset --chdir", assigns=True),
    "exec": _wrapper("-a"),
    "command": _wrapper(),
    "builtin": _wrapper(),
    "nohup": _wrapper(),
    "setsid": _wrapper(),
    "time": _wrapper("-f -o --format --output"),
    "nice": _wrapper("-n --adjustment"),
    "ionice": _wrapper("-c -n -p"),
    "stdbuf": _wrapper("-i -o -e"),
    "timeout": _wrapper("-s -k --signal --kill-after", words=1),
    "xargs": _wrapper("-n -I -P -L -d -a -E -s --max-args --max-procs --replace --delimiter --arg-file"),
    "chroot": _wrapper(words=1),
    "gosu": _wrapper(words=1),
    "su-exec": _wrapper(words=1),
    "busybox": _wrapper(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One simple command."""

    argv: tuple[str, ...]
    """Its words without their quotes; variables and substitutions as they are written."""
    program: str
    """The first word's last path component: `curl`; empty where it is computed."""
    dynamic: bool
    """Whether an unquoted expansion may stand for further words: what is not in `argv` may yet be there."""
    before: str
    """The operator that joins it to what precedes: `&&`, `||`, `;`, `|`, `&`, or nothing."""
    pipeline: tuple[str, ...]
    """The programs of its pipeline in order, itself among them; wrappers such as `sudo` give way to what they run."""
    within: str
    """The program it is run by, or in whose words it stands: `sudo` for `apt-get`; empty at the top."""
    redirects: tuple[tuple[str, str], ...]
    """Operator and target: `(">", "/etc/motd")`."""
    assigns: tuple[str, ...]
    """Names of the variables set for it, or in the shell where there is no program."""
    text: str
    start: int
    """Offset in the script."""

    def value(self, line: int) -> dict[str, Any]:
        """Return the command JSON-like, as resources hold it."""
        return {
            "argv": list(self.argv),
            "program": self.program,
            "dynamic": self.dynamic,
            "before": self.before,
            "pipeline": list(self.pipeline),
            "within": self.within,
            "redirects": [{"operator": operator, "target": target} for operator, target in self.redirects],
            "assigns": list(self.assigns),
            "text": self.text,
            "line": line,
        }


def split(script: str, macros: bool = False) -> tuple[Command, ...]:
    """Return the commands of a script, each before those it is given. Never raises: any text is some script.

    With `macros`, `$(name)` is a variable of the pipeline and not a substitution of the shell.
    """
    commands = _Splitter(macros, MAX_AGAIN * len(script)).split(script, "", lambda offset: offset, 0)
    return tuple({(command.start, command.argv, command.before): command for command in commands}.values())


class _Splitter:
    """Makes commands of drafts, looking into the scripts and commands that are given as words."""

    def __init__(self, macros: bool, left: int) -> None:
        self._macros = macros
        self._left = left
        self._pipelines: dict[int, tuple[str, ...]] = {}

    def split(self, script: str, within: str, at: Callable[[int], int], depth: int) -> list[Command]:
        drafts = Reader(script, self._macros).read()
        for draft in drafts:
            _pick_out(draft)
        made: list[Command] = []
        for draft in drafts:
            inside = _program(draft.parent) if draft.parent else ""
            made.append(self._command(draft, script, inside or within, at))
            program = made[-1].program
            for _ in range(MAX_WRAPPED):
                wrapped = _wrapped(draft)
                if wrapped is None:
                    break
                draft = wrapped
                made.append(self._command(draft, script, program, at))
                program = made[-1].program
            made.extend(self._given(draft, program, at, depth))
        return made

    def _given(self, draft: Draft, program: str, at: Callable[[int], int], depth: int) -> list[Command]:
        """Return the commands of the scripts that a command is given."""
        if depth >= MAX_SCRIPTS:
            return []
        made: list[Command] = []
        for text, start, verbatim in _scripts(draft, program):
            self._left -= len(text)
            if self._left < 0:
                break
            place = _shifted(at, start) if verbatim else _fixed(at(start))
            made.extend(self.split(text, program, place, depth + 1))
        return made

    def _command(self, draft: Draft, script: str, within: str, at: Callable[[int], int]) -> Command:
        return Command(
            argv=tuple(word.text for word in draft.words),
            program=_program(draft),
            dynamic=any(word.dynamic for word in draft.words),
            before=draft.before,
            pipeline=self._programs(draft.pipeline),
            within=within,
            redirects=tuple((operator, word.text) for operator, word in draft.redirects),
            assigns=tuple(draft.assigns),
            text=script[draft.start : draft.end].strip(),
            start=at(draft.start),
        )

    def _programs(self, pipeline: list[Draft]) -> tuple[str, ...]:
        found = self._pipelines.get(id(pipeline))
        if found is None:
            found = self._pipelines[id(pipeline)] = tuple(map(_effective, pipeline[:MAX_PIPED]))
        return found


def _shifted(at: Callable[[int], int], start: int) -> Callable[[int], int]:
    return lambda offset: at(start + offset)


def _fixed(place: int) -> Callable[[int], int]:
    return lambda _: place


def _program(draft: Draft) -> str:
    first = draft.words[0] if draft.words else None
    if first is None or (first.computed and ("$(" in first.text or "`" in first.text)):
        return ""
    name = first.text.rpartition("/")[2]
    return "" if first.computed and "$" in name else name


def _pick_out(draft: Draft) -> None:
    """Set apart the assignments before the program."""
    count = 0
    for word in draft.words:
        if not _ASSIGNMENT.match(word.raw):
            break
        draft.assigns.append(word.raw.partition("=")[0].rstrip("+"))
        count += 1
    del draft.words[:count]


def _wrapped(draft: Draft) -> Draft | None:
    """Return the command that a wrapper such as `sudo` is given; None for any other program."""
    program, words, index = _program(draft), draft.words, 1
    wrapper = _WRAPPERS.get(program)
    if wrapper is None:
        return None
    while index < len(words) and words[index].text.startswith("-"):
        option = words[index].text
        if program == "command" and option in ("-v", "-V"):
            return None  # it only asks whether there is such a command
        index += 2 if option in wrapper.valued else 1
        if option == "--":
            break
    while wrapper.assigns and index < len(words) and _ASSIGNMENT.match(words[index].raw):
        index += 1
    index += wrapper.words
    if index >= len(words):
        return None
    return Draft(
        words[index].start,
        before=draft.before,
        pipeline=draft.pipeline,
        words=words[index:],
        redirects=draft.redirects,
        bodies=draft.bodies,
        end=draft.end,
    )


def _effective(draft: Draft) -> str:
    """Return the program a command comes down to: `bash` for `sudo -E bash -`."""
    for _ in range(MAX_WRAPPED):
        wrapped = _wrapped(draft)
        if wrapped is None:
            break
        draft = wrapped
    return _program(draft)


def _scripts(draft: Draft, program: str) -> list[tuple[str, int, bool]]:
    """Return the scripts a command is given: text, offset, and whether the text stands there as it is."""
    found: list[tuple[str, int, bool]] = []
    words = draft.words
    if program in SHELLS or program == "su":
        option = next((i for i, word in enumerate(words) if i and _COMMAND_OPTION.match(word.text)), len(words))
        found.extend((word.text, word.inside, word.verbatim) for word in words[option + 1 : option + 2])
    elif program == "eval":
        found.extend((word.text, word.inside, word.verbatim) for word in words[1:])
    if program in SHELLS:
        found.extend((body, start, True) for body, start in draft.bodies)
    return found
