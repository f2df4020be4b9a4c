"""HTML: one file, well formed, without requests, and harmless whatever the names are."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bartizan.core.finding import Verdict
from bartizan.report import Look
from bartizan.report.escape import visible
from tests.report.conftest import Render
from tests.report.sample import CLEAN, HOSTILE_NAMES, REPORT, large

VOID = {"meta", "input", "br", "circle", "rect", "path"}
KNOWN = set(
    re.findall(
        r"\w+",
        "html head meta title style script body header main section nav footer div span p small em b i h1 h2 h3 h4 code"
        " pre ul ol li dl dt dd a svg g circle rect path text form input label select option button output details"
        " summary br table thead tbody tr th td figure figcaption tspan",
    )
)
"""Every tag the page has."""
ALL = frozenset({Verdict.FAIL, Verdict.UNKNOWN})


class Page(HTMLParser):
    """What a browser would make of a page: its tags, attributes and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def text(render: Render, root: Path) -> str:
    """The sample's page, open verdicts included."""
    return render("html", look=Look(root=root, show=ALL, verbose=True))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    """The same, parsed."""
    return Page(text)


def test_every_tag_is_closed(page: Page) -> None:
    assert page.open == []


def test_hostile_names_make_no_tags_and_no_attributes(page: Page) -> None:
    assert set(page.tags) <= KNOWN
    assert page.tags.count("script") == 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]


def test_hostile_names_are_shown_as_what_they_are(page: Page) -> None:
    shown = "".join(page.texts)
    assert all(f"default/Deployment/{visible(name)}" in shown for name in HOSTILE_NAMES)


def test_nothing_is_asked_of_anywhere(page: Page) -> None:
    asking = {"src", "srcset", "action", "data", "poster", "background", "formaction", "xlink:href"}
    assert not [name for _, name, _ in page.attributes if name in asking]
    assert all(value.startswith("#") for _, name, value in page.attributes if name == "href")
    assert "link" not in page.tags
    assert "@import" not in "".join(page.texts)
    assert "url(" not in "".join(page.texts)


def test_the_policy_allows_exactly_the_style_and_the_script(text: str, page: Page) -> None:
    (policy,) = (value for _, name, value in page.attributes if name == "content" and "default-src" in value)
    parts = {name: re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)[0] for name in ("style", "script")}

    hashes = {name: b64encode(sha256(part.encode()).digest()).decode() for name, part in parts.items()}

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_can_be_read_without_its_script(page: Page) -> None:
    hidden = [value for tag, name, value in page.attributes if name == "hidden"]
    assert len(hidden) == 2, "only the filters, and the notice that nothing matches them"


def test_links_lead_to_what_is_there(page: Page) -> None:
    ids = [value for _, name, value in page.attributes if name == "id"]
    links = {value[1:] for _, name, value in page.attributes if name == "href"}

    assert len(ids) == len(set(ids))
    assert links <= set(ids)


def test_secrets_in_source_are_not_in_the_page(text: str) -> None:
    assert "POSTGRES_PASSWORD: ••••••" in text
    assert "correct-horse" not in text
    assert "hunter2" not in text


def test_every_section_is_there(page: Page) -> None:
    ids = {value for tag, name, value in page.attributes if tag == "section" and name == "id"}
    assert ids == {"findings", "unknown", "frameworks", "accepted", "coverage"}


def test_the_numbers_are_drawn(text: str) -> None:
    assert "<title>31 pass, 19 fail, 3 accepted, 10 unknown</title>" in text
    assert text.count('class="arc ') == 4


def test_requirements_nobody_can_judge_are_told_apart(page: Page) -> None:
    shown = "".join(page.texts)
    assert "A person has to look: it is no setting." in shown
    assert "not judged" in shown


def test_a_clean_page_is_well_formed(render: Render) -> None:
    clean = Page(render("html", CLEAN))
    assert clean.open == []
    assert "No failures" in "".join(clean.texts)


def test_a_page_of_many_findings_lists_them_all(render: Render) -> None:
    many = Page(render("html", large(2000)))
    assert sum(name == "data-kind" for _, name, _ in many.attributes) == 2000


def test_only_the_failures_are_listed_unless_more_is_asked_for(render: Render) -> None:
    listed = Page(render("html"))
    assert sum(name == "data-kind" for _, name, _ in listed.attributes) == len(REPORT.failures())
