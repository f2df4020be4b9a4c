"""Whose tokens a subject condition lets in."""

from __future__ import annotations

import pytest

from bartizan.identity.federation import Width, admitted, issuer

GITHUB = "https://token.actions.githubusercontent.com"


@pytest.mark.parametrize(
    ("url", "subject", "width"),
    [
        (GITHUB, "repo:acme/shop:ref:refs/heads/main", Width.EXACT),
        (GITHUB, "repo:acme/shop:environment:live", Width.EXACT),
        (GITHUB, "repo:acme/shop:*", Width.PROJECT),
        (GITHUB, "repo:acme/shop:ref:refs/heads/*", Width.PROJECT),
        (GITHUB, "repo:acme/shop*", Width.OWNER),
        (GITHUB, "repo:acme/*", Width.OWNER),
        (GITHUB, "repo:acme*", Width.ANYONE),
        (GITHUB, "repo:*/shop:*", Width.ANYONE),
        (GITHUB, "*", Width.ANYONE),
        (GITHUB, "environment:live:repo:acme/shop", Width.ANYONE),
        ("gitlab.com", "project_path:acme/shop:ref_type:branch:ref:main", Width.EXACT),
        ("https://gitlab.com/", "project_path:acme/shop:ref_type:branch:ref:*", Width.PROJECT),
        ("https://gitlab.com", "project_path:acme/*:ref_type:branch:ref:main", Width.OWNER),
        ("https://vstoken.dev.azure.com/0a1b", "sc://acme/shop/deploy", Width.EXACT),
        ("https://vstoken.dev.azure.com/0a1b", "sc://acme/shop/*", Width.PROJECT),
        ("https://vstoken.dev.azure.com/0a1b", "sc://acme/*", Width.OWNER),
        ("oidc.eks.eu-central-1.amazonaws.com/id/A1", "system:serviceaccount:shop:orders", Width.EXACT),
        ("oidc.eks.eu-central-1.amazonaws.com/id/A1", "system:serviceaccount:shop:*", Width.PROJECT),
        ("oidc.eks.eu-central-1.amazonaws.com/id/A1", "system:serviceaccount:*:*", Width.OWNER),
        ("app.terraform.io", "organization:acme:project:shop:workspace:live:run_phase:apply", Width.EXACT),
        ("app.terraform.io", "organization:acme:project:*:workspace:*:run_phase:*", Width.OWNER),
    ],
)
def test_a_subject_lets_in_as_many_as_its_issuer_gives_it_to(url: str, subject: str, width: Width) -> None:
    assert admitted(url, [subject]).width is width


@pytest.mark.parametrize(("url", "width"), [(GITHUB, Width.ANYONE), ("vstoken.dev.azure.com/0a1b", Width.OWNER)])
def test_no_subject_at_all_lets_in_every_token_of_the_issuer(url: str, width: Width) -> None:
    assert admitted(url, []).width is width


def test_the_loosest_of_several_subjects_counts() -> None:
    found = admitted(GITHUB, ["repo:acme/shop:ref:refs/heads/main", "repo:acme/*"])

    assert found.width is Width.OWNER
    assert found.says == "Everything of GitHub Actions under acme may use it."


@pytest.mark.parametrize(
    ("subject", "let_in"),
    [
        ("repo:acme/shop:*", True),
        ("repo:acme/shop:pull_request", True),
        ("repo:acme/shop:environment:live", False),
        ("repo:acme/shop:ref:refs/heads/*", False),
    ],
)
def test_jobs_of_proposed_changes_are_let_in_where_the_subject_fits_theirs(subject: str, let_in: bool) -> None:
    assert admitted(GITHUB, [subject]).requests is let_in


def test_an_issuer_that_is_not_known_is_not_guessed() -> None:
    assert issuer("https://login.shop.example") is None
    assert admitted("https://login.shop.example", ["role:*"]).width is None
    assert admitted("https://login.shop.example", ["robot-7"]).width is Width.EXACT


def test_a_provider_is_known_by_its_arn() -> None:
    found = issuer("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com")

    assert found is not None
    assert found.id == "github"
