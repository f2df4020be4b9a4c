"""Texts and settings that should hold no credential, asked three-valued."""

from __future__ import annotations

import base64

import pytest

from bartizan.collect.credential import secret_settings, secret_text
from bartizan.core.truth import Composite, Ref, Unknown

KEY = "AKIA" + "Z7QWERTYUIOPASDF"
UNSEEN = Unknown("var.x has no default")
REFERENCE = Ref("known after apply: aws_vpc.v.id", address="aws_vpc.v", attribute="id")


@pytest.mark.parametrize(
    "text",
    [
        "#!/bin/sh\nexport DB_PASSWORD=correct-horse\n",
        f"aws_access_key_id = {KEY}",
        "-----BEGIN RSA PRIVATE KEY-----",
        "psql postgres://shop:correct-horse@db/shop",
        "mysqldump --password=correct-horse shop",
        '{"api_token": "correct-horse"}',
    ],
)
def test_credential_that_is_written_out_is_found(text: str) -> None:
    assert secret_text(text) is True
    assert secret_text(base64.b64encode(text.encode()).decode()) is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "apt-get install -y nginx",
        "export DB_PASSWORD=$(aws ssm get-parameter --name /shop/db)",
        "export DB_PASSWORD=${DB_PASSWORD}",
        "DB_PASSWORD_FILE=/run/secrets/db",
        "DB_PASSWORD={{resolve:secretsmanager:shop}}",
        "secret: arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "curl https://shop.example.com/login",
    ],
)
def test_text_that_only_names_where_a_secret_is_is_none(text: str) -> None:
    assert secret_text(text) is False


def test_part_that_comes_from_elsewhere_is_not_written_in_the_text() -> None:
    assert secret_text(Composite("unknown", ("export DB_PASSWORD=", REFERENCE))) is False
    assert secret_text(Composite("unknown", ("export DB_PASSWORD=correct-horse; echo ", REFERENCE))) is True
    assert secret_text(REFERENCE) is False
    assert secret_text(None) is False


def test_text_that_was_not_seen_may_hold_a_credential() -> None:
    assert secret_text(UNSEEN) is UNSEEN


def test_settings_are_named_and_their_values_are_not() -> None:
    settings = {"LOG_LEVEL": "info", "DB_PASSWORD": "correct-horse", "KEY_ID": KEY}

    assert secret_settings(settings) == ["DB_PASSWORD", "KEY_ID"]
    assert secret_settings([{"name": "DB_PASSWORD", "value": "correct-horse"}]) == ["DB_PASSWORD"]
    assert secret_settings([{"Name": "LOG_LEVEL", "Value": "info"}]) == []
    assert secret_settings(None) == []


def test_setting_named_like_a_secret_whose_value_is_not_seen_may_be_one() -> None:
    (found,) = secret_settings({"DB_PASSWORD": UNSEEN, "LOG_LEVEL": UNSEEN, "API_TOKEN": REFERENCE})

    assert isinstance(found, Unknown)
