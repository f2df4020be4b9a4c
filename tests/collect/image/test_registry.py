"""Images in registries: what is asked for, with which login, and what happens when the answer is bad."""

from __future__ import annotations

import base64
import json
import shutil
import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bartizan.collect.image.layer.files import ImageFiles
from bartizan.collect.image.origin.challenge import Challenge, challenges
from bartizan.collect.image.origin.error import Denied, ImageError, NotThere, Unreachable
from bartizan.collect.image.origin.login import Login, login
from bartizan.collect.image.origin.options import RegistryOptions
from bartizan.core.truth import Unknown
from tests.collect.image.making import Layout, contents, digest, file, layer, layout, opened
from tests.collect.image.serving import PASSWORD, USER, Asked, Reply, docker_registry, registry_of, serving


def refuses(error: type[ImageError], match: str, where: str, registry: RegistryOptions | None = None) -> None:
    """Hold that an image is refused, and why."""
    with pytest.raises(error, match=match), opened(where, registry=registry):
        raise AssertionError("it was opened")


DATA = layer(file("a", "1"), file("b", bytes(range(256)) * 2000))
QUICK = RegistryOptions(patience=1.0)
BRIEF = RegistryOptions(patience=0.3)


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the tests away from the logins and proxies of whoever runs them; return the directory for Docker's."""
    for name in ("REGISTRY_AUTH_FILE", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "DOCKER_CONFIG", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    docker = tmp_path / "home" / ".docker"
    docker.mkdir(parents=True)
    return docker


@pytest.fixture
def made(tmp_path: Path) -> Layout:
    return layout(tmp_path / "image", DATA, compression="+gzip")


def keep_login(docker: Path, host: str, user: str = USER, password: str = PASSWORD) -> None:
    auth = base64.b64encode(f"{user}:{password}".encode()).decode()
    (docker / "config.json").write_text(json.dumps({"auths": {host: {"auth": auth}}}))


def test_an_image_is_read_by_tag(made: Layout) -> None:
    with serving(registry_of(made)) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert tree.gaps == ()
        assert contents(tree)["a"] == b"1"
        assert isinstance(tree.storage, ImageFiles)
        assert tree.storage.about.reference == f"{server.host}/org/app:app"
        assert tree.storage.about.digest == made.listed[0]["digest"]


def test_an_image_is_read_by_digest(made: Layout) -> None:
    reference = f"org/app:other@{made.listed[0]['digest']}"
    with serving(registry_of(made)) as server, opened(f"image:{server.host}/{reference}", registry=QUICK) as tree:
        assert contents(tree)["a"] == b"1"


def test_what_the_registry_holds_beside_the_image_is_told(made: Layout) -> None:
    image = made.listed[0]["digest"]
    stem = image.replace(":", "-")
    made.named(made.artifact(), f"{stem}.sig")
    made.named(made.artifact(notes={"predicateType": "https://slsa.dev/provenance/v1"}), f"{stem}.att")
    with serving(registry_of(made)) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert isinstance(tree.storage, ImageFiles)
        beside = tree.storage.about.beside
        assert (beside.signed, beside.provenance, beside.bill) == (True, True, False)
        assert f"/v2/org/app/referrers/{image}" in server.paths()


def test_referrers_are_asked_for_what_is_beside(made: Layout) -> None:
    bill = made.artifact(made.listed[0]["digest"], "application/spdx+json")
    listing = json.dumps({"schemaVersion": 2, "manifests": [bill]}).encode()
    usual = registry_of(made)

    def answer(asked: Asked) -> Reply:
        return Reply(200, listing) if "/referrers/" in asked.path else usual(asked)

    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert isinstance(tree.storage, ImageFiles)
        assert tree.storage.about.beside.bill is True


def test_what_the_registry_does_not_tell_is_unknown(made: Layout) -> None:
    usual = registry_of(made)

    def answer(asked: Asked) -> Reply:
        return Reply(403) if "/referrers/" in asked.path else usual(asked)

    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert isinstance(tree.storage, ImageFiles)
        assert isinstance(tree.storage.about.beside.signed, Unknown)


def test_a_tag_that_is_not_there_is_told(made: Layout) -> None:
    with (
        serving(registry_of(made)) as server,
        pytest.raises(NotThere, match="has no 2"),
        opened(f"{server.host}/org/app:2"),
    ):
        pass


def with_tokens(usual: Callable[[Asked], Reply], user: str = "", scheme: str = "http") -> Callable[[Asked], Reply]:
    """Want a token that the same server hands out, to anyone or to one user."""
    basic = "Basic " + base64.b64encode(f"{user}:{PASSWORD}".encode()).decode()

    def answer(asked: Asked) -> Reply:
        if asked.path.startswith("/token"):
            if user and asked.headers.get("authorization") != basic and b"refresh_token=identity" not in asked.body:
                return Reply(401)
            return Reply(200, b'{"token": "open-sesame"}')
        if asked.headers.get("authorization") == "Bearer open-sesame":
            return usual(asked)
        realm = (
            f'Bearer realm="{scheme}://{asked.headers["host"]}/token",service="tests",scope="repository:org/app:pull"'
        )
        return Reply(401, b"{}", {"WWW-Authenticate": realm})

    return answer


def test_a_token_is_asked_for_without_a_login_where_none_is_kept(made: Layout) -> None:
    with serving(with_tokens(registry_of(made))) as server, opened(f"{server.host}/org/app:app") as tree:
        assert contents(tree)["a"] == b"1"
        query = parse_qs(urlsplit(next(path for path in server.paths() if path.startswith("/token"))).query)
        assert query == {"service": ["tests"], "scope": ["repository:org/app:pull"]}


def test_a_token_is_asked_for_with_the_login_that_is_kept(made: Layout, nobody: Path) -> None:
    with serving(with_tokens(registry_of(made), USER)) as server:
        refuses(Denied, "docker login", f"{server.host}/org/app:app")
        keep_login(nobody, server.host)
        with opened(f"{server.host}/org/app:app") as tree:
            assert contents(tree)["a"] == b"1"


def test_an_identity_token_is_given_for_a_token(made: Layout, nobody: Path) -> None:
    with serving(with_tokens(registry_of(made), USER)) as server:
        (nobody / "config.json").write_text(json.dumps({"auths": {server.host: {"identitytoken": "identity"}}}))
        with opened(f"{server.host}/org/app:app") as tree:
            assert contents(tree)["a"] == b"1"


def test_a_login_that_is_refused_is_told(made: Layout, nobody: Path) -> None:
    with serving(with_tokens(registry_of(made), USER)) as server:
        keep_login(nobody, server.host, password="wrong")
        refuses(Denied, "login that is kept for it is refused", f"{server.host}/org/app:app")


def test_a_helper_is_asked_for_the_login(
    made: Layout, nobody: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = tmp_path / "bin" / "docker-credential-tests"
    helper.parent.mkdir()
    helper.write_text(
        f'#!/bin/sh\nread host; echo "{{\\"Username\\": \\"{USER}\\", \\"Secret\\": \\"{PASSWORD}\\"}}"\n'
    )
    helper.chmod(helper.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(helper.parent), prepend=":")
    with serving(with_tokens(registry_of(made), USER)) as server:
        for table in ({"credHelpers": {server.host: "tests"}}, {"credsStore": "tests"}):
            (nobody / "config.json").write_text(json.dumps(table))
            with opened(f"{server.host}/org/app:app") as tree:
                assert contents(tree)["a"] == b"1"


@pytest.mark.parametrize("name", ["../evil", "a/b", "a;b", "", "x" * 100, "-x"])
def test_a_helper_must_have_a_plain_name(name: str, tmp_path: Path, nobody: Path) -> None:
    (nobody / "config.json").write_text(json.dumps({"credsStore": name, "credHelpers": {"r.example": name}}))

    assert login("r.example", "a/b") is None


def test_the_nearest_login_counts(nobody: Path) -> None:
    def auth(user: str) -> dict[str, str]:
        return {"auth": base64.b64encode(f"{user}:p".encode()).decode()}

    logins = {"r.example": auth("all"), "r.example/org": auth("org"), "https://index.docker.io/v1/": auth("hub")}
    (nobody / "config.json").write_text(json.dumps({"auths": logins}))

    assert login("r.example", "org/app") == Login("org", "p")
    assert login("r.example", "other/app") == Login("all", "p")
    assert login("docker.io", "library/a") == Login("hub", "p")
    assert login("other.example", "a") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"auths": []}', '{"auths": {"h": {"auth": "%%"}}}', '{"credsStore": 1}', "[" * 99999]
)
def test_a_file_of_logins_that_is_broken_is_passed_over(text: str, nobody: Path) -> None:
    (nobody / "config.json").write_text(text)

    assert login("h", "a") is None


