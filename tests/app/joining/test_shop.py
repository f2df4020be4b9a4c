"""The example shop: what it comes to once code, containers, cluster and cloud are joined."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.pipelines.github import Job
from bartizan.graph.graph import Graph
from tests.app.joining.reading import joined

EXAMPLES = Path(__file__).parents[3] / "examples"
NODE = "infra//module.cluster.module.nodes.aws_iam_role.this"


@cache
def shop() -> Graph:
    return joined(EXAMPLES / "shop")


def test_pods_run_the_services_that_the_workflow_builds() -> None:
    found = {each.read("name"): each.read("runs") for each in shop().of(Workload)}

    assert found == {name: {f"application:services/{name}/Dockerfile"} for name in ("orders", "storefront")}


def test_the_function_runs_its_directory_and_is_started_by_its_queue() -> None:
    found = next(each for each in shop().of(Function) if each.read("name") == "shop-receipts")

    assert found.read("runs") == {"application:functions/receipts"}
    assert found.read("queues") == {"infra//module.messaging.aws_sqs_queue.receipts"}


def test_every_service_has_the_entrances_that_its_readme_tells_of() -> None:
    found = {name: shop().get(f"application:{name}") for name in (
        "services/storefront/Dockerfile", "services/orders/Dockerfile", "functions/receipts",
    )}  # fmt: skip

    told = {name: asset.read("entrances") for name, asset in found.items() if asset is not None}
    assert told["services/storefront/Dockerfile"] == {"run-commands", "fetch", "sign-in"}
    assert {"run-commands", "fetch"} <= set(told["services/orders/Dockerfile"])
    assert told["functions/receipts"] == {"run-commands"}


def test_pods_get_the_credentials_of_their_node() -> None:
    found = [(each.read("asks_metadata"), each.read("machine_identities")) for each in shop().of(Workload)]

    assert found == [(True, {NODE})] * 2


def test_the_deployment_becomes_an_administrator_and_replaces_the_services() -> None:
    found = next(each for each in shop().of(Job) if each.id.endswith("#jobs.deploy"))

    assert found.read("identities") == {"infra//module.delivery.aws_iam_role.deploy"}
    assert found.read("let_in") is True
    assert found.read("delivers") == {"k8s//shop/Deployment/orders", "k8s//shop/Deployment/storefront"}


def test_the_hardened_shop_has_no_entrance_that_is_certain() -> None:
    graph = joined(EXAMPLES / "shop-hardened")

    runs = [each.values.get("asks_metadata") for each in graph.of(Workload)]
    entrances = [asset.values["entrances"] for asset in graph.assets if asset.kind == "software.application"]
    assert runs == [False] * 2
    assert entrances == [frozenset()] * len(entrances)
