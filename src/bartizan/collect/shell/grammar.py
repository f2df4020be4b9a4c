"""The grammar of shell scripts, as far as it takes to tell commands from each other.

One pass from left to right; every construct that nests is read where it stands, so the time is linear in the
length of the script, however it nests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bartizan.collect.shell.word import MAX_DEPTH, Cursor, Word

MAX_PIPED = 20
"""Commands of one pipeline that are kept together."""
_OPERATOR = re.compile(r"&&|\|\||;;&|;;|;&|\|&|[;&|]")
_REDIRECT = re.compile(r"(\{\w+\}|\d*)(<<<|<<-|<<|<>|>>|>\||<&|>&|&>>|&>|<|>)")
_PARENTHESES = re.compile(r"\([ \t]*\)")
_QUOTES = re.compile(r"[\"'\\]")
_ENDING = "\n;&|)"
_OPENING = frozenset({"if", "while", "until", "{"})
_PASSED = frozenset({"then", "elif", "else", "do", "!", "coproc"})
_CLOSING = frozenset({"fi", "done", "esac", "}"})
_HEADED = frozenset({"for", "select", "function", "case"})


@dataclass(slots=True)
class Draft:
    """One simple command while it is read."""

    start: int
    before: str = ""
    parent: Draft | None = None
    """The command in whose words this one stands."""
    pipeline: list[Draft] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    redirects: list[tuple[str, Word]] = field(default_factory=list)
    assigns: list[str] = field(default_factory=list)
    bodies: list[tuple[str, int]] = field(default_factory=list)
    """Here-documents given to it: text and offset."""
    end: int = 0


@dataclass(slots=True)
class _Sequence:
    """A list of commands while it is read: a script, a group, or a substitution."""

    stop: str
    parent: Draft | None
    before: str = ""
    pipeline: list[Draft] = field(default_factory=list)
    cases: int = 0
    """`case` statements that are open."""
    pattern: bool = False
    """Whether the pattern of a clause comes next."""
    opened: list[int] = field(default_factory=list)
    """For each compound command that is open, how many commands there were before it."""

    def join(self, operator: str) -> None:
        self.before = operator
        if operator != "|":
            self.pipeline = []


class Reader:
    """Reads one script into drafts of its commands."""

    def __init__(self, text: str, macros: bool = False) -> None:
        self._cursor = Cursor(text, macros, self._nested)
        self._drafts: list[Draft] = []
        self._waiting: list[tuple[str, bool, Draft]] = []

    def read(self) -> list[Draft]:
        """Return the commands in the order they begin."""
        while self._cursor.more():
            self._sequence(_Sequence("", None))
            self._cursor.at += 1  # a closing bracket that nothing opened
        return [draft for draft in self._drafts if draft.words or draft.redirects]

    def _nested(self, stop: str, owner: object) -> None:
        self._cursor.depth += 1
        self._sequence(_Sequence(stop, owner if isinstance(owner, Draft) else None))
        self._cursor.depth -= 1
        self._cursor.at += 1

    def _sequence(self, here: _Sequence) -> None:
        """Read commands up to the stop, which is left to the caller."""
        cursor = self._cursor
        while cursor.more():
            char = cursor.char
            if char == here.stop or (char == ")" and not here.stop and not here.cases):
                return
            if self._separator(here, char):
                continue
            if here.pattern and not cursor.text.startswith("esac", cursor.at):
                self._pattern(here)
            elif char == "(":
                self._group(here)
            else:
                self._command(here)

    def _separator(self, here: _Sequence, char: str) -> bool:
        """Pass over what stands between commands; returns whether anything did."""
        cursor = self._cursor
        if char == "\n":
            self._newline()
            if here.before not in ("&&", "||", "|"):
                here.join(";" if self._drafts else "")
        elif char == "#":
            cursor.comment()
        elif operator := _OPERATOR.match(cursor.text, cursor.at):
            cursor.at = operator.end()
            here.pattern = here.cases > 0 and operator.group() in (";;", ";&", ";;&")
            here.join({"|&": "|", ";;": ";", ";&": ";", ";;&": ";"}.get(operator.group(), operator.group()))
        elif char == ")":
            cursor.at += 1
        else:
            return cursor.blank()
        return True

    def _newline(self) -> None:
        self._cursor.at += 1
        waiting, self._waiting = self._waiting, []
        for name, tabs, draft in waiting:
            self._here_document(name, tabs, draft)

    def _here_document(self, name: str, tabs: bool, draft: Draft) -> None:
        cursor, indent = self._cursor, r"\t*" if tabs else ""
        start = cursor.at
        closing = re.compile(rf"^{indent}{re.escape(name)}\r?$", re.MULTILINE).search(cursor.text, start)
        end = closing.start() if closing else cursor.end
        cursor.at = closing.end() if closing else cursor.end
        draft.bodies.append((cursor.text[start:end], start))

    def _pattern(self, here: _Sequence) -> None:
        """Pass over the pattern of a clause, up to its bracket."""
        here.pattern = False
        while self._cursor.more():
            char = self._cursor.char
            if char in "(|;&<>)" or char.isspace():
                self._cursor.at += 1
                if char == ")":
                    return
            else:
                self._cursor.word(here.parent)

    def _group(self, here: _Sequence) -> None:
        cursor = self._cursor
        if cursor.text.startswith("((", cursor.at) and cursor.arithmetic():
            return
        cursor.at += 1
        if cursor.depth < MAX_DEPTH:
            before = len(self._drafts)
            self._nested(")", here.parent)
            here.pipeline.extend(self._drafts[before : before + MAX_PIPED])

    def _command(self, here: _Sequence) -> None:
        cursor = self._cursor
        draft = Draft(cursor.at, before=here.before, parent=here.parent, pipeline=here.pipeline, end=cursor.at)
        here.before, here.pattern = "", False
        self._drafts.append(draft)
        begun = cursor.at
        while cursor.more() and not self._ends(here.stop):
            if cursor.blank():
                continue
            if cursor.char == "#" and cursor.text[cursor.at - 1 : cursor.at].isspace():
                cursor.comment()
                continue
            if not self._piece(draft, here):
                break
            draft.end = max(draft.end, cursor.at)
        if cursor.at == begun:
            cursor.at += 1
        if draft.words:
            here.pipeline.append(draft)

    def _ends(self, stop: str) -> bool:
        cursor = self._cursor
        char = cursor.char
        return char == stop or (char in _ENDING and not (char == "&" and cursor.text.startswith("&>", cursor.at)))

    def _piece(self, draft: Draft, here: _Sequence) -> bool:
        """Read one part of a command; returns whether the command goes on."""
        cursor = self._cursor
        redirect = _REDIRECT.match(cursor.text, cursor.at)
        if redirect:
            return self._redirect(redirect, draft)
        if cursor.char == "(":
            return self._bracket(draft)
        word = cursor.word(draft)
        if draft.words or not self._keyword(word, draft, here):
            if not draft.words:
                draft.start = word.start
            draft.words.append(word)
            if word.raw == "[[" and len(draft.words) == 1:
                self._test(draft)
            return True
        return word.raw in _OPENING or word.raw in _PASSED

    def _keyword(self, word: Word, draft: Draft, here: _Sequence) -> bool:
        """Take a word of the grammar for what it is; returns whether it is one."""
        if word.raw in _OPENING or word.raw in _HEADED:
            here.opened.append(len(self._drafts) - 1)
        if word.raw in _HEADED:
            self._head(word.raw, draft, here)
        elif word.raw in _CLOSING:
            here.cases -= 1 if word.raw == "esac" and here.cases else 0
            before = here.opened.pop() if here.opened else len(self._drafts)
            here.pipeline.extend(inner for inner in self._drafts[before : before + MAX_PIPED] if inner.words)
        return word.raw in _OPENING or word.raw in _HEADED or word.raw in _CLOSING or word.raw in _PASSED

    def _head(self, keyword: str, draft: Draft, here: _Sequence) -> None:
        """Pass over the head of a loop, a function or a `case`, up to where commands may stand again."""
        cursor = self._cursor
        while cursor.more() and cursor.char not in "\n;&|(){":
            if cursor.blank():
                continue
            if cursor.word(draft).raw == "in" and keyword == "case":
                here.cases += 1
                here.pattern = True
                return
        if keyword == "function":
            here.opened.pop()
            closed = _PARENTHESES.match(cursor.text, cursor.at)
            cursor.at = closed.end() if closed else cursor.at

    def _test(self, draft: Draft) -> None:
        """Read the words of `[[ ... ]]`, in which operators are words."""
        cursor = self._cursor
        while cursor.more() and cursor.char != "\n":
            if cursor.blank():
                continue
            word = cursor.word(draft)
            draft.words.append(word)
            if word.raw == "]]":
                return

    def _bracket(self, draft: Draft) -> bool:
        """Pass over the `()` of a function or the members of an array; returns whether the command goes on."""
        cursor = self._cursor
        closed = _PARENTHESES.match(cursor.text, cursor.at)
        if closed and len(draft.words) == 1:
            cursor.at = closed.end()
            draft.words.clear()
            return False
        cursor.at += 1
        if draft.words and draft.words[-1].raw.endswith("="):
            while cursor.more() and cursor.char != ")":
                if not cursor.blank():
                    cursor.word(draft)
            cursor.at += 1
        return True

    def _redirect(self, match: re.Match[str], draft: Draft) -> bool:
        """Read a redirection, or a substitution of a process; returns whether the command goes on."""
        cursor, operator = self._cursor, match[2]
        if match[1] == "" and operator in ("<", ">") and cursor.text.startswith("(", match.end()):
            draft.words.append(cursor.word(draft))
            return True
        cursor.at = match.end()
        cursor.blank()
        if not cursor.more() or cursor.char in _ENDING:
            return False
        word = cursor.word(draft)
        if operator in ("<<", "<<-"):
            self._waiting.append((_QUOTES.sub("", word.raw), operator == "<<-", draft))
        elif operator == "<<<":
            draft.bodies.append((word.text, word.inside))
        draft.redirects.append((match[1] + operator, word))
        return True