def test_a_login_is_not_shown() -> None:
    assert PASSWORD not in repr(Login(USER, PASSWORD, PASSWORD))


def test_a_login_does_not_follow_a_redirect_to_another_host(made: Layout, nobody: Path) -> None:
    """Registries keep blobs in object stores, whose links are signed: nothing else is needed there."""
    blobs = registry_of(made)
    with serving(blobs) as store:

        def answer(asked: Asked) -> Reply:
            if "/blobs/" in asked.path:
                return Reply(307, headers={"Location": f"http://{store.host}{asked.path}"})
            return blobs(asked)

        with serving(with_tokens(answer)) as server, opened(f"{server.host}/org/app:app") as tree:
            assert contents(tree)["a"] == b"1"
            assert any("authorization" in each.headers for each in server.asked)
            assert store.asked
            assert not any("authorization" in each.headers for each in store.asked)


def test_redirects_without_end_are_an_error(made: Layout) -> None:
    with serving(lambda asked: Reply(302, headers={"Location": "/again"})) as server:
        refuses(ImageError, "redirects without end", f"{server.host}/org/app:app")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://x.example/a", "gopher://127.0.0.1/"])
def test_redirects_lead_to_the_web_only(target: str) -> None:
    with serving(lambda asked: Reply(302, headers={"Location": target})) as server:
        refuses(ImageError, "refused", f"{server.host}/org/app:app")


