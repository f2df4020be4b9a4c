"""The machine under each workload, and whose credentials it hands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.content.kinds.host import Host
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.truth import Unknown
from tests.app.joining.reading import joined, written

POD = """
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  %s
  containers: [{name: web, image: nginx}]
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop}
spec: {containers: [{name: db, image: postgres}]}
"""
NODES = """
resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/cluster"
  vpc_config { subnet_ids = ["subnet-1"] }
}
resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = jsonencode({ Statement = [] })
}
resource "aws_launch_template" "node" {
  name = "node"
  metadata_options {
    http_endpoint = "enabled"
    %s
  }
}
resource "aws_eks_node_group" "node" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = ["subnet-1"]
  launch_template {
    id      = aws_launch_template.node.id
    version = "1"
  }
}
"""


def workload(directory: Path, metadata: str, spec: str = "") -> tuple[Workload, Host]:
    graph = joined(written(directory, {"k8s/pod.yaml": POD % spec, "infra/main.tf": NODES % metadata}))
    web = next(each for each in graph.of(Workload) if each.read("name") == "web")
    host = graph.get(f"host:{web.id}")
    assert isinstance(host, Host)
    return web, host


@pytest.mark.parametrize(
    ("metadata", "spec", "plain", "commands"),
    [
        ('http_tokens = "optional"\n http_put_response_hop_limit = 2', "", True, True),
        ('http_tokens = "required"\n http_put_response_hop_limit = 2', "", False, True),
        ('http_tokens = "optional"\n http_put_response_hop_limit = 1', "", False, False),
        ('http_tokens = "optional"\n http_put_response_hop_limit = 1', "hostNetwork: true", True, True),
        ('http_tokens = "required"\n http_put_response_hop_limit = 1', "hostNetwork: true", False, True),
    ],
)
def test_a_pod_gets_the_credentials_of_its_node_as_the_metadata_service_is_set(
    tmp_path: Path, metadata: str, spec: str, *, plain: bool, commands: bool
) -> None:
    web, _ = workload(tmp_path, metadata, spec)

    assert web.read("asks_metadata") is plain
    assert web.read("reaches_metadata") is commands
    assert web.read("machine_identities") == {"infra//aws_iam_role.node"}


def test_a_host_is_the_node_group_of_the_only_cluster(tmp_path: Path) -> None:
    _, host = workload(tmp_path, 'http_tokens = "required"')

    assert host.read("machines") == {"infra//aws_eks_node_group.node"}
    assert host.read("identities") == {"infra//aws_iam_role.node"}


def test_without_node_groups_the_machine_is_not_known(tmp_path: Path) -> None:
    graph = joined(written(tmp_path, {"pod.yaml": POD % ""}))

    found = [each.read("machines") for each in graph.of(Host) if "Pod" in each.id]
    shared = graph.get("host:cluster")
    assert len(found) == 4
    assert all(isinstance(each, Unknown) for each in found)
    assert isinstance(shared, Host)
    assert shared.read("carries") == {"shop/Pod/web", "shop/Pod/db"}


def test_with_several_clusters_it_is_not_known_which_it_runs_in(tmp_path: Path) -> None:
    twice = {"a/main.tf": NODES % "", "b/main.tf": NODES % "", "pod.yaml": POD % ""}

    web = next(joined(written(tmp_path, twice)).of(Workload))

    assert isinstance(web.read("machine_identities"), Unknown)
    assert isinstance(web.read("asks_metadata"), Unknown)


def test_a_hop_limit_that_is_not_said_leaves_it_open(tmp_path: Path) -> None:
    web, _ = workload(tmp_path, 'http_tokens = "optional"')

    assert isinstance(web.read("asks_metadata"), Unknown)


def test_a_node_group_carries_all_pods_of_its_cluster(tmp_path: Path) -> None:
    files = {"k8s/pod.yaml": POD % "", "infra/main.tf": NODES % ""}

    (nodes,) = joined(written(tmp_path, files)).of(NodeGroup)

    assert nodes.read("carries") == {"k8s//shop/Pod/web", "k8s//shop/Pod/db"}
