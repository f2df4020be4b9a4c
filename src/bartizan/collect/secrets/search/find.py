"""What the search finds. The secret itself is in it: a find never leaves the reading of its file."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

from bartizan.core.secret import Credential

GENERIC = frozenset({"", "any", "generic"})
"""Services of credentials that anybody hands out: what is known of them is their name alone."""
_SHOWN = 16
"""Characters that must stay hidden before anything is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A secret in a text."""

    credential: Credential
    secret: bytes = field(repr=False)
    start: int
    """Where the secret begins in the text, in bytes, as `end`."""
    end: int
    whole_end: int
    """Where that ends by which it was recognised."""


def generic(find: Find) -> bool:
    """Tell whether nothing but a name says that it is a secret."""
    return find.credential.service.lower() in GENERIC


def rank(find: Find) -> tuple[bool, bool, bool, int, str]:
    """Return how specific a find is, the most specific first in order."""
    credential = find.credential
    return (
        generic(find),
        not _begins(credential, find.secret),
        not credential.check,
        find.start - find.end,
        credential.id,
    )


def _begins(credential: Credential, secret: bytes) -> str:
    """Return the longest keyword that the secret begins with, as it stands there."""
    start = secret[:64].decode("latin-1")
    fitting = [word for word in credential.keywords if start.lower().startswith(word)]
    return start[: len(max(fitting, key=len))] if fitting else ""


def redacted(find: Find) -> str:
    """Return as much of a secret as tells which one it is: a public beginning and, of a long one, the last characters.

    Of a secret that a person thought of, nothing is shown.
    """
    if generic(find):
        return "*" * 8
    text = find.secret.decode("utf-8", "replace")
    begin = _begins(find.credential, find.secret)
    hidden = len(text) - len(begin)
    begin = begin if hidden >= _SHOWN else ""
    last = 4 if hidden >= 2 * _SHOWN else 2 if hidden >= _SHOWN + 4 else 0
    end = text.rstrip("=")[-last:] if last and "\n" not in text else ""
    end = end if end.isalnum() else ""
    return f"{begin}{'*' * 8}{end}"


def mark(find: Find, key: bytes) -> str:
    """Return the keyed hash of a secret: 16 hexadecimal digits."""
    said = find.credential.id.encode() + b"\0" + find.secret
    return hmac.new(key, said, hashlib.sha256).hexdigest()[:16]


def without_overlap(finds: list[Find]) -> list[Find]:
    """Return finds in order of place, of those that overlap the most specific."""
    kept: list[Find] = []
    for find in sorted(finds, key=rank):
        if all(find.end <= other.start or other.end <= find.start for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: (find.start, find.end))
