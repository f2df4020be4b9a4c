"""Whom jobs of pipelines become, what they deliver, and what their tokens may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.content.kinds.aws.iam_role import Trust
from bartizan.content.kinds.pipelines.github import Job, Step
from bartizan.core.truth import Unknown
from tests.app.joining.reading import joined, written

ROLE = """
resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
    Condition = { StringLike = { %s } }
  }] })
}
"""
SUBJECT = '"token.actions.githubusercontent.com:sub" = "%s"'
WORKFLOW = """
on: %s
permissions: %s
jobs:
  deploy:
    runs-on: ubuntu-latest
    %s
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with: {role-to-assume: "arn:aws:iam::111122223333:role/deploy", aws-region: eu-west-1}
      - run: docker build -t registry.example/shop/web web && docker push registry.example/shop/web
"""


def job(
    directory: Path, subject: str, *, on: str = "push", permissions: str = "{contents: read}", more: str = ""
) -> Job:
    condition = SUBJECT % subject if subject else '"token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"'
    files = {".github/workflows/deploy.yml": WORKFLOW % (on, permissions, more), "main.tf": ROLE % condition}
    return next(joined(written(directory, files)).of(Job))


@pytest.mark.parametrize(
    ("subject", "more"),
    [
        ("repo:example-org/*", ""),
        ("repo:example-org/shop:*", ""),
        ("repo:example-org/shop:ref:refs/heads/main", ""),
        ("repo:example-org/shop:ref:refs/heads/*", ""),
        ("repo:example-org/shop:environment:production", "environment: production"),
        ("", ""),
    ],
)
def test_a_job_becomes_a_role_that_trusts_it(tmp_path: Path, subject: str, more: str) -> None:
    found = job(tmp_path, subject, more=more)

    assert found.read("identities") == {"aws_iam_role.deploy"}
    assert found.read("let_in") is True


@pytest.mark.parametrize(
    ("subject", "on", "more"),
    [
        ("repo:example-org/shop:environment:production", "push", ""),
        ("repo:example-org/shop:environment:production", "push", "environment: staging"),
        ("repo:example-org/shop:ref:refs/heads/main", "pull_request", ""),
        ("system:serviceaccount:shop:web", "push", ""),
    ],
)
def test_a_job_does_not_become_a_role_that_trusts_others(tmp_path: Path, subject: str, on: str, more: str) -> None:
    found = job(tmp_path, subject, on=on, more=more)

    assert found.read("identities") == frozenset()


def test_a_role_that_trusts_another_branch_may_be_the_jobs(tmp_path: Path) -> None:
    found = job(tmp_path, "repo:example-org/shop:ref:refs/heads/release")

    assert found.read("identities") == {"aws_iam_role.deploy"}
    assert isinstance(found.read("let_in"), Unknown)


def test_keys_in_secrets_are_somebodys(tmp_path: Path) -> None:
    workflow = "on: push\njobs: {a: {steps: [{run: ls, env: {AWS_ACCESS_KEY_ID: '${{ secrets.KEY }}'}}]}}\n"

    (found,) = joined(written(tmp_path, {".github/workflows/a.yml": workflow})).of(Job)

    assert isinstance(found.read("identities"), Unknown)


@pytest.mark.parametrize(
    ("permissions", "writes"),
    [("write-all", True), ("read-all", False), ("{}", False), ("{contents: write}", True), ("{contents: read}", False)],
)
def test_permissions_tell_whether_a_token_writes(tmp_path: Path, permissions: str, *, writes: bool) -> None:
    assert job(tmp_path, "repo:a/*", permissions=permissions).read("writes") is writes


def test_a_job_delivers_to_what_pulls_its_image_by_a_tag(tmp_path: Path) -> None:
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\nspec: {containers: [{name: a, image: '%s'}]}\n---\n"
    named = [("web", "registry.example/shop/web:latest"), ("db", "postgres:16")]
    pinned = ("fixed", f"registry.example/shop/web@sha256:{'0' * 64}")
    pods = "".join(pod % each for each in (*named, pinned))
    files = {".github/workflows/deploy.yml": WORKFLOW % ("push", "{}", ""), "pods.yaml": pods}

    (found,) = joined(written(tmp_path, files)).of(Job)

    assert found.read("delivers") == {"default/Pod/web"}


def test_an_action_that_others_can_change_may_turn(tmp_path: Path) -> None:
    uses = ("actions/checkout@v4", "other/action@v1", f"other/action@{'a' * 40}")
    steps = "".join(f"      - uses: {each}\n" for each in uses)

    graph = joined(written(tmp_path, {".github/workflows/a.yml": f"on: push\njobs:\n  a:\n    steps:\n{steps}"}))

    told = {str(each.read("action")): each.values["betrays"] for each in graph.of(Step)}
    assert [isinstance(told[each], Unknown) for each in uses] == [False, True, False]


@pytest.mark.parametrize(
    ("subject", "everybody"), [("repo:*", True), ("*", True), ("repo:example-org/*", False), ("", True)]
)
def test_a_role_that_names_no_repository_lets_everybody_in(tmp_path: Path, subject: str, *, everybody: bool) -> None:
    condition = SUBJECT % subject if subject else '"token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"'
    files = {".github/workflows/a.yml": "on: push\njobs: {a: {steps: [{run: ls}]}}\n", "main.tf": ROLE % condition}

    found = [each.values["admits_all"] for each in joined(written(tmp_path, files)).of(Trust)]

    assert found == [everybody]


@pytest.mark.parametrize(
    ("on", "condition", "guarded"),
    [
        ("pull_request_target", "", False),
        ("pull_request_target", "github.event_name == 'pull_request_target'", False),
        ("pull_request_target", "github.event.pull_request.head.repo.full_name == github.repository", True),
        ("pull_request_target", "github.event.pull_request.head.repo.fork == false", True),
        ("push", "always() || github.event.pull_request.head.repo.full_name == github.repository", None),
        ("pull_request_target", "github.event.label.name == 'approved'", None),
        ("issue_comment", "github.event.comment.author_association == 'MEMBER'", None),
        ("{pull_request_target: {types: [labeled]}}", "", None),
        ("{pull_request_target: {types: [opened, labeled]}}", "", False),
        ("{pull_request_target: {types: [labeled]}, issue_comment: {}}", "", False),
        ("[]", "", False),
        ("''", "", False),
    ],
)
def test_a_condition_may_keep_strangers_out(tmp_path: Path, on: str, condition: str, *, guarded: bool | None) -> None:
    found = job(tmp_path, "repo:a/*", on=on, more=f"if: {condition}" if condition else "")

    told = found.read("guarded")
    assert (None if isinstance(told, Unknown) else told) is guarded


def test_an_account_whose_address_is_not_known_is_not_taken_for_another(tmp_path: Path) -> None:
    account = 'resource "google_service_account" "ci" {\n  account_id = data.google_project.p.project_id\n}\n'
    account += 'data "google_project" "p" {}\n'
    uses = "- uses: google-github-actions/auth@v2\n        with: {service_account: ci@shop.iam.gserviceaccount.com}"
    workflow = f"on: push\njobs:\n  a:\n    steps:\n      {uses}\n"

    (found,) = joined(written(tmp_path, {"main.tf": account, ".github/workflows/a.yml": workflow})).of(Job)

    assert isinstance(found.read("identities"), Unknown)
