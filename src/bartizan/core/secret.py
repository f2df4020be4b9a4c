"""Credentials: what a secret of one kind looks like, told as data with the examples that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.core.claim import Severity

SPLIT = "·"
"""Stands within examples and is taken out before they are tried, so that no scanner takes one for a real secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A kind of secret that a service hands out, and how it is recognised in text.

    A text is a secret of this kind when one of `keywords` stands near, `expression` is found there, the secret has
    at least `entropy`, and `check` holds.
    """

    id: str
    """Of the rule that finds it: `secret-github-personal-token`."""
    title: str
    """Names it, in the singular: "GitHub personal access token"."""
    service: str
    """Who hands it out."""
    severity: Severity
    keywords: tuple[str, ...]
    """Lower case; one of them is in the text itself or, for a secret without a mark of its own, close before it.
    Empty only where nothing is certain to be there: such an expression is tried on every line."""
    expression: str
    """RE2 syntax. The secret is the group named `secret`, else the first group, else all of it."""
    entropy: float = 0.0
    """Least Shannon entropy of the secret, in bits a character."""
    check: str = ""
    """Name of a structural check that the secret must pass: a checksum, or how it is made up."""
    grants: str
    """What whoever holds it can do: a sentence."""
    revoke: str
    """What to do about one that got out: a sentence."""
    also: tuple[str, ...] = ()
    """Ids of the same kind in other tools, honoured in their ignore comments."""
    source: str
    """Where its form is documented, or that it was derived from examples."""
    finds: Sequence[str]
    """Texts that hold one, `·` within it."""
    ignores: Sequence[str]
    """Texts that look alike and hold none."""
