"""Java archives: what each is, what is packed in it, and archives made to do harm."""

import struct
import zipfile
from io import BytesIO

from tests.collect.packages.planted import only, packages, told


def jar(entries: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def properties(group: str, artifact: str, version: str) -> dict[str, str | bytes]:
    text = f"#Created by Apache Maven\ngroupId={group}\nartifactId={artifact}\nversion={version}\n"
    return {f"META-INF/maven/{group}/{artifact}/pom.properties": text}


def manifest(**said: str) -> dict[str, str | bytes]:
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in said.items()]
    return {"META-INF/MANIFEST.MF": "\r\n".join(["Manifest-Version: 1.0", *lines, "", ""])}


LOG4J = jar(properties("org.apache.logging.log4j", "log4j-core", "2.14.1"))


def test_properties_in_an_archive_tell_what_it_is() -> None:
    assert list(packages(only("jar", {"lib/x.jar": LOG4J}))) == ["org.apache.logging.log4j:log4j-core@2.14.1"]


def test_archives_in_an_archive_are_found_with_what_holds_them() -> None:
    inner = jar({"WEB-INF/lib/log4j-core-2.14.1.jar": LOG4J, **properties("g", "web", "1")})
    ear = jar({"web-1.war": inner, **properties("g", "big", "2")}, zipfile.ZIP_STORED)
    reading = only("jar", {"big.ear": ear})

    assert told(reading, "needed_by") == {
        "g:big@2": "?",
        "g:web@1": ["g:big@2"],
        "org.apache.logging.log4j:log4j-core@2.14.1": ["g:web@1"],
    }


def test_shaded_packages_are_told_beside_the_archive_itself() -> None:
    entries = {**properties("g", "app", "1.0"), **properties("h", "shaded", "2.0")}
    reading = only("jar", {"app-1.0.jar": jar(entries)})

    assert told(reading, "needed_by") == {"g:app@1.0": "?", "h:shaded@2.0": ["g:app@1.0"]}


def test_repository_path_tells_group_and_version() -> None:
    reading = only("jar", {"root/.m2/repository/org/ow2/foo/bar/1.2/bar-1.2.jar": jar({"a": "b"})})

    assert list(packages(reading)) == ["org.ow2.foo:bar@1.2"]


def test_known_family_needs_its_classes_in_the_archive() -> None:
    real = jar({"org/springframework/core/A.class": b"x", **manifest(Implementation_Version="5.3.1")})
    other = jar({"com/evil/A.class": b"x"})

    assert list(packages(only("jar", {"spring-core-5.3.1.jar": real}))) == ["org.springframework:spring-core@5.3.1"]
    assert list(packages(only("jar", {"spring-core-5.3.1.jar": other}))) == ["spring-core@5.3.1"]


def test_group_is_never_made_up_and_its_absence_is_told() -> None:
    reading = only("jar", {"thing-1.0.jar": jar(manifest(Bundle_SymbolicName="org.some.thing"))})

    assert list(packages(reading)) == ["thing@1.0"]
    assert "does not tell the Maven group" in reading.gaps[0].why


def test_manifest_tells_the_version_that_the_name_does_not() -> None:
    said = manifest(Implementation_Vendor_Id="com.acme", Implementation_Version="4.5 (build 7)")

    assert list(packages(only("jar", {"thing.jar": jar(said)}))) == ["com.acme:thing@4.5"]


def test_folded_line_of_a_manifest_is_one_line() -> None:
    text = "Manifest-Version: 1.0\r\nImplementation-Vendor-Id: com.ac\r\n me\r\nImplementation-Version: 1\r\n\r\n"

    assert list(packages(only("jar", {"thing.jar": jar({"META-INF/MANIFEST.MF": text})}))) == ["com.acme:thing@1"]


def test_archive_that_unpacks_to_too_much_is_a_gap_and_the_rest_is_read() -> None:
    bomb = jar({"big.jar": b"\0" * 40_000_000, "log4j.jar": LOG4J, **properties("g", "a", "1")})
    reading = only("jar", {"a-1.jar": bomb})

    assert "org.apache.logging.log4j:log4j-core@2.14.1" in packages(reading)
    assert any("times its size" in gap.why for gap in reading.gaps)


def test_archives_nested_without_end_are_cut_off() -> None:
    data = LOG4J
    for _ in range(9):
        data = jar({"inner.jar": data})
    reading = only("jar", {"outer.jar": data})

    assert any("nested deeper" in gap.why for gap in reading.gaps)


def test_directory_of_an_archive_that_claims_too_much_is_not_loaded() -> None:
    data = bytearray(LOG4J)
    end = data.rfind(b"PK\x05\x06")
    struct.pack_into("<I", data, end + 12, 0x7FFFFFFF)
    reading = only("jar", {"x.jar": bytes(data)})

    assert not reading.resources
    assert "more entries than are read" in reading.gaps[0].why


def test_truncated_archive_is_a_gap() -> None:
    reading = only("jar", {"x.jar": LOG4J[:-30]})

    assert not reading.resources
    assert len(reading.gaps) == 1


def test_damaged_entry_is_a_gap_and_the_archive_is_still_told() -> None:
    stored = jar({"META-INF/MANIFEST.MF": "Implementation-Version: 1\n", "inner.jar": LOG4J}, zipfile.ZIP_STORED)
    damaged = stored.replace(b"groupId=org.apache", b"groupId=org.apathe").replace(LOG4J[:40], b"\0" * 40)
    reading = only("jar", {"thing-1.jar": damaged})

    assert "thing@1" in packages(reading)
    assert any("inner.jar" in gap.why for gap in reading.gaps)


def test_entry_that_is_encrypted_is_a_gap() -> None:
    data = bytearray(jar({"META-INF/MANIFEST.MF": "A: b\n"}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    reading = only("jar", {"thing-1.jar": bytes(data)})

    assert any("cannot be unpacked" in gap.why for gap in reading.gaps)
