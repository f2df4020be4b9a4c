"""Strangers: the Internet as somebody who acts, beside all actors of a target.

It is everybody who has no right of his own: whoever asks without credentials, and whoever has some of his own from the
same provider, which anybody can have who signs up for an account. It may do what one of these may.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bartizan.app.identity.everyone import Everyone, provider_of
from bartizan.core.access import Decision, Question
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid, Truths
from bartizan.identity.hole import hole
from bartizan.paths.asking import Asking, Given

ANY_ACCOUNT = "account:of:another"
"""Somebody in another account of AWS. With a colon in it this is the id of none, not even of one that is not known."""
ELSEWHERE: Given = {
    "aws:principalorgid": "o:another",
    "aws:principalorgpaths": "o:another/r:another/",
    "aws:principalarn": f"arn:aws:iam::000000000000:role/{hole('a name that a stranger chooses')}",
}
"""What is so of that somebody: an organisation that no policy names, and a role of any name."""
GUISES: dict[str, tuple[tuple[str, Given], ...]] = {
    "aws": (("anonymous", {}), (ANY_ACCOUNT, ELSEWHERE)),
    "gcp": (("anonymous", {}), ("allAuthenticatedUsers", {})),
    "kubernetes": (("anonymous", {}),),
}
"""As whom the Internet asks each provider, and what these requests say. Azure gives no role to anybody outside."""
NOBODY = Decision(truth=Truth.NO, why="Nobody without an identity of the directory has a role.")


class Strangers:
    """Answers for everyone, and for the Internet too; implements `Asking`."""

    def __init__(self, inside: Everyone) -> None:
        self.inside = inside

    @property
    def parts(self) -> dict[str, Asking]:
        """The providers, by name."""
        return dict(self.inside.parts)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act, the Internet last."""
        return (*self.inside.actors(), INTERNET)

    def can(self, question: Question) -> Decision:
        """Answer one question; of those that the Internet may be, the one that may do most answers for it."""
        if question.actor != INTERNET:
            return self.inside.can(question)
        asked = (
            Question(actor=guise, action=question.action, target=question.target, given={**question.given, **more})
            for guise, more in self._guises(question.action)
        )
        return max((self.inside.can(each) for each in asked), key=lambda found: found.truth, default=NOBODY)

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and many targets."""
        if actors is not None and INTERNET not in actors:
            return self.inside.grid(action, targets, given, actors)
        others = [each for each in actors if each != INTERNET] if actors is not None else None
        known = self.inside.grid(action, targets, given, others)
        stranger = self._stranger(action, targets, given)
        both = known.columns.astype(np.int64) * 3 + stranger + 1
        kept, columns = np.unique(both, return_inverse=True)
        truths = np.concatenate((known.truths[:, kept // 3], (kept % 3 - 1).astype(np.int8)[None, :]))
        last = np.int32(len(known.truths))
        rows = np.append(known.rows, last)
        if actors is not None:
            at = iter(known.rows.tolist())
            rows = np.fromiter((last if each == INTERNET else next(at) for each in actors), np.int32, len(actors))
        return Grid(rows.astype(np.int32), columns.reshape(-1).astype(np.int32), truths)

    def _stranger(self, action: str, targets: Sequence[str], given: Given) -> Truths:
        """Return what the Internet may do to each of some targets."""
        most: Truths = np.full(len(targets), Truth.NO, np.int8)
        for guise, more in self._guises(action):
            grid = self.inside.grid(action, targets, {**given, **more}, (guise,))
            most = np.maximum(most, grid.truths[grid.rows[0]][grid.columns])
        return most

    def _guises(self, action: str) -> tuple[tuple[str, Given], ...]:
        provider = provider_of(action)
        return GUISES.get(provider, ()) if provider in self.inside.parts else ()

    def asked(self, action: str, resource: str) -> tuple[str, ...]:
        """Return whom a question about an action is for."""
        return self.inside.asked(action, resource)

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside who may be let in."""
        return self.inside.outsiders(action, resource)

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits answers about an action as a whole."""
        return self.inside.notes(action)

    def name(self, id: str) -> str:
        """Return the provider's own name of an asset."""
        return self.inside.name(id)

    def home(self, id: str) -> str:
        """Return the account, subscription, project or cluster an asset lives in."""
        return self.inside.home(id)

    def fill(self, pattern: str, id: str) -> str:
        """Put the home of an asset into a pattern."""
        return self.inside.fill(pattern, id)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart."""
        return self.inside.candidates(action, pattern)

    def part_of(self, actor: str) -> Asking | None:
        """Return the provider of an actor."""
        return self.inside.part_of(actor)

    def limits(self, actor: str) -> tuple[str, ...]:
        """Return what limits every answer about an actor."""
        return self.inside.limits(actor)
