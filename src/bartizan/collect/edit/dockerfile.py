"""Edits of Dockerfiles: an instruction, with all its lines, taken out, replaced or put in."""

from __future__ import annotations

import re

from bartizan.collect.edit.change import Change, Refused, changed, line_end, newline, next_line, offset

_INSTRUCTION = re.compile(r"[ \t]*([A-Za-z]+)[ \t]")


def _stretch(text: str, line: int) -> tuple[int, int]:
    """Return where the instruction on a line begins and ends, its continued lines included."""
    start = offset(text, line, 1)
    match = _INSTRUCTION.match(text, start)
    if match is None or (line > 1 and text[:start].rstrip("\r\n").endswith("\\")):
        raise Refused(f"No instruction begins in line {line}.")
    if "<<" in text[start : line_end(text, start)] or re.search(r"^#\s*escape\s*=", text, re.IGNORECASE | re.MULTILINE):
        raise Refused("The instruction is written in a way that is not edited: a heredoc, or another escape character.")
    end = next_line(text, start)
    while text[start:end].rstrip("\r\n").rstrip(" \t").endswith("\\") and end < len(text):
        end = next_line(text, end)
    return start, end


def instruction_removed(text: str, line: int) -> str:
    """Return a Dockerfile without the instruction that begins on a line; raises `Refused`."""
    start, end = _stretch(text, line)
    return changed(text, [Change(start, end, "")])


def instruction_replaced(text: str, line: int, instruction: str) -> str:
    """Return a Dockerfile with another instruction in place of the one on a line; raises `Refused`."""
    start, end = _stretch(text, line)
    ending = newline(text) if text[start:end].endswith("\n") else ""
    return changed(text, [Change(start, end, instruction + ending)])


def instruction_added(text: str, line: int, instruction: str) -> str:
    """Return a Dockerfile with an instruction put in after the one on a line; raises `Refused`."""
    _, end = _stretch(text, line)
    eol = newline(text)
    lead = "" if text[:end].endswith("\n") else eol
    return changed(text, [Change(end, end, f"{lead}{instruction}{eol}")])
