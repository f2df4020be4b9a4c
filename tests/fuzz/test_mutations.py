"""The readers on examples that were damaged: nothing but a reading comes back, and all of it can be kept and told."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.app import catalog
from bartizan.collect.assets import Plans, make
from bartizan.collect.format import Unit
from bartizan.collect.formats import formats
from bartizan.collect.pack import Collected, pack, unpack
from bartizan.collect.resource import Reading
from bartizan.collect.shell.command import split
from bartizan.collect.tree import walk
from bartizan.collect.yaml import YamlError, documents
from tests.content.trial import file_for

INSERTED = [
    "\n", "\t", " ", "\0", '"', "'", "`", "{", "}", "[", "]", "(", ")", "${", "%{", "<<EOF\n", "<<-A\n", "/*", "*/",
    "#", "//", "?", ":", ": ", "- ", "&a ", "*a", "!Ref ", "!Sub ", "<<: *a\n", "---\n", "...\n", "|\n", ">-\n", "=",
    "==",
    "&&", "\\", "\\u", "\\ud800", "é", "\u2028", "\ufeff", "for x in ", "dynamic ", "each.key", "null", "1e999", "-",
    "true", "FROM ", "RUN ", "${{ ", "$[[ ", "{{ ", "0x", "9" * 400, "\x1b[2J",
]  # fmt: skip
BOUNDED = settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


@cache
def examples() -> dict[str, list[tuple[str, str]]]:
    """Return file name and text of what the sources show, by the format that reads it."""
    found: dict[str, list[tuple[str, str]]] = {id: [] for id in formats()}
    for source in catalog.sources():
        for shown in source.shows:
            file = file_for(source, shown)
            found[_format(file)].append((file, shown.text))
    return {id: shown for id, shown in found.items() if shown}


def _format(file: str) -> str:
    names = {
        "main.tf": "terraform", "template.yaml": "cloudformation", "compose.yaml": "compose",
        ".gitlab-ci.yml": "gitlab-ci", "azure-pipelines.yml": "azure-pipelines",
    }  # fmt: skip
    if file.startswith(".github/") or file.endswith("action.yml"):
        return "github-actions"
    return names.get(file) or ("dockerfile" if "ockerfile" in file else "terraform" if ".tf" in file else "kubernetes")


@cache
def plans() -> Plans:
    return Plans(catalog.sources())


def damaged(data: st.DataObject, text: str) -> bytes:
    """Return a text of which stretches are lost, repeated, or broken up."""
    content = text.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 40)))
        middle = data.draw(
            st.sampled_from([b"", content[start:end] * 2])
            | st.sampled_from(INSERTED).map(lambda text: text.encode("utf-8", "surrogatepass"))
            | st.binary(max_size=3)
        )
        content = content[:start] + middle + content[end:]
    return content


def hold(id: str, file: str, content: bytes, folder: Path) -> None:
    """Hold a format's reader to what it promises, whatever stands in a file."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    tree, form = walk(folder), formats()[id]
    for unit in list(form.units(tree)) or [Unit(id, "" if id == "terraform" else file, (file,))]:
        reading = form.read(unit, tree)
        made = make(reading, unit.root, plans())

        assert isinstance(reading, Reading)
        assert all(gap.why.strip() and gap.line >= 0 and gap.column >= 0 for gap in reading.gaps)
        assert json.dumps([[gap.file, gap.why, gap.line, gap.column, gap.about] for gap in reading.gaps])
        collected = Collected(
            assets=made.assets, gaps=reading.gaps, unmodelled=dict(made.unmodelled), also=reading.also
        )
        kept = unpack(pack(collected), catalog.kinds())
        assert (kept.gaps, kept.also) == (reading.gaps, reading.also)
        assert [asset.id for asset in kept.assets] == [asset.id for asset in made.assets]


@pytest.mark.parametrize("id", sorted(examples()))
@BOUNDED
@given(data=st.data())
def test_a_damaged_example_is_read(id: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file, text = data.draw(st.sampled_from(examples()[id]))

    hold(id, file, damaged(data, text), tmp_path_factory.mktemp("damaged"))


@BOUNDED
@given(data=st.data())
def test_a_damaged_stream_is_documents_or_an_error_with_its_place(data: st.DataObject) -> None:
    _, text = data.draw(st.sampled_from(examples()["kubernetes"]))
    content = damaged(data, text).decode("utf-8", "ignore")

    places: list[tuple[int, int]] = []
    try:
        places.extend((document.line, document.end_line) for document in documents(content))
    except YamlError as error:
        places.append((1, min(error.line, error.column)))

    assert all(1 <= first <= last for first, last in places)


@BOUNDED
@given(data=st.data())
def test_a_damaged_script_is_commands(data: st.DataObject) -> None:
    _, text = data.draw(st.sampled_from(examples()["dockerfile"]))
    script = damaged(data, text).decode("utf-8", "ignore")

    commands = split(script)

    assert all(0 <= command.start <= len(script) for command in commands)


FOUND = {
    "words before a missing bracket, tried in exponentially many ways": (
        "terraform", "main.tf",
        'resource "a" "b" {\n  default_node_pool_and_long_source "a    name = "default"\n  }}\n',
    ),
    "a condition nested without end": ("terraform", "main.tf", f"locals {{\n  a = {'true ? 1 : ' * 5000}1\n}}\n"),
    "half a character in a name": (
        "terraform", "main.tf.json", '{"resource": {"aws_s3_bucket": {"\\ud800": {"bucket": "\\udfff"}}}}',
    ),
    "thousands of commands that link to one stage": (
        "dockerfile", "Dockerfile", f"FROM a\nRUN {'if a; then ' * 8000}\n",
    ),
    "lines that end with a carriage return alone": (
        "cloudformation", "template.yaml", "Resources:\n  A: {Type: AWS::S3::Bucket}\n" + "\r" * 40
        + "  B:\n    Type: AWS::S3::Bucket\n",
    ),
}  # fmt: skip
"""What earlier runs, also longer ones by hand, found to fail."""


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_before_is_read(name: str, tmp_path: Path) -> None:
    id, file, text = FOUND[name]

    hold(id, file, text.encode(), tmp_path)


def test_an_empty_command_line_has_no_argument(tmp_path: Path) -> None:
    text = (
        "apiVersion: v1\nkind: Pod\nmetadata: {name: kube-controller-manager, namespace: kube-system}\nspec:\n"
        "  containers:\n    - {name: kube-controller-manager, image: registry.k8s.io/kube-controller-manager:v1.33}\n"
    )

    hold("kubernetes", "manifest.yaml", text.encode(), tmp_path)
