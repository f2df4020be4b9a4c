"""The checks of structure: what holds, what does not, and that nothing makes them fail."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.secrets.checks import NAMES, holds
from bartizan.collect.secrets.checks.checksums import crc32_base62
from bartizan.collect.secrets.checks.clouds import account
from bartizan.collect.secrets.checks.placeholders import placeholder, repeated, run
from bartizan.collect.secrets.checks.randomness import entropy, wordy

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def token(header: dict[str, object], claims: dict[str, object], signature: str = "q" * 43) -> str:
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims)]
    return ".".join([*parts, signature])


def armoured(label: str, raw: bytes) -> str:
    return f"-----BEGIN {label}-----\n{base64.encodebytes(raw).decode()}-----END {label}-----"


def test_a_check_that_does_not_exist_is_named() -> None:
    with pytest.raises(LookupError, match="no check named 'tarot'"):
        holds("tarot", "x", "x")


@pytest.mark.parametrize("name", sorted(NAMES))
@settings(max_examples=30)
@given(secret=st.text(max_size=80), around=st.text(max_size=20))
def test_no_text_makes_a_check_fail(name: str, secret: str, around: str) -> None:
    assert holds(name, secret, around + secret + around) in (True, False)


@pytest.mark.parametrize("name", sorted(NAMES))
@settings(max_examples=30)
@given(secret=st.text("-._=+/:$ \n0AazeyJbegin", max_size=120))
def test_no_text_in_the_alphabets_of_secrets_makes_a_check_fail(name: str, secret: str) -> None:
    assert holds(name, secret, secret) in (True, False)


@given(body=st.text(ALPHABET, min_size=30, max_size=30))
def test_github_token_ends_with_its_checksum(body: str) -> None:
    checksum = crc32_base62(body)

    assert holds("github", f"ghp_{body}{checksum}", "")
    assert not holds("github", f"ghp_{body}{checksum[1:]}{checksum[0]}", "") or len(set(checksum)) == 1


@given(body=st.text(ALPHABET, min_size=32, max_size=32))
def test_grafana_token_ends_with_its_checksum(body: str) -> None:
    checksum = zlib.crc32(f"glsa_{body}".encode()).to_bytes(4, "little").hex()

    assert holds("grafana", f"glsa_{body}_{checksum}", "")
    assert not holds("grafana", f"glsa_{body}_{int(checksum, 16) ^ 1:08x}", "")


def test_bech32_is_checked_against_the_vectors_of_its_standard() -> None:
    assert holds("bech32", "A12UEL5L", "")
    assert holds("bech32", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "")
    assert not holds("bech32", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxv", "")


def test_base58check_is_checked_against_the_address_of_the_first_block() -> None:
    address = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"

    assert holds("base58", address, "")
    assert not holds("base58", address[:-1] + "b", "")


def test_aws_key_id_holds_the_number_of_its_account() -> None:
    number = 581039954779
    raw = (number << 7).to_bytes(6, "big")
    key = "AKIA" + base64.b32encode(bytes([raw[0] | 0x80, *raw[1:]]) + b"\x9c\x51\xe2\x37").decode()

    assert account(base64.b32decode(key[4:])) == number
    assert holds("aws-key-id", key, "")


def test_aws_key_id_of_no_account_is_none() -> None:
    raw = ((10**12) << 7 | 1 << 47).to_bytes(6, "big")
    key = "AKIA" + base64.b32encode(raw + b"\x9c\x51\xe2\x37").decode()

    assert not holds("aws-key-id", key, "")


def test_aws_documentation_is_not_a_leak() -> None:
    assert not holds("aws-key-id", "AKIAIOSFODNN7EXAMPLE", "")
    assert not holds("aws-secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "")


def test_a_path_and_a_hash_are_no_aws_secret() -> None:
    assert not holds("aws-secret", "src/main/java/com/Harbour/Lights/Keeper12", "")
    assert not holds("aws-secret", "3f786850e387550fdab836ed7e6dc881de23001b", "")


def test_jwt_needs_a_signature_by_an_algorithm() -> None:
    claims: dict[str, object] = {"sub": "keeper"}

    assert holds("jwt", token({"alg": "HS256"}, claims), "")
    assert not holds("jwt", token({"alg": "none"}, claims), "")
    assert not holds("jwt", token({"alg": "HS256"}, claims, ""), "")
    assert not holds("jwt", "eyJhbGci.eyJzdWIi.c2lnbmF0dXJlc2lnbmF0dXJl", "")


def test_jwt_of_the_standard_is_not_a_leak() -> None:
    assert not holds("jwt", token({"alg": "HS256"}, {"sub": "1234567890", "name": "John Doe"}), "")


@pytest.mark.parametrize(
    ("claims", "kind"),
    [
        ({"iss": "kubernetes/serviceaccount"}, "jwt-kubernetes"),
        ({"kubernetes.io": {"namespace": "default"}, "iss": "https://oidc"}, "jwt-kubernetes"),
        ({"iss": "supabase", "role": "service_role"}, "jwt-supabase"),
        ({"iss": "jfac@01", "sub": "jfac@01/users/keeper"}, "jwt-jfrog"),
        ({"iss": "https://login.harbour.io"}, "jwt"),
    ],
)
def test_jwt_is_of_one_kind_only(claims: dict[str, object], kind: str) -> None:
    text = token({"alg": "RS256"}, claims)

    held = [name for name in ("jwt", "jwt-kubernetes", "jwt-supabase", "jwt-jfrog") if holds(name, text, text)]
    assert held == [kind]


def test_jwt_that_browsers_are_given_is_not_a_leak() -> None:
    anonymous = token({"alg": "HS256"}, {"iss": "supabase", "role": "anon"})

    assert not any(holds(name, anonymous, "") for name in ("jwt", "jwt-supabase"))


def test_private_key_is_whole() -> None:
    raw = b"\x30\x50\x02\x01\x00" + bytes(range(77))

    assert holds("private-key", armoured("PRIVATE KEY", raw), "")
    assert holds("private-key", armoured("PRIVATE KEY", raw).replace("\n", "\\n"), "")
    assert not holds("private-key", armoured("PRIVATE KEY", raw[:60]), "")
    assert not holds("private-key", armoured("PRIVATE KEY", b"\x30\x50\x30\x0b" + bytes(78)), ""), "a public key"


def test_private_key_behind_a_passphrase_is_of_another_kind() -> None:
    pkcs8 = armoured("ENCRYPTED PRIVATE KEY", bytes(90))
    openssh = armoured("OPENSSH PRIVATE KEY", b"openssh-key-v1\0\0\0\0\x0aaes256-ctr" + bytes(120))

    for key in (pkcs8, openssh):
        assert holds("encrypted-private-key", key, "")
        assert not holds("private-key", key, "")


def test_gcp_key_is_a_private_key() -> None:
    raw = b"\x30\x50\x02\x01\x00" + bytes(range(77))

    assert holds("gcp-service-account", armoured("PRIVATE KEY", raw).replace("\n", "\\n"), "")
    assert not holds("gcp-service-account", "-----BEGIN PRIVATE KEY-----\\nMIIE...\\n-----END PRIVATE KEY-----", "")


def test_azure_key_is_of_32_or_64_bytes_and_not_the_emulators() -> None:
    emulator = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="

    assert holds("azure-key", base64.b64encode(bytes(range(7, 251, 4))[:61] + b"\xfe\x02\x80").decode(), "")
    assert not holds("azure-key", emulator, "")
    assert not holds("azure-key", base64.b64encode(bytes(range(60))).decode(), "")


def test_basic_is_a_user_and_a_password() -> None:
    def basic(text: str) -> bool:
        return holds("basic", base64.b64encode(text.encode()).decode(), "")

    assert basic("keeper:k7Tq-w2Lx-9")
    assert not basic("admin:admin1")
    assert not basic("keeper:${PASSWORD}")
    assert not basic("no colon in this text")


@pytest.mark.parametrize(
    "text",
    [
        "changeme", "${DB_PASSWORD}", "{{ password }}", "<password>", "your_password_here", "xxxxxxxxxxxx",
        "password123", "process.env.DB_PASSWORD", "getPassword()", "db_password", "config.database.password",
        "****************", "$2b$12$Kq8sP1VbX3nR7cD0wY5tZe", "required|string|min:8", "Enter your password",
        "Adgangskode", "Contraseña", "/run/secrets/db_password", "vault:secret/data/db#password",
        "arn:aws:secretsmanager:eu-west-1:1:secret:db", "user-password-field", "hunter2", "^[A-Za-z0-9]{8,}$",
        "NewPassword123!", "localtestpass1!", "postgres",
    ],
)  # fmt: skip
def test_what_is_written_in_place_of_a_password_is_none(text: str) -> None:
    assert not holds("password", text, f'password = "{text}"')


@pytest.mark.parametrize("text", ["k7Tq-w2Lx-9", "Zommer!Huis%42", "tR9#vLq2mX", "xk3jf92msl1q", "7c1f!ahoi.Gezeit"])
def test_what_may_be_a_password_is_one(text: str) -> None:
    assert holds("password", text, f'password = "{text}"')


@pytest.mark.parametrize("name", ["password_hash", "encryptedPassword", "password_label", "PASSWORD_REGEX"])
def test_what_is_about_a_password_is_none(name: str) -> None:
    assert not holds("password", "k7Tq-w2Lx-9", f'{name} = "k7Tq-w2Lx-9"')


@pytest.mark.parametrize(
    ("address", "leaks"),
    [
        ("postgres://keeper:k7Tqw2Lx9@db.harbour.io/lights", True),
        ("postgres://keeper:k7Tqw2Lx9Zq4@localhost/lights", True),
        ("postgres://keeper:k7Tqw2@localhost/lights", False),
        ("postgres://keeper:keeper@db.harbour.io/lights", False),
        ("postgres://user:password@host/db", False),
        ("postgres://keeper:${PASSWORD}@db.harbour.io/lights", False),
        ("postgres://keeper:%24%7BPASSWORD%7D@db.harbour.io/lights", False),
        ("postgres://keeper:DB_PASSWORD@db.harbour.io/lights", False),
    ],
)
def test_password_in_an_address(address: str, leaks: bool) -> None:
    secret = address.split(":", 2)[2].split("@")[0]

    assert holds("url-password", secret, f'url = "{address}"') is leaks


@pytest.mark.parametrize(
    ("line", "leaks"),
    [
        ('api_key = "k7Tqw2Lx9Zq4mB8vN1cR"', True),
        ('checksum_key = "k7Tqw2Lx9Zq4mB8vN1cR"', False),
        ('public_key = "k7Tqw2Lx9Zq4mB8vN1cR"', False),
        ('api_key = "my-application-api-key1"', False),
        ('api_key = "abcdefghij1234567890"', False),
    ],
)
def test_key_of_an_unknown_service(line: str, leaks: bool) -> None:
    assert holds("api-key", line.split('"')[1], line) is leaks


def test_runs_and_repetitions_are_typed_by_hand() -> None:
    assert run("qq456789")
    assert run("zzzzzz")
    assert not run("a1b9c4e8")
    assert repeated("deadbeefdeadbeef")
    assert not repeated("deadbeefdeadbee0")
    assert placeholder("A1B2C3D4E5F6G7H8")


@given(text=st.text(ALPHABET, min_size=1, max_size=60))
def test_entropy_is_between_none_and_that_of_all_characters_unlike(text: str) -> None:
    assert 0 <= entropy(text) <= 6


def test_words_are_told_from_chance() -> None:
    assert wordy("getAccessTokenFromRequest")
    assert wordy("my-service-name")
    assert not wordy("y6pguxetaablah6kzprexi7owku7kdhx")
    assert not wordy("k7Tqw2Lx9Zq4mB8vN1cR")
