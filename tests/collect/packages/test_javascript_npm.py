"""Lock files of npm, and manifests alone."""

import pytest

from bartizan.collect.packages.javascript_manifest.specifier import checksums, specifier
from bartizan.collect.tree import ROOTFS
from bartizan.core.truth import Unknown
from tests.collect.packages.javascript_samples import DIGEST, INTEGRITY, MANIFEST, NPM_1, NPM_3
from tests.collect.packages.planted import lines, only, packages, readings, told, why


def test_version_3_is_read_whole() -> None:
    reading = only("npm-lock", {"package-lock.json": NPM_3})

    assert told(reading, "direct") == {
        "express@4.18.2": True,
        "debug@4.3.4": False,
        "debug@2.6.9": False,
        "real@2.0.0": True,
        "jest@29.0.0": True,
        "@scope/tool@1.0.0": True,
    }
    assert told(reading, "needed_by") == {
        "express@4.18.2": [],
        "debug@4.3.4": ["jest@29.0.0"],
        "debug@2.6.9": ["express@4.18.2"],
        "real@2.0.0": [],
        "jest@29.0.0": [],
        "@scope/tool@1.0.0": [],
    }
    assert [address for address, dev in told(reading, "development").items() if dev] == ["debug@4.3.4", "jest@29.0.0"]
    assert lines(reading)["debug@2.6.9"] == "package-lock.json:23"


def test_what_a_package_is_and_where_it_is_from() -> None:
    found = packages(only("npm-lock", {"package-lock.json": NPM_3}))

    assert found["express@4.18.2"].value["checksums"] == [DIGEST]
    assert found["express@4.18.2"].value["licenses"] == ["MIT"]
    assert found["express@4.18.2"].value["purl"] == "pkg:npm/express@4.18.2"
    assert found["@scope/tool@1.0.0"].value["purl"] == "pkg:npm/%40scope/tool@1.0.0"
    assert found["real@2.0.0"].value["modules"] == ["alias"]
    assert "vcs_url=git%2Bssh://github.com/owner/real.git%23abc" in found["real@2.0.0"].value["purl"]
    assert "repository_url=https://npm.example/registry" in found["debug@4.3.4"].value["purl"]


def test_version_1_takes_what_is_asked_for_from_the_manifest() -> None:
    reading = only("npm-lock", {"package-lock.json": NPM_1, "package.json": MANIFEST})

    assert told(reading, "direct") == {
        "express@4.18.2": True,
        "debug@4.3.4": False,
        "real@2.0.0": True,
        "mine": True,
        "debug@2.6.9": False,
    }
    assert told(reading, "needed_by")["debug@2.6.9"] == ["express@4.18.2"]
    assert told(reading, "development")["debug@4.3.4"] is True
    assert lines(reading)["debug@2.6.9"] == "package-lock.json:12"
    assert "token" not in why(reading, "mine")


def test_version_1_may_have_urls_and_directories_for_versions() -> None:
    text = """{"lockfileVersion": 1, "dependencies": {
        "acorn": {"version": "https://registry.npmjs.org/acorn/-/acorn-3.3.0.tgz"},
        "@scope/b": {"version": "https://registry.npmjs.org/@scope/b/-/b-1.0.0.tgz"},
        "near": {"version": "file:near"},
        "far": {"version": "https://host.example/far.tgz"}}}"""

    assert told(only("npm-lock", {"package-lock.json": text}), "version") == {
        "acorn@3.3.0": "3.3.0",
        "@scope/b@1.0.0": "1.0.0",
        "far": "?",
    }


def test_version_1_alone_does_not_tell_what_is_direct() -> None:
    assert set(told(only("npm-lock", {"package-lock.json": NPM_1}), "direct").values()) == {"?"}


def test_a_shrinkwrap_wins_over_a_lock() -> None:
    found = readings("npm-lock", {"package-lock.json": NPM_1, "npm-shrinkwrap.json": NPM_3})

    assert len(found) == 1
    assert "jest@29.0.0" in packages(found[0])


def test_a_manifest_alone_has_ranges() -> None:
    reading = only("javascript-manifest", {"package.json": MANIFEST})

    assert told(reading, "version") == {
        "express@4.18.2": "4.18.2",
        "real@2.0.0": "2.0.0",
        "mine": "?",
        "ranged": "?",
        "jest@29.0.0": "29.0.0",
        "react": "?",
    }
    assert why(reading, "ranged") == "only a range is given: ^1.0.0"
    assert lines(reading)["ranged"] == "package.json:10"
    assert "token" not in str([each.value for each in reading.resources])


@pytest.mark.parametrize("lock", ["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock"])
def test_a_manifest_of_a_locked_project_is_not_read_alone(lock: str) -> None:
    files = {
        lock: "",
        "package.json": MANIFEST,
        "packages/part/package.json": "{}",
        "packages/apart/package.json": "{}",
        "else/package.json": "{}",
    }

    assert len(readings("javascript-manifest", files)) == 2  # those that are in no workspace


def test_workspaces_of_pnpm_are_known_too() -> None:
    files = {"pnpm-lock.yaml": "", "pnpm-workspace.yaml": "packages: ['apps/**']", "apps/a/b/package.json": "{}"}

    assert not readings("javascript-manifest", files)


def test_an_installed_project_is_not_read_by_its_manifest() -> None:
    files = {"app/package.json": MANIFEST, "app/node_modules/express/package.json": "{}"}

    assert not readings("javascript-manifest", files, ROOTFS)


@pytest.mark.parametrize(
    ("text", "version"),
    [("1.2.3", "1.2.3"), ("=1.2.3", "1.2.3"), ("v1.2.3-rc.1+b", "1.2.3-rc.1+b"), ("npm:x@1.0.0", "1.0.0"),
     ("1.2", None), ("^1.2.3", None), ("1.2.x", None), ("latest", None), ("", None),
     ("owner/repo#v1.0.0", None), ("file:../a", None),
     ("1.0.0 || 2.0.0", None), ("https://h.example/a.tgz", None)],
)  # fmt: skip
def test_a_version_is_known_where_exactly_one_fits(text: str, version: str | None) -> None:
    found = specifier("a", text).version

    assert (None if isinstance(found, Unknown) else found) == version


def test_checksums_are_hexadecimal() -> None:
    assert checksums(f"{INTEGRITY} junk sha1-AAAA nothing") == (DIGEST, "sha1:000000")


def test_damage_is_a_gap_with_a_line() -> None:
    cut = only("npm-lock", {"package-lock.json": NPM_3[:700]})
    conflict = only("npm-lock", {"package-lock.json": "{\n<<<<<<< ours\n}"})

    assert cut.gaps[0].line > 10
    assert conflict.gaps[0].line == 2
