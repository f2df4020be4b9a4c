"""A screen: indented, wrapped, optionally coloured lines on a terminal of a known width."""

from __future__ import annotations

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bartizan.core.claim import Severity
from bartizan.report.escape import visible

NARROWEST = 40
STYLES = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "bold yellow",
    Severity.LOW: "bold blue",
}

_ASCII = str.maketrans({"│": "|", "▶": ">", "…": "...", "⋮": ":", "•": "*", "→": "->", "●": "*", "○": "-", "◆": "*"})

Part = str | tuple[str, str]
"""Text, or text and its style. All of it may be hostile: control characters are written out."""


class Screen:
    """Collects lines. Colours are of the terminal's own sixteen, so that they suit its theme."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = max(width, NARROWEST)
        self._color = color
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=self.width,
            height=25,
            color_system="standard" if color else None,
            force_terminal=color,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def line(self, *parts: Part, indent: int = 0, hang: int = 0) -> None:
        """Add a line, wrapped at the width; what follows the first line is indented `hang` columns further."""
        text = _text(parts)
        if indent + cell_len(text.plain) <= self.width:
            self._add(text, indent)
            return
        for index, row in enumerate(text.wrap(self._console, self.width - indent - hang, tab_size=4)):
            row.rstrip()
            self._add(row, indent if index == 0 else indent + hang)

    def code(self, *parts: Part, indent: int = 0) -> None:
        """Add a line that is cut at the width, never wrapped."""
        text = _text(parts)
        text.truncate(self.width - indent, overflow="ellipsis")
        self._add(text, indent)

    def blank(self) -> None:
        """Add an empty line."""
        self._out.write("\n")

    def heading(self, title: str) -> None:
        """Add a section's title."""
        self.blank()
        self.line((title, "bold underline"))
        self.blank()

    def text(self) -> str:
        """Return all lines."""
        return self._out.getvalue()

    def _add(self, text: Text, indent: int) -> None:
        if self._color:
            self._console.print(Text(" " * indent).append_text(text), soft_wrap=True)
        else:  # the same characters, many times faster
            self._out.write(f"{' ' * indent}{text.plain}\n")


def drawable(text: str, encoding: str) -> str:
    """Return the text with plain signs for those of ours that the encoding does not have."""
    return text if encoding.lower().startswith("utf") else text.translate(_ASCII)


def _text(parts: tuple[Part, ...]) -> Text:
    text = Text()
    for part in parts:
        said, style = (part, "") if isinstance(part, str) else part
        text.append(visible(said), style or None)
    return text
