"""The frame of every HTML page: its head, its style and its script.

The policy in its head allows the one style and the one script whose hashes it names, and nothing
else: should a name ever slip through unescaped, the browser would still not run it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files

from bartizan.report import page
from bartizan.report.escape import html


def document(title: str, body: Iterable[str]) -> Iterator[str]:
    """Yield a page; its body is HTML already."""
    style, script = _parts("style.css", "paths.css"), _parts("sift.js", "tables.js")
    yield f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{_policy(style, script)}\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="bartizan">\n'
    yield f"<title>{html(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield from body
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _parts(*names: str) -> str:
    return "".join((files(page) / name).read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    rules = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
