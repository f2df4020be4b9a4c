"""Every weakness of code, held to its examples."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bartizan.app import catalog
from bartizan.collect.code.search.language import SPOKEN
from bartizan.collect.code.search.search import Search
from bartizan.core.weakness import Look, Weakness

WEAKNESSES = [weakness for _, weakness in catalog.declared("weaknesses", Weakness)]
LOOKS = [
    pytest.param(weakness, look, id=f"{weakness.id}-{number}-{look.language}")
    for weakness in WEAKNESSES
    for number, look in enumerate(weakness.looks)
]
LANGUAGES = {"python", "javascript", "typescript", "tsx", "go", "java"}


@pytest.mark.parametrize(("weakness", "look"), LOOKS)
def test_a_look_is_seen_in_what_fails_and_not_in_what_passes(weakness: Weakness, look: Look) -> None:
    search = Search([replace(weakness, looks=[look])])

    for language in SPOKEN.get(look.language, (look.language,)):
        missed = [text for text in look.fails if not search.hits(text, language)]
        wrong = [text for text in look.passes if search.hits(text, language)]
        assert (missed, wrong) == ([], []), language


@pytest.mark.parametrize("weakness", WEAKNESSES, ids=lambda weakness: weakness.id)
def test_a_weakness_is_told_whole(weakness: Weakness) -> None:
    assert weakness.looks
    assert all(look.fails and look.passes and look.language in LANGUAGES for look in weakness.looks)
    assert weakness.cwe
    assert all(re.fullmatch(r"CWE-\d+", each) for each in weakness.cwe)
    assert set(weakness.serves) <= catalog.objectives().keys()
    assert weakness.serves
    assert weakness.because.endswith(".")
    assert weakness.fix.endswith(".")
    assert not weakness.title.endswith(".")
    assert len(set(weakness.also)) == len(weakness.also)


def test_a_weakness_is_named_as_its_file_which_opens_with_its_title() -> None:
    for module, weakness in catalog.declared("weaknesses", Weakness):
        assert module.__name__.rpartition(".")[2] == weakness.id.replace("-", "_")
        assert (module.__doc__ or "").startswith(f"{weakness.title}."), module.__name__


def test_weaknesses_have_ids_of_their_own() -> None:
    ids = [weakness.id for weakness in WEAKNESSES]

    assert len(set(ids)) == len(ids)
    assert all(id.startswith("code-") for id in ids)


def test_modules_of_weaknesses_hold_declarations_only() -> None:
    for module, _ in catalog.declared("weaknesses", Weakness):
        tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
        for node in tree.body:
            assert isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.Expr), f"{module.__name__}"


def test_there_are_enough_in_every_language() -> None:
    spoken = [{look.language for look in weakness.looks} for weakness in WEAKNESSES]
    count = Counter(language for languages in spoken for language in languages)

    assert len(WEAKNESSES) >= 75
    assert min(count[language] for language in ("python", "javascript", "go", "java")) >= 25, count
