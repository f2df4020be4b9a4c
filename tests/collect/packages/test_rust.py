"""Rust crates: Cargo.lock of every version with its manifests, and manifests alone."""

from tests.collect.packages.planted import lines, only, packages, told, why

REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"
LOCK = f"""\
version = 3

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["cc", "rand 0.8.5", "tempfile"]

[[package]]
name = "cc"
version = "1.0.0"
source = "{REGISTRY}"

[[package]]
name = "libc"
version = "0.2.0"
source = "{REGISTRY}"
checksum = "{"a" * 64}"

[[package]]
name = "rand"
version = "0.8.5"
source = "{REGISTRY}"
dependencies = ["libc"]

[[package]]
name = "rand"
version = "0.7.0"
source = "{REGISTRY}"

[[package]]
name = "tempfile"
version = "3.0.0"
source = "{REGISTRY}"
dependencies = ["rand 0.7.0"]
"""
MANIFEST = """\
[package]
name = "app"
[dependencies]
random = { package = "rand", version = "0.8" }
[build-dependencies]
cc = "1"
[target.'cfg(unix)'.dev-dependencies]
tempfile = "3"
"""


def test_manifest_tells_what_is_only_built_or_tested_with() -> None:
    reading = only("cargo", {"Cargo.lock": LOCK, "Cargo.toml": MANIFEST})

    assert told(reading, "development") == {
        "cc@1.0.0": True,
        "libc@0.2.0": False,
        "rand@0.8.5": False,
        "rand@0.7.0": True,
        "tempfile@3.0.0": True,
    }
    assert told(reading, "direct")["libc@0.2.0"] is False
    assert told(reading, "direct")["tempfile@3.0.0"] is True
    assert told(reading, "needed_by")["libc@0.2.0"] == ["rand@0.8.5"]
    assert told(reading, "checksums")["libc@0.2.0"] == [f"sha256:{'a' * 64}"]
    assert lines(reading)["rand@0.7.0"] == "Cargo.lock:26"


def test_without_the_manifest_it_is_unknown_what_is_for_development() -> None:
    reading = only("cargo", {"Cargo.lock": LOCK})

    assert set(told(reading, "development").values()) == {"?"}
    assert told(reading, "direct")["cc@1.0.0"] is True


def test_part_of_the_project_is_no_package() -> None:
    reading = only("cargo", {"Cargo.lock": LOCK})

    assert "app@0.1.0" not in packages(reading)


def test_members_of_a_workspace_are_judged_together() -> None:
    lock = f"""
[[package]]
name = "one"
version = "0.1.0"
dependencies = ["two", "a"]
[[package]]
name = "two"
version = "0.1.0"
dependencies = ["b", "a"]
[[package]]
name = "a"
version = "1.0.0"
source = "{REGISTRY}"
[[package]]
name = "b"
version = "1.0.0"
source = "{REGISTRY}"
"""
    files = {
        "Cargo.lock": lock,
        "Cargo.toml": "[workspace]\nmembers = ['one', 'two']\n",
        "one/Cargo.toml": "[package]\nname='one'\n[dependencies]\na='1'\ntwo={path='../two'}\n",
        "two/Cargo.toml": "[package]\nname='two'\n[dev-dependencies]\na='1'\nb='1'\n",
    }

    assert told(only("cargo", files), "development") == {"a@1.0.0": False, "b@1.0.0": True}


def test_first_version_keeps_its_checksums_apart() -> None:
    lock = f"""
[[package]]
name = "a"
version = "1.0.0"
source = "{REGISTRY}"
[metadata]
"checksum a 1.0.0 ({REGISTRY})" = "{"b" * 64}"
"""
    assert told(only("cargo", {"Cargo.lock": lock}), "checksums") == {"a@1.0.0": [f"sha256:{'b' * 64}"]}


def test_crate_from_elsewhere_says_so_in_its_package_url() -> None:
    lock = '[[package]]\nname="a"\nversion="1.0.0"\nsource="git+https://example.com/a#0123"\n'
    purl = told(only("cargo", {"Cargo.lock": lock}), "purl")["a@1.0.0"]

    assert purl.startswith("pkg:cargo/a@1.0.0?vcs_url=")


def test_manifest_alone_tells_ranges_that_are_no_versions() -> None:
    reading = only("cargo", {"Cargo.toml": "[dependencies]\na = '1.2'\nb = '=1.2.3'\nc = {path = '../c'}\n"})

    assert set(packages(reading)) == {"a", "b@1.2.3"}
    assert "range is given: 1.2" in why(reading, "a")
    assert lines(reading)["b@1.2.3"] == "Cargo.toml:3"


def test_lock_in_conflict_is_a_gap_with_its_line() -> None:
    reading = only("cargo", {"Cargo.lock": "version = 3\n<<<<<<< HEAD\n[[package]]\n"})

    assert not reading.resources
    assert [(gap.line, "merge in conflict" in gap.why) for gap in reading.gaps] == [(2, True)]


def test_entry_of_a_wrong_shape_is_a_gap_and_the_others_are_read() -> None:
    lock = LOCK + '\n[[package]]\nname = 5\nversion = "1"\n'
    reading = only("cargo", {"Cargo.lock": lock})

    assert len(reading.resources) == 5
    assert "a name is a number" in reading.gaps[0].why
