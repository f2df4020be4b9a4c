"""Checksums, which look like secrets and are none: told by what stands before them."""

from __future__ import annotations

import re

from bartizan.collect.secrets.search.find import Find

_FORM = re.compile(rb"[0-9a-fA-F]{32,128}\Z|[A-Za-z0-9+/]{27,88}={0,2}\Z")
_BEFORE = re.compile(
    rb"(?:(?:sha|md)\d{1,3}[-_:= ]{1,2}|h1:|\b(?:integrity|checksum|hash|digest|sha\d{0,3}(?:sum)?|md5(?:sum)?|commit"
    rb"|revision|rev|resolved_reference)[\"']?\s{0,2}(?:=>|[:=])\s{0,2}[\"']?|@sha256:|[a-z0-9]#|\bcommit/|/blob/|/tree/)\Z",
    re.IGNORECASE,
)
_LOOKED_AT = 32


def names_a_hash(text: bytes, find: Find) -> bool:
    """Tell whether what was found is the checksum of something."""
    if not _FORM.match(find.secret):
        return False
    return _BEFORE.search(text[max(0, find.start - _LOOKED_AT) : find.start]) is not None