@pytest.mark.parametrize("part", ["manifests", "blobs"])
def test_a_stalling_registry_is_given_up(part: str, made: Layout) -> None:
    usual = registry_of(made)

    def answer(asked: Asked) -> Reply:
        reply = usual(asked)
        return replace(reply, stall=20) if f"/{part}/" in asked.path else reply

    since = time.monotonic()
    with serving(answer) as server:
        refuses(Unreachable, "stopped sending", f"{server.host}/org/app:app", registry=BRIEF)
    assert time.monotonic() - since < 10


def of_layer(usual: Callable[[Asked], Reply], change: Callable[[Reply, Asked], Reply]) -> Callable[[Asked], Reply]:
    """Answer as usual, but change the answer for what is large: the layer."""

    def answer(asked: Asked) -> Reply:
        reply = usual(asked)
        return change(reply, asked) if "/blobs/" in asked.path and len(reply.body) > 1000 else reply

    return answer


def test_a_layer_that_stalls_is_taken_up_again(made: Layout) -> None:
    answer = of_layer(
        registry_of(made), lambda reply, asked: replace(reply, stall=0 if "range" in asked.headers else 20)
    )
    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=BRIEF) as tree:
        assert tree.gaps == ()
        assert contents(tree)["a"] == b"1"


def test_a_layer_that_keeps_stalling_is_a_gap(made: Layout) -> None:
    def change(reply: Reply, asked: Asked) -> Reply:
        return replace(reply, body=b"x", stall=20) if "range" in asked.headers else replace(reply, stall=20)

    answer = of_layer(registry_of(made), change)
    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=BRIEF) as tree:
        assert "stopped sending" in tree.gaps[0].why


def test_a_layer_that_drips_is_a_gap(made: Layout) -> None:
    """Each byte comes in time; all of them never would."""
    answer = of_layer(registry_of(made), lambda reply, asked: replace(reply, drip=0.05))
    with (
        serving(answer) as server,
        opened(f"{server.host}/org/app:app", registry=RegistryOptions(patience=0.5)) as tree,
    ):
        assert "too slowly" in tree.gaps[0].why


