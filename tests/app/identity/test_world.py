"""A world knows what it did not read."""

from __future__ import annotations

from pathlib import Path

from bartizan.app.identity.answers import can
from bartizan.app.identity.world import world
from bartizan.app.options import Options
from bartizan.app.scan import scan
from bartizan.app.target import target
from bartizan.core.truth import Truth

SHOP = Path(__file__).parents[3] / "examples" / "shop"
ACCOUNT = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n"


def asked(folder: Path) -> Truth:
    whole = world(target(folder), Options(cache=None))
    return can(whole, "web", "get core/secrets", "shop/*", {}).decision.truth


def test_a_scan_follows_service_accounts_into_the_cloud() -> None:
    report = scan(SHOP, Options(cache=None, rules=("identity-no-way-to-administrator",)))

    found = {finding.asset for finding in report.failures()}
    assert {"k8s//shop/ServiceAccount/orders", "k8s//shop/ServiceAccount/storefront"} <= found


def test_an_account_without_bindings_may_nothing(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text(ACCOUNT)

    assert asked(tmp_path) is Truth.NO


def test_a_manifest_that_cannot_be_read_may_hold_a_binding(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text(ACCOUNT)
    (tmp_path / "bindings.yaml").write_text("apiVersion: v1\nkind: List\nitems: [{\n")

    assert asked(tmp_path) is Truth.UNKNOWN
