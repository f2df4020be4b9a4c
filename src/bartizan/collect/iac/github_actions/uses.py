"""What `uses` names: an action or a workflow of some repository, one of this repository, or an image."""

from __future__ import annotations

import re
from typing import Any

from bartizan.core.truth import Unknown

_COMMIT = re.compile(r"[0-9a-f]{40}$|[0-9a-f]{64}$")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}$")


def uses(text: Any) -> dict[str, Any] | Unknown | None:
    """Return the parts of a `uses`: `{text, action, owner, repo, path, ref, pinned, local, docker}`.

    `pinned` tells whether the reference can never mean something else: a commit, or the digest of an image; null for
    what is of this repository, and so changes only with it. Null where there is no `uses`.
    """
    if text is None:
        return None
    if not isinstance(text, str) or "${{" in text:
        return Unknown("what is used is computed when the workflow runs")
    if text.startswith(("./", "../")) or text == ".":
        return _parts(text, path=text.removeprefix("./").rstrip("/"), local=True, pinned=None)
    if text.startswith("docker://"):
        image, _, digest = text.removeprefix("docker://").partition("@")
        return _parts(text, action=image, ref=digest or None, docker=True, pinned=bool(_DIGEST.match(digest)))
    name, _, ref = text.partition("@")
    owner, _, rest = name.partition("/")
    repo, _, path = rest.partition("/")
    action = name if path else f"{owner}/{repo}" if repo else owner
    return _parts(
        text, action=action, owner=owner, repo=repo or None, path=path, ref=ref or None, pinned=bool(_COMMIT.match(ref))
    )


def _parts(text: str, **given: Any) -> dict[str, Any]:
    parts = dict.fromkeys(("action", "owner", "repo", "path", "ref", "pinned"))
    return {"text": text, **parts, "local": False, "docker": False, **given}
