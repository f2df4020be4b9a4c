"""What of an object is not kept: the values of secrets, and values that a template or variable will fill in."""

from __future__ import annotations

import re
from typing import Any

from bartizan.core.truth import Composite, Unknown

SECRET = Unknown("secret value is not kept")
_CREDENTIALS = frozenset({
    "access-token", "certificateKey", "client-key-data", "client-secret", "id-token", "password",
    "refresh-token", "secret", "tlsBootstrapToken", "token",
})  # fmt: skip
_CREDENTIAL_KINDS = frozenset({
    "Config", "ClusterConfiguration", "EncryptionConfig", "EncryptionConfiguration", "InitConfiguration",
    "JoinConfiguration",
})  # fmt: skip
"""Configuration of the cluster's own programs (kubeconfig, kubeadm, encryption at rest) that holds credentials."""
_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
_FREE_TEXT = frozenset({"annotations", "args", "binaryData", "command", "data", "description", "stringData"})
"""Where `${NAME}` and `{{ }}` may be meant literally: for a shell, or for another program's template."""
_WHOLE = re.compile(r"\s*(?:\$\{[^{}]*\}|\{\{[^{}]*\}\}|<%(?:(?!%>).)*%>)\s*", re.DOTALL)
_PART = re.compile(r"\$\{[^{}]*\}|\{\{[^{}]*\}\}|<%.*?%>", re.DOTALL)
_YES = frozenset({"y", "Y", "yes", "Yes", "YES", "on", "On", "ON"})
_NO = frozenset({"n", "N", "no", "No", "NO", "off", "Off", "OFF"})
_WORD = re.compile(r":[ \t]+(?:y|n|yes|no|on|off)[ \t]*(?:[,}#\r]|$)", re.IGNORECASE | re.MULTILINE)
_FLAGS = frozenset({
    "allowPrivilegeEscalation", "allowVolumeExpansion", "automountServiceAccountToken", "enableServiceLinks",
    "hostIPC", "hostNetwork", "hostPID", "hostUsers", "immutable", "optional", "paused", "privileged",
    "publishNotReadyAddresses", "readOnly", "readOnlyRootFilesystem", "runAsNonRoot", "shareProcessNamespace", "stdin",
    "suspend", "tty", "unschedulable",
})  # fmt: skip


def placeholders_in(text: str) -> bool:
    """Tell whether a file's text may hold values that something fills in before deployment."""
    return "${" in text or "{{" in text or "<%" in text


def words_in(text: str) -> bool:
    """Tell whether a file's text may hold `yes`, `no`, `on` or `off` as a value."""
    return _WORD.search(text) is not None


def concealed(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return an object without the secrets it holds: its keys stay, each value is `SECRET`."""
    if kind == "Secret":
        kept = dict(value)
        for name in ("data", "stringData"):
            if name in kept:
                kept[name] = _hidden(kept[name])
        return _without_copy(kept)
    if kind in _CREDENTIAL_KINDS:
        hidden: dict[str, Any] = _without_credentials(value)
        return hidden
    return value


def _hidden(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: text if text in (None, "") else SECRET for key, text in value.items()}
    return value if value is None else SECRET


def _without_copy(value: dict[str, Any]) -> dict[str, Any]:
    """Drop the copy of the object that `kubectl apply` leaves in an annotation."""
    metadata = value.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
    if not isinstance(metadata, dict) or not isinstance(annotations, dict) or _APPLIED not in annotations:
        return value
    return {**value, "metadata": {**metadata, "annotations": {**annotations, _APPLIED: SECRET}}}


def _without_credentials(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: SECRET if key in _CREDENTIALS and isinstance(item, str) and item else _without_credentials(item)
            for key, item in value.items()
        }
    return [_without_credentials(item) for item in value] if isinstance(value, list) else value


def unfilled(value: Any, key: str = "") -> Any:
    """Return a value in which each text that is one placeholder is `Unknown`.

    An image is named in parts, so of it the parts that are written stay known.
    """
    if isinstance(value, dict):
        return {name: item if name in _FREE_TEXT else unfilled(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [unfilled(item, key) for item in value]
    if not isinstance(value, str) or not placeholders_in(value):
        return value
    if _WHOLE.fullmatch(value):
        return Unknown(f"{value.strip()} is filled in before deployment")
    return _composed(value) if key == "image" else value


def _composed(text: str) -> str | Composite:
    parts: list[str | Unknown] = []
    end = 0
    for hole in _PART.finditer(text):
        parts += [text[end : hole.start()]] if hole.start() > end else []
        parts.append(Unknown(f"{hole.group()} is filled in before deployment"))
        end = hole.end()
    if not end:
        return text
    parts += [text[end:]] if end < len(text) else []
    return Composite(f"{text} is filled in before deployment", parts=tuple(parts))


def flags_read(value: Any) -> Any:
    """Return a value in which `yes`, `no`, `on` and `off` of known flags are true and false.

    The API server reads manifests as YAML 1.1, where these words are booleans.
    """
    if isinstance(value, dict):
        return {key: _flag(item) if key in _FLAGS else flags_read(item) for key, item in value.items()}
    return [flags_read(item) for item in value] if isinstance(value, list) else value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        return True if value in _YES else False if value in _NO else value
    return flags_read(value)
