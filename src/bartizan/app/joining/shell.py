"""Commands that build images: found in scripts and in the steps of pipelines, with their variables filled in."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bartizan.app.joining.texts import filled

_BUILDS = re.compile(
    r"\b(docker|podman|nerdctl|img)\s+((buildx|image|builder)\s+)?build\b|\bbuildah\s+(bud|build)\b"
    r"|\baz\s+acr\s+build\b|\bgcloud\s+(beta\s+)?builds\s+submit\b|/kaniko/executor\b"
)
_ASSIGNED = re.compile(r"^\s*(?:-\s+)?(?:export\s+|local\s+|readonly\s+)?([A-Za-z_]\w*)=(\"[^\"]*\"|'[^']*'|[^\s;&|]*)")
_LOOP = re.compile(r"\bfor\s+(\w+)\s+in\s+([^;\n]+?)\s*(?:;|\n)\s*do\b")
_STOPS = frozenset({"&&", "||", ";", "|", ">", "2>&1", "do", "done", "&"})
_NAMED = ("-t", "--tag", "--destination", "--image", "-d")
_FILES = ("-f", "--file", "--dockerfile")
_TAKING = frozenset({
    "--build-arg", "--target", "--platform", "--cache-from", "--cache-to", "--label", "--secret", "--ssh", "--network",
    "--progress", "--output", "-o", "--registry", "-r", "--builder", "--iidfile", "--pull-secret", "--config",
    "--timeout", "--project", "--region", "--substitutions", "--machine-type", "--add-host", "--shm-size",
    "--metadata-file", "--provenance", "--sbom", "--build-context", "--attest", "-m", "--memory",
    "--isolation", "--resource-group", "-g",
})  # fmt: skip
"""Options that take a value of no interest here."""


@dataclass(frozen=True, slots=True)
class Call:
    """A command that builds an image."""

    named: tuple[str, ...]
    dockerfile: str
    positional: tuple[str, ...]
    directory: str = ""
    """Where it is run, relative to the root."""


def calls(text: str, values: Mapping[str, str], choices: Mapping[str, list[str]]) -> Iterator[Call]:
    """Yield the commands of a text that build images; loops over words and choices of a matrix are run through."""
    lines = re.sub(r"\\\r?\n\s*", " ", text).splitlines()
    known, directory = dict(values), ""
    loops = {match[1]: match[2].split() for match in _LOOP.finditer("\n".join(lines))}
    for line in lines:
        if assigned := _ASSIGNED.match(line):
            known[assigned[1]] = filled(assigned[2].strip("\"'"), known)
        if moved := re.match(r"\s*(?:-\s+)?(?:run:\s*)?cd\s+([\w./-]+)\s*(&&|;|$)", line):
            directory = moved[1]
        if _BUILDS.search(line):
            yield from _spread(
                line, known, {**{f"matrix.{key}": all_ for key, all_ in choices.items()}, **loops}, directory
            )


def _spread(line: str, known: Mapping[str, str], choices: Mapping[str, list[str]], directory: str) -> Iterator[Call]:
    asked = [key for key in choices if re.search(rf"\$\{{?\{{?\s*{re.escape(key)}\b", line)]
    for choice in choices[asked[0]] if asked else [""]:
        here = {**known, asked[0]: choice.strip("\"'")} if asked else known
        call = _parsed(filled(line, here), directory)
        if call is not None:
            yield call


def _parsed(line: str, directory: str) -> Call | None:
    start = _BUILDS.search(line)
    words = _words(line[start.end() :]) if start else []
    named: list[str] = []
    positional: list[str] = []
    dockerfile, registry = "", ""
    while words:
        word = words.pop(0)
        option, equals, value = word.partition("=")
        if word in _STOPS:
            break
        if option in _NAMED:
            named.append(value if equals else words.pop(0) if words else "")
        elif option in _FILES:
            dockerfile = value if equals else words.pop(0) if words else ""
        elif option in ("--registry", "-r"):
            registry = value if equals else words.pop(0) if words else ""
        elif option == "--context" and (value or words):
            positional.append((value or words.pop(0)).removeprefix("dir://"))
        elif option in _TAKING and not equals and words:
            words.pop(0)
        elif word == "-" or not word.startswith("-"):
            positional.append(word)
    full = [f"{registry}.azurecr.io/{name}" if registry and "." not in registry else name for name in named]
    return Call(tuple(full), dockerfile, tuple(positional[-1:]), directory)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(re.sub(r"(;|&&|\|\|)", r" \1 ", text), comments=True)
    except ValueError:
        return text.split()
