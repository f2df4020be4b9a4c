"""Gradle: locks by configuration, and literal declarations of scripts."""

from tests.collect.packages.planted import lines, only, packages, readings, told, why

LOCK = """\
# This is a Gradle generated file for dependency locking.
com.fasterxml.jackson.core:jackson-core:2.15.0=compileClasspath,runtimeClasspath,testCompileClasspath
junit:junit:4.13.2=testCompileClasspath,testRuntimeClasspath
org.jacoco:org.jacoco.agent:0.8.8=jacocoAgent
empty=annotationProcessor
"""


def test_configurations_tell_what_is_for_development() -> None:
    reading = only("gradle", {"gradle.lockfile": LOCK})

    assert told(reading, "development") == {
        "com.fasterxml.jackson.core:jackson-core@2.15.0": False,
        "junit:junit@4.13.2": True,
        "org.jacoco:org.jacoco.agent@0.8.8": True,
    }
    assert set(told(reading, "direct").values()) == {"?"}
    assert lines(reading)["junit:junit@4.13.2"] == "gradle.lockfile:3"


def test_script_beside_a_lock_tells_what_is_direct() -> None:
    reading = only(
        "gradle", {"gradle.lockfile": LOCK, "build.gradle": "dependencies { testImplementation 'junit:junit:4.+' }"}
    )

    assert told(reading, "direct")["junit:junit@4.13.2"] is True
    assert not reading.gaps


def test_lock_of_the_build_script_is_development() -> None:
    assert told(only("gradle", {"buildscript-gradle.lockfile": "g:x:1=classpath\n"}), "development") == {"g:x@1": True}


def test_older_locks_have_a_file_for_each_configuration() -> None:
    files = {
        "gradle/dependency-locks/runtimeClasspath.lockfile": "g:x:1\n",
        "gradle/dependency-locks/testRuntimeClasspath.lockfile": "g:x:1\ng:y:2\n",
    }

    assert told(only("gradle", files), "development") == {"g:x@1": False, "g:y@2": True}


def test_line_of_a_lock_that_is_none_is_a_gap() -> None:
    reading = only("gradle", {"gradle.lockfile": "nonsense\ng:x:1=runtimeClasspath\n"})

    assert list(packages(reading)) == ["g:x@1"]
    assert "line 1" in reading.gaps[0].why


GROOVY = """\
ext.slf4j = '1.7.36'
def log = "2.0"
/* implementation 'g:commented:1' */
dependencies {
    implementation 'org.slf4j:slf4j-api:' + 'x'
    implementation "g:text:${slf4j}"
    api "g:short:$log"           // implementation 'g:behind:1'
    testImplementation group: 'g', name: 'named', version: '3.0'
    implementation platform("g:platform:1.0")
    implementation 'g:bare'
    runtimeOnly("g:ranged:[1,2)")
    implementation "g:computed:${findProperty('v')}"
    implementation project(':core')
}
"""


def test_groovy_script_tells_literal_dependencies() -> None:
    reading = only("gradle", {"build.gradle": GROOVY})

    assert set(packages(reading)) == {
        "org.slf4j:slf4j-api",
        "g:text@1.7.36",
        "g:short@2.0",
        "g:named@3.0",
        "g:platform@1.0",
        "g:bare",
        "g:ranged",
        "g:computed",
    }
    assert told(reading, "development")["g:named@3.0"] is True
    assert lines(reading)["g:short@2.0"] == "build.gradle:7"
    assert "platform" in why(reading, "g:bare")
    assert "computes" in why(reading, "org.slf4j:slf4j-api")
    assert "has no lock" in reading.gaps[0].why


def test_kotlin_script_with_a_catalogue_and_properties() -> None:
    files = {
        "gradle/libs.versions.toml": (
            "[versions]\nkt = '1.9.0'\nrich = {strictly='2.0'}\n[libraries]\n"
            "core-ktx = {module='g:core', version.ref='kt'}\nplain = 'g:plain:3'\n"
            "split = {group='g', name='split', version={ref='rich'}}\nnone = {module='g:none'}\n"
            "[bundles]\nall = ['plain', 'split']\n"
        ),
        "gradle.properties": "logVersion=4\n",
        "app/build.gradle.kts": (
            "dependencies {\n implementation(libs.core.ktx)\n api(libs.bundles.all)\n testImplementation(libs.none)\n"
            ' implementation("g:log:$logVersion")\n}\n'
        ),
    }
    reading = only("gradle", files)

    assert set(packages(reading)) == {"g:core@1.9.0", "g:plain@3", "g:split@2.0", "g:none", "g:log@4"}


def test_broken_catalogue_is_a_gap() -> None:
    reading = only("gradle", {"gradle/libs.versions.toml": "[libraries\n", "build.gradle": "api 'g:x:1'"})

    assert list(packages(reading)) == ["g:x@1"]
    assert any("TOML" in gap.why and gap.line == 1 for gap in reading.gaps)


def test_directories_are_units_of_their_own() -> None:
    files = {"a/build.gradle": "api 'g:x:1'", "b/build.gradle": "api 'g:y:1'"}

    assert [list(packages(each)) for each in readings("gradle", files)] == [["g:x@1"], ["g:y@1"]]


def test_name_that_the_script_computes_is_a_gap() -> None:
    reading = only(
        "gradle", {"build.gradle": "dependencies {\n  implementation libs.jackson\n  api project.deps.x\n}\n"}
    )

    assert not reading.resources
    assert [(gap.line, "libs.jackson" in gap.why) for gap in reading.gaps] == [(2, True)]
