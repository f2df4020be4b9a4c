"""Errors that whoever runs Bartizan can mend; each says what happened, where, and what to do next.

UserError
├── TargetError      what to scan is not there, or cannot be read
├── ConfigError      a setting cannot be understood
├── BaselineError    a baseline cannot be used
├── ContentError     a declaration contradicts another, or is not there
├── DataError        the advisory data cannot be used, had or changed
└── NothingToExplain no rule or finding has this name
"""

from __future__ import annotations


class UserError(Exception):
    """Something that whoever runs Bartizan can mend."""


class TargetError(UserError):
    """What to scan is not there, or cannot be read."""


class ConfigError(UserError):
    """A setting cannot be understood: which, where, and what is expected."""


class BaselineError(UserError):
    """A baseline cannot be used."""


class ContentError(UserError):
    """A declaration contradicts another one, or one that is named does not exist."""


class DataError(UserError):
    """The advisory data cannot be used, had or changed."""


class NothingToExplain(UserError):
    """There is no such rule or finding; the text names what comes close."""
