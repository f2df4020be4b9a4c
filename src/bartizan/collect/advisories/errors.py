"""Errors of the advisory data; each says what happened and what to do next.

AdvisoryError
├── Absent       there is no advisory data where it is looked for
├── Damaged      the data cannot be relied on
├── Unfetched    something could not be fetched from a mirror
└── Busy         another process is changing the data
"""

from __future__ import annotations


class AdvisoryError(Exception):
    """Something about the advisory data that whoever runs Bartizan can mend."""


class Absent(AdvisoryError):
    """There is no advisory data where it is looked for."""


class Damaged(AdvisoryError):
    """The data cannot be relied on: a file is cut short, changed, or none of ours."""


class Unfetched(AdvisoryError):
    """Something could not be fetched from a mirror."""


class Busy(AdvisoryError):
    """Another process is changing the data."""
