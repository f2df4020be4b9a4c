r"""Escapes: makes text from scanned files harmless in every language a report is written in.

A name in a scanned file may hold terminal commands, markup, spreadsheet formulas or a pipeline's
logging commands. `visible` comes first everywhere: characters that cannot be seen, or that reorder
what can, are written as `\x1b` and the like, also where the output language would allow them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape as _escape_html
from urllib.parse import quote

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls, format and bidirectional marks, blanks that are not spaces, surrogates, tags."""

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$])|(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|^(?=[#+=-]|\d+[.)])")
_TICKS = re.compile("`+")
_AZURE_COMMAND = re.compile(r"##(?=vso\[|\[)", re.IGNORECASE)
_JOINER = "\u2060"


def visible(text: str) -> str:
    """Return `text` on one line, each character that cannot be seen written out."""
    return _UNSEEN.sub(_written_out, text) if _UNSEEN.search(text) else text


def _written_out(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _NAMED:
        return _NAMED[character]
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8, as `os.fsdecode` keeps it
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def html(text: str) -> str:
    """Escape for HTML text and for attribute values in either kind of quotes."""
    return _escape_html(visible(text), quote=True)


def xml(text: str) -> str:
    """Escape for XML 1.0, which has no way at all to write most control characters."""
    return _escape_html(visible(text), quote=True)


def html_prose(text: str) -> str:
    """Return prose as HTML; what stands between two backticks becomes code."""
    return "".join(f"<code>{html(part)}</code>" if code else html(part) for part, code in _parts(text))


def markdown(text: str) -> str:
    """Escape prose for GitHub and GitLab Markdown: no markup, links, mentions or issue references.

    Only what stands between two backticks becomes code.
    """
    return "".join(code_span(part) if code else _MARKDOWN.sub(_unmarked, part) for part, code in _parts(text))


def _unmarked(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else _JOINER


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of prose, and whether each is code."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:  # the last backtick has no partner
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    for index, part in enumerate(parts):
        if part:
            yield part, index % 2 == 1


def code_span(text: str, *, in_table: bool = False) -> str:
    """Return Markdown that shows `text` verbatim, whatever backticks it holds."""
    shown = visible(text) or " "
    longest = max((len(ticks) for ticks in _TICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest or (shown.strip() and shown != shown.strip()) else ""
    return f"{fence}{pad}{shown.replace('|', chr(92) + '|') if in_table else shown}{pad}{fence}"


@lru_cache(4096)
def uri(path: str) -> str:
    """Return a file path as a relative URI; bytes that are not UTF-8 stay the bytes they are."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, as only Windows has it in names
        raw = path.encode("utf-8", "surrogatepass")
    return quote(raw, safe="/-._~!$&'()*+,;=@")


def csv_cell(text: str) -> str:
    """Neutralise what spreadsheets would run as a formula, by a leading apostrophe."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def github_data(text: str) -> str:
    """Escape the message of a GitHub workflow command; line breaks stay line breaks."""
    kept = "\n".join(visible(line) for line in text.split("\n"))
    return kept.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Escape a property of a GitHub workflow command."""
    return github_data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def azure_data(text: str) -> str:
    """Escape the message or a property of an Azure Pipelines logging command."""
    shown = azure_text(text).replace("%", "%AZP25")
    return shown.replace(";", "%3B").replace("]", "%5D")


def azure_text(text: str) -> str:
    """Return one line of an Azure Pipelines log in which no command hides: they work anywhere in a line."""
    return _AZURE_COMMAND.sub("# #", visible(text))
