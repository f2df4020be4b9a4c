"""NuGet: locks, assets, projects with central versions, lists, and built applications."""

import base64
import json

from bartizan.collect.tree import ROOTFS
from tests.collect.packages.planted import lines, only, packages, readings, told, why

HASH = base64.b64encode(b"x" * 64).decode()
LOCK = {
    "version": 1,
    "dependencies": {
        "net6.0": {
            "Serilog": {"type": "Direct", "requested": "[2.10.0, )", "resolved": "2.10.0", "contentHash": HASH},
            "Sinks": {"type": "Direct", "resolved": "1.0.0", "dependencies": {"Buffers": "4.5.1"}},
            "Buffers": {"type": "Transitive", "resolved": "4.5.1"},
            "own.core": {"type": "Project"},
        },
        "net48": {"Buffers": {"type": "Direct", "resolved": "4.5.0"}},
    },
}


def test_lock_tells_each_framework() -> None:
    reading = only("nuget", {"packages.lock.json": json.dumps(LOCK, indent=1)})

    assert told(reading, "direct") == {
        "Serilog@2.10.0": True,
        "Sinks@1.0.0": True,
        "Buffers@4.5.1": False,
        "Buffers@4.5.0": True,
    }
    assert told(reading, "needed_by")["Buffers@4.5.1"] == ["Sinks@1.0.0"]
    assert told(reading, "checksums")["Serilog@2.10.0"] == ["sha512:" + (b"x" * 64).hex()]
    assert lines(reading)["Serilog@2.10.0"] == "packages.lock.json:5"


PROJECT = """\
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><Version13>13.0.1</Version13></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="$(Version13)" />
    <PackageReference Include="Analyzer"><Version>1.0</Version><PrivateAssets>all</PrivateAssets></PackageReference>
    <PackageReference Include="Central" />
    <PackageReference Include="Overridden" VersionOverride="[9.0]" />
    <PackageReference Include="Ranged" Version="[1.0,2.0)" />
    <PackageReference Include="Floating" Version="1.*" />
    <PackageReference Include="Lost" Version="$(Nowhere)" />
    <PackageReference Include="None" />
  </ItemGroup>
</Project>
"""
CENTRAL = """\
<Project><ItemGroup>
<PackageVersion Include="Central" Version="3.1.4" /><PackageVersion Include="Overridden" Version="8.0" />
<GlobalPackageReference Include="Everywhere" Version="5.0" />
</ItemGroup></Project>
"""


def test_project_takes_versions_from_properties_and_from_above() -> None:
    reading = only("nuget", {"src/a/a.csproj": PROJECT, "Directory.Packages.props": CENTRAL})

    assert set(packages(reading)) == {
        "Newtonsoft.Json@13.0.1",
        "Analyzer@1.0",
        "Central@3.1.4",
        "Overridden@9.0",
        "Ranged",
        "Floating",
        "Lost",
        "None",
        "Everywhere@5.0",
    }
    assert "Nowhere" in why(reading, "Lost")
    assert lines(reading)["Central@3.1.4"] == "src/a/a.csproj:6"
    assert told(reading, "development")["Analyzer@1.0"] is True
    assert told(reading, "development")["Everywhere@5.0"] is True
    assert told(reading, "development")["Newtonsoft.Json@13.0.1"] is False


def test_imported_file_of_the_tree_counts() -> None:
    files = {
        "a/a.csproj": '<Project><Import Project="..\\build\\test.props" /></Project>',
        "build/test.props": '<Project><Import Project="$(MSBuildThisFileDirectory)more.props" /></Project>',
        "build/more.props": '<Project><PackageReference Include="X" Version="1.0" /></Project>',
    }
    reading = only("nuget", files)

    assert list(packages(reading)) == ["X@1.0"]
    assert reading.also == ("build/more.props", "build/test.props")


def test_packages_of_a_test_project_are_for_development() -> None:
    text = (
        '<Project><PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" />'
        '<PackageReference Include="X" Version="1.0" /></Project>'
    )

    assert set(told(only("nuget", {"t.fsproj": text}), "development").values()) == {True}


def test_lock_goes_before_assets_and_assets_before_the_project() -> None:
    assets = {"libraries": {"A/1.0.0": {"type": "package"}}, "targets": {}, "project": {"frameworks": {}}}
    files = {
        "a/a.csproj": PROJECT,
        "a/packages.lock.json": json.dumps(LOCK),
        "b/b.csproj": PROJECT,
        "b/obj/project.assets.json": json.dumps(assets),
        "a/obj/project.assets.json": json.dumps(assets),
    }

    assert [len(each.resources) for each in readings("nuget", files)] == [4, 1]


def test_assets_tell_who_needs_whom() -> None:
    assets = {
        "libraries": {
            "A/1.0.0": {"type": "package", "sha512": HASH},
            "B/2.0.0": {"type": "package"},
            "Tool/1.0.0": {"type": "package"},
            "own/1.0.0": {"type": "project"},
            "C/3.0.0": {"type": "package"},
        },
        "targets": {
            "net8.0": {
                "A/1.0.0": {"dependencies": {"B": "1.0.0"}},
                "B/2.0.0": {},
                "own/1.0.0": {"dependencies": {"C": "3.0.0"}},
            }
        },
        "project": {"frameworks": {"net8.0": {"dependencies": {"A": {}, "Tool": {"suppressParent": "All"}}}}},
    }
    reading = only("nuget", {"obj/project.assets.json": json.dumps(assets)})

    assert told(reading, "direct") == {"A@1.0.0": True, "B@2.0.0": False, "Tool@1.0.0": True, "C@3.0.0": False}
    assert told(reading, "needed_by")["B@2.0.0"] == ["A@1.0.0"]
    assert told(reading, "development")["Tool@1.0.0"] is True
    assert told(reading, "development")["B@2.0.0"] is False


def test_older_list_tells_line_and_development() -> None:
    text = (
        '<packages>\n<package id="A" version="1.0" />\n'
        '<package id="B" version="2.0" developmentDependency="true" />\n<package id="C" /></packages>'
    )
    reading = only("nuget", {"packages.config": text})

    assert told(reading, "development") == {"A@1.0": False, "B@2.0": True}
    assert "line 4" in reading.gaps[0].why


def test_built_application_tells_its_packages_and_runtime() -> None:
    text = json.dumps(
        {
            "targets": {
                "net6.0": {
                    "app/1.0.0": {"dependencies": {"Serilog": "2.10.0", "runtimepack.Runtime.linux": "6.0.1"}},
                    "Serilog/2.10.0": {"dependencies": {"Buffers": "4.5.1"}},
                }
            },
            "libraries": {
                "app/1.0.0": {"type": "project"},
                "Serilog/2.10.0": {"type": "package", "sha512": f"sha512-{HASH}"},
                "Buffers/4.5.1": {"type": "package"},
                "runtimepack.Runtime.linux/6.0.1": {"type": "runtimepack"},
            },
        }
    )
    reading = only("nuget", {"usr/share/app/app.deps.json": text}, ROOTFS)

    assert told(reading, "direct") == {"Serilog@2.10.0": True, "Buffers@4.5.1": False, "Runtime.linux@6.0.1": True}
    assert told(reading, "needed_by")["Buffers@4.5.1"] == ["Serilog@2.10.0"]
