"""The documents of the policies that AWS manages: code names only their ARN.

`data/managed.json.xz` is written by `tools/aws_policies.py`: an object with `source`, `date` and `policies`, which has
by name the path (null where it is not known) and the document as JSON text. It is read when first asked for.

The documents are those of one day. AWS changes its policies without notice, and adds some: a policy that is not here
is one that could not be seen, not one that grants nothing.
"""

from __future__ import annotations

import json
import lzma
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

_ARN = re.compile(r"arn:[^:]+:iam::aws:policy(/(?:[^/]+/)*)([^/]+)")


def is_managed(arn: str) -> bool:
    """Tell whether an ARN is of a policy that AWS manages, in any partition."""
    return _ARN.fullmatch(arn) is not None


def document(arn: str) -> str | None:
    """Return a policy's document as JSON text; None for one that is not in the data, or not managed by AWS."""
    parts = _ARN.fullmatch(arn)
    path, text = _policies()["policies"].get(parts[2], (None, None)) if parts else (None, None)
    return None if parts is None or path not in (None, parts[1]) else text


def arns() -> tuple[str, ...]:
    """Return the ARNs of all policies of which the path is known, in the partition `aws`."""
    found = _policies()["policies"].items()
    return tuple(f"arn:aws:iam::aws:policy{path}{name}" for name, (path, _) in found if path is not None)


def edition() -> tuple[str, str]:
    """Return what the data was made of, and the date of the newest policy in it."""
    content = _policies()
    return content["source"], content["date"]


@lru_cache(maxsize=1)
def _policies() -> dict[str, Any]:
    packed = (files("bartizan.identity.aws") / "data" / "managed.json.xz").read_bytes()
    content: dict[str, Any] = json.loads(lzma.decompress(packed))
    return content
