"""What is raised where a text is no version of its ecosystem."""

from __future__ import annotations


class Malformed(ValueError):
    """A text is no version by the rules of its ecosystem; the message says why."""
