"""Why an image cannot be had.

ImageError           what happened, where, and what to do next
├── NotThere         there is no such image, or no such file
├── Denied           the registry wants a login, or another one
└── Unreachable      the registry cannot be reached, or stops answering
"""

from __future__ import annotations


class ImageError(Exception):
    """An image cannot be had: its text is a sentence, with the next step."""


class NotThere(ImageError):
    """There is no such image."""


class Denied(ImageError):
    """The registry does not let whoever asks have it."""


class Unreachable(ImageError):
    """The registry does not answer."""
