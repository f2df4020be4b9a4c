"""Ignore comments, ours and those of other tools, in the comment forms of every language."""

from bartizan.posture.comments import Comment, comments


def test_ours_covers_the_next_line_of_code() -> None:
    text = "# bartizan:ignore aws-s3-bucket-versioned It is rebuilt daily until=2030-01-31\n\nresource {}\n"
    (found,) = comments(text)

    assert found == Comment(1, 3, "line", ("aws-s3-bucket-versioned",), "It is rebuilt daily", "2030-01-31")


def test_a_comment_behind_code_covers_its_own_line() -> None:
    (found,) = comments('acl = "public-read" # bartizan:ignore a,b: a public site')

    assert (found.covers, found.rules, found.reason) == (1, ("a", "b"), "a public site")


def test_checkov_covers_the_block_it_is_in() -> None:
    (found,) = comments("resource {\n  #checkov:skip=CKV_AWS_20:The bucket is a public site\n}")

    assert (found.scope, found.rules, found.reason) == ("block", ("CKV_AWS_20",), "The bucket is a public site")


def test_trivy_and_tfsec_take_several_and_an_expiry() -> None:
    found = comments("#trivy:ignore:AVD-AWS-0086 tfsec:ignore:aws-s3-*:exp:2031-02-03\nx = 1")

    assert [(c.rules, c.until) for c in found] == [(("AVD-AWS-0086",), ""), (("aws-s3-*",), "2031-02-03")]
    assert [c.covers for c in found] == [2, 2]


def test_kics_covers_a_line_or_the_file() -> None:
    found = comments("# kics-scan ignore-line\nx = 1\n# kics-scan ignore\n")

    assert [(c.scope, c.covers) for c in found] == [("line", 2), ("file", 0)]


def test_every_comment_form_is_read() -> None:
    for form in ("// {}", "/* {} */", "<!-- {} -->", "## {}"):
        (found,) = comments(form.format("bartizan:ignore r x"))
        assert (found.rules, found.reason) == (("r",), "x")


def test_text_that_only_mentions_it_is_no_comment() -> None:
    assert comments('x = "bartizan:ignore r"') == []


def covered(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(comment.covers, comment.rules) for comment in comments(text)]


def test_comments_about_secrets_cover_secrets_on_their_line() -> None:
    for mark in (
        "# gitleaks:allow",
        "// trufflehog:ignore",
        "<!-- kingfisher:ignore -->",
        "# pragma: allowlist secret",
        "-- pragma: whitelist secret",
    ):
        assert covered(f"a = 1\nkey = 'x' {mark}\nb = 2\n") == [(2, ("secret-*",))]


def test_allowlist_nextline_covers_the_next_line() -> None:
    assert covered("# pragma: allowlist nextline secret\nkey = 'x'\n") == [(2, ("secret-*",))]


def test_nosec_covers_code_and_secrets_or_what_it_names() -> None:
    assert covered("x = eval(y)  # nosec") == [(1, ("secret-*", "code-*"))]
    assert covered("x = eval(y)  # nosec B307, B102") == [(1, ("B307", "B102"))]
    assert covered("x := y // #nosec G404 -- no key is made of it") == [(1, ("G404",))]
    assert covered("# nosec\nx = eval(y)") == [(2, ("secret-*", "code-*"))]
    assert covered("nosection = 1") == []


def test_noqa_is_about_security_only_where_it_says_so() -> None:
    assert covered("p = 'x'  # noqa: S105, E501") == [(1, ("S105", "E501", "B105"))]
    assert covered("p = 'x'  # noqa") == []


def test_nolint_counts_for_gosec() -> None:
    assert covered("x() //nolint:errcheck,gosec // why") == [(1, ("secret-*", "code-*"))]
    assert covered("x() //nolint:errcheck") == []


def test_nosemgrep_covers_all_or_what_it_names() -> None:
    assert covered("x()  # nosemgrep") == [(1, ("secret-*", "code-*"))]
    assert covered("x()  # nosemgrep: python.lang.eval-detected") == [
        (1, ("python.lang.eval-detected", "eval-detected"))
    ]
    assert covered("// nosemgrep\nx()") == [(2, ("secret-*", "code-*"))]


def test_eslint_covers_a_line_the_next_or_the_file() -> None:
    assert covered("eval(x) // eslint-disable-line no-eval, security/a -- why") == [(1, ("no-eval", "security/a"))]
    assert covered("// eslint-disable-next-line\neval(x)") == [(2, ("code-*",))]
    (whole,) = comments("/* eslint-disable security/detect-eval */\neval(x)")
    assert (whole.scope, whole.rules) == ("file", ("security/detect-eval",))


def test_comments_are_in_order_of_line_whatever_tool_they_are_for() -> None:
    text = "x = 1 # nosec\n# bartizan:ignore a why\ny = 2\nz = 3 # gitleaks:allow\r\n"

    assert [(comment.line, comment.covers) for comment in comments(text)] == [(1, 1), (2, 3), (4, 4)]
