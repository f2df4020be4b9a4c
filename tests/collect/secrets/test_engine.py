"""The engine: what it finds, what it passes over, and that both of its ways find the same."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.secrets.search.engine import Engine
from bartizan.collect.secrets.search.expression import compiled
from bartizan.collect.secrets.search.fast import made, ready
from bartizan.collect.secrets.search.find import Find, redacted
from bartizan.collect.secrets.search.placeholder import entropy, placeholder
from bartizan.collect.secrets.search.width import UNBOUNDED, width
from tests.collect.secrets.samples import KINDS, TOKEN, base64_of, kind, letters, private_key, token

ENGINE = Engine(KINDS, fast=False)
FAST = Engine(KINDS, fast=True)


def found(text: str, engine: Engine = ENGINE) -> list[tuple[str, str]]:
    return [(find.credential.id, find.secret.decode()) for find in engine.search(text.encode())]


def test_a_secret_is_found_with_its_place() -> None:
    secret = token()
    (find,) = ENGINE.search(f"# settings\nkey = {secret}\n".encode())

    assert (find.credential, find.secret.decode()) == (TOKEN, secret)
    assert (find.start, find.end) == (17, 17 + 36)


def test_a_keyword_announces_a_secret_that_has_no_mark_of_its_own() -> None:
    uuid = "8d3f1a52-77b1-4c2e-9f10-3b6a5c9d2e41"

    assert found(f"acme:\n  id: {uuid}") == [("secret-uuid", uuid)]
    assert found(f"other:\n  id: {uuid}") == []
    assert found(f"acme: {'-' * 100} {uuid}") == []
    assert found(f"{uuid} of acme") == []


def test_a_kind_without_keywords_is_looked_for_everywhere() -> None:
    assert found("nothing else, zz407182935564zz") == [("secret-anywhere", "zz407182935564zz")]


def test_a_key_of_many_lines_is_found_whole() -> None:
    key = private_key(3000)

    assert found(f"a\n{key}\nb") == [("secret-key", key)]


def test_a_long_line_is_searched_to_its_end() -> None:
    secrets = [token() for _ in range(3)]
    text = ("x" * 3_000_000).join(["", *(f" {secret} " for secret in secrets), ""])

    assert found(text) == [("secret-token", secret) for secret in secrets]


def test_of_overlapping_finds_the_specific_one_stays() -> None:
    secret = token()

    assert found(f'password = "{secret}"') == [("secret-token", secret)]


def test_too_little_entropy_is_no_secret() -> None:
    assert found('password = "aabbaabbaa"') == []


@pytest.mark.parametrize(
    "text",
    [
        "tok_" + "x" * 32,
        "tok_" + "0123456789abcdef" * 2,
        "tok_abcdefghijklmnopqrstuvwxyz012345",
        "tok_" + "EXAMPLE" + "k3Jd9fQ2zLm7Wp4Rt8Vn6Bc1X",
        'password = "${DB_PASSWORD}"',
        'password = "<your-password>"',
        'password = "{{ vault.password }}"',
        'password = "changeme"',
        'password: "%(password)s"',
    ],
)
def test_a_placeholder_is_no_secret(text: str) -> None:
    assert found(text) == []


def test_the_key_of_an_emulator_is_known_to_everybody() -> None:
    azurite = b"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="

    assert placeholder(azurite)


@pytest.mark.parametrize("before", ["sha256-", "integrity: ", "checksum = ", "md5:", "commit: "])
def test_a_checksum_is_no_secret(before: str) -> None:
    hashes = kind("secret-hex", ("acme",), r"([0-9a-f]{40})")
    text = f"acme {before}5f2d9c7b1e8a4036d2c49b7f0a1e6d3c58b24f90"

    assert found(text, Engine((hashes,), fast=False)) == []
    assert len(found(text.replace(before, ""), Engine((hashes,), fast=False))) == 1


def test_base64_is_looked_into() -> None:
    secret = token()
    text = f"config: {base64_of(f'key = {secret} and more')}"
    (find,) = ENGINE.search(text.encode())

    assert find.secret.decode() == secret
    assert (find.start, find.end) == (8, len(text))


def test_two_secrets_in_one_base64_text_are_two_finds() -> None:
    secrets = [token(), token()]

    assert found(base64_of(" ".join(secrets))) == [("secret-token", secret) for secret in secrets]


def test_base64_in_lines_is_joined() -> None:
    secret = token()
    whole = base64_of("a" * 70 + f" {secret} " + "b" * 40)
    text = "\n  ".join(whole[place : place + 76] for place in range(0, len(whole), 76))

    assert found(text) == [("secret-token", secret)]


def test_the_data_of_a_kubernetes_secret_is_looked_into() -> None:
    text = f"kind: Secret\ndata:\n  password: {base64_of('S3cr-t!Zwq1')}\n"

    assert found(text) == [("secret-password", "S3cr-t!Zwq1")]
    assert found(text.replace("Secret", "ConfigMap")) == []


def test_a_password_that_is_none_when_decoded_is_none_as_it_stands() -> None:
    text = f"kind: Secret\ndata:\n  password: '{base64_of('changeme')}'\n"

    assert found(text) == []
    assert len(found(text.replace("Secret", "ConfigMap"))) == 1


def test_bytes_that_are_no_text_are_no_obstacle() -> None:
    secret = token()

    assert found_in(b"\xff\xfe\x80 " + secret.encode() + b" \xc3") == [secret.encode()]


def found_in(text: bytes) -> list[bytes]:
    return [find.secret for find in ENGINE.search(text)]


def test_what_is_shown_of_a_secret_does_not_give_it_away() -> None:
    for text in (f"x {token()} y", f'password = "{letters(30)}"', private_key()):
        (find,) = ENGINE.search(text.encode())
        shown = redacted(find).replace("*", "")

        assert len(shown) <= 10
        assert find.secret.decode() not in repr(find)


def test_nothing_of_a_password_is_shown() -> None:
    (find,) = ENGINE.search(b'password = "hunter-ZQ-22-long-enough-to-show"')

    assert redacted(find) == "********"


_WORDS = st.sampled_from(
    ["password", "token = ", "acme", '"', "'", ":", "\n", " ", "tok_", "-----BEGIN RSA PRIVATE KEY-----"]
)
_PIECES = st.one_of(
    _WORDS,
    st.builds(token),
    st.builds(private_key, st.integers(1, 200)),
    st.text(alphabet="abcDEF0123-_/+=\x0b\t", max_size=40),
    st.builds(base64_of, st.builds(token)),
    st.just("8d3f1a52-77b1-4c2e-9f10-3b6a5c9d2e41"),
    st.just("zz407182935564zz"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_hyperscan_changes_nothing_in_what_is_found(text: str) -> None:
    pytest.importorskip("hyperscan")

    assert [_told(find) for find in FAST.search(text.encode())] == [
        _told(find) for find in ENGINE.search(text.encode())
    ]


def _told(find: Find) -> tuple[str, bytes, int, int]:
    return find.credential.id, find.secret, find.start, find.end


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_can_be_searched(data: bytes) -> None:
    ENGINE.search(data)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_two_finds_in_the_clear_overlap(text: str) -> None:
    finds = Engine(KINDS[:4], fast=False).search(text.encode())
    clear = [find for find in finds if text.encode()[find.start : find.end] == find.secret]

    assert all(one.end <= other.start for one, other in pairwise(clear))


def test_an_expression_that_hyperscan_does_not_take_is_searched_all_the_same() -> None:
    pytest.importorskip("hyperscan")
    strange = kind("secret-strange", ("strange",), r"strange(?:\b|)[0-9]{5}\pN*")
    secret = "strange10395"

    assert found(f"a {secret} b", Engine((strange, TOKEN), fast=True)) == [("secret-strange", secret)]


@pytest.mark.parametrize(
    ("expression", "widest"),
    [
        ("abc", 3),
        (r"a{3,5}", 5),
        (r"(?i)(?:ab|cde)?\d{4}", 7),
        (r"[^\]\\a-z]{2}", 2),
        (r"[[:alpha:]]{4}\x41\x{42}\pL\p{Greek}", 8),
        (r"\Qa+b\E", 3),
        (r"\bx(?:$|y)", 2),
        (r"(?P<secret>ab{2})\s*=", 3 + 128 + 1),
        (r"a+", UNBOUNDED),
        (r"(?:a{100}){200}", UNBOUNDED),
        (r"(", UNBOUNDED),
        (r"a)", UNBOUNDED),
    ],
)
def test_the_width_of_an_expression_is_known(expression: str, widest: int) -> None:
    assert width(expression) == widest


_PARTS = st.recursive(
    st.sampled_from(["a", "b", r"\d", "[ab]", r"[^a]", "."]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.integers(0, 3)).map(lambda two: f"(?:{two[0]}){{{two[1]}}}"),
        inner.map(lambda one: f"(?:{one})?"),
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(_PARTS, st.text(alphabet="ab1\n", max_size=60))
def test_no_match_is_wider_than_said(expression: str, text: str) -> None:
    for match in compiled(expression).finditer(text.encode()):
        assert len(match.group()) <= width(expression)


def test_entropy_is_in_bits_a_character() -> None:
    assert entropy(b"aaaa") == 0
    assert entropy(b"abcd") == 2


def test_the_database_of_hyperscan_is_kept_and_found_again(tmp_path: Path) -> None:
    pytest.importorskip("hyperscan")
    folder = tmp_path / "kept"
    assert ready(KINDS, folder) is None
    made(KINDS, folder)
    (file,) = folder.iterdir()

    text = f'acme "{token()}"'.encode()
    again = ready(KINDS, folder)
    assert again is not None
    assert again.candidates(text).hits.keys() == FAST._keywords.candidates(text).hits.keys()
    assert found(text.decode(), Engine(KINDS, folder=folder)) == found(text.decode())
    assert ready(KINDS[:3], folder) is None
    file.write_bytes(file.read_bytes()[:-1])
    assert ready(KINDS, folder) is None
    made(KINDS[:3], folder)
    assert len(list(folder.iterdir())) == 1


def test_what_others_could_have_written_is_not_loaded(tmp_path: Path) -> None:
    pytest.importorskip("hyperscan")
    made(KINDS, tmp_path)
    tmp_path.chmod(0o777)

    assert ready(KINDS, tmp_path) is None
