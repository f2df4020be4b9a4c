"""The style guide, run: what import-linter and ruff cannot say of the code."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "bartizan"
MODULES = sorted(SRC.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ALL = [*MODULES, *TESTS, *sorted((ROOT / "tools").rglob("*.py"))]

CATCH_ALL_NAMES = {"common", "helper", "helpers", "lib", "misc", "shared", "util", "utils"}
VAGUE_ENDINGS = ("Base", "Handler", "Helper", "Info", "Manager", "Processor", "Util", "Utils")
BROAD = {"Exception", "BaseException"}
CLOUD_SDKS = {"azure", "boto3", "botocore", "google", "googleapiclient", "msal", "oci"}
FUNCTION_LINES = 60
FILE_LINES, TEST_FILE_LINES = 500, 600


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def at(path: Path, line: int, what: str) -> str:
    return f"{path.relative_to(ROOT)}:{line}: {what}"


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of every module imported, wherever in the file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def root_of(module: str) -> str:
    return module.partition(".")[0]


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def comments(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def broad(caught: ast.expr | None) -> bool:
    """Tell whether an `except` clause catches everything."""
    if isinstance(caught, ast.Tuple):
        return any(broad(each) for each in caught.elts)
    return caught is None or ast.unparse(caught).rpartition(".")[2] in BROAD


def broad_catches(path: Path) -> Iterator[int]:
    """Yield the lines where whatever goes wrong is swallowed; cleaning up and raising it again is not that."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ExceptHandler) and broad(node.type) and ast.unparse(node.body[-1]) != "raise":
            yield node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "suppress":
            yield from (node.lineno for each in node.args if broad(each))


def test_core_imports_the_standard_library_only() -> None:
    strange = [
        at(path, line, module)
        for path in SRC.glob("core/**/*.py")
        for line, module in imports(path)
        if not (within(module, "bartizan.core") or root_of(module) in sys.stdlib_module_names)
    ]

    assert strange == []


def test_content_imports_core_and_content_only() -> None:
    strange = [
        at(path, line, module)
        for path in SRC.glob("content/**/*.py")
        for line, module in imports(path)
        if not (within(module, "bartizan.core", "bartizan.content") or root_of(module) in sys.stdlib_module_names)
    ]

    assert strange == []


def test_cloud_sdks_are_imported_in_collect_cloud_only() -> None:
    strange = [
        at(path, line, module)
        for path in MODULES
        if not path.is_relative_to(SRC / "collect" / "cloud")
        for line, module in imports(path)
        if root_of(module) in CLOUD_SDKS
    ]

    assert strange == []


def test_no_module_is_named_after_a_drawer() -> None:
    drawers = [str(path.relative_to(ROOT)) for path in SRC.rglob("*") if path.stem in CATCH_ALL_NAMES]

    assert drawers == []


def test_every_package_directory_is_a_package() -> None:
    """Without `__init__.py`, import-linter would not see what is in it."""
    packages = {path.parent for path in MODULES}
    loose = sorted(str(path.relative_to(ROOT)) for path in packages if not (path / "__init__.py").is_file())

    assert loose == []


def test_no_class_has_a_name_that_says_nothing() -> None:
    vague = [
        at(path, node.lineno, node.name)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE_ENDINGS)
    ]

    assert vague == []


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        at(path, node.lineno, f"{node.name} has {node.end_lineno - node.lineno + 1} lines")
        for path in ALL
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]

    assert long == []


def test_no_file_is_longer_than_its_bound() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in ALL}
    long = [
        f"{path.relative_to(ROOT)} has {lines} lines"
        for path, lines in lengths.items()
        if lines > (TEST_FILE_LINES if path in TESTS else FILE_LINES)
    ]

    assert long == []


def test_everything_is_caught_at_most_once_and_in_app() -> None:
    catches = [(path, line) for path in MODULES for line in broad_catches(path)]
    outside = [at(path, line, "broad except") for path, line in catches if not path.is_relative_to(SRC / "app")]

    assert outside == []
    assert len(catches) <= 1, [at(path, line, "broad except") for path, line in catches]


def test_no_type_error_is_silenced_in_core() -> None:
    silenced = [
        at(path, line, comment)
        for path in SRC.glob("core/**/*.py")
        for line, comment in comments(path)
        if re.search(r"(type|pyright):\s*ignore", comment)
    ]

    assert silenced == []


def test_a_silenced_type_error_names_its_code_and_the_reason() -> None:
    bare = [
        at(path, line, comment)
        for path in MODULES
        for line, comment in comments(path)
        if re.search(r"(type|pyright):\s*ignore", comment)
        and not re.search(r"(type|pyright):\s*ignore\[[a-zA-Z-]+(, ?[a-zA-Z-]+)*\]\s+#?\s*\w", comment)
    ]

    assert bare == []


@pytest.mark.parametrize("source", ["except Exception: ...", "except: ...", "except (OSError, BaseException): ..."])
def test_a_broad_except_is_noticed(source: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"try: ...\n{source}\n")

    assert list(broad_catches(module)) == [2]


def test_cleaning_up_before_raising_again_is_no_broad_except(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("try: ...\nexcept BaseException:\n    close()\n    raise\n")

    assert list(broad_catches(module)) == []


def test_a_broad_suppress_is_noticed_and_an_exact_one_is_not(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("with contextlib.suppress(OSError): ...\nwith contextlib.suppress(Exception): ...\n")

    assert list(broad_catches(module)) == [2]
