"""What source code uses: which modules a file imports, and what it calls of them. Nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.uses.use import Use

LANGUAGES = {
    "py": "python",
    "pyi": "python",
    "js": "javascript",
    "jsx": "javascript",
    "mjs": "javascript",
    "cjs": "javascript",
    "ts": "typescript",
    "mts": "typescript",
    "cts": "typescript",
    "tsx": "tsx",
    "vue": "typescript",
    "svelte": "typescript",
}
ECOSYSTEMS = {"PyPI": frozenset({"python"}), "npm": frozenset({"javascript", "typescript", "tsx"})}
"""Languages in which the packages of an ecosystem are imported."""
LARGEST = 2 * 1024 * 1024
"""Bytes of a source file beyond which it is not looked at: it was made by a program."""
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_TESTS = re.compile(
    r"(^|/)(tests?|__tests__|spec|specs|e2e|testing|fixtures?)/"
    r"|(^|/)(test_[^/]*|conftest)\.py$|_test\.py$|\.(test|spec)\.\w+$"
)


def language(file: str) -> str | None:
    """Return the language a file is written in by its name, None for one that is not looked at."""
    return LANGUAGES.get(file.rpartition(".")[2].lower())


def is_test(file: str) -> bool:
    """Tell whether a file is run by tests alone, by where it is and how it is called."""
    return _TESTS.search(file) is not None


def uses(tree: Tree, languages: frozenset[str], names: frozenset[str]) -> Iterator[Use]:
    """Yield what the sources of a tree use of modules, of those that begin with one of some names.

    A file in which none of the names stands is not parsed.
    """
    import ahocorasick_rs  # loaded where sources are looked at

    from bartizan.collect.uses.file import of_file

    spotted = ahocorasick_rs.BytesAhoCorasick([name.encode() for name in names]) if names else None
    for file in tree.files if spotted else ():
        spoken = language(file)
        if spoken not in languages:
            continue
        try:
            data = tree.read(file)
        except Unreadable:
            continue
        if len(data) <= LARGEST and spotted and spotted.find_matches_as_indexes(data):
            yield from of_file(file, _code(file, data.decode("utf-8", "replace")), spoken, names)


def _code(file: str, text: str) -> str:
    """Return the code of a file: of one that holds scripts among other things those alone, on their lines."""
    if not file.endswith((".vue", ".svelte")):
        return text
    kept, end = "", 0
    for script in _SCRIPT.finditer(text):
        kept += "\n" * text.count("\n", end, script.start(1)) + script[1]
        end = script.end(1)
    return kept
