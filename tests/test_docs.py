"""The reference is what the declarations say, and the README counts what there is."""

import re
from pathlib import Path

from bartizan.app import catalog
from tools.docs import HEAD, REFERENCE, pages

ROOT = Path(__file__).parent.parent


def test_the_reference_is_up_to_date() -> None:
    stale = [name for name, text in pages() if (REFERENCE / name).read_text("utf-8") != HEAD + text]

    assert not stale, "run `make docs`"


def test_the_readme_counts_what_there_is() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    assert re.search(rf"\b{len(catalog.rules())}: \[AWS", text)
    assert re.search(rf"\| Frameworks \| {len(catalog.frameworks())}\b", text)


def test_links_of_the_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", REFERENCE / "rules.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
