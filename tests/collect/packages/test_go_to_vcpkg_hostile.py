"""Damaged lock files of every format: whatever is in them, a reading comes out."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, ROOTFS
from tests.collect.packages import (
    test_dart,
    test_dotnet,
    test_elixir,
    test_github_actions_uses,
    test_go,
    test_java_gradle,
    test_php,
    test_ruby,
    test_rust,
    test_swift,
)
from tests.collect.packages.planted import readings
from tests.collect.packages.test_java_pom import pom, wish

PODS = "PODS:\n  - A (1.0):\n    - B (= 1)\n  - B (1.0)\nDEPENDENCIES:\n  - A\nEXTERNAL SOURCES:\n  A:\n    :git: x\n"
TEXTS: list[tuple[str, str, str]] = [
    ("go-modules", "go.mod", test_go.MOD + "replace (\n a v1 => b v2\n)\nexclude a v1\n"),
    ("cargo", "Cargo.lock", test_rust.LOCK),
    ("cargo", "Cargo.toml", test_rust.MANIFEST),
    (
        "maven-pom",
        "pom.xml",
        pom("<properties><v>1</v></properties><dependencies>" + wish("g", "x", "${v}") + "</dependencies>"),
    ),
    ("gradle", "gradle.lockfile", test_java_gradle.LOCK),
    ("gradle", "build.gradle", test_java_gradle.GROOVY),
    ("gemfile-lock", "Gemfile.lock", test_ruby.LOCK),
    ("gemfile-lock", "Gemfile", test_ruby.GEMFILE),
    ("installed-gems", "x/specifications/a.gemspec", test_ruby.GEMSPEC),
    ("composer", "composer.lock", json.dumps(test_php.LOCK)),
    ("composer", "composer.json", json.dumps(test_php.MANIFEST)),
    ("nuget", "packages.lock.json", json.dumps(test_dotnet.LOCK)),
    ("nuget", "a.csproj", test_dotnet.PROJECT),
    ("swift", "Package.resolved", json.dumps({"pins": [test_swift.PIN], "version": 2})),
    ("cocoapods", "Podfile.lock", PODS),
    ("pub", "pubspec.lock", test_dart.LOCK),
    ("mix", "mix.lock", test_elixir.MIX),
    ("mix", "rebar.lock", '{"1.2.0",[{<<"a">>,{pkg,<<"a">>,<<"2.9.0">>},0}]}.\n'),
    ("github-action-uses", ".github/workflows/a.yml", test_github_actions_uses.WORKFLOW),
    ("conan", "conan.lock", json.dumps({"requires": ["a/1.0"], "build_requires": []})),
]
ASSETS: dict[str, Any] = {
    "libraries": {"A/1.0.0": {"type": "package", "sha512": "x"}, "app/1": {"type": "project"}},
    "targets": {"net8.0": {"A/1.0.0": {"dependencies": {"A": "1.0.0"}}, "app/1": {"dependencies": {"A": "1.0.0"}}}},
    "project": {"frameworks": {"net8.0": {"dependencies": {"A": {"suppressParent": "All"}}}}},
}
OBJECTS: list[tuple[str, str, dict[str, Any]]] = [
    ("composer", "composer.lock", dict(test_php.LOCK)),
    ("composer", "composer.json", dict(test_php.MANIFEST)),
    ("composer", "vendor/composer/installed.json", {**test_php.LOCK, "dev-package-names": ["a/b"]}),
    ("nuget", "packages.lock.json", test_dotnet.LOCK),
    ("nuget", "obj/project.assets.json", ASSETS),
    ("nuget", "a.deps.json", ASSETS),
    ("swift", "Package.resolved", {"pins": [test_swift.PIN], "version": 2}),
    ("swift", "Package.resolved", {"object": {"pins": [{"repositoryURL": "https://a/b", "state": {"version": "1"}}]}}),
    ("conan", "conan.lock", {"requires": ["a/1.0"], "build_requires": [], "python_requires": ["b/1"]}),
    (
        "conan",
        "conan.lock",
        {"graph_lock": {"nodes": {"0": {"requires": ["1"]}, "1": {"ref": "a/1", "build_requires": ["0"]}}}},
    ),
    (
        "vcpkg",
        "vcpkg.json",
        {"dependencies": ["a", {"name": "b"}], "overrides": [{"name": "a", "version": "1"}], "features": {}},
    ),
]
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just([]), st.just({}), st.just([[]]),
    st.just({"": None}), st.just("/"), st.just(":"), st.just("\ud800"), st.just("a/"), st.just("@"),
)  # fmt: skip


def sound(found: list[Reading]) -> None:
    """Assert that readings can be kept: every text in them can be written, every gap says something."""
    for reading in found:
        for resource in reading.resources:
            assert resource.value["name"]
            assert resource.place.line >= 1
            msgspec.msgpack.encode([resource.address, resource.value["name"], resource.value["purl"]])
        for gap in reading.gaps:
            assert gap.why.endswith(".")
            msgspec.msgpack.encode(gap.why)


def of(format: str) -> str:
    return ROOTFS if format == "installed-gems" else DIRECTORY


@settings(max_examples=400)
@given(st.data())
def test_text_that_is_cut_and_stirred_gives_a_reading(data: st.DataObject) -> None:
    format, name, text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        piece = data.draw(
            st.one_of(st.text(max_size=6), st.sampled_from(['"', "{", "}", "[", "(", ")", ":", "\n", "  ", "${", "#"]))
        )
        text = text[:start] + piece + text[end:]

    sound(readings(format, {name: text.encode("utf-8", "surrogatepass")}, of(format)))


def _stirred(value: Any, data: st.DataObject) -> Any:
    """Return a value with one part of it replaced."""
    if isinstance(value, dict) and value and data.draw(st.booleans() | st.just(True)):
        key = data.draw(st.sampled_from(sorted(value)))
        return {**value, key: _stirred(value[key], data)}
    if isinstance(value, list) and value and data.draw(st.booleans() | st.just(True)):
        index = data.draw(st.integers(0, len(value) - 1))
        return [*value[:index], _stirred(value[index], data), *value[index + 1 :]]
    return data.draw(ODD)


@settings(max_examples=400)
@given(st.data())
def test_value_of_any_wrong_shape_gives_a_reading(data: st.DataObject) -> None:
    format, name, value = data.draw(st.sampled_from(OBJECTS))
    for _ in range(data.draw(st.integers(1, 3))):
        value = _stirred(value, data)

    sound(
        readings(
            format, {name: json.dumps(value)}, DIRECTORY if "deps" not in name and "vendor" not in name else ROOTFS
        )
    )


HOSTILE = {
    "binary": b"\x00\x01\xff" * 100,
    "deep JSON": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "deep TOML": b"a = " + b"[" * 100_000,
    "deep XML": b"<a>" * 100_000,
    "deep terms": b"%{" * 100_000,
    "one line of 2 MB": b"a" * 2_000_000,
    "number without end": b'{"packages": ' + b"9" * 100_000 + b"}",
    "nothing": b"",
    "conflict": b"{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}",
    "a list": b"[1, 2]",
    "UTF-16": '{"packages": []}'.encode("utf-16"),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_gives_a_reading_under_every_name(content: bytes) -> None:
    names = {(format, name) for format, name, _ in (*TEXTS, *OBJECTS)}
    for format, name in sorted(names):
        if "deps" not in name and "vendor" not in name:
            sound(readings(format, {name: content}, of(format)))
