"""Scenes of code steps: workloads that are exposed or beside one another, and what is wrong with what they run."""

from __future__ import annotations

import json
from typing import Any

from bartizan.content.kinds.aws.lambda_event_source import EventSource
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.software.application import Application
from bartizan.content.kinds.software.package import Package
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.condition import Condition, Joined
from bartizan.core.kind import Asset, FlagTerm

RUNNING = (
    "code-command-injection", "code-command-from-text", "code-shell-true",
)  # fmt: skip
"""Weaknesses by which a shell runs what a request says."""
DESERIALISING = ("code-unsafe-deserialisation", "code-yaml-load", "code-pickle-load", "code-json-types-by-name")
EVALUATING = ("code-eval-of-input", "code-eval-of-built-text")
TEMPLATING = ("code-template-injection",)
INSTANTIATING = ("code-class-by-request",)
UPLOADING = ("code-upload-name", "code-archive-extraction")
DEBUGGING = ("code-debug-mode",)
MODELLING = ("code-model-output-executed", "code-agent-runs-anything")
FETCHING = ("code-ssrf",)
ENTITIES = ("code-xml-external-entities",)
READING = ("code-path-traversal", "code-xml-external-entities", "code-directory-served")
ASKING = ("code-sql-injection", "code-sql-from-text", "code-sql-by-model")
ASKING_DOCUMENTS = ("code-nosql-injection",)
FORGING = ("code-jwt-unverified", "code-hard-coded-key")
UNCHECKED = ("code-permit-all",)
DIRECTORY = ("code-ldap-injection", "code-xpath-injection")
ALL_COMMANDS = (*RUNNING, *DESERIALISING, *EVALUATING, *TEMPLATING)
"""Weaknesses by which a message alone runs commands."""

_PACKAGE = dict.fromkeys(
    ("runs_commands", "runs_commands_now", "runs_commands_soon", "sends_requests", "reads_files", "asks_databases",
     "skips_sign_in"), False,
)  # fmt: skip


def by_flaw(*weaknesses: str) -> Condition[Runner]:
    """Hold for what runs code with one of these weaknesses that input of strangers gets to."""
    return Runner.runs.any(Application.flaws.any(Flaw.weakness.one_of(*weaknesses) & Flaw.open))


def by_package(lets: FlagTerm[Package]) -> Condition[Runner]:
    """Hold for what runs a package of which something is known."""
    return Runner.runs.any(Application.packages.any(lets))


def with_token(by: Condition[Runner]) -> Condition[Workload]:
    """Hold for a workload that meets a condition and has the token of its service account as a file in it."""
    told = Workload.mounts_token & (Workload.states_token | Workload.account.any(ServiceAccount.mounts_token))
    return Joined(by, told, min)


def flaw(weakness: str, *, open: bool = True) -> Flaw:
    """Return a flaw."""
    return Flaw(f"web/app.py#{weakness}", weakness=weakness, language="python", present=True, tests=False, open=open)


def package(**lets: bool) -> Package:
    """Return a package, and what its vulnerabilities let strangers do."""
    return Package("web/requirements.txt//lib@1.0", name="lib", version="1.0", **{**_PACKAGE, **lets})


def leak(**said: Any) -> Leak:
    """Return a secret of which it is certain whose it is."""
    values: dict[str, Any] = {
        "credential": "secret-database-url",
        "present": True,
        "identities": frozenset(),
        "opens": frozenset(),
        "sure": True,
        "readable": True,
    }
    return Leak("web/settings.py#secret/1", **{**values, **said})


def application(*parts: Asset, **said: Any) -> tuple[Asset, ...]:
    """Return an application that is made of flaws, packages and secrets, and these."""
    kinds = {"flaws": Flaw, "packages": Package, "leaks": Leak}
    links = {name: frozenset(part.id for part in parts if isinstance(part, kind)) for name, kind in kinds.items()}
    return (Application("application:web", name="web", directory="web", **{**links, **said}), *parts)


def exposed(*parts: Asset, public: bool = True, **said: Any) -> tuple[Asset, ...]:
    """Return the Internet, and a workload behind a load balancer that runs an application of these parts."""
    return (Internet("internet"), *_serving(*parts, public=public, **said))


def inside(*parts: Asset, **said: Any) -> tuple[Asset, ...]:
    """Return a workload that was taken over, and another one beside it that runs an application of these parts."""
    taken = workload("taken", labels='{"app":"taken"}', **_plain())
    return (taken, container(taken), *_serving(*parts, public=False, **said))


def _serving(*parts: Asset, public: bool, **said: Any) -> tuple[Asset, ...]:
    runs = application(*parts)
    web = workload("web", labels='{"app":"web"}', **{**_plain(), "runs": frozenset({runs[0].id}), **said})
    listener = {"name": None, "port": 80, "targetPort": 8080, "protocol": "TCP", "nodePort": None}
    service = Service(
        "shop/Service/web",
        name="web",
        namespace="shop",
        type="LoadBalancer" if public else "ClusterIP",
        ports=frozenset({80}),
        listeners=json.dumps([{key: value for key, value in listener.items() if value is not None}]),
        external_ips=frozenset(),
        source_ranges=frozenset(),
        keeps_source=False,
        internal=False,
        selector='{"app":"web"}',
        workloads=frozenset({web.id}),
    )
    return (web, container(web, ports=frozenset({8080}), init=False, host_ports=frozenset()), service, *runs)


def _plain() -> dict[str, Any]:
    return {
        "host_network": False,
        "runs": frozenset(),
        "stores": frozenset(),
        "leaks": frozenset(),
        "asks_metadata": False,
        "machine_identities": frozenset(),
    }


def started(*parts: Asset, by_queue: bool = True, policy: str | None = None) -> tuple[Asset, ...]:
    """Return a function that runs an application of these parts, and the queue that it is started by."""
    runs = application(*parts)
    queue = Queue(arn("sqs", "orders"), name="orders", policy=policy)
    function = Function(
        arn("lambda", "function:web"),
        name="web",
        role=frozenset(),
        runs=frozenset({runs[0].id}),
        queues=frozenset({queue.id} if by_queue else ()),
        policy=None,
        code_signed=False,
    )
    mapping = EventSource("mapping", function=frozenset({function.id}), feed=frozenset({queue.id}), enabled=True)
    return (function, queue, mapping, *runs)
