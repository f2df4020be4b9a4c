"""Every kind of credential is held to its own examples, and to what must be true of all of them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import re2  # type: ignore[import-untyped]  # it has no types

from bartizan.app import catalog
from bartizan.collect.secrets.checks import NAMES, holds
from bartizan.collect.secrets.checks.randomness import entropy
from bartizan.collect.secrets.search.engine import Engine
from bartizan.collect.secrets.search.find import generic
from bartizan.core.claim import Severity
from bartizan.core.secret import SPLIT, Credential

CREDENTIALS = catalog.credentials()
ENGINE = Engine(CREDENTIALS, fast=False)
NEAR = 64
"""Characters by which a keyword may stand before a match."""
MANY = 200

BESIDE = {
    "secret-bitbucket-app-password": {"secret-git-credentials"},
    "secret-npm-token": {"secret-npm-registry-auth"},
}
"""Other kinds that the example of one is rightly taken for, by where it stands; the engine tells of the first."""

EACH = pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda credential: credential.id)


def examples(side: str, credential: Credential) -> list[str]:
    return [example.replace(SPLIT, "") for example in getattr(credential, side)]


@cache
def compiled(text: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    return re2.compile(text, options)


def found(credential: Credential, text: str) -> list[str]:
    """Return the secrets of one kind in a text, by the declaration alone."""
    expression = compiled(credential.expression)
    secrets = []
    for match in expression.finditer(text):
        secret = match.group("secret" if "secret" in expression.groupindex else 0)
        announced = text[max(match.start() - NEAR, 0) : match.end()].lower()
        near = not credential.keywords or any(word in announced for word in credential.keywords)
        random = entropy(secret) >= credential.entropy
        if near and random and (not credential.check or holds(credential.check, secret, text)):
            secrets.append(secret)
    return secrets


def test_there_are_many_kinds() -> None:
    assert len(CREDENTIALS) >= MANY


def test_ids_belong_to_one_kind() -> None:
    ids = [credential.id for credential in CREDENTIALS]

    assert len(set(ids)) == len(ids)


@EACH
def test_credential_is_well_formed(credential: Credential) -> None:
    assert credential.id.startswith("secret-")
    assert credential.id == credential.id.lower()
    assert credential.title
    assert not credential.title.endswith(".")
    assert credential.service
    assert isinstance(credential.severity, Severity)
    assert credential.grants.endswith(".")
    assert credential.revoke.endswith(".")
    assert credential.source
    assert credential.finds, "no example that it finds"
    assert credential.ignores, "no example that it ignores"
    assert not credential.check or credential.check in NAMES
    assert len(set(credential.also)) == len(credential.also)


@EACH
def test_keywords_are_lower_case_and_long_enough_to_sort_out(credential: Credential) -> None:
    for word in credential.keywords:
        assert word == word.lower()
        assert len(word) >= 2


@EACH
def test_expression_is_understood_by_both_engines(credential: Credential) -> None:
    hyperscan = pytest.importorskip("hyperscan")

    assert compiled(credential.expression).groupindex.keys() <= {"secret"}
    hyperscan.Database().compile(
        expressions=[credential.expression.encode()], ids=[0], flags=[hyperscan.HS_FLAG_PREFILTER], elements=1
    )


@EACH
def test_examples_are_split_so_that_no_scanner_takes_them_for_secrets(credential: Credential) -> None:
    for example in credential.finds:
        assert SPLIT in example
        assert not found(credential, example)


@EACH
def test_credential_is_found_by_its_declaration(credential: Credential) -> None:
    for text in examples("finds", credential):
        assert found(credential, text), text


@EACH
def test_look_alike_is_ignored_by_its_declaration(credential: Credential) -> None:
    for text in examples("ignores", credential):
        assert not found(credential, text), text


@EACH
def test_credential_is_found_by_the_engine_and_claimed_by_no_other_service(credential: Credential) -> None:
    for text in examples("finds", credential):
        finds = ENGINE.search(text.encode())

        assert credential.id in {find.credential.id for find in finds}, text
        assert {find.credential.id for find in finds if not generic(find)} <= {credential.id}, text


@EACH
def test_look_alike_is_ignored_by_the_engine(credential: Credential) -> None:
    for text in examples("ignores", credential):
        assert credential.id not in {find.credential.id for find in ENGINE.search(text.encode())}, text


def test_an_example_of_one_service_is_no_example_of_another() -> None:
    specific = [credential for credential in CREDENTIALS if credential.service != "any"]
    overlaps = [
        f"{one.id} is also {other.id}"
        for one in specific
        for text in examples("finds", one)
        for other in specific
        if other is not one and other.id not in BESIDE.get(one.id, set()) and found(other, text)
    ]

    assert not overlaps


def test_a_file_declares_the_credentials_of_one_service() -> None:
    for module in catalog.modules("credentials"):
        services = {value.service for value in vars(module).values() if isinstance(value, Credential)}
        assert len(services) <= 1, module.__name__
        assert module.__doc__, module.__name__


def test_files_hold_declarations_only() -> None:
    for module in catalog.modules("credentials"):
        if module.__name__.endswith(".spelling"):
            continue
        for node in ast.parse(Path(module.__file__ or "").read_text("utf-8")).body:
            assert isinstance(node, ast.ImportFrom | ast.Assign | ast.Expr), f"{module.__name__}:{node.lineno}"
