"""Settings about what matters, and what is said of those that cannot be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.config import load
from bartizan.app.errors import ConfigError
from bartizan.app.options import Options
from bartizan.core.sensitivity import Matter


def options(tmp_path: Path, text: str) -> Options:
    (tmp_path / ".bartizan.yaml").write_text(text, "utf-8")
    return load(tmp_path, {}).options()


def test_what_matters_is_read_from_the_file(tmp_path: Path) -> None:
    text = """
matters:
  - {asset: "*customers*", as: customer}
  - {asset: ledger, as: [financial, crown-jewel]}
does-not-matter: ["*-test"]
production: ["shop-*"]
attackers: [internet, shop/Deployment/web]
"""
    found = options(tmp_path, text)

    assert found.matters == (
        Matter(asset="*customers*", classes=("customer",)),
        Matter(asset="ledger", classes=("financial", "crown-jewel")),
    )
    assert found.does_not_matter == ("*-test",)
    assert found.production == ("shop-*",)
    assert found.attackers == ("internet", "shop/Deployment/web")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("matters: customer", "a list of entries"),
        ("matters: [{asset: x}]", "the keys asset and as"),
        ("matters: [{asset: x, as: customer, why: y}]", "the keys asset and as"),
        ("matters: [{asset: '*', as: customer}]", "none that is of everything"),
        ("matters: [{asset: 5, as: customer}]", "a pattern as asset"),
        ("matters: [{asset: x, as: Customer Data}]", "classes of data in small letters"),
        ("matters: [{asset: x, as: []}]", "classes of data in small letters"),
        ("does-not-matter: ['*']", "none of which is of everything"),
        ("production: {a: b}", "a list of texts"),
    ],
)
def test_a_setting_that_cannot_be_understood_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        options(tmp_path, text)
