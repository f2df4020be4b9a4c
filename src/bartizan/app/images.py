"""Container images as targets: opened with the wishes of every format that is read in images."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bartizan.app.errors import TargetError
from bartizan.app.options import Options
from bartizan.collect.formats import formats
from bartizan.collect.image.layer.wants import any_of
from bartizan.collect.image.origin.error import ImageError
from bartizan.collect.image.origin.opening import open_image
from bartizan.collect.image.origin.options import RegistryOptions
from bartizan.collect.tree import IMAGE, Tree


@contextmanager
def opened_image(where: str, options: Options, only: Iterable[str] = ()) -> Iterator[Tree]:
    """Yield the files of an image, of contents those that the formats in `only` need, or all formats where it is empty.

    Raises `TargetError` where there is no such image, or it cannot be had.
    """
    asked = set(only)
    wants = [form.wants for form in formats().values() if IMAGE in form.of and (not asked or form.id in asked)]
    registry = RegistryOptions(mirrors=options.mirrors, insecure=options.insecure_registries)
    try:
        with open_image(
            where,
            wants=any_of(wants),
            platform=options.platform or None,
            registry=registry,
            limit=options.max_file_size,
        ) as tree:
            yield tree
    except ImageError as error:
        raise TargetError(str(error)) from None
