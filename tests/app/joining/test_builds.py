"""Which directory is built into which image, as files of all kinds tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.app.joining.builds import builds
from bartizan.app.joining.shell import calls
from bartizan.collect.tree import walk
from tests.app.joining.reading import written

SHELL = [
    ("docker build -t shop/web web", "web", ("shop/web",)),
    ("docker build --tag=shop/web:1 ./web", "web", ("shop/web",)),
    ("docker build -t shop/web:1 -t shop/web:latest web", "web", ("shop/web", "shop/web")),
    (
        "docker build --build-arg A=1 --platform linux/amd64 -t shop/web web && docker push shop/web",
        "web",
        ("shop/web",),
    ),
    ("docker buildx build --push --cache-from type=gha -t shop/web web", "web", ("shop/web",)),
    ("docker image build -t shop/web web", "web", ("shop/web",)),
    ("podman build -t shop/web web", "web", ("shop/web",)),
    ("buildah bud -t shop/web web", "web", ("shop/web",)),
    ("nerdctl build -t shop/web web", "web", ("shop/web",)),
    ("az acr build --registry shop --image web:1 web", "web", ("shop.azurecr.io/web",)),
    ("gcloud builds submit --tag gcr.io/shop/web web", "web", ("gcr.io/shop/web",)),
    ("/kaniko/executor --context dir://web --destination shop/web:1", "web", ("shop/web",)),
    ("NAME=shop/web\ndocker build -t $NAME:1 web", "web", ("shop/web",)),
    ('NAME="shop"\nexport IMAGE=$NAME/web\ndocker build -t "${IMAGE}:1" web', "web", ("shop/web",)),
    ("cd services\ndocker build -t shop/web web", "services/web", ("shop/web",)),
    ("docker build \\\n  -t shop/web \\\n  web", "web", ("shop/web",)),
    ("docker build -t $REGISTRY/shop/web web", "web", ("*/shop/web",)),
    ("docker build -t localhost:5000/web web", "web", ("localhost:5000/web",)),
]


@pytest.mark.parametrize(("script", "directory", "names"), SHELL)
def test_commands_of_a_script_tell_what_is_built(
    tmp_path: Path, script: str, directory: str, names: tuple[str, ...]
) -> None:
    found = builds(walk(written(tmp_path, {"build.sh": script})))

    assert [(each.directory, each.names) for each in found] == [(directory, names)]


def test_a_loop_over_words_is_run_through(tmp_path: Path) -> None:
    script = "for each in orders web; do\n  docker build -t shop/$each services/$each\ndone\n"

    found = builds(walk(written(tmp_path, {"build.sh": script})))

    assert {(each.directory, each.names) for each in found} == {
        ("services/orders", ("shop/orders",)),
        ("services/web", ("shop/web",)),
    }


def test_another_file_than_dockerfile_is_named(tmp_path: Path) -> None:
    found = builds(walk(written(tmp_path, {"build.sh": "docker build -f docker/web.Dockerfile -t shop/web ."})))

    assert [(each.directory, each.dockerfile) for each in found] == [("", "docker/web.Dockerfile")]


@pytest.mark.parametrize("command", ["docker build https://example.com/web.git", "docker build -", "docker ps"])
def test_what_builds_no_directory_tells_of_no_build(tmp_path: Path, command: str) -> None:
    assert builds(walk(written(tmp_path, {"build.sh": command}))) == []


def test_the_action_that_builds_and_pushes_is_read_with_its_matrix(tmp_path: Path) -> None:
    workflow = """
on: push
env: {REGISTRY: registry.example}
jobs:
  images:
    strategy: {matrix: {service: [orders, web]}}
    steps:
      - uses: docker/build-push-action@v6
        with:
          context: services/${{ matrix.service }}
          push: true
          tags: |
            ${{ env.REGISTRY }}/shop/${{ matrix.service }}:${{ github.sha }}
"""

    found = builds(walk(written(tmp_path, {".github/workflows/build.yml": workflow})))

    assert {(each.directory, each.names) for each in found} == {
        ("services/orders", ("registry.example/shop/orders",)),
        ("services/web", ("registry.example/shop/web",)),
    }


OTHERS = {
    "compose.yaml": "services: {web: {build: ./web, image: 'shop/web:1'}}",
    "skaffold.yaml": "build: {artifacts: [{image: shop/web, context: web}]}",
    "docker-bake.hcl": 'target "web" {\n  context = "web"\n  tags = ["shop/web:1"]\n}\n',
    "docker-bake.json": '{"target": {"web": {"context": "web", "tags": ["shop/web:1"]}}}',
    ".gitlab-ci.yml": "variables: {NAME: shop/web}\nbuild: {script: ['docker build -t $NAME web']}",
    "azure-pipelines.yml": (
        "steps: [{task: Docker@2, inputs: {repository: shop/web, Dockerfile: web/Dockerfile, buildContext: web}}]"
    ),
    "Makefile": "build:\n\tdocker build -t shop/web:$(VERSION) web\n",
    "cloudbuild.yaml": "steps: [{name: gcr.io/cloud-builders/docker, args: [build, -t, 'shop/web:$SHORT_SHA', web]}]",
    "bitbucket-pipelines.yml": "pipelines: {default: [{step: {script: ['docker build -t shop/web web']}}]}",
}


@pytest.mark.parametrize("file", OTHERS)
def test_files_of_other_tools_tell_what_is_built(tmp_path: Path, file: str) -> None:
    found = builds(walk(written(tmp_path, {file: OTHERS[file]})))

    assert [(each.directory, each.names) for each in found] == [("web", ("shop/web",))]


@pytest.mark.parametrize(
    "text", ["", "{", "services: [1]", "services: {web: {build: 3}}", "- - -", "jobs: {a: {steps: 1}}"]
)
def test_files_that_say_something_else_tell_of_no_build(tmp_path: Path, text: str) -> None:
    files = {"compose.yaml": text, ".github/workflows/build.yml": f"# docker\n{text}", "docker-bake.json": text}

    assert builds(walk(written(tmp_path, files))) == []


@given(st.text(max_size=200))
def test_no_command_makes_the_reader_stumble(words: str) -> None:
    found = list(calls(f"docker build {words}", {}, {}))

    assert len(found) <= 1 + words.count("docker")
