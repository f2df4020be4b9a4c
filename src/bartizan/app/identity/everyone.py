"""Access over all providers of a graph: each question goes to the one whose action it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bartizan.core.access import Decision, Question
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Grid
from bartizan.paths.asking import Asking, Given

NOBODY = Decision(truth=Truth.UNKNOWN, why="No engine knows this action.", unknowns=("the action is of no provider",))


AWS_NAMES = ("arn:", "service:", "federated:", "account:")
ANY_ACTION = {"aws": "*:*", "azure": "data:*", "gcp": "resourcemanager.projects.get", "kubernetes": "get core/pods"}
"""By provider, an action of which nothing is noted but what limits every answer."""


def provider_of(action: str) -> str:
    """Return whose action this is, by how it is written.

    `s3:GetObject` is of AWS, `get core/pods` of Kubernetes, `Microsoft.Compute/virtualMachines/read` of Azure (and so
    is a Graph permission, `Application.ReadWrite.All`), `storage.objects.get` of Google Cloud.
    """
    if " " in action:
        return "kubernetes"
    if ":" in action and not action.startswith("data:"):
        return "aws"
    return "azure" if "/" in action or action[:1].isupper() or action.startswith("data:") else "gcp"


class Everyone:
    """Answers for all providers; implements `Asking`."""

    def __init__(self, graph: Graph, parts: Mapping[str, Asking]) -> None:
        self.parts = parts
        self._graph = graph
        self._start: dict[str, int] = {}
        self._actors: list[str] = []
        for provider, part in parts.items():
            self._start[provider] = len(self._actors)
            self._actors += part.actors()

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act, provider by provider."""
        return tuple(self._actors)

    def can(self, question: Question) -> Decision:
        """Answer one question."""
        part = self.parts.get(provider_of(question.action))
        return NOBODY if part is None else part.can(question)

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and targets; those of other providers are certain to be refused."""
        provider = provider_of(action)
        part = self.parts.get(provider)
        count = len(self._actors) if actors is None else len(actors)
        if part is None:
            return Grid(np.zeros(count, np.int32), np.zeros(len(targets), np.int32), np.full((1, 1), -1, np.int8))
        grid = part.grid(action, targets, given, actors)
        if actors is not None or len(grid.rows) == count:
            return grid
        rows = np.full(count, len(grid.truths), np.int32)
        rows[self._start[provider] : self._start[provider] + len(grid.rows)] = grid.rows
        refused = np.full((1, grid.truths.shape[1]), -1, np.int8)
        return Grid(rows, grid.columns, np.concatenate((grid.truths, refused)))

    def asked(self, action: str, resource: str) -> tuple[str, ...]:
        """Return whom a question about an action is for: the actors of its provider, and who is let in from outside."""
        part = self.parts.get(provider_of(action))
        return () if part is None else (*part.actors(), *part.outsiders(action, resource))

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside who may be let in: everyone, services and other accounts that a policy names."""
        part = self.parts.get(provider_of(action))
        return () if part is None else part.outsiders(action, resource)

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits answers about an action as a whole: guardrails not seen, an action nobody knows."""
        part = self.parts.get(provider_of(action))
        return ("No provider has assets here that know this action.",) if part is None else part.notes(action)

    def name(self, id: str) -> str:
        """Return the provider's own name of an asset."""
        part = self._part(id)
        return id if part is None else part.name(id)

    def home(self, id: str) -> str:
        """Return the account, subscription, project or cluster an asset lives in."""
        part = self._part(id)
        return "" if part is None else part.home(id)

    def fill(self, pattern: str, id: str) -> str:
        """Put the home of an asset into a pattern."""
        part = self._part(id)
        return pattern if part is None else part.fill(pattern, id)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart."""
        part = self.parts.get(provider_of(action))
        return (pattern,) if part is None else part.candidates(action, pattern)

    def part_of(self, actor: str) -> Asking | None:
        """Return the provider of an actor, be it an asset or somebody whom policies name."""
        for part in (self._part(actor), *self.parts.values()):
            if part is not None and actor in part.actors():
                return part
        names = ("aws",) if actor.startswith(AWS_NAMES) else ("kubernetes", "gcp", "azure", "aws")
        return self._part(actor) or next((self.parts[name] for name in names if name in self.parts), None)

    def limits(self, actor: str) -> tuple[str, ...]:
        """Return what limits every answer about an actor: guardrails that were not seen."""
        part = self.part_of(actor)
        for provider, each in self.parts.items():
            if each is part:
                return each.notes(ANY_ACTION[provider])
        return ()

    def _part(self, id: str) -> Asking | None:
        asset = self._graph.get(id)
        return None if asset is None else self.parts.get(asset.kind.partition(".")[0])
