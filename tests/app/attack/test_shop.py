"""The example shop: from the Internet to the customer data, hop by hop with the evidence; none once hardened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import found
from bartizan.app.attack.listing import Wanted, paths
from bartizan.app.target import target
from bartizan.core.attack import AttackPath, Layer, Paths
from bartizan.core.truth import Truth
from tests.app.attack.worlds import ALONE

EXAMPLES = Path(__file__).parents[3] / "examples"
SHOP = EXAMPLES / "shop"


@pytest.fixture(scope="module")
def shop() -> Paths:
    return paths(found(target(SHOP), ALONE), Wanted(top=60))


def test_the_customer_data_is_reached_from_the_internet(shop: Paths) -> None:
    reached = {path.goal.node.name for path in shop.paths if path.truth is Truth.YES}

    assert {"shop-customers-111122223333", "BackupBucket", "shop", "administrator of the account of infra"} <= reached
    assert {path.source.id for path in shop.paths} == {"internet"}


def test_the_paths_go_through_code_container_cluster_and_cloud(shop: Paths) -> None:
    taken = {layer for path in shop.paths for layer in path.layers}

    assert taken == set(Layer)


@pytest.mark.parametrize(
    "steps",
    [
        ("code-command-injection", "host-metadata-query", "data-aws-s3-read"),
        ("code-request-forgery", "data-aws-s3-read"),
        ("code-command-injection", "kubernetes-identity-assume", "kubernetes-workload-identity", "data-aws-s3-read"),
        ("pipeline-stranger-injection", "pipeline-cloud-role-take", "aws-administrator"),
        ("code-open-message-injection", "aws-lambda-function-credentials", "aws-administrator"),
        ("secret-public-image-read", "secret-database-password-use"),
        ("data-public-s3-read",),
    ],
    ids=lambda steps: " ".join(steps),
)
def test_a_way_of_its_readme_is_proven(shop: Paths, steps: tuple[str, ...]) -> None:
    assert any(path.truth is Truth.YES and _takes(path, steps) for path in shop.paths)


def _takes(path: AttackPath, steps: tuple[str, ...]) -> bool:
    """Tell whether a path takes steps in this order, others between them left aside."""
    taken = iter(hop.step for hop in path.hops)
    return all(step in taken for step in steps)


def test_every_hop_tells_what_it_needs_and_where_that_is_written(shop: Paths) -> None:
    without = [
        (hop.step, hop.gained.id)
        for path in shop.paths
        for hop in path.hops
        if not any(cause.place is not None for cause in hop.causes)
    ]

    assert without == []


def test_every_line_that_is_named_is_there(shop: Paths) -> None:
    places = {
        (cause.place.file, cause.place.line)
        for path in shop.paths
        for hop in path.hops
        for cause in hop.causes
        if cause.place is not None
    }

    lengths = {file: len((SHOP / file).read_text("utf-8").splitlines()) for file, _ in places}
    assert [(file, line) for file, line in sorted(places) if not 1 <= line <= lengths[file]] == []


def test_what_is_only_possible_tells_what_it_rests_on(shop: Paths) -> None:
    open_ = [hop for path in shop.paths for hop in path.hops if hop.truth is not Truth.YES]

    assert [hop.step for hop in open_ if not hop.unknowns] == []


def test_the_hardened_shop_has_no_path_proven_or_possible() -> None:
    hardened = paths(found(target(EXAMPLES / "shop-hardened"), ALONE), Wanted())

    assert (hardened.reached, hardened.possible, hardened.paths) == (0, 0, [])
    assert hardened.goals
