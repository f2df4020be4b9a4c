"""A world knows what it did not read."""

from __future__ import annotations

from pathlib import Path

from bartizan.app.identity.answers import can, who_can
from bartizan.app.identity.world import world, world_of
from bartizan.app.options import Options
from bartizan.app.scan import scan
from bartizan.app.target import target
from bartizan.content.steps.aws.scene import allow, role, user
from bartizan.core.access import Verdict
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


def test_what_a_role_on_the_way_asks_for_is_left_to_fulfil() -> None:
    root = "arn:aws:iam::111122223333:root"
    app = role("app", allow("s3:GetObject"), trusts=root, only={"Bool": {"aws:MultiFactorAuthPresent": "true"}})
    world = world_of((*user("ann", allow("sts:AssumeRole")), *app))

    found = who_can(world, "s3:GetObject", "arn:aws:s3:::orders/1", {})

    ann = next(each for each in found.holders if each.id.endswith("user/ann"))
    assert ann.decision.verdict is Verdict.CONDITIONAL
    assert [each.says for each in ann.decision.residuals] == ["aws:MultiFactorAuthPresent is true"]
    assert not any(each.id.startswith("account:") for each in found.holders)
