"""Variables in the texts of a Dockerfile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.iac.dockerfile.substitution import Malformed, Substitution, matches, split_words
from bartizan.core.truth import Composite, Unknown

X = Unknown("x is not seen")
VALUES: dict[str, str | Unknown] = {"a": "1", "empty": "", "path": "/usr/local/bin", "f": "app.tar.gz", "x": X}


def expand(text: str, escape: str = "\\") -> object:
    return Substitution(escape).expand(text, VALUES.get)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("$a-${a}", "1-1"),
        ("$nothing.", "."),
        ("\\$a", "$a"),
        ("'$a'", "$a"),
        ('"$a b"', "1 b"),
        ('"\\$a \\" \\x"', '$a " \\x'),
        ("${a:-b}${empty:-b}${empty-b}${no-b}", "1bb"),
        ("${a:+b}${empty:+b}${empty+b}${no+b}", "bb"),
        ("${no:-${a}x}", "1x"),
        ("${no:-'a}b'}", "a}b"),
        ("${a?}", "1"),
        ("${path#*/}", "usr/local/bin"),
        ("${path##*/}", "bin"),
        ("${f%.*}", "app.tar"),
        ("${f%%.*}", "app"),
        ("${f#?pp}", ".tar.gz"),
        ("${f#zzz}", "app.tar.gz"),
        ("${path/usr/opt}", "/opt/local/bin"),
        ("${f//a/o}", "opp.tor.gz"),
        ("100$", "100$"),
    ],
)
def test_known_variables_are_replaced(text: str, made: str) -> None:
    assert expand(text) == made


def test_the_backquote_escapes_where_the_file_says_so() -> None:
    assert expand("C:\\$a`$a", "`") == "C:\\1$a"


@pytest.mark.parametrize("text", ["$x", "${x:-b}", "${x:+b}", "${x#a}", "${x/a/b}", "${no:?why}", "${path/u*r/x}"])
def test_what_depends_on_the_unknown_is_unknown(text: str) -> None:
    assert isinstance(expand(text), Unknown)


def test_text_around_the_unknown_stays_known() -> None:
    assert expand("v${x}-$a") == Composite(X.why, ("v", X, "-1"))


@pytest.mark.parametrize("text", ["${a", "${}", "${a:-b", "'open", '"open', "${a@Q}", "${" * 100 + "a"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        expand(text)


def test_a_variable_made_of_itself_does_not_grow_without_bound() -> None:
    substitution, value = Substitution("\\"), "x" * 100

    for _ in range(50):
        made = substitution.expand("$v$v", {"v": value}.get)
        if isinstance(made, Unknown):
            return
        value = made
    pytest.fail("it grew to the end")


def test_all_texts_of_a_file_together_are_bounded() -> None:
    substitution, value = Substitution("\\"), "x" * 4000

    made = [substitution.expand("$v/", {"v": value}.get) for _ in range(2000)]

    assert isinstance(made[0], str)
    assert isinstance(made[-1], Unknown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a=1 b='2 3' c=\"4 5\" d=6\\ 7", ["a=1", "b='2 3'", 'c="4 5"', "d=6\\ 7"]),
        ("  a  ", ["a"]),
        ("a=\"x 'y' z\"", ["a=\"x 'y' z\""]),
    ],
)
def test_words_keep_their_quotes(text: str, words: list[str]) -> None:
    assert [word for word, _ in split_words(text, "\\")] == words


@pytest.mark.parametrize(
    ("pieces", "text", "matched"),
    [
        (["build-", None], "build-arm64", True),
        ([None], "", True),
        (["a", None, "c"], "abd", False),
        (["a*"], "ab", False),
    ],
)
def test_unknown_stretches_match_anything(pieces: list[str | None], text: str, matched: bool) -> None:
    assert matches(pieces, text) is matched


@given(st.text(alphabet="$abx{}:-+#%/'\"\\ `?*", max_size=40), st.sampled_from("\\`"))
def test_any_text_is_expanded_or_refused(text: str, escape: str) -> None:
    try:
        made = Substitution(escape).expand(text, VALUES.get)
    except Malformed:
        return
    assert isinstance(made, str | Unknown)
