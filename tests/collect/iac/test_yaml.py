"""The YAML loader: values as people mean them, the place of each, and nothing but `YamlError` for hostile input."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.yaml import MAX_DEPTH, Document, YamlError, documents


def only(text: str) -> Document:
    (document,) = documents(text)
    return document


def test_words_of_yaml_1_1_stay_texts() -> None:
    value = only("on: push\nanswer: yes\nrefusal: no\nlight: off\nletter: y\nwhen: 2012-10-17\ntime: 12:30:45").value

    assert value == {
        "on": "push", "answer": "yes", "refusal": "no", "light": "off", "letter": "y",
        "when": "2012-10-17", "time": "12:30:45",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("7", 7), ("-3", -3), ("1_000", 1000), ("0x1f", 31), ("0o17", 15), ("1.5", 1.5), ("2e3", 2000.0),
        ("0644", 420), ("012345678901", "012345678901"), ("0899", "0899"), ("1.2.3", "1.2.3"), (".inf", ".inf"),
        ("'7'", "7"), ('"true"', "true"), ("!!str 7", "7"), ("!!int 7", 7), ("! 7", "7"), ("9" * 5000, "9" * 5000),
        ("1e999", "1e999"),
    ],
)  # fmt: skip
def test_scalars_have_the_type_people_mean(written: str, value: object) -> None:
    found = only(f"key: {written}").value["key"]

    assert found == value
    assert type(found) is type(value)


def test_account_numbers_behind_a_zero_are_texts_and_file_modes_are_octal() -> None:
    value = only("account: 012345678901\nmode: 0755").value

    assert value == {"account": "012345678901", "mode": 0o755}


def test_places_are_of_keys_and_items() -> None:
    document = only("a:\n  b:\n    - c: 1\n      d: 2\n    - e\n")

    assert document.spots == {
        "a": (1, 1), "a/b": (2, 3), "a/b/0": (3, 7), "a/b/0/c": (3, 7), "a/b/0/d": (4, 7), "a/b/1": (5, 7),
    }  # fmt: skip
    assert (document.line, document.end_line) == (1, 5)


def test_json_may_be_indented_with_tabs() -> None:
    document = only('{\n\t"a": {\n\t\t"b": [1, true, null]\n\t}\n}')

    assert document.value == {"a": {"b": [1, True, None]}}
    assert document.spots["a/b/1"] == (3, 12)


def test_json_without_spaces_and_with_escapes_is_read() -> None:
    value = only(r'{"a":1,"slash":"\/","wide":"\ud83d\ude00","plain":"\\ud83d\\ude00","e":"\u00e9"}').value

    assert value == {"a": 1, "slash": "/", "wide": "\U0001f600", "plain": "\\ud83d\\ude00", "e": "\u00e9"}


def test_json_may_hold_characters_that_yaml_forbids() -> None:
    text = '{"a": "del \x7f, next line \x85, separators \u2028 \u2029, mark \ufeff"}'

    assert only(text).value == json.loads(text)


def test_a_byte_order_mark_is_passed_over() -> None:
    assert only("\ufeffa: 1").value == {"a": 1}
    assert only('\ufeff{"a": 1}').value == {"a": 1}


def test_documents_of_a_stream_know_their_lines() -> None:
    first, second, third = documents("# head\na: 1\n---\nb: 2\nc: 3\n---\n")

    assert (first.value, first.line) == ({"a": 1}, 2)
    assert (second.value, second.line, second.end_line) == ({"b": 2, "c": 3}, 4, 5)
    assert third.value is None


def test_documents_before_a_broken_one_are_still_had() -> None:
    stream = documents("a: 1\n---\nb: [\n")

    assert next(stream).value == {"a": 1}
    with pytest.raises(YamlError):
        next(stream)


def test_an_empty_stream_has_no_documents() -> None:
    assert list(documents("")) == []
    assert list(documents("# nothing but a comment\n")) == []


def test_a_repeated_key_is_told_and_the_last_counts() -> None:
    document = only("a:\n  b: 1\n  c: 2\n  b: 3\n")

    assert document.value == {"a": {"b": 3, "c": 2}}
    assert document.repeated == [("a/b", 4, 3)]


def test_aliases_have_the_value_of_their_anchor() -> None:
    document = only("base: &base {x: [1]}\nagain: *base\nname: &n key\n*n : value\n")

    assert document.value == {"base": {"x": [1]}, "again": {"x": [1]}, "name": "key", "key": "value"}
    assert document.spots["again"] == (2, 1)
    assert document.spots["again/x/0"] == (1, 18)


def test_merge_keys_add_what_is_not_there_and_keep_its_place() -> None:
    document = only(
        "one: &one {a: 1, b: {c: 2}}\n"
        "two: &two\n  <<: *one\n  a: 3\n  d: 4\n"
        "all:\n  e: 5\n  <<: [*two, *one]\n  d: 6\n"
        "quoted:\n  '<<': kept\n"
    )

    assert document.value["two"] == {"a": 3, "d": 4, "b": {"c": 2}}
    assert document.value["all"] == {"e": 5, "d": 6, "a": 3, "b": {"c": 2}}
    assert document.value["quoted"] == {"<<": "kept"}
    assert document.spots["all/d"] == (9, 3)
    assert document.spots["all/a"] == (4, 3)
    assert document.spots["all/b/c"] == (1, 22)


def test_a_custom_tag_is_made_by_the_caller() -> None:
    text = "a: !Ref Name\nb: !If [c, !Sub x, 1]\nc: !Get {k: 1}\nd: !Number 12\n"

    value = next(documents(text, lambda tag, made: {tag: made})).value

    assert value == {
        "a": {"!Ref": "Name"},
        "b": {"!If": ["c", {"!Sub": "x"}, 1]},
        "c": {"!Get": {"k": 1}},
        "d": {"!Number": "12"},
    }


def test_tags_of_other_languages_make_nothing() -> None:
    assert only("a: !!python/object/apply:os.system [ls]").value == {"a": ["ls"]}


@pytest.mark.parametrize(
    ("text", "line", "column", "why"),
    [
        ("a: 1\nb: [1, 2\nc: 3", 3, 2, "did not find"),
        ("a: 1\n\tb: 2", 2, 1, "tab"),
        ("a: b: c", 1, 5, "mapping values"),
        ("a: *nowhere", 1, 4, "no anchor nowhere"),
        ("a: &a [1, *a]", 1, 11, "contains itself"),
        ("<<: 3\na: 1", 1, 5, "merge key"),
        ("a: {{ name }}", 1, 5, "key that is itself a mapping"),
        ("? [a]\n: 1", 1, 3, "key that is itself"),
        ("ok: 1\nbad: \x1b[31m\n", 2, 1, "control characters"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, line: int, column: int, why: str) -> None:
    with pytest.raises(YamlError, match=why) as told:
        list(documents(text))

    assert (told.value.line, told.value.column) == (line, column)


def test_aliases_cannot_multiply_without_end() -> None:
    """Nine to the twelfth values, in twelve lines: refused while it is composed, before any of them is made."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")

    with pytest.raises(YamlError, match="grow without bound"):
        list(documents("\n".join(lines)))


