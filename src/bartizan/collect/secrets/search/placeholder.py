"""Texts that stand where a secret would: examples of documentation, templates, and letters typed for show."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter

_TEMPLATE = re.compile(
    rb"\$\{|\{\{|<%|%\(|\$\(|#\{|\$\[\[|@\{|^<[^<>]*>$|^\[[^\[\]]*\]$|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$"
)
_SAID = re.compile(
    rb"(?i)example|placeholder|change[-_]?me|redacted|not[-_]?(?:a[-_]?)?(?:real|secret)|dummy|your[-_ ]|[-_ ]here\b"
    rb"|insert[-_ ]|replace[-_ ]|sample[-_ ]|fake[-_ ]|\.\.\.|\xe2\x80\xa6|\*{4}|x{6}|deadbeef"
)
_ROWS = (
    b"abcdefghijklmnopqrstuvwxyz",
    b"0123456789abcdef",
    b"1234567890",
    b"qwertyuiopasdfghjklzxcvbnm",
    b"0987654321",
    b"zyxwvutsrqponmlkjihgfedcba",
)
_RUN = 5
"""Letters in a row that are no chance."""
_RUNS = frozenset(row[place : place + _RUN] for row in _ROWS for place in range(len(row) - _RUN + 1)) | frozenset(
    bytes([sign]) * _RUN for sign in range(256)
)
_LONG = 200
"""Bytes beyond which a text is a key or a document: letters in a row happen there by chance."""

DOCUMENTED = frozenset(
    {
        # Account keys of the storage and Cosmos DB emulators
        "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
        "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
        # Stripe's test keys, also without their prefix
        "2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326",
        "153a182586451358014e3142089118ce38f6c7dc7c79014d3fa40b57f80b4aab",
        "f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397",
        # Tokens that jwt.io shows
        "7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606",
        "c794fa6d20c64efb9adf980ae93af472a1679775862d421ffe55d4a57fad5b3e",
        "da816f9f2c16e6c5390e7636cadc40c43551bf0bbcf8f36c65539e6633a9c5e8",
        "71d66d7c680216d889247450ae8350e2bdf0f0a34f88e8d4f499b1f360dbb547",
        # The key of Google's own web pages, Slack's example of a bot token
        "ac9265e56c79b234607ec72c53753cfea9f88c99eb713790ddf9be5593bb4465",
        "f5375a46365089a84f4f822b70d44e744d64775cc747f030f8488a6274fe28f8",
    }
)
"""SHA-256 of secrets that are printed in documentation, or built into an emulator: everybody knows them."""


def placeholder(secret: bytes) -> bool:
    """Tell whether a text is no secret, though it has the form of one."""
    if hashlib.sha256(secret).hexdigest() in DOCUMENTED:
        return True
    if len(secret) > _LONG:
        return False
    return bool(_TEMPLATE.search(secret) or _SAID.search(secret)) or _typed(secret)


def _typed(secret: bytes) -> bool:
    """Tell whether most of it is one character again and again, or letters as they follow each other."""
    lowered = secret.lower()
    if _RUNS.isdisjoint([lowered[place : place + _RUN] for place in range(len(lowered) - _RUN + 1)]):
        return len(set(lowered)) < 3
    by_hand = 0
    place = 0
    while place < len(lowered):
        long = max(_same(lowered, place), _in_a_row(lowered, place))
        by_hand += long if long >= _RUN else 0
        place += max(1, long if long >= _RUN else 1)
    return len(set(lowered)) < 3 or by_hand * 2 >= len(lowered)


def _same(text: bytes, place: int) -> int:
    rest = text[place:]
    return len(rest) - len(rest.lstrip(rest[:1]))


def _in_a_row(text: bytes, place: int) -> int:
    return max(_along(text, place, row) for row in _ROWS)


def _along(text: bytes, place: int, row: bytes) -> int:
    """Return how many characters from a place on follow each other in a row."""
    at = row.find(text[place : place + 1])
    if at < 0:
        return 0
    long = 0
    while place + long < len(text) and at + long < len(row) and text[place + long] == row[at + long]:
        long += 1
    return long


def entropy(secret: bytes) -> float:
    """Return the Shannon entropy of a text, in bits a character."""
    size = len(secret)
    return -sum(count / size * math.log2(count / size) for count in Counter(secret).values())