def test_a_download_that_breaks_off_is_taken_up_again(made: Layout) -> None:
    def change(reply: Reply, asked: Asked) -> Reply:
        return replace(reply, cut=len(reply.body) // 2) if "range" not in asked.headers else reply

    with (
        serving(of_layer(registry_of(made), change)) as server,
        opened(f"{server.host}/org/app:app", registry=QUICK) as tree,
    ):
        assert tree.gaps == ()
        assert contents(tree)["a"] == b"1"
        assert any("range" in each.headers for each in server.asked)


def test_a_download_that_keeps_breaking_off_is_a_gap(made: Layout) -> None:
    answer = of_layer(registry_of(made), lambda reply, asked: replace(reply, cut=max(1, len(reply.body) // 3)))
    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert "cannot be read to its end" in tree.gaps[0].why


def test_a_layer_with_another_digest_is_a_gap(made: Layout) -> None:
    other = layout(made.root.parent / "other", layer(file("a", "evil"), file("b", bytes(3000))))
    evil = (other.root / "blobs" / "sha256" / digest(layer(file("a", "evil"), file("b", bytes(3000))))[7:]).read_bytes()
    answer = of_layer(registry_of(made), lambda reply, asked: replace(reply, body=evil))
    with serving(answer) as server, opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
        assert "cannot be trusted" in tree.gaps[0].why or "damaged" in tree.gaps[0].why


@pytest.mark.parametrize("pinned", [True, False])
def test_a_manifest_with_another_digest_is_an_error(pinned: bool, made: Layout) -> None:
    usual = registry_of(made)

    def answer(asked: Asked) -> Reply:
        reply = usual(asked)
        return replace(reply, body=reply.body + b" ") if "/manifests/" in asked.path else reply

    which = f"@{made.listed[0]['digest']}" if pinned else ":app"
    with serving(answer) as server:
        refuses(ImageError, "does not match its digest", f"{server.host}/org/app{which}")


def test_a_configuration_with_another_digest_is_an_error(made: Layout) -> None:
    usual = registry_of(made)

    def answer(asked: Asked) -> Reply:
        reply = usual(asked)
        return replace(reply, body=reply.body + b" ") if "/blobs/" in asked.path else reply

    with serving(answer) as server:
        refuses(ImageError, "configuration does not match", f"{server.host}/org/app:app")


def test_an_endless_manifest_is_an_error() -> None:
    with serving(lambda asked: Reply(200, b"x" * 20_000_000)) as server:
        refuses(ImageError, "more than", f"{server.host}/org/app:app")


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"<html>", b"\xff\xfe", b"[" * 100_000])
def test_an_answer_that_is_no_manifest_is_an_error(body: bytes) -> None:
    with (
        serving(lambda asked: Reply(200, body)) as server,
        pytest.raises(ImageError),
        opened(f"{server.host}/org/app:app"),
    ):
        pass


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_registry_that_is_busy_is_told(status: int) -> None:
    with serving(lambda asked: Reply(status, headers={"Retry-After": "0"})) as server:
        refuses(Unreachable, "later", f"{server.host}/org/app:app")


def test_a_registry_that_was_busy_is_asked_again(made: Layout) -> None:
    usual = registry_of(made)
    busy = [Reply(503, headers={"Retry-After": "0"})] * 2

    def answer(asked: Asked) -> Reply:
        return busy.pop() if busy and "/manifests/app" in asked.path else usual(asked)

    with serving(answer) as server, opened(f"{server.host}/org/app:app") as tree:
        assert contents(tree)["a"] == b"1"


def test_a_registry_that_is_not_there_is_told() -> None:
    refuses(Unreachable, "cannot be reached", "127.0.0.1:1/org/app")


def test_a_mirror_is_asked_first_and_the_registry_where_it_fails(made: Layout) -> None:
    with serving(registry_of(made)) as mirror, serving(registry_of(made)) as server:
        options = RegistryOptions(mirrors=(f"{server.host}=127.0.0.1:1", f"{server.host}={mirror.host}"), patience=1)
        with opened(f"{server.host}/org/app:app", registry=options) as tree:
            assert contents(tree)["a"] == b"1"
        assert mirror.asked
        assert not server.asked

    with serving(lambda asked: Reply(404)) as mirror, serving(registry_of(made)) as server:
        with opened(
            f"{server.host}/org/app:app", registry=RegistryOptions(mirrors=(f"{server.host}={mirror.host}",))
        ) as tree:
            assert contents(tree)["a"] == b"1"
        assert server.asked


def test_a_mirror_must_be_written_as_one() -> None:
    refuses(ImageError, r"docker\.io=mirror\.example", "127.0.0.1:1/a", registry=RegistryOptions(mirrors=("mirror",)))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Make a certificate for this machine that nobody trusts."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    root = tmp_path_factory.mktemp("certificate")
    paths = root / "certificate.pem", root / "key.pem"
    made = [
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    named = ["-addext", "subjectAltName=IP:127.0.0.1", "-out", str(paths[0]), "-keyout", str(paths[1])]
    subprocess.run(["openssl", "req", "-x509", *made, *named], check=True, capture_output=True)
    return paths


def test_a_certificate_is_trusted_if_its_authority_is(
    made: Layout, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(registry_of(made), certificate) as server:
        refuses(Unreachable, "cannot be reached", f"{server.host}/org/app:app", registry=QUICK)
        assert server.asked == [], "nothing was asked of whom is not trusted"
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        with opened(f"{server.host}/org/app:app", registry=QUICK) as tree:
            assert contents(tree)["a"] == b"1"


def test_a_login_is_not_sent_without_encryption_where_the_registry_has_it(
    made: Layout, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, nobody: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with serving(with_tokens(registry_of(made), USER, "http"), certificate) as server:
        keep_login(nobody, server.host)
        refuses(ImageError, "not encrypted: refused", f"{server.host}/org/app:app")
        assert not any("authorization" in each.headers for each in server.asked)


def test_a_redirect_away_from_encryption_is_refused(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with serving(lambda asked: Reply(302, headers={"Location": "http://127.0.0.1:1/x"}), certificate) as server:
        refuses(ImageError, "not encrypted: refused", f"{server.host}/org/app:app")


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('Bearer realm="https://a/t",service="s",scope="repository:x:pull,push"',
         [Challenge("bearer", {"realm": "https://a/t", "service": "s", "scope": "repository:x:pull,push"})]),
        ('Basic realm="a \\"b\\"", Bearer realm=x',
         [Challenge("basic", {"realm": 'a "b"'}), Challenge("bearer", {"realm": "x"})]),
        ("Negotiate", [Challenge("negotiate", {})]),
        ("", []),
        ('"', []),
    ],
)  # fmt: skip
def test_what_a_registry_wants_is_read(header: str, found: list[Challenge]) -> None:
    assert challenges(header) == found


needs_registry = pytest.mark.skipif(shutil.which("docker-registry") is None, reason="docker-registry is not installed")
needs_skopeo = pytest.mark.skipif(shutil.which("skopeo") is None, reason="skopeo is not installed")


def push(made: Layout, target: str, *options: str) -> None:
    copy = ["skopeo", "--insecure-policy", "copy", "--dest-tls-verify=false", *options]
    subprocess.run([*copy, f"oci:{made.root}:app", f"docker://{target}"], check=True, capture_output=True, timeout=60)


@needs_registry
@needs_skopeo
@pytest.mark.parametrize("form", ["oci", "v2s2"])
def test_images_are_read_from_debians_registry(form: str, made: Layout, tmp_path: Path) -> None:
    with docker_registry(tmp_path) as host:
        push(made, f"{host}/org/app:1", "--format", form)
        with opened(f"{host}/org/app:1") as tree:
            assert tree.gaps == ()
            assert contents(tree)["a"] == b"1"
            assert isinstance(tree.storage, ImageFiles)
            beside = tree.storage.about.beside
            assert (beside.signed, beside.provenance, beside.bill) == (False, False, False)
        refuses(NotThere, "has no 2", f"{host}/org/app:2")


@needs_registry
@needs_skopeo
def test_debians_registry_lets_in_whoever_has_a_login(made: Layout, tmp_path: Path, nobody: Path) -> None:
    with docker_registry(tmp_path, login=True) as host:
        push(made, f"{host}/org/app:1", f"--dest-creds={USER}:{PASSWORD}")
        refuses(Denied, f"docker login {host}", f"{host}/org/app:1")
        keep_login(nobody, host)
        with opened(f"{host}/org/app:1") as tree:
            assert contents(tree)["a"] == b"1"
