"""Scenes of host steps: what runs on one machine, and the machine under it."""

from __future__ import annotations

from typing import Any

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer, TaskDefinition, TaskVolume
from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.kinds.host import Host
from bartizan.core.kind import Asset


def host(*, machines: str = "", identities: str = "", carries: str = "") -> Host:
    """Return the machine under the workload `shop/Pod/web`; links are to one thing, or none."""
    links = {"machines": machines, "identities": identities, "carries": carries}
    return Host("host:shop/Pod/web", **{name: frozenset({id} if id else ()) for name, id in links.items()})


def service(**said: Any) -> ComposeService:
    """Return a service of a Compose file, plain unless more is said."""
    values: dict[str, Any] = {
        "privileged": False,
        "mounts": frozenset(),
        "host_pid": False,
        "host_network": False,
        "adds": frozenset(),
        "drops": frozenset(),
        "devices": False,
        "unconfined": False,
        "user": None,
    }
    return ComposeService("compose.yaml//services.web", **{**values, **said})


def task(*, pid: str | None = None, path: str | None = None, privileged: bool = False) -> tuple[Asset, ...]:
    """Return a task definition, its container and its volume."""
    id = "arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:1"
    inside = TaskContainer(f"{id}/web", name="web", privileged=privileged, task=frozenset({id}))
    volume = TaskVolume(f"{id}/data", host_path=path, task=frozenset({id}))
    links = {"containers": frozenset({inside.id}), "volumes": frozenset({volume.id})}
    return (TaskDefinition(id, family="shop", pid_mode=pid, role=frozenset(), **links), inside, volume)
