"""Whose credentials secrets are, what they open, and what has them."""

from __future__ import annotations

import base64
import json
from pathlib import Path

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.software.application import Application
from bartizan.core.truth import Unknown
from bartizan.graph.graph import Graph
from tests.app.joining.reading import joined, written

PASSWORD = "Wr0ng-H0rse-Battery"
DATABASE = f"""
variable "password" {{
  default = "{PASSWORD}"
}}
resource "aws_db_instance" "shop" {{
  identifier = "shop"
  engine     = "postgres"
  username   = "shop"
  password   = var.password
}}
"""
SETTINGS = f"""apiVersion: v1
kind: ConfigMap
metadata: {{name: settings, namespace: shop}}
data:
  DATABASE_URL: postgres://shop:{PASSWORD}@%s:5432/shop
---
apiVersion: v1
kind: Pod
metadata: {{name: web, namespace: shop}}
spec:
  containers:
    - name: web
      image: nginx
      envFrom: [{{configMapRef: {{name: settings}}}}]
"""


def database_leak(directory: Path, host: str, terraform: str = DATABASE) -> Graph:
    return joined(written(directory, {"k8s.yaml": SETTINGS % host, "infra/main.tf": terraform}))


def test_the_host_of_an_address_tells_which_database_a_password_opens(tmp_path: Path) -> None:
    other = DATABASE.replace(PASSWORD, "another-one-altogether")

    graph = database_leak(tmp_path, "shop.abc.eu-west-1.rds.amazonaws.com", other)

    found = next(each for each in graph.of(Leak) if each.place and each.place.file == "k8s.yaml")
    assert found.read("opens") == {"infra//aws_db_instance.shop"}
    assert found.read("sure") is True


def test_the_same_password_tells_which_database_it_opens(tmp_path: Path) -> None:
    graph = database_leak(tmp_path, "database.shop.example.com")

    found = next(each for each in graph.of(Leak) if each.place and each.place.file == "k8s.yaml")
    assert found.read("opens") == {"infra//aws_db_instance.shop"}


def test_a_password_of_nothing_that_is_declared_is_not_known(tmp_path: Path) -> None:
    graph = database_leak(tmp_path, "database.shop.example.com", "")

    found = next(graph.of(Leak))
    assert isinstance(found.read("opens"), Unknown)
    assert isinstance(found.read("sure"), Unknown)


def test_a_workload_has_the_secrets_of_its_config_maps_and_their_databases(tmp_path: Path) -> None:
    graph = database_leak(tmp_path, "shop.abc.eu-west-1.rds.amazonaws.com")

    (config,), (web,) = list(graph.of(ConfigMap)), list(graph.of(Workload))
    assert config.read("leaks") == web.read("leaks") != frozenset()
    assert web.read("stores") == {"infra//aws_db_instance.shop"}


IMAGE = """FROM python:3.12
# Key of the IAM user exporter
ENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
ENV AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
COPY . /app
"""
REGISTRY = """
resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_ecr_repository" "web" {
  name = "shop/web"
}
resource "aws_ecr_repository_policy" "web" {
  repository = aws_ecr_repository.web.name
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = %s, Action = "ecr:BatchGetImage" }] })
}
"""
PUSH = "docker build -t 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web web\n"


def image(directory: Path, principal: str) -> Graph:
    files = {"web/Dockerfile": IMAGE, "push.sh": PUSH, "main.tf": REGISTRY % principal}
    return joined(written(directory, files))


def test_a_name_beside_a_key_makes_it_possible_whose_it_is(tmp_path: Path) -> None:
    graph = image(tmp_path, '"*"')

    found = next(each for each in graph.of(Leak) if each.read("credential") == "key-in-image-environment")
    assert found.read("identities") == {"aws_iam_user.exporter"}
    assert isinstance(found.read("sure"), Unknown)
    assert "EXAMPLE" not in str(found.values)


def test_what_is_in_an_image_that_everyone_may_pull_is_readable(tmp_path: Path) -> None:
    graph = image(tmp_path, '"*"')

    (application,), (repository,) = list(graph.of(Application)), list(graph.of(Repository))
    assert application.read("pullable") is True
    assert repository.read("applications") == {application.id}
    assert [each.read("readable") for each in graph.of(Leak)] == [True]


def test_what_is_in_a_closed_image_is_readable_only_if_the_repository_is(tmp_path: Path) -> None:
    graph = image(tmp_path, '{ AWS = "arn:aws:iam::111122223333:root" }')

    (application,) = graph.of(Application)
    assert application.read("pullable") is False
    assert all(isinstance(each.read("readable"), Unknown) for each in graph.of(Leak))


def test_a_token_says_whose_it_is(tmp_path: Path) -> None:
    def part(said: dict[str, str]) -> str:
        return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")

    claims = part({"iss": "kubernetes/serviceaccount", "sub": "system:serviceaccount:shop:web"})
    token = f"{part({'alg': 'RS256', 'kid': 'x'})}.{claims}.{'A1b2C3d4' * 20}"
    account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n"

    graph = joined(written(tmp_path, {"ci.env": f"KUBE_TOKEN={token}\n", "account.yaml": account}))

    found = [each.read("identities") for each in graph.of(Leak)]
    assert frozenset({"shop/ServiceAccount/web"}) in found
