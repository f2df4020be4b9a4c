"""The documents of a file of manifests, each read on its own, so that a broken one does not hide the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.yaml import Document, YamlError, documents
from bartizan.core.place import Gap

BROKEN = 20
"""Documents of one file that may be broken before the rest of it is given up."""
_SEPARATOR = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)
_JSON = re.compile(r'"(?:\\.|[^"\\])*"|[{}\[\]]', re.DOTALL)
_TEMPLATE = re.compile(r"\{\{|\{%|<%")


def read_stream(text: str, file: str) -> tuple[list[Document], list[Gap]]:
    """Return the documents of a stream (YAML, or JSON values one after another), and a gap for each broken one."""
    try:
        return list(documents(text)), []
    except YamlError as error:
        pieces = _json_values(text) if text.lstrip()[:1] == "{" else _sections(text)
        if len(pieces) == 1:
            return [], [_gap(error, text, file, 0)]
        return _read_pieces(pieces, file)


def _read_pieces(pieces: list[tuple[int, str]], file: str) -> tuple[list[Document], list[Gap]]:
    found: list[Document] = []
    gaps: list[Gap] = []
    for above, piece in pieces:
        try:
            found += [_lowered(document, above) for document in documents(piece)]
        except YamlError as error:
            gaps.append(_gap(error, piece, file, above))
            if len(gaps) == BROKEN:
                why = f"{BROKEN} documents of this file could not be read; the ones after them were not tried."
                gaps.append(Gap(file, why, above + 1))
                break
    return found, gaps


def _sections(text: str) -> list[tuple[int, str]]:
    """Return what stands between the separators, each with the number of lines above it."""
    starts = [0, *(match.start() for match in _SEPARATOR.finditer(text))]
    ends = [*starts[1:], len(text)]
    return list(_numbered(text, [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]))


def _json_values(text: str) -> list[tuple[int, str]]:
    """Return the JSON values that follow one another without a separator, each with the number of lines above it."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for token in _JSON.finditer(text):
        if token.group() in ("{", "["):
            start = token.start() if depth == 0 else start
            depth += 1
        elif token.group() in ("}", "]"):
            depth -= 1
            if depth == 0:
                spans.append((start, token.end()))
    if depth or not spans:
        spans.append((start, len(text)))
    return list(_numbered(text, spans))


def _numbered(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    above = counted = 0
    for start, end in spans:
        above += text.count("\n", counted, start)
        counted = start
        yield above, text[start:end]


def _lowered(document: Document, above: int) -> Document:
    """Return a document with its lines counted from the start of the file instead of its own."""
    if above:
        document.spots = {path: (line + above, column) for path, (line, column) in document.spots.items()}
        document.repeated = [(path, line + above, column) for path, line, column in document.repeated]
        document.line += above
        document.end_line += above
    return document


def _gap(error: YamlError, text: str, file: str, above: int) -> Gap:
    if _TEMPLATE.search(text):
        why = (
            f"This looks like a template that is not rendered yet ({error.why}): render it with the tool it is "
            "written for (`helm template`, `kubectl kustomize`) and scan what that prints."
        )
    else:
        why = f"The document is not valid YAML: {error.why}. Correct it; the file's other documents are judged."
    return Gap(file, why, error.line + above, error.column)
