"""Randomness: whether a text looks drawn by a machine, not chosen by a person or written by a programmer."""

from __future__ import annotations

import re
from math import log2

from bartizan.collect.secrets.checks.placeholders import placeholder, run

_UUID = re.compile(r"([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})")
_WORD = re.compile(r"[A-Z]?[a-z]{3,}|[A-Z]{4,}")
_PAIRS = frozenset(
    re.findall(
        "[a-z]+",
        """
        ab ac ad ag ai al am an ap ar as at au av aw ay ba be bl bo br bu by ca ce ch ci ck cl co cr ct cu da
        de di do ds du ea ec ed ee ef eg ei el em en ep er es et ev ex ey fa fe ff fi fl fo fr ga ge gh gi gl
        go gr gu ha he hi ho ht ia ic id ie if ig il im in io ip ir is it iv iz ke ki ks la ld le li ll lo ly
        ma mb me mi mo mp na nc nd ne ng ni nn no ns nt ob oc od of og ok ol om on oo op or os ot ou ov ow pa
        pe ph pl po pr pt pu qu ra rd re ri rk rm rn ro rs rt ru ry sa sc se sh si so sp ss st su ta te th ti
        to tr ts tt tu ty ub uc ue ug ul um un up ur us ut va ve vi wa we wi wn wo xt ys
        """,
    )
)
"""Letters that often follow each other in English: five in six pairs of a word are here, one in four of chance."""
_HASHED = re.compile(
    r"(?i)\b(?:sha-?(?:1|2|256|384|512)|md5|checksum|digest|integrity|commit|revision|etag|fingerprint)\b"
)


def entropy(text: str) -> float:
    """Return the Shannon entropy of a text, in bits a character."""
    size = len(text)
    return -sum(n / size * log2(n / size) for n in map(text.count, set(text))) if size else 0.0


def random(secret: str, text: str) -> bool:
    """Return whether a secret with a mark of its own is none of the many that documents print."""
    return not placeholder(secret)


def mixed(secret: str, text: str) -> bool:
    """Return whether a secret known by the name before it is random: of letters and digits, and not words."""
    if placeholder(secret) or not (any(map(str.isdigit, secret)) and any(map(str.isalpha, secret))):
        return False
    return not wordy(secret)


def unlikely(secret: str, text: str) -> bool:
    """Return whether a secret known by the name before it is random, and the text does not call it a hash."""
    return mixed(secret, text) and not _HASHED.search(text)


def test_key(secret: str, text: str) -> bool:
    """Return whether a key that says it is for tests, as `sk_test_...` does, is random behind that."""
    return mixed(secret.rpartition("_")[2], text)


def uuid(secret: str, text: str) -> bool:
    """Return whether a secret is a UUID that was drawn: not nil, not counted up, not an example."""
    found = _UUID.search(secret)
    if found is None:
        return False
    digits = "".join(found.groups())
    return not run(digits) and len(set(digits)) >= 8 and "example" not in text.lower()


def wordy(text: str) -> bool:
    """Return whether most letters of a text are in words that can be spoken: `getAccessToken`, `my-service-name`."""
    words = [word for word in _WORD.findall(text) if _spoken(word.lower())]
    return sum(map(len, words)) * 2 > len(text)


def _spoken(word: str) -> bool:
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    return sum(pair in _PAIRS for pair in pairs) >= 0.7 * len(pairs)
