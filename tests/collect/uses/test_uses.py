"""What sources import and call, in every way that Python and JavaScript have of saying it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.tree import walk
from bartizan.collect.uses import is_test, uses
from bartizan.collect.uses.file import of_file

PYTHON = frozenset({"python"})


def found(text: str, language: str, *names: str) -> set[tuple[str, int, str]]:
    return {(use.module, use.line, use.called) for use in of_file("file", text, language, frozenset(names))}


@pytest.mark.parametrize(
    ("code", "module", "called"),
    [
        ("import yaml\nyaml.load(x)", "yaml", "load"),
        ("import yaml as y\ny.load(x)", "yaml", "load"),
        ("from yaml import load\nload(x)", "yaml", "load"),
        ("from yaml import (a, load as l)\nl(x)", "yaml", "load"),
        ("from yaml.loader import Loader\nLoader.get(x)", "yaml.loader", "Loader.get"),
        ("import yaml.loader\nyaml.loader.Loader(x)", "yaml.loader", "Loader"),
    ],
)
def test_python_calls_are_told_by_their_name_in_the_module(code: str, module: str, called: str) -> None:
    assert found(code, "python", "yaml") == {(module, 1, ""), (module, 2, called)}


@pytest.mark.parametrize(
    ("code", "called"),
    [
        ("import _ from 'lodash'\n_.template(x)", "template"),
        ("import * as _ from 'lodash'\n_.template(x)", "template"),
        ("import { template as t } from 'lodash'\nt(x)", "template"),
        ("import _, { template } from 'lodash'\ntemplate(x)", "template"),
        ("const _ = require('lodash')\n_.template(x)", "template"),
        ("const { template: t } = require(`lodash`)\nt(x)", "template"),
        ("const t = require('lodash').template\nt(x)", "template"),
        ("const _ = await import('lodash')\nnew _.Template(x)", "Template"),
    ],
)
@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_javascript_calls_are_told_by_their_name_in_the_module(code: str, called: str, language: str) -> None:
    assert found(code, language, "lodash") == {("lodash", 1, ""), ("lodash", 2, called)}


def test_paths_within_a_package_are_of_the_package() -> None:
    code = "import a from '@babel/core/lib/x'\nexport { b } from 'lodash/fp'\nimport c from 'lodash-es'"

    assert {use[0] for use in found(code, "typescript", "@babel/core", "lodash")} == {"@babel/core/lib/x", "lodash/fp"}


def test_a_module_imported_by_a_literal_at_run_time_is_seen() -> None:
    code = "import importlib\nimportlib.import_module('yaml')\n__import__('yaml')\nimportlib.import_module(name)"

    assert found(code, "python", "yaml") == {("yaml", 2, ""), ("yaml", 3, "")}


def test_a_name_in_a_comment_or_a_text_is_no_import() -> None:
    assert found("# import yaml\nx = 'import yaml'\n", "python", "yaml") == set()


def test_only_the_scripts_of_a_component_are_code(tmp_path: Path) -> None:
    text = "<template>\n  import y from 'yaml'\n</template>\n<script>\nimport q from 'qs'\n</script>\n"
    (tmp_path / "a.vue").write_text(text, encoding="utf-8")

    seen = list(uses(walk(tmp_path), frozenset({"typescript"}), frozenset({"yaml", "qs"})))

    assert [(use.module, use.line) for use in seen] == [("qs", 5)]


def test_files_of_other_languages_and_without_the_names_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import yaml\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("import os\n", encoding="utf-8")
    (tmp_path / "c.rb").write_text("require 'yaml'\n", encoding="utf-8")

    assert [use.file for use in uses(walk(tmp_path), PYTHON, frozenset({"yaml"}))] == ["a.py"]
    assert list(uses(walk(tmp_path), PYTHON, frozenset())) == []


@pytest.mark.parametrize("file", ["tests/a.py", "src/test_a.py", "conftest.py", "web/a.test.tsx", "web/__tests__/a.js"])
def test_tests_are_told_by_where_they_are(file: str) -> None:
    assert is_test(file)
    assert not is_test("src/contest.py")


@given(text=st.text(alphabet=st.sampled_from("import yaml from'lodash\"(){}*,;\n .require=const")))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for language in ("python", "javascript", "tsx"):
        list(of_file("file", text, language, frozenset({"yaml", "lodash"})))
