"""Edits of HCL, YAML and JSON: what was named is changed, every other byte stays."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.edit import hcl
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, dropped, members, put, removed
from bartizan.collect.edit.node import entries

HCL = """# kept
resource "aws_iam_role_policy" "a" {
  name   = "x" # why
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["iam:PassRole", "s3:GetObject"]
      },
      { Effect = "Allow", Action = "s3:*" },
    ]
  })
}

resource "aws_instance" "b" {
  ami = "ami-1"
  doc = <<-EOT
    {"Statement": [{"Action": ["a"], "Resource": "${aws_s3_bucket.x["k"].arn}/*"}, {"b": 2}]}
  EOT

  ingress {
    from_port = 22
  }

  ingress {
    from_port = 80
  }
}
"""
YAML = """# kept
kind: Deployment
spec:
  hostPID: true # no
  containers:
    - name: a
      image: x
    # about b
    - name: b
      securityContext:
      args: [one, "two"]
  volumes:
    - name: only
  shared: &shared
    z: 1
  again: *shared
---
kind: Service
metadata: {name: web, labels: {a: b}}
---
kind: Last
v: !Ref Thing
"""
JSON = """{
\t// kept
\t"a": {"x": 1, "y": [1, 2]},
\t"b": [
\t\t{
\t\t\t"c": 1
\t\t},
\t\t{
\t\t\t"d": 2
\t\t}
\t]
}
"""
TEXTS = {"main.tf": HCL, "web.yaml": YAML, "policy.json": JSON}


def spot(text: str, needle: str, *path: str, key: str = "", number: int = 0) -> Spot:
    at = -1
    for _ in range(number + 1):
        at = text.index(needle, at + 1)
    return Spot(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), path, key)


@pytest.mark.parametrize(
    ("file", "needle", "key", "gone"),
    [
        ("main.tf", 'name   = "x"', "", '  name   = "x" # why\n'),
        ("main.tf", "{ Effect", "", '      { Effect = "Allow", Action = "s3:*" },\n'),
        ("main.tf", '"iam:PassRole"', "", '"iam:PassRole", '),
        ("main.tf", "ingress {", "", "  ingress {\n    from_port = 22\n  }\n\n"),
        ("web.yaml", "hostPID", "", "  hostPID: true # no\n"),
        ("web.yaml", "name: a", "", "    - name: a\n      image: x\n"),
        ("web.yaml", "name: a", "name", "name: a\n      "),
        ("web.yaml", "one,", "", "one, "),
        ("web.yaml", "kind: Service", "", "---\nkind: Service\nmetadata: {name: web, labels: {a: b}}\n"),
        ("web.yaml", "labels:", "", ", labels: {a: b}"),
        ("policy.json", '"x"', "", '"x": 1, '),
        ("policy.json", '"a"', "", '\t"a": {"x": 1, "y": [1, 2]},\n'),
    ],
)
def test_exactly_the_entry_is_taken_out(file: str, needle: str, key: str, gone: str) -> None:
    text = TEXTS[file]

    assert removed(file, text, spot(text, needle, key=key)) == text.replace(gone, "", 1)


def test_the_comma_before_the_last_member_of_json_goes_with_it() -> None:
    new = removed("policy.json", JSON, spot(JSON, '{\n\t\t\t"d"'))

    assert '"c": 1\n\t\t}\n\t]' in new


def test_the_only_member_of_a_list_leaves_an_empty_list() -> None:
    assert "  volumes: []\n" in removed("web.yaml", YAML, spot(YAML, "name: only"))


@pytest.mark.parametrize(
    ("file", "needle", "path", "value", "line"),
    [
        (
            "main.tf",
            "resource",
            ("policy", "Statement", "1", "Effect"),
            "Deny",
            '{ Effect = "Deny", Action = "s3:*" },',
        ),
        ("main.tf", 'resource "aws_inst', ("metadata_options", "0", "http_tokens"), "required", "  metadata_options {"),
        ("main.tf", 'resource "aws_inst', ("encrypted",), True, "  encrypted = true"),
        ("main.tf", "ingress {", ("to_port",), 22, "    to_port   = 22"),
        ("main.tf", 'resource "aws_inst', ("doc", "Statement", "0", "Resource"), "x", '"Resource": "x"}, {"b": 2}]}'),
        ("web.yaml", "kind: Deployment", ("spec", "hostPID"), False, "  hostPID: false # no"),
        ("web.yaml", "name: b", ("securityContext", "privileged"), False, "        privileged: false"),
        ("web.yaml", "kind: Service", ("metadata", "labels", "c"), "yes", 'labels: {a: b, c: "yes"}}'),
        ("web.yaml", "kind: Service", ("metadata", "annotations", "a/b"), "true", 'annotations: {a/b: "true"}}'),
        ("web.yaml", "kind: Service", ("spec", "type"), "ClusterIP", "  type: ClusterIP"),
        ("policy.json", "{", ("b", "0", "q"), "x", '\t\t\t"c": 1,\n\t\t\t"q": "x"\n'),
        ("policy.json", "{", ("z",), {"k": [1]}, '\t],\n\t"z": {"k": [1]}\n'),
    ],
)
def test_a_value_is_set_where_it_is_read_from(file: str, needle: str, path: Any, value: Any, line: str) -> None:
    text = TEXTS[file]
    new = put(file, text, spot(text, needle, *path), value)

    assert line in new
    assert [each for each in text.splitlines() if each.lstrip().startswith(("#", "//"))] == [
        each for each in new.splitlines() if each.lstrip().startswith(("#", "//"))
    ]


@pytest.mark.parametrize(
    ("file", "needle", "path", "why"),
    [
        ("web.yaml", "kind: Last", ("v",), "!Ref Thing"),
        ("web.yaml", "kind: Deployment", ("spec", "shared", "z"), "anchor"),
        ("web.yaml", "kind: Deployment", ("spec", "again", "z"), "computed elsewhere"),
        ("web.yaml", "kind: Deployment", ("spec", "containers", "7", "x"), "no member"),
        ("web.yaml", "Deployment", ("spec",), "Nothing begins"),
    ],
)
def test_what_cannot_be_set_exactly_is_refused_with_the_reason(file: str, needle: str, path: Any, why: str) -> None:
    with pytest.raises(Refused, match=why):
        put(file, TEXTS[file], spot(TEXTS[file], needle, *path), "x")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.yaml", "{{- if .Values.on }}\nkind: A\n{{- end }}\n"),
        ("a.yaml", "kind: {{ .Values.kind }}\n"),
        ("a.tf", 'resource "a" {'),
        ("a.json", '{"a": 1'),
        ("a.exe", "x"),
    ],
)
def test_a_text_that_is_not_of_its_language_is_refused(file: str, text: str) -> None:
    with pytest.raises(Refused):
        put(file, text, Spot(1, 1, ("b",)), 1)


def test_a_dynamic_block_is_refused() -> None:
    text = 'resource "g" "a" {\n  dynamic "ingress" {\n    for_each = var.x\n    content {}\n  }\n}\n'

    with pytest.raises(Refused, match="dynamic"):
        put("a.tf", text, Spot(1, 1, ("ingress", "0", "port")), 1)


def test_members_are_dropped_from_a_list_and_the_rest_stays() -> None:
    place = spot(HCL, "resource", "policy", "Statement", "0", "Action")

    assert members("main.tf", HCL, place) == ["iam:PassRole", "s3:GetObject"]
    assert dropped("main.tf", HCL, place, lambda value: value == "iam:PassRole") == HCL.replace('"iam:PassRole", ', "")
    with pytest.raises(Refused, match="no such member"):
        dropped("main.tf", HCL, place, lambda value: value == "none")


@pytest.mark.parametrize("file", sorted(TEXTS))
def test_line_breaks_and_wide_characters_stay(file: str) -> None:
    text = TEXTS[file].replace("kept", "kept: ünïcødé 🦉").replace("\n", "\r\n")
    new = put(
        file,
        text,
        Spot(1, 1, ("z",)) if file == "policy.json" else spot(text, "resource" if ".tf" in file else "kind", "z"),
        1,
    )

    assert new.count("\n") == new.count("\r\n")
    assert "ünïcødé 🦉" in new


def test_every_entry_of_a_file_can_be_taken_out_or_is_refused() -> None:
    root = hcl.parsed(HCL)
    for node, entry in entries(root):
        place = Spot(HCL.count("\n", 0, entry.start) + 1, entry.start - HCL.rfind("\n", 0, entry.start), (), entry.key)
        new = removed("main.tf", HCL, place)

        assert len(list(entries(hcl.parsed(new)))) < len(list(entries(root))), (node.shape, entry.key)


SCALARS = st.one_of(st.booleans(), st.integers(-9, 99), st.text("abc: #'\"{}[],&*!|>%@é\n-", max_size=6), st.none())
KEYS = st.text("abcdef", min_size=1, max_size=3)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def paths(value: Any, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [(*at, str(key)) for key, _ in items]
    return found + [path for key, inner in items for path in paths(inner, (*at, str(key)))]


def without(value: Any, path: tuple[str, ...]) -> Any:
    copy = json.loads(json.dumps(value))
    here = copy
    for step in path[:-1]:
        here = here[int(step)] if isinstance(here, list) else here[step]
    del here[int(path[-1]) if isinstance(here, list) else path[-1]]
    return copy


def with_value(value: Any, path: tuple[str, ...], new: Any) -> Any:
    copy = json.loads(json.dumps(value))
    here = copy
    for step in path[:-1]:
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[int(path[-1]) if isinstance(here, list) else path[-1]] = new
    return copy


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.data(), st.sampled_from([None, 2, "\t"]))
def test_removal_from_any_json_takes_out_that_and_nothing_else(document: Any, data: Any, indent: Any) -> None:
    text = json.dumps(document, indent=indent)
    path = data.draw(st.sampled_from(paths(document)))

    assert json.loads(removed("a.json", text, Spot(1, 1, path))) == without(document, path)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.data(), st.booleans())
def test_removal_from_any_yaml_takes_out_that_and_nothing_else_or_refuses(document: Any, data: Any, flow: bool) -> None:
    text = yaml.safe_dump(document, default_flow_style=flow, allow_unicode=True)
    path = data.draw(st.sampled_from(paths(document)))
    try:
        new = removed("a.yaml", text, Spot(1, 1, path))
    except Refused:
        return

    assert yaml.safe_load(new) == without(document, path)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.data(), SCALARS, st.sampled_from(["a.json", "a.yaml"]))
def test_a_value_set_anywhere_is_the_only_change(document: Any, data: Any, value: Any, file: str) -> None:
    text = json.dumps(document, indent=2) if file == "a.json" else yaml.safe_dump(document, allow_unicode=True)
    path = data.draw(st.sampled_from([*paths(document), ("zz",)]))
    try:
        new = put(file, text, Spot(1, 1, path), value)
    except Refused:
        return

    read = json.loads(new) if file == "a.json" else yaml.safe_load(new)
    assert read == with_value(document, path, value)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.data(), st.integers(1, 40), st.integers(1, 20), st.lists(KEYS, max_size=3))
def test_broken_texts_and_places_that_are_not_there_are_refused_and_never_crash(
    file: str, data: Any, line: int, column: int, path: list[str]
) -> None:
    text = TEXTS[file]
    start = data.draw(st.integers(0, len(text)))
    broken = text[:start] + data.draw(st.sampled_from(["", "{", "}", '"', "\n", ": ", "- ", "\t"])) + text[start + 3 :]
    place = Spot(line, column, tuple(path))
    for change in (partial(removed, file, broken, place), partial(put, file, broken, place, "x")):
        try:
            new = change()
        except Refused:
            continue
        assert new
