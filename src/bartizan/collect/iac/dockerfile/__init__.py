"""Dockerfiles and Containerfiles: the file, and each of its stages as far as it is known before a build.

Resource `dockerfile`, address the file: `stages: [{index, name, address, image}]`, `args` (before the first FROM, as
below), `syntax`, `escape`, `check`.

Resource `dockerfile/stage`, address `FILE#NAME` or, without a name of its own, `FILE#INDEX`:

- `dockerfile`, `index`, `name`, `final`, `shipped` (its layers are in the final image);
- `base`: `image`, `repository`, `tag`, `digest`, `stage` (address of an earlier one, or null), `scratch`, `platform`;
- in effect, whether set here or in a stage it is built from, unknown where the base image decides: `user`, `group`,
  `workdir`, `shell`, `entrypoint` and `cmd` (`{form, text, json}` or null);
- `healthcheck`: true, "none", or false where the file sets none; `health`: its `{form, text, json, interval ...}`;
- `instructions`: `{op, form: shell|exec|heredoc, text, flags, json}`, of ENV and ARG the names only;
- `runs`: texts; `commands`: those of all RUNs (see `collect.shell.Command`), with `run` and `instruction`, their
  indices; an unknown member stands for those of a shell other than a POSIX one;
- `copies`: `{op, sources, destination, from, from_stage, chown, chmod, checksum, link, heredoc, remote}`;
- `exposes`: `{port, end_port, protocol}`; `env`: `{name, literal, secret_name, like, value}`, the value null for a
  secret; `args`: the same and `has_default`; `labels`; `volumes`; `workdirs`; `onbuild`; `stop_signal`; `maintainer`.

A build argument is taken to have its default; one without, and those that the builder sets, are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_NAMED = re.compile(r"(docker|container)file$|.*\.(docker|container)file$", re.IGNORECASE)
_SUFFIXED = re.compile(r"(docker|container)file[._-].+$|.+[_-](docker|container)file$", re.IGNORECASE)
_BEGINNING = re.compile(rb"(\xef\xbb\xbf)?([ \t]*(#[^\n]*)?\r?\n)*[ \t]*(FROM|ARG)[ \t]", re.IGNORECASE)
"""How a file begins that is no plain `Dockerfile` by name."""
_TEMPLATED = re.compile(r"([ \t]*(#[^\n]*)?\r?\n)*[ \t]*\{[{%]")
_TEMPLATES = frozenset(
    {"template", "tmpl", "tpl", "j2", "jinja", "jinja2", "in", "erb", "m4", "mustache", "hbs", "ejs"}
)


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        name = file.rpartition("/")[2]
        if name.lower().endswith(".dockerignore"):
            continue
        if _NAMED.match(name) or (_SUFFIXED.match(name) and (_is_template(name) or _BEGINNING.match(tree.head(file)))):
            yield Unit("dockerfile", file, (file,))


def _is_template(file: str) -> bool:
    return file.rpartition(".")[2].lower() in _TEMPLATES


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.iac.dockerfile.build import Build  # loaded where it is needed
    from bartizan.collect.iac.dockerfile.line import read_lines

    file = unit.root
    try:
        text = tree.text(file)
    except Unreadable as error:
        return Reading(gaps=[Gap(file, str(error))])
    if not text.strip():
        return Reading(gaps=[Gap(file, "The file is empty; a Dockerfile begins with FROM.")])
    if _is_template(file) or _TEMPLATED.match(text):
        return Reading(gaps=[Gap(file, "The file is a template that makes Dockerfiles; scan what it makes instead.")])
    build = Build(file, read_lines(text))
    return Reading(resources=build.read(), gaps=build.gaps)


FORMAT = Format(id="dockerfile", title="Dockerfile", units=_units, read=_read)
