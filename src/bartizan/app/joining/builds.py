"""Builds: which directory is built into which image, as pipelines, scripts, Compose and build files tell.

Sources of fact: the references of `docker build`, `docker buildx bake`, `az acr build`, `gcloud builds submit`, kaniko,
Skaffold, Cloud Build, the action docker/build-push-action, the task Docker@2 of Azure Pipelines, and Compose's `build`.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bartizan.app.joining.shell import Call, calls
from bartizan.app.joining.texts import commands, filled, loaded, matrix, scalars
from bartizan.collect.tree import Tree, Unreadable

SCRIPTS = re.compile(
    r"(^|/)(\.github/workflows/[^/]+\.ya?ml|\.gitlab-ci[^/]*\.ya?ml|azure-pipelines[^/]*\.ya?ml|Jenkinsfile[^/]*"
    r"|bitbucket-pipelines\.yml|\.circleci/config\.yml|buildspec[^/]*\.ya?ml|cloudbuild[^/]*\.(ya?ml|json)"
    r"|skaffold\.ya?ml|docker-bake(\.override)?\.(hcl|json)|(docker-)?compose[^/]*\.ya?ml|Makefile|[^/]+\.(sh|mk|bash))$"
)
"""Files in which builds are told."""
LARGEST = 512 * 1024
_TARGET = re.compile(r'target\s+"([^"]+)"\s*\{(.*?)\n\}', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Build:
    """A directory that is built into an image."""

    directory: str
    """Relative to the target, empty for its root."""
    dockerfile: str
    """Path relative to the target."""
    names: tuple[str, ...]
    """Names that the image is given, without tags; a part that is not known is a `*`."""
    file: str
    """Where it is told."""
    service: str = ""
    """The Compose service it is built for."""


def builds(tree: Tree) -> list[Build]:
    """Return the builds that the files of a tree tell of, each once; what cannot be read tells of none."""
    found: dict[Build, None] = {}
    for file in tree.files:
        if SCRIPTS.search(file):
            found.update(dict.fromkeys(_told(tree, file)))
    return list(found)


def _told(tree: Tree, file: str) -> Iterator[Build]:
    try:
        text = tree.text(file)
    except (Unreadable, OSError):
        return
    if len(text) > LARGEST or not re.search(r"docker|build|image|kaniko|podman|target", text):
        return
    if file.endswith(".hcl"):
        yield from _bake_hcl(text, file)
        return
    content = loaded(text) if file.endswith((".yml", ".yaml", ".json")) else None
    if isinstance(content, Mapping):
        yield from _structured(content, file)
        text = "\n".join(commands(content))
    for call in calls(text, scalars(content), matrix(content)):
        build = _of_call(call, file)
        if build is not None:
            yield build


def _structured(content: Mapping[str, Any], file: str) -> Iterator[Build]:
    """Yield what a build file tells that is no command."""
    name = posixpath.basename(file)
    if "compose" in name:
        yield from _compose(content, file)
    elif name.startswith("skaffold"):
        yield from _skaffold(content, file)
    elif name.startswith("docker-bake"):
        yield from _bake(content.get("target"), file)
    else:
        values = scalars(content)
        for build in _actions(content, file):
            yield from _expanded(build, values, {})


def _compose(content: Mapping[str, Any], file: str) -> Iterator[Build]:
    services = content.get("services")
    for name, service in services.items() if isinstance(services, Mapping) else ():
        build = service.get("build") if isinstance(service, Mapping) else None
        if isinstance(build, str):
            build = {"context": build}
        if isinstance(build, Mapping):
            named = (_bare(str(service["image"])),) if isinstance(service.get("image"), str) else ()
            context, dockerfile = build.get("context", "."), build.get("dockerfile")
            yield _build(file, str(context), str(dockerfile or ""), named, beside=True, service=str(name))


def _skaffold(content: Mapping[str, Any], file: str) -> Iterator[Build]:
    build = content.get("build")
    artifacts = build.get("artifacts") if isinstance(build, Mapping) else None
    for each in artifacts if isinstance(artifacts, list) else ():
        if isinstance(each, Mapping) and isinstance(each.get("image"), str):
            docker = each.get("docker") or each.get("kaniko") or {}
            dockerfile = docker.get("dockerfile", "") if isinstance(docker, Mapping) else ""
            yield _build(file, str(each.get("context", ".")), str(dockerfile), (_bare(each["image"]),), beside=True)


def _bake(targets: object, file: str) -> Iterator[Build]:
    for each in targets.values() if isinstance(targets, Mapping) else ():
        if isinstance(each, Mapping):
            tags = each.get("tags")
            names = tuple(_bare(str(tag)) for tag in tags) if isinstance(tags, list) else ()
            yield _build(file, str(each.get("context", ".")), str(each.get("dockerfile", "")), names, beside=True)


def _bake_hcl(text: str, file: str) -> Iterator[Build]:
    """Read the targets of a bake file; values that are not plain texts are left out."""
    targets: dict[str, dict[str, Any]] = {}
    for name, body in _TARGET.findall(text):
        said = dict(re.findall(r'^\s*(context|dockerfile)\s*=\s*"([^"]*)"', body, re.MULTILINE))
        tags = re.search(r"tags\s*=\s*\[(.*?)\]", body, re.DOTALL)
        named = [re.sub(r"\$\{[^}]*\}", "*", tag) for tag in re.findall(r'"([^"]*)"', tags[1] if tags else "")]
        targets[name] = {**said, "tags": named}
    yield from _bake(targets, file)


def _actions(content: object, file: str) -> Iterator[Build]:
    """Yield the builds of actions and tasks, anywhere in a pipeline."""
    if isinstance(content, list):
        for each in content:
            yield from _actions(each, file)
    if not isinstance(content, Mapping):
        return
    choices = matrix(content)
    uses, given = content.get("uses"), content.get("with")
    if isinstance(uses, str) and uses.startswith("docker/build-push-action@") and isinstance(given, Mapping):
        yield from _pushed(given, file)
    task, inputs = content.get("task"), content.get("inputs")
    if isinstance(task, str) and task.startswith("Docker@") and isinstance(inputs, Mapping):
        yield _of_task(inputs, file)
    for each in content.values():
        for build in _actions(each, file):
            yield from _expanded(build, None, choices)


def _expanded(build: Build, values: Mapping[str, str] | None, choices: Mapping[str, list[str]]) -> Iterator[Build]:
    """Yield a build once for each choice of the matrix that it names; with values, all else is filled in as well."""
    said = json.dumps([build.directory, build.dockerfile, *build.names])
    asked = [key for key in choices if re.search(rf"matrix\.{re.escape(key)}\b", said)]
    for choice in choices[asked[0]] if asked else [""]:
        chosen = re.sub(rf"\$\{{\{{\s*matrix\.{re.escape(asked[0])}\s*\}}\}}", choice, said) if asked else said
        directory, dockerfile, *names = json.loads(chosen)
        if values is not None:
            directory, dockerfile, *names = (filled(each, values) for each in (directory, dockerfile, *names))
        yield Build(directory, dockerfile, tuple(names), build.file, build.service)


def _pushed(given: Mapping[str, Any], file: str) -> Iterator[Build]:
    tags = str(given.get("tags", ""))
    names = tuple(dict.fromkeys(_bare(tag) for tag in re.split(r"[\n,]", tags) if tag.strip()))
    named = re.findall(r"name=([^,\s]+)", str(given.get("outputs", "")))
    yield _build(file, str(given.get("context", ".")), str(given.get("file", "")), names or tuple(map(_bare, named)))


def _of_task(inputs: Mapping[str, Any], file: str) -> Build:
    dockerfile = re.sub(
        r"\$\((Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)/?", "", _text(inputs, "Dockerfile")
    )
    context = re.sub(
        r"\$\((Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)/?", "", _text(inputs, "buildContext")
    )
    dockerfile = dockerfile.replace("**/", "")
    context = context if context and context != "**" else posixpath.dirname(dockerfile)
    return _build(file, context or ".", dockerfile, (_bare(_text(inputs, "repository")),))


def _text(inputs: Mapping[str, Any], name: str) -> str:
    return str(inputs.get(name, "") or "")


def _of_call(call: Call, file: str) -> Build | None:
    """Return the build that a command is, if it is one."""
    context = call.positional[-1] if call.positional else "."
    names = tuple(_bare(name) for name in call.named if name)
    if "://" in context or context.startswith(("-", "git@")):
        return None
    return _build(file, posixpath.join(call.directory, context), call.dockerfile, names)


def _build(
    file: str, context: str, dockerfile: str, names: tuple[str, ...], *, beside: bool = False, service: str = ""
) -> Build:
    """Return a build; paths are relative to the file it is told in where `beside`, else to the root."""
    start = posixpath.dirname(file) if beside else ""
    context = re.sub(r"^\$\{\{\s*github\.workspace\s*\}\}/?", "", context)
    directory = _path(start, context)
    within = directory if beside else ""
    made = _path(within, dockerfile) if dockerfile else _path(directory, "Dockerfile")
    return Build(directory, made, names, file, service)


def _path(start: str, path: str) -> str:
    joined = posixpath.normpath(posixpath.join(start, path))
    return "" if joined == "." else joined.removeprefix("./").lstrip("/")


def _bare(name: str) -> str:
    """Return the name of an image without tag and digest."""
    name = name.strip().strip("\"'").partition("@")[0]
    head, slash, last = name.rpartition("/")
    return f"{head}{slash}{last.partition(':')[0]}"
