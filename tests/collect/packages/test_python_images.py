"""In an image only wanted files can be read: what each format needs is what it wants."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest

from bartizan.collect.format import Entry
from bartizan.collect.formats import formats
from bartizan.collect.tree import HEAD, IMAGE, Tree
from tests.collect.packages import javascript_samples, python_samples
from tests.collect.packages.planted import Programs, planted

SAMPLES = [
    *python_samples.SAMPLES,
    *javascript_samples.SAMPLES,
    ("installed-python", python_samples.INSTALLED),
    ("installed-javascript", javascript_samples.INSTALLED),
    ("installed-conda", {"opt/conda/conda-meta/numpy-1.json": python_samples.CONDA_META}),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files of an image that a format wants."""

    format: str
    all: Programs

    def open(self, file: str) -> BinaryIO:
        content = self.all.contents[file]
        if not formats()[self.format].wants(Entry(file, len(content), 0o644, content[:HEAD])):
            raise OSError(f"{file} is not kept")
        return self.all.open(file)

    def size(self, file: str) -> int:
        return self.all.size(file)

    def mode(self, file: str) -> int:
        return self.all.mode(file)


@pytest.mark.parametrize(("format", "files"), SAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_read_of_an_image_is_what_is_read_of_files(format: str, files: dict[str, str]) -> None:
    form = formats()[format]
    inside = {file if form.id.startswith("installed") else f"srv/{file}": text for file, text in files.items()}
    whole = planted(inside, IMAGE)
    assert isinstance(whole.storage, Programs)
    streamed = Tree(Path("/nowhere"), whole.files, of=IMAGE, storage=Wanted(format, whole.storage))

    expected = [form.read(unit, whole) for unit in form.units(whole)]
    found = [form.read(unit, streamed) for unit in form.units(streamed)]

    assert found == expected
    assert any(reading.resources for reading in found)
