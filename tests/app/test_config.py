"""Settings: precedence, origins, and errors that say what is expected."""

from pathlib import Path

import pytest

from bartizan.app.config import load
from bartizan.app.errors import ConfigError


def config(folder: Path, text: str) -> Path:
    (folder / ".bartizan.yaml").write_text(text, "utf-8")
    return folder


def test_flag_before_environment_before_file_before_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config(tmp_path, "fail_on: high\njobs: 3\nstrict: true\n")
    monkeypatch.setenv("BARTIZAN_FAIL_ON", "medium")
    monkeypatch.setenv("BARTIZAN_JOBS", "2")

    loaded = load(tmp_path, {"fail_on": "critical"})

    assert (loaded["fail_on"], loaded.values["fail_on"].origin) == ("critical", "--fail-on")
    assert (loaded["jobs"], loaded.values["jobs"].origin) == (2, "BARTIZAN_JOBS")
    assert loaded["strict"] is True
    assert loaded.values["strict"].origin.endswith(".bartizan.yaml")
    assert loaded.values["rules"].origin == "default"


def test_pyproject_is_read(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.bartizan]\nfail-on = "high"\n', "utf-8")

    assert load(tmp_path, {})["fail_on"] == "high"


def test_waivers_carry_who_and_why(tmp_path: Path) -> None:
    text = "waivers:\n  - rule: aws-*\n    reason: moved away soon\n    owner: web\n    expires: 2030-01-01\n"
    config(tmp_path, text)

    (waiver,) = load(tmp_path, {})["waivers"]

    assert (waiver.rule, waiver.reason) == ("aws-*", "moved away soon")
    assert (waiver.owner, waiver.expires) == ("web", "2030-01-01")


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ('["111122223333", "0000-1111-2222"]', ("111122223333", "000011112222")),
        ("[111122223333]", ("111122223333",)),
        ("111122223333", ("111122223333",)),
        ('"111122223333, 444455556666"', ("111122223333", "444455556666")),
        ("[]", ()),
    ],
)
def test_accounts_are_read_with_and_without_quotes(tmp_path: Path, text: str, accounts: tuple[str, ...]) -> None:
    loaded = load(config(tmp_path, f"trusted_accounts: {text}\n"), {})

    assert loaded["trusted_accounts"] == accounts
    assert loaded.options().trusted_accounts == accounts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour: red\n", "there is no setting colour"),
        ("fail_on: often\n", "one of none, low"),
        ("jobs: -1\n", "whole number"),
        ("max_file_size: big\n", "a size such as"),
        ("- a\n", "expected settings"),
        ("a: [\n", "did not find"),
        ("trusted_accounts: [12]\n", "each of twelve digits; write them in quotes"),
        ("trusted_accounts: {a: b}\n", "each of twelve digits"),
        ("trusted_accounts: [111122223333, partner]\n", "each of twelve digits"),
        ("waivers: [{rule: x}]\n", "a reason"),
        ("waivers: [{reason: x}]\n", "accept everything"),
        ("waivers: [{rule: x, reason: y, expires: soon}]\n", "Invalid isoformat"),
        ("waivers: [{rule: x, reason: y, colour: z}]\n", "the keys"),
    ],
)
def test_a_setting_that_cannot_be_understood_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load(config(tmp_path, text), {})
