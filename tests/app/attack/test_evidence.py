"""The twelve ways of examples/shop/README.md, each hop by hop among the moves that are found; none once hardened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import found
from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, paths
from bartizan.app.target import target
from bartizan.core.truth import Truth
from tests.app.attack.worlds import ALONE

EXAMPLES = Path(__file__).parents[3] / "examples"
PAGE, ORDERS = "k8s//shop/Deployment/storefront", "k8s//shop/Deployment/orders"
CONTAINER = f"{PAGE}/spec/template/spec/containers/0"
TOKEN, OTHER_TOKEN = "k8s//shop/ServiceAccount/storefront", "k8s//shop/ServiceAccount/orders"
NODE = "infra//module.cluster.module.nodes.aws_iam_role.this"
WORKER = 'infra//module.cluster.module.identity["orders"].aws_iam_role.this'
RECEIPTS = "infra//module.functions.aws_lambda_function.receipts"
RECEIPTS_ROLE = "infra//module.functions.aws_iam_role.receipts"
DEPLOY, DEPLOY_ROLE = ".github/workflows/deploy.yml#jobs.deploy", "infra//module.delivery.aws_iam_role.deploy"
CUSTOMERS = 'infra//module.data.module.bucket["customers"].aws_s3_bucket.this'
DATABASE = "infra//module.data.module.database.aws_db_instance.this"
PASSWORD, KEY = "services/orders/Dockerfile#secret-database-url/1", "services/orders/Dockerfile#image-environment/6"
IMAGES = 'infra//module.delivery.aws_ecr_repository.this["orders"]'
EXPORTER = "infra//module.data.aws_iam_user.exporter"
BACKUP, BACKUP_ROLE = "infra-cloudformation/backup.yaml//BackupBucket", "infra-cloudformation/backup.yaml//BackupRole"
ADMIN = "an administrator"
ON_FROM_ORDERS = (
    ("kubernetes-container-attach", f"{ORDERS}/spec/template/spec/containers/0"),
    ("kubernetes-identity-assume", OTHER_TOKEN),
    ("kubernetes-workload-identity", WORKER),
    ("data-aws-s3-read", CUSTOMERS),
)
IMPORT = ("code-deserialisation", ORDERS)

Way = tuple[tuple[str, str], ...]
WAYS: dict[str, Way] = {
    "1 page to node to bucket": (
        ("code-command-injection", PAGE),
        ("kubernetes-container-attach", CONTAINER),
        ("kubernetes-container-runtime-socket", f"host:{PAGE}"),
        ("host-machine-credentials", NODE),
        ("data-aws-s3-read", CUSTOMERS),
    ),
    "2 picture to metadata to bucket": (("code-request-forgery", NODE), ("data-aws-s3-read", CUSTOMERS)),
    "3 import to workload identity to bucket": (IMPORT, *ON_FROM_ORDERS),
    "4 workload identity to administrator": (
        IMPORT,
        *ON_FROM_ORDERS[:-1],
        ("aws-lambda-pass-role-and-invoke", RECEIPTS_ROLE),
        ("aws-administrator", ADMIN),
    ),
    "5 page to another pod": (
        ("code-command-injection", PAGE),
        ("kubernetes-container-attach", CONTAINER),
        ("kubernetes-identity-assume", TOKEN),
        ("kubernetes-pod-exec", ORDERS),
        *ON_FROM_ORDERS,
    ),
    "6 pull request to administrator": (
        ("pipeline-stranger-checkout", DEPLOY),
        ("pipeline-cloud-role-take", DEPLOY_ROLE),
        ("aws-administrator", ADMIN),
    ),
    "6 its title to administrator": (
        ("pipeline-stranger-injection", DEPLOY),
        ("pipeline-cloud-role-take", DEPLOY_ROLE),
        ("aws-administrator", ADMIN),
    ),
    "7 receipt to everything": (
        ("code-command-injection", RECEIPTS),
        ("aws-lambda-function-credentials", RECEIPTS_ROLE),
        ("aws-administrator", ADMIN),
    ),
    "8 message to everything": (
        ("code-open-message-injection", RECEIPTS),
        ("aws-lambda-function-credentials", RECEIPTS_ROLE),
        ("aws-administrator", ADMIN),
    ),
    "9 straight to the database": (
        ("secret-public-image-read", PASSWORD),
        ("secret-database-password-use", DATABASE),
    ),
    "10 image to bucket": (
        ("data-public-ecr-pull", IMAGES),
        ("secret-ecr-image-read", KEY),
        ("secret-aws-key-use", EXPORTER),
        ("data-aws-s3-read", CUSTOMERS),
    ),
    "11 node to registry to workload identity": (
        ("code-request-forgery", NODE),
        ("pipeline-image-push", ORDERS),
        *ON_FROM_ORDERS,
    ),
    "12 backup, open to everyone": (("data-public-s3-read", BACKUP),),
    "12 backup, by its role": (("stranger-aws-role-assume", BACKUP_ROLE), ("data-aws-s3-read", BACKUP)),
}
POSSIBLE = {"10 image to bucket"}
"""Whose key it is only a comment says."""


@pytest.fixture(scope="module")
def shop() -> Found:
    return found(target(EXAMPLES / "shop"), ALONE)


@pytest.fixture(scope="module")
def certain(shop: Found) -> dict[tuple[str, str, str], Truth]:
    """Return how certain each move is, by its step, its actor and what it gains."""
    made: dict[tuple[str, str, str], Truth] = {}
    for moves in shop.moves:
        for move in moves:
            gained = ADMIN if move.gained.startswith("admin:") else move.gained
            key = move.step, move.actor, gained
            made[key] = max(move.truth, made.get(key, Truth.NO))
    return made


@pytest.mark.parametrize("name", WAYS)
def test_a_way_of_the_readme_is_found_hop_by_hop(certain: dict[tuple[str, str, str], Truth], name: str) -> None:
    actors = ["internet", *(gained for _, gained in WAYS[name])]

    told = [
        (step, gained, certain.get((step, actor, gained), Truth.NO))
        for actor, (step, gained) in zip(actors, WAYS[name], strict=False)
    ]

    assert [(step, gained) for step, gained, truth in told if truth is Truth.NO] == []
    assert min(truth for _, _, truth in told) is (Truth.UNKNOWN if name in POSSIBLE else Truth.YES)


@pytest.mark.parametrize("between", [NODE, WORKER, ORDERS, RECEIPTS_ROLE, DEPLOY_ROLE, BACKUP_ROLE])
def test_what_ways_come_by_is_reached_and_leads_on(shop: Found, between: str) -> None:
    there = paths(shop, Wanted(goals=(between,), top=1))
    on = paths(shop, Wanted(starts=(between,), top=1))

    assert [path.truth for path in (*there.paths, *on.paths)] == [Truth.YES, Truth.YES]


def test_a_way_by_a_key_that_only_a_comment_names_is_possible_and_tells_why(shop: Found) -> None:
    answer = paths(shop, Wanted(starts=(KEY,), goals=(EXPORTER,), top=5))

    assert answer.reached == 0
    assert {path.truth for path in answer.paths} == {Truth.UNKNOWN}
    assert all(hop.unknowns for path in answer.paths for hop in path.hops if hop.truth is not Truth.YES)


def test_the_hardened_shop_reaches_none_of_all_that_matters() -> None:
    hardened = paths(found(target(EXAMPLES / "shop-hardened"), ALONE), Wanted(goals=("all",)))

    assert (hardened.reached, hardened.possible, list(hardened.paths)) == (0, 0, [])
