"""Veils: what looks like a secret is hidden, what a reader needs stays."""

from __future__ import annotations

import pytest

from bartizan.report.veil import VEIL, veil


@pytest.mark.parametrize(
    "line",
    [
        'password = "hunter2"',
        "  POSTGRES_PASSWORD: hunter2",
        '"master_password": "hunter2",',
        "ENV DB_PASSWORD=hunter2",
        "ENV DB_PASSWORD hunter2",
        "ARG api_key='hunter2'",
        'apiKey := "hunter2"',
        'db_connection_string = "Server=x;Pwd=hunter2"',
        "url: postgres://shop:hunter2@db:5432/shop",
        "MasterUserPassword: hunter2",
        "client-secret: hunter2 # comment",
    ],
)
def test_secrets_are_hidden(line: str) -> None:
    assert "hunter2" not in veil(line)
    assert VEIL in veil(line)


@pytest.mark.parametrize(
    "line",
    [
        'acl = "public-read"',
        "manage_master_user_password = true",
        "password = var.password",
        "password = random_password.db.result",
        'password = "${var.password}"',
        "token: ${{ secrets.TOKEN }}",
        "password: !Ref Password",
        "secret_recovery_days = 7",
        "- name: web",
        "value: hello",
        "secret {",
        "tokens = [",
        "image: shop/web@sha256:0b4f1a2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
    ],
)
def test_what_is_no_secret_stays(line: str) -> None:
    assert veil(line) == line


def test_known_tokens_are_hidden_whatever_they_are_called() -> None:
    assert veil("x = AKIAABCDEFGHIJKLMNOP") == f"x = {VEIL}"
    assert "abcdefghij" not in veil("run: curl -H 'Authorization: ghp_" + "abcdefghij" * 4 + "'")


def test_the_value_below_a_secret_name_is_hidden() -> None:
    assert veil("  value: hunter2", before="- name: DB_PASSWORD") == f"  value: {VEIL}"
    assert veil("  value: hunter2", before="- name: COLOR") == "  value: hunter2"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Allow to * secretsmanager:GetSecretValue on *", "Allow to * secretsmanager:GetSecretValue on *"),
        (
            'token.actions.githubusercontent.com:sub = "repo:shop/*"',
            'token.actions.githubusercontent.com:sub = "repo:shop/*"',
        ),
        ("secretsmanager:GetSecretValue password=hunter2", f"secretsmanager:GetSecretValue password={VEIL}"),
    ],
)
def test_names_of_services_and_issuers_are_no_secrets(line: str, expected: str) -> None:
    assert veil(line) == expected
