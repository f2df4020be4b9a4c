"""Scenes of pipeline steps: jobs with what they run, and whom they become."""

from __future__ import annotations

from typing import Any

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.pipelines.github import Job, Step
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.kind import Asset

BY_STRANGERS = (
    "pull_request_target", "issue_comment", "issues", "discussion", "discussion_comment", "workflow_run", "fork",
    "watch",
)  # fmt: skip
"""Events that anybody with an account at GitHub causes, and that are handled with the rights of the repository."""
DEPLOY = ".github/workflows/deploy.yml#jobs.deploy"


def job(*, events: str = "push", id: str = DEPLOY, **said: Any) -> Job:
    """Return a job; several events are separated by spaces."""
    values: dict[str, Any] = {
        "events": frozenset(events.split()),
        "self_hosted": False,
        "steps": frozenset({f"{id}.steps.0"}),
        "identities": frozenset(),
        "let_in": True,
        "delivers": frozenset(),
        "writes": False,
        "siblings": frozenset(),
        "proposed": True,
        "guarded": False,
    }
    return Job(id, **{**values, **said})


def step(*, of: str = DEPLOY, **said: Any) -> Step:
    """Return the first step of a job, harmless unless more is said."""
    values: dict[str, Any] = {
        "action": None,
        "pinned": True,
        "untrusted_checkout": False,
        "injects": False,
        "injects_environment": False,
        "betrays": False,
        "job": frozenset({of}),
    }
    return Step(f"{of}.steps.0", **{**values, **said})


def pulling(*, moving: bool = True) -> tuple[Workload, Repository]:
    """Return a workload and the repository that it pulls its image from, by a tag that can be moved or not."""
    repository = Repository(arn("ecr", "repository/shop/web"), name="shop/web", tags_immutable=not moving, policy=None)
    return workload("web", pulls_from=frozenset({repository.id} if moving else ())), repository


def trusting(*, everybody: bool = True, allows: bool = True) -> tuple[Asset, ...]:
    """Return a role that lets in the tokens of pipelines: those of everybody, or of some."""
    id = arn("iam", "role/deploy")
    said = Trust(f"{id}/trust", role=frozenset({id}), allows=allows, by_token=True, admits_all=everybody)
    return (Role(id, name="deploy", trust=frozenset({said.id})), said)
