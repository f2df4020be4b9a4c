"""Maven: inheritance, properties, managed versions and what lies outside of the tree."""

from tests.collect.packages.planted import lines, only, packages, readings, told, why


def pom(body: str, artifact: str = "app", group: str = "<groupId>org.own</groupId>") -> str:
    return f"<project>{group}<artifactId>{artifact}</artifactId><version>1.0</version>{body}</project>"


def wish(group: str, artifact: str, version: str = "", more: str = "") -> str:
    given = f"<version>{version}</version>" if version else ""
    return f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>{given}{more}</dependency>"


def test_version_is_found_through_properties() -> None:
    body = "<properties><a>${b}.1</a><b>2</b></properties><dependencies>" + wish("g", "x", "${a}") + "</dependencies>"

    assert list(packages(only("maven-pom", {"pom.xml": pom(body)}))) == ["g:x@2.1"]


def test_scope_test_is_development() -> None:
    body = "<dependencies>" + wish("g", "x", "1", "<scope>test</scope>") + wish("g", "y", "1") + "</dependencies>"

    assert told(only("maven-pom", {"pom.xml": pom(body)}), "development") == {"g:x@1": True, "g:y@1": False}


def test_parent_gives_managed_version_scope_property_and_dependencies() -> None:
    parent = pom(
        "<properties><v>3</v></properties><dependencyManagement><dependencies>"
        + wish("g", "managed", "${v}", "<scope>test</scope>")
        + "</dependencies></dependencyManagement><dependencies>"
        + wish("g", "inherited", "1")
        + "</dependencies>",
        "parent",
    )
    child = (
        "<project><parent><groupId>org.own</groupId><artifactId>parent</artifactId><version>1.0</version></parent>"
        "<artifactId>child</artifactId><properties><v>4</v></properties><dependencies>\n"
        + wish("g", "managed")
        + "</dependencies></project>"
    )
    reading = readings("maven-pom", {"pom.xml": parent, "child/pom.xml": child})[0]

    assert told(reading, "development") == {"g:managed@4": True, "g:inherited@1": False}
    assert lines(reading) == {"g:managed@4": "child/pom.xml:2", "g:inherited@1": "pom.xml:1"}
    assert reading.also == ("pom.xml",)


def test_version_that_a_remote_parent_gives_is_unknown_and_names_it() -> None:
    text = (
        "<project><parent><groupId>org.far</groupId><artifactId>starter</artifactId><version>7</version></parent>"
        "<artifactId>a</artifactId><dependencies>"
        + wish("g", "x")
        + wish("g", "y", "${far}")
        + "</dependencies></project>"
    )
    reading = only("maven-pom", {"pom.xml": text})

    assert "org.far:starter:7" in why(reading, "g:x")
    assert "org.far:starter:7" in why(reading, "g:y")


def test_bill_of_materials_of_the_tree_gives_versions_in_its_own_words() -> None:
    bill = pom(
        "<properties><v>5</v></properties><dependencyManagement><dependencies>"
        + wish("g", "x", "${v}")
        + "</dependencies></dependencyManagement>",
        "bill",
    )
    app = pom(
        "<properties><v>6</v></properties><dependencyManagement><dependencies>"
        + wish("org.own", "bill", "1.0", "<type>pom</type><scope>import</scope>")
        + "</dependencies></dependencyManagement><dependencies>"
        + wish("g", "x")
        + "</dependencies>"
    )
    app_reading, _ = readings("maven-pom", {"app/pom.xml": app, "some/where/pom.xml": bill})

    assert list(packages(app_reading)) == ["g:x@5"]


def test_remote_bill_of_materials_is_named_as_the_reason() -> None:
    body = (
        "<dependencyManagement><dependencies>"
        + wish("org.far", "bom", "9", "<type>pom</type><scope>import</scope>")
        + "</dependencies></dependencyManagement><dependencies>"
        + wish("g", "x")
        + "</dependencies>"
    )

    assert "org.far:bom:9" in why(only("maven-pom", {"pom.xml": pom(body)}), "g:x")


def test_range_is_no_version_unless_it_holds_one() -> None:
    body = (
        "<dependencies>"
        + wish("g", "x", "[1,2)")
        + wish("g", "y", "[1.5]")
        + wish("g", "z", "LATEST")
        + "</dependencies>"
    )
    reading = only("maven-pom", {"pom.xml": pom(body)})

    assert set(packages(reading)) == {"g:x", "g:y@1.5", "g:z"}


def test_module_of_the_same_build_is_no_package() -> None:
    app = pom(
        "<dependencies>" + wish("org.own", "core", "${project.version}") + wish("g", "x", "1") + "</dependencies>"
    )
    reading, _ = readings("maven-pom", {"app/pom.xml": app, "core/pom.xml": pom("", "core")})

    assert list(packages(reading)) == ["g:x@1"]


def test_property_of_a_profile_is_unknown() -> None:
    body = (
        "<profiles><profile><id>p</id><properties><v>1</v></properties></profile></profiles>"
        "<dependencies>" + wish("g", "x", "${v}") + "</dependencies>"
    )

    assert "profiles" in why(only("maven-pom", {"pom.xml": pom(body)}), "g:x")


def test_profile_that_is_active_by_default_counts() -> None:
    body = (
        "<profiles><profile><activation><activeByDefault>true</activeByDefault></activation>"
        "<properties><v>1</v></properties></profile></profiles><dependencies>"
        + wish("g", "x", "${v}")
        + "</dependencies>"
    )

    assert list(packages(only("maven-pom", {"pom.xml": pom(body)}))) == ["g:x@1"]


def test_properties_that_lead_to_each_other_end() -> None:
    body = "<properties><a>${b}</a><b>${a}</b></properties><dependencies>" + wish("g", "x", "${a}") + "</dependencies>"

    assert "without end" in why(only("maven-pom", {"pom.xml": pom(body)}), "g:x")


def test_parents_that_are_each_others_end() -> None:
    text = (
        "<project><parent><groupId>o</groupId><artifactId>{0}</artifactId><version>1</version>"
        "<relativePath>../{0}/pom.xml</relativePath></parent><artifactId>{1}</artifactId><dependencies>"
        + wish("g", "x")
        + "</dependencies></project>"
    )
    files = {"a/pom.xml": text.format("b", "a"), "b/pom.xml": text.format("a", "b")}

    assert all("?" in told(each, "version").values() for each in readings("maven-pom", files))


def test_entities_are_not_expanded() -> None:
    text = '<!DOCTYPE project [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + pom("<name>&c;</name>")
    reading = only("maven-pom", {"pom.xml": text})

    assert "entities" in reading.gaps[0].why


def test_older_encoding_is_read() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + pom(
        "<name>é</name><dependencies>" + wish("g", "x", "1") + "</dependencies>"
    )

    assert list(packages(only("maven-pom", {"pom.xml": text.encode("latin-1")}))) == ["g:x@1"]


def test_packages_that_dependencies_bring_are_told_to_be_missing_once() -> None:
    reading = only("maven-pom", {"pom.xml": pom("<dependencies>" + wish("g", "x", "1") + "</dependencies>")})

    assert ["bring in turn" in gap.why for gap in reading.gaps] == [True]