def test_aliases_cannot_nest_deeper_than_is_read() -> None:
    lines = [f"a0: &a0 {'[' * 90}{']' * 90}"]
    lines += [f"a{n}: &a{n} {'[' * 90}*a{n - 1}{']' * 90}" for n in range(1, 5)]

    with pytest.raises(YamlError, match="nested deeper"):
        list(documents("\n".join(lines)))


DEEP = {
    "brackets": "[" * 100_000,
    "braces": '{"a":' * 100_000,
    "brackets in texts": '["]",' * 100_000,
    "braces in keys": '{"}":' * 100_000,
    "brackets in comments": "[ #]\n" * 100_000,
    "dashes": "- " * 100_000,
    "dashes behind a carriage return": "a:\r" + "- " * 100_000,
    "dashes behind a next line": "a: \x85" + "- " * 100_000,
    "dashes behind two byte order marks": "\ufeff\ufeff" + "- " * 100_000,
    "questions": "? " * 100_000,
    "questions and dashes": "? - " * 50_000,
    "tags and dashes": "".join(f"{' ' * n}- !x\n" for n in range(2_000)),
    "indentation": "".join(f"{' ' * n}a:\n" for n in range(2_000)),
    "anchors": "".join(f"{' ' * n}a: &n{n}\n" for n in range(2_000)),
    "flow in block": "- " * 150 + "[" * 150 + "]" * 150,
}


@pytest.mark.parametrize("name", DEEP)
def test_nesting_without_end_is_refused(name: str) -> None:
    """PyYAML's own composer recurses in C and ends the process on most of these."""
    with pytest.raises(YamlError):
        list(documents(DEEP[name]))


def test_nesting_within_the_bound_is_read() -> None:
    value = only("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    depth = 1
    while value:
        value, depth = value[0], depth + 1

    assert depth == MAX_DEPTH


def test_many_unbalanced_brackets_in_texts_are_no_nesting() -> None:
    """A script that colours its output has hundreds of them."""
    script = "\n".join("    echo -e '\\033[31m red'" for _ in range(500))

    assert only(f"script: |\n{script}\n").value["script"].count("[") == 500


def refused(text: str) -> YamlError | None:
    try:
        for document in documents(text):
            assert document.line <= document.end_line
            assert all(line >= 1 and column >= 1 for line, column in document.spots.values())
    except YamlError as error:
        return error
    return None


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,<~ \n\t\r0.e\\x\ufeff\u2028"), max_size=60))
def test_only_yaml_errors_come_out_of_any_text(text: str) -> None:
    error = refused(text)

    assert error is None or (error.line >= 1 and error.column >= 1 and error.why)


@given(st.text(max_size=200))
def test_only_yaml_errors_come_out_of_any_unicode(text: str) -> None:
    error = refused(text)

    assert error is None or error.why


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(st.text(max_size=20), JSON, max_size=4), st.sampled_from([None, 2, "\t"]), st.booleans())
def test_any_json_is_read_as_json_reads_it(value: dict[str, Any], indent: int | str | None, escaped: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=escaped)

    assert same(only(text).value, value)


@given(JSON)
def test_any_value_survives_being_written_as_yaml(value: Any) -> None:
    """Against PyYAML's own writer; it quotes what YAML 1.1 would not take for a text, so texts stay texts."""
    text = pyyaml.safe_dump({"value": value})

    assert same(only(text).value, {"value": value})


def same(one: Any, other: Any) -> bool:
    """Compare values; a whole number written as a float may be either."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float) and float in (type(one), type(other)):
        return math.isclose(float(one), float(other), rel_tol=1e-12, abs_tol=1e-300)
    if isinstance(one, float) and isinstance(other, str):
        return EXPONENT.fullmatch(other) is not None
    return type(one) is type(other) and bool(one == other)


EXPONENT = re.compile(r"[-+]?[1-9][0-9]*[eE][-+]?[0-9]+")
"""A text for YAML 1.1, as PyYAML writes it, and a number for JSON and YAML 1.2, as it is read here."""
