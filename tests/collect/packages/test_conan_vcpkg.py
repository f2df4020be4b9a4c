"""Conan and vcpkg."""

import json

from tests.collect.packages.planted import only, packages, told, why


def test_second_generation_is_lists() -> None:
    lock = {
        "version": "0.5",
        "requires": ["zlib/1.2.13#97d5%1675", "own/1.0@user/channel"],
        "build_requires": ["cmake/3.2"],
    }
    reading = only("conan", {"conan.lock": json.dumps(lock)})

    assert told(reading, "development") == {"zlib@1.2.13": False, "own@1.0": False, "cmake@3.2": True}


def test_first_generation_is_a_graph() -> None:
    nodes = {
        "0": {"ref": "app/1.0", "path": "conanfile.py", "requires": ["1"], "build_requires": ["3"]},
        "1": {"ref": "openssl/1.1.1", "requires": ["2"]},
        "2": {"ref": "zlib/1.2.11#0"},
        "3": {"ref": "cmake/3.1"},
    }
    reading = only("conan", {"conan.lock": json.dumps({"graph_lock": {"nodes": nodes}, "version": "0.4"})})

    assert told(reading, "direct") == {"openssl@1.1.1": True, "zlib@1.2.11": False, "cmake@3.1": True}
    assert told(reading, "development") == {"openssl@1.1.1": False, "zlib@1.2.11": False, "cmake@3.1": True}
    assert told(reading, "needed_by")["zlib@1.2.11"] == ["openssl@1.1.1"]


def test_vcpkg_tells_versions_of_overrides_alone() -> None:
    data = {
        "dependencies": ["fmt", {"name": "zlib", "version>=": "1.2.11"}, {"name": "tool", "host": True}],
        "overrides": [{"name": "fmt", "version": "9.1.0"}],
    }
    reading = only("vcpkg", {"vcpkg.json": json.dumps(data)})

    assert set(packages(reading)) == {"fmt@9.1.0", "zlib", "tool"}
    assert ">=1.2.11" in why(reading, "zlib")
