"""What goes into an application, and what runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.software.application import Application
from bartizan.core.truth import Unknown
from bartizan.graph.graph import led_to
from tests.app.joining.reading import joined, written

DOCKERFILE = "FROM python:3.12\nCOPY . /app\n"
FLAWED = "import os\nfrom flask import request\n\ndef run():\n    os.system('ping ' + request.args['host'])\n"
POD = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "%s"}]}
"""


def runs(directory: Path, image: str, files: dict[str, str]) -> object:
    graph = joined(written(directory, {"k8s/web.yaml": POD % image, **files}))
    return next(graph.of(Workload)).read("runs")


def test_packages_flaws_and_secrets_belong_to_the_nearest_directory_that_is_built(tmp_path: Path) -> None:
    files = {
        "Dockerfile": DOCKERFILE,
        "app.py": FLAWED,
        "web/Dockerfile": DOCKERFILE,
        "web/app.py": FLAWED,
        "web/requirements.txt": "flask==1.0\n",
        "web/tests/test_app.py": FLAWED,
    }

    found = {each.id: each for each in joined(written(tmp_path, files)).of(Application)}

    assert len(led_to(found["application:web/Dockerfile"].read("flaws"))[0]) == 1
    assert {id.partition("#")[0] for id in led_to(found["application:Dockerfile"].read("flaws"))[0]} == {"app.py"}
    assert found["application:web/Dockerfile"].values["packages"] == {"web/requirements.txt//flask@1.0"}
    assert found["application:Dockerfile"].values["packages"] == frozenset()


def test_an_image_holds_only_what_its_dockerfile_copies(tmp_path: Path) -> None:
    files = {
        "docker/web.Dockerfile": "FROM python:3.12\nCOPY web /app\n",
        "build.sh": "docker build -f docker/web.Dockerfile -t shop/web .",
        "web/app.py": FLAWED,
        "orders/app.py": FLAWED,
    }

    (found,) = joined(written(tmp_path, files)).of(Application)

    assert {str(id).partition("#")[0] for id in led_to(found.read("flaws"))[0]} == {"web/app.py"}


WEB = {"web/Dockerfile": DOCKERFILE, "build.sh": "docker build -t registry.example/shop/web web"}


@pytest.mark.parametrize(
    ("image", "files"),
    [
        ("registry.example/shop/web:1", WEB),
        ("registry.example/shop/web", WEB),
        ("registry.example/shop/web@sha256:" + "0" * 64, WEB),
        ("other.example/shop/web:1", {"services/web/Dockerfile": DOCKERFILE}),
        (
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1",
            {**WEB, "build.sh": "docker build -t $R/shop/web web"},
        ),
    ],
)
def test_a_workload_runs_what_its_image_is_built_of(tmp_path: Path, image: str, files: dict[str, str]) -> None:
    found = runs(tmp_path, image, files)

    assert found == {f"application:{next(file for file in files if file.endswith('Dockerfile'))}"}


@pytest.mark.parametrize("image", ["registry.example/shop/orders:1", "postgres:16", "docker.io/library/web", "web"])
def test_an_image_that_is_built_elsewhere_is_no_application_of_here(tmp_path: Path, image: str) -> None:
    found = runs(tmp_path, image, WEB)

    assert found == frozenset()


def test_two_directories_of_one_name_leave_it_open(tmp_path: Path) -> None:
    found = runs(tmp_path, "registry.example/web", {"a/web/Dockerfile": DOCKERFILE, "b/web/Dockerfile": DOCKERFILE})

    assert isinstance(found, Unknown)
    assert "a/web/Dockerfile" in found.why


def test_a_service_of_compose_runs_what_it_builds(tmp_path: Path) -> None:
    files = {"web/Dockerfile": DOCKERFILE, "compose.yaml": "services: {web: {build: web}, db: {image: postgres}}"}

    found = {each.id: each.read("runs") for each in joined(written(tmp_path, files)).of(ComposeService)}

    assert found == {
        "compose.yaml//services.web": {"application:web/Dockerfile"},
        "compose.yaml//services.db": frozenset(),
    }


LAMBDA = """
resource "aws_lambda_function" "web" {
  function_name = "web"
  role          = "arn:aws:iam::111122223333:role/web"
  handler       = "handler.handle"
  runtime       = "python3.12"
  %s
}
"""
PACKED = 'data "archive_file" "web" {\n  type = "zip"\n  source_dir = "${path.module}/../functions/web"\n}\n'


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("filename = data.archive_file.web.output_path", PACKED),
        ('filename = "out/packed.zip"', PACKED.replace("}\n", '  output_path = "${path.module}/out/packed.zip"\n}\n')),
        ('filename = "../functions/web.zip"', ""),
        ('s3_key = "web.zip"\n  s3_bucket = "code"', ""),
        (
            "s3_key = aws_s3_object.code.key",
            'resource "aws_s3_object" "code" {\n  bucket = "b"\n  key = "web.zip"\n}\n',
        ),
    ],
)
def test_a_function_runs_the_directory_that_it_is_packed_from(tmp_path: Path, said: str, beside: str) -> None:
    files = {"infra/main.tf": LAMBDA % said + beside, "functions/web/handler.py": "def handle(event, context): ...\n"}

    (found,) = joined(written(tmp_path, files)).of(Function)

    assert found.read("runs") == {"application:functions/web"}


def test_a_function_whose_code_may_be_any_that_is_here_is_not_known(tmp_path: Path) -> None:
    files = {"main.tf": LAMBDA % 's3_key = "x.zip"', "other/app.py": FLAWED}

    (found,) = joined(written(tmp_path, files)).of(Function)

    assert isinstance(found.read("runs"), Unknown)


def test_nothing_to_join_is_no_trouble(tmp_path: Path) -> None:
    graph = joined(written(tmp_path, {"README.md": "# nothing"}))

    assert list(graph.of(Application)) == []
