"""Packages of software: what is depended on, or installed, and what is publicly known to be wrong with it."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Shown, Source, Unseen
from bartizan.core.truth import Unknown

_MATCHED = Unseen("there is no advisory data; `bartizan data update` fetches it", later=True)
"""Filled in where packages are matched with advisories."""


class Package(Asset, kind="software.package"):
    """A package of software in one version, as one lock file, database or binary tells of it."""

    name = Text("Its name in its ecosystem: `@babel/core`, `org.apache.logging.log4j:log4j-core`.")
    version = Text("Its version.")
    ecosystem = Text("Where it comes from, as OSV names it: `PyPI`, `npm`, `Debian:12`.")
    purl = Text("Its package URL.")
    direct = Flag("The project asks for it itself; it is not only needed by another package.")
    development = Flag("It is only needed to build or to test.")
    needed_by = Link(lambda: Package, "The packages that ask for it.")
    licenses = Many("Licences it declares, as SPDX expressions where they are such.")
    source_name = Text("The source package that a distribution built it from: what its advisories are about.")
    source_version = Text("The version of that source package.")
    architecture = Text("The architecture it is built for.")
    checksums = Many("Checksums of its file: `sha256:HEX`.")
    modules = Many("What code imports it as.")
    image = Link(Image, "The image it is in.")
    layer = Text("The layer of the image that brought it, by digest.")
    from_base = Flag("The base image brought it.")
    affected = Flag("A known vulnerability that counts affects this version.")
    vulnerabilities = Many("Known vulnerabilities that count.")
    worst = Number("Highest CVSS base score of those, 0 to 10, without those that nobody has rated.")
    unrated = Flag("One of those has been rated by nobody.")
    exploited = Flag("One of those is known to be exploited.")
    likelihood = Number("Highest probability of those to be exploited within 30 days, by EPSS, 0 to 1.")
    malicious = Flag("The version was published to do harm.")
    fixable = Flag("There is a version that fixes at least one of those.")
    remedy = Text("What to do about those.")
    reachable = Flag("The vulnerable code can run here.")
    runs_commands = Flag("A known vulnerability lets whoever sends requests run commands.", derived=True)
    runs_commands_now = Flag("The same, by a vulnerability that is known to be exploited.", derived=True)
    runs_commands_soon = Flag("The same, by one that EPSS gives a probability of 10 % or more.", derived=True)
    sends_requests = Flag("A known vulnerability lets strangers make it send requests to others.", derived=True)
    reads_files = Flag("A known vulnerability lets strangers read files.", derived=True)
    asks_databases = Flag("A known vulnerability lets strangers ask its database what they like.", derived=True)
    skips_sign_in = Flag("A known vulnerability lets strangers in without signing in.", derived=True)


FROM_PACKAGES = Source(
    of=Package,
    each=Block("package"),
    reads={
        Package.name: "name",
        Package.version: "version",
        Package.ecosystem: "ecosystem",
        Package.purl: "purl",
        Package.direct: "direct",
        Package.development: "development",
        Package.needed_by: "needed_by",
        Package.licenses: "licenses",
        Package.source_name: "source_name",
        Package.source_version: "source_version",
        Package.architecture: "architecture",
        Package.checksums: "checksums",
        Package.modules: "modules",
        Package.image: "image",
        Package.layer: "layer",
        Package.from_base: "not_null(from_base, `false`)",
        Package.affected: _MATCHED,
        Package.vulnerabilities: _MATCHED,
        Package.worst: _MATCHED,
        Package.unrated: _MATCHED,
        Package.exploited: _MATCHED,
        Package.likelihood: _MATCHED,
        Package.malicious: _MATCHED,
        Package.fixable: _MATCHED,
        Package.remedy: _MATCHED,
        Package.reachable: _MATCHED,
    },
    shows=(
        Shown(
            file="package-lock.json",
            text="""
                {
                  "name": "shop",
                  "lockfileVersion": 3,
                  "packages": {
                    "": {"name": "shop", "devDependencies": {"@babel/core": "^7.0.0"}},
                    "node_modules/@babel/core": {
                      "version": "7.23.0",
                      "dev": true,
                      "dependencies": {"debug": "^4.1.0"}
                    },
                    "node_modules/debug": {
                      "version": "4.3.4",
                      "resolved": "https://registry.npmjs.org/debug/-/debug-4.3.4.tgz",
                      "integrity": "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                      "license": "MIT",
                      "dev": true
                    }
                  }
                }""",
            gives=Package(
                "debug@4.3.4",
                name="debug",
                version="4.3.4",
                ecosystem="npm",
                purl="pkg:npm/debug@4.3.4",
                direct=False,
                development=True,
                needed_by=frozenset({"@babel/core@7.23.0"}),
                licenses=frozenset({"MIT"}),
                source_name=None,
                source_version=None,
                architecture=None,
                checksums=frozenset({"sha256:0000000000000000000000000000000000000000000000000000000000000000"}),
                modules=frozenset({"debug"}),
                image=frozenset(),
                layer=None,
                from_base=False,
            ),
        ),
        Shown(
            file="requirements.txt",
            text="requests>=2.31",
            gives=Package(
                "requests",
                name="requests",
                version=Unknown("only a range is given: >=2.31"),
                ecosystem="PyPI",
                purl="pkg:pypi/requests",
                direct=True,
                development=False,
                needed_by=Unknown("the file does not tell"),
                licenses=frozenset(),
                checksums=frozenset(),
                modules=Unknown("the file does not tell"),
            ),
        ),
    ),
)
