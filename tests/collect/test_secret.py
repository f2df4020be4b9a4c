"""Which settings are taken for secrets, and what is kept of them."""

from __future__ import annotations

import re

import pytest

from bartizan.collect.secret import likeness, looks_secret, veiled, withheld
from bartizan.core.truth import Unknown

EXPRESSION = re.compile(r"\$\{\{")


@pytest.mark.parametrize(
    "name",
    [
        "DB_PASSWORD",
        "password",
        "dbPass",
        "PGPASSWORD",
        "API_KEY",
        "apiKey",
        "AWS_SECRET_ACCESS_KEY",
        "SECRET_KEY_BASE",
        "GITHUB_TOKEN",
        "TOKEN_2",
        "SSH_PRIVATE_KEY",
        "credentials",
        "client-secret",
        "NPM_TOKEN",
        "PASSPHRASE",
    ],
)
def test_names_of_secrets(name: str) -> None:
    assert looks_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "PASSWORD_FILE",
        "GPG_KEY",
        "PASSENGER_VERSION",
        "KEYBOARD",
        "MONKEY",
        "TOKENIZERS_PARALLELISM",
        "AWS_ACCESS_KEY_ID",
        "BYPASS",
        "AUTHOR",
        "PATH",
        "cache-key",
        "SECRETS_DIR",
        "KEY",
        "CLIENT_ID",
        "COMPASS_URL",
        "TOKEN_EXPIRY",
    ],
)
def test_names_that_only_resemble_those_of_secrets(name: str) -> None:
    assert not looks_secret(name)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("hunter2", "text"), ("", "empty"), ("false", "flag"), ("42", "number"), ("/run/secrets/x", "path"),
        ("https://example.com/x", "url"), ("<your password>", "placeholder"), ("changeme!", "text"),
        ("xxxx", "placeholder"),
    ],
)  # fmt: skip
def test_what_a_literal_is_like(text: str, like: str) -> None:
    assert likeness(text) == like


def test_more_is_withheld_than_is_taken_for_a_secret() -> None:
    assert withheld("GPG_KEY", "0123456789abcdef")
    assert withheld("DATABASE_URL", "postgres://app:hunter2@db/app")
    assert not withheld("DATABASE_URL", "postgres://db/app")
    assert not withheld("TOKEN_FILE", "/run/x")


def test_literals_are_veiled_and_expressions_kept() -> None:
    settings = {
        "password": "pa$$word",
        "token": "${{ secrets.TOKEN }}",
        "persist-credentials": False,
        "id-token": "write",
        "secret": Unknown("not seen"),
        "deep": {"api_key": 12345678},
        "plain": "text",
    }

    assert veiled(settings, EXPRESSION) == {
        **settings,
        "password": {"literal": True, "like": "text", "secret": True},
        "deep": {"api_key": {"literal": True, "like": "text", "secret": True}},
    }


def test_a_value_or_default_is_judged_by_the_name_of_its_setting() -> None:
    settings = {"token": {"default": "hunter2", "description": "d"}, "list": [{"password": "hunter2"}, "x"]}

    made = veiled(settings, EXPRESSION)

    assert "hunter2" not in repr(made)
    assert made["token"]["description"] == "d"
    assert made["list"][1] == "x"
