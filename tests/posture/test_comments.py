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
