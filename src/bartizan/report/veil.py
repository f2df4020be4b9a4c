"""Veils: hides what looks like a secret in a source line before a report shows the line.

Reports are attached to pull requests and kept as build artefacts: a rule that finds a password in
source must not spread it further. Hiding too much costs a reader a glance at the file; hiding too
little costs a secret.
"""

from __future__ import annotations

import re

VEIL = "••••••"

_SECRET = re.compile(
    r"passw|passphrase|pwd|secret|token|credential|connection_?string|(?:api|private|access|account|auth|master)_?key",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(r"""(?P<head>(?P<name>[\w.$-]+)["']?\s*(?::=|=>|[:=])\s*)(?P<value>"[^"]*"|'[^']*'|[^\s"'].*)""")
_PUBLIC = re.compile(r"secretsmanager|secretmanager|(?:[\w-]+\.)+(?:com|io|net|dev|org)", re.IGNORECASE)
"""Names before a colon that only sound like secrets: services in their actions, issuers of tokens in conditions."""
_DOCKER = re.compile(r"(?P<head>^\s*(?:ENV|ARG)\s+(?P<name>\w+)\s+)(?P<value>\S.*)", re.IGNORECASE)
_NAMED = re.compile(r"""name["']?\s*[:=]\s*["']?(?P<name>[\w.-]+)""", re.IGNORECASE)
_VALUE = re.compile(r"""(?P<head>\bvalue["']?\s*[:=]\s*)(?P<value>\S.*)""", re.IGNORECASE)
_HARMLESS = re.compile(
    r"""["']?(?:true|false|null|none|yes|no|optional|required|~|\d+|[\[{(|>&*!].*|\$[\w({].*|"\$\{[^"]*\}")?["']?,?\s*(?:\#.*)?$"""
    r"""|(?:var|local|data|module|each|self|[a-z]+(?:_[a-z0-9]+)+)\.[\w.\[\]"*-]+\s*(?:\#.*)?$""",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}"
    r"|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
    r"|\bsk-[\w-]{20,}|(?<=PRIVATE KEY-----).+|\b[A-Za-z0-9+/]{80,}={0,2}"
)


def veil(line: str, before: str = "") -> str:
    """Return a source line with what looks like a secret hidden; `before` is the line before it."""
    if _SECRET.search(line):
        line = _DOCKER.sub(_hidden, _ASSIGNED.sub(_hidden, line))
    elif (named := _NAMED.search(before)) and _SECRET.search(named["name"]):
        line = _VALUE.sub(_veiled, line)
    return veil_keys(line)


def veil_keys(line: str) -> str:
    """Return a line with what is written like a key of a known kind hidden, whatever it is called."""
    return _KNOWN.sub(VEIL, line)


def _hidden(match: re.Match[str]) -> str:
    if _PUBLIC.fullmatch(match["name"]) and match["head"].endswith(":"):
        return f"{match['head']}{_ASSIGNED.sub(_hidden, match['value'])}"
    return _veiled(match) if _SECRET.search(match["name"]) else match[0]


def _veiled(match: re.Match[str]) -> str:
    value = match["value"]
    if _HARMLESS.match(value):
        return match[0]
    quote = value[0] if value[0] in "\"'" else ""
    return f"{match['head']}{quote}{VEIL}{quote}"
