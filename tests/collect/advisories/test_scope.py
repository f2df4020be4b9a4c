"""Advisories and packages mean the same release, however each writes it."""

from __future__ import annotations

import pytest

from bartizan.collect.advisories.scope import Scope, normal, scope

SAME = [
    ("Ubuntu:22.04:LTS", "Ubuntu:22.04", "22.04"),
    ("Ubuntu:Pro:18.04:LTS", "Ubuntu:Pro:18.04", "Pro:18.04"),
    ("Alpine:v3.19", "Alpine:v3.19.1", "3.19"),
    ("Alpine:edge", "Alpine:edge", "edge"),
    ("Debian:12", "Debian:12.5", "12"),
    ("Rocky Linux:9", "Rocky Linux:9.4", "9"),
    ("Red Hat:enterprise_linux:9::baseos", "Red Hat:enterprise_linux:9", "9"),
    ("Red Hat:enterprise_linux:9::appstream", "Red Hat:9.4", "9"),
    ("Red Hat:rhel_eus:9.2::appstream", "Red Hat:rhel_eus:9.2", "rhel_eus:9.2"),
    ("SUSE:Linux Enterprise Module for Basesystem 15 SP5", "SUSE:Linux Enterprise Server 15 SP5", "15.5"),
    ("SUSE:Linux Enterprise Micro 5.3", "SUSE:Linux Enterprise Micro 5.3", "micro 5.3"),
    ("openSUSE:Leap 15.6", "openSUSE:Leap 15.6", "leap 15.6"),
    ("openSUSE:Tumbleweed", "openSUSE:Tumbleweed", "tumbleweed"),
    ("openEuler:22.03-LTS-SP3", "openEuler:22.03 (LTS-SP3)", "22.03-LTS-SP3"),
    ("Photon OS:5.0", "Photon OS:5", "5"),
    ("Azure Linux:3", "Azure Linux:3.0", "3"),
    ("Maven:https://maven.google.com", "Maven", ""),
    ("Wolfi", "Wolfi", ""),
]


@pytest.mark.parametrize(("advisory", "package", "release"), SAME)
def test_a_release_is_the_same_in_both_spellings(advisory: str, package: str, release: str) -> None:
    assert scope(advisory) == scope(package) == Scope(advisory.partition(":")[0], release)


def test_pro_and_plain_ubuntu_are_two_scopes() -> None:
    assert scope("Ubuntu:Pro:22.04:LTS") != scope("Ubuntu:22.04:LTS")


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("PyPI", "Ruamel.YAML_clib", "ruamel-yaml-clib"),
        ("NuGet", "Newtonsoft.Json", "newtonsoft.json"),
        ("Packagist", "Symfony/Http-Kernel", "symfony/http-kernel"),
        ("GitHub Actions", "Actions/Checkout", "actions/checkout"),
        ("SwiftURL", "https://github.com/Apple/swift-nio.git", "github.com/apple/swift-nio"),
    ],
)
def test_spellings_of_one_name_are_the_same(family: str, one: str, other: str) -> None:
    assert normal(family, one) == normal(family, other)


def test_names_that_differ_by_case_are_two_where_the_registry_says_so() -> None:
    assert normal("Go", "github.com/Azure/x") != normal("Go", "github.com/azure/x")
