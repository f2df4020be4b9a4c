"""Ids are found by number and by text, whatever letters they are of."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths import ids as module
from bartizan.paths.ids import of_texts

TEXTS = st.lists(st.text(st.characters(), max_size=8), max_size=30, unique=True)


@given(TEXTS, st.text(st.characters(), max_size=8))
def test_every_text_is_found_and_no_other(texts: list[str], other: str) -> None:
    ids = of_texts(texts)

    assert list(ids) == texts
    assert [ids.number(text) for text in texts] == list(range(len(texts)))
    assert ids.number(other) == (texts.index(other) if other in texts else -1)


@given(TEXTS)
def test_texts_with_the_same_hash_are_told_apart(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_hashes", lambda text, begins: np.zeros(len(begins) - 1, np.uint64))
        ids = of_texts(texts)
        found = [ids.number(text) for text in texts]

    assert found == list(range(len(texts)))


def test_a_name_besides_the_nodes_is_no_node() -> None:
    ids = of_texts(["a", "b", "target"], 2)

    assert (len(ids), list(ids), ids.name(2)) == (2, ["a", "b"], "target")
    assert ids.number("target") == -1
    assert "target" not in ids
    assert ids.numbers(["b", "target", "a", "b"]).tolist() == [0, 1]
    assert (ids[-1], ids[:1]) == ("b", ["a"])


def test_a_number_out_of_range_is_an_error() -> None:
    with pytest.raises(IndexError):
        of_texts(["a"])[1]
