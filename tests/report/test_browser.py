"""Pages as a browser shows them: headless Chromium, driven by Playwright. Skipped, with the reason, without either."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bartizan.core.attack import Line, Node, Picture
from bartizan.report import Look
from bartizan.report.paths.picture import load
from tests.report.attack import ATTACKED, COMPARED, PATHS, hostile, long, several
from tests.report.conftest import Render, Written
from tests.report.sample import HOSTILE_NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

BOXES = """() => [...document.querySelectorAll('svg.flow')].map((svg) => ({
  size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
  boxes: [...svg.querySelectorAll('.node')].map((node) => {
    const frame = (it) => { const b = it.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
    return { box: frame(node.querySelector('.box')), texts: [...node.querySelectorAll('text')].map(frame) };
  }),
  labels: [...svg.querySelectorAll('text.label')].map((it) => {
    const b = it.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height];
  }),
}))"""
ROWS = "#paths table.sortable >> nth=0 >> tbody tr:visible"
CELLS = "(n) => [...document.querySelector('#paths table.sortable').tBodies[0].rows].map((r) => r.cells[n].textContent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip("the package playwright, which drives the browser, is not installed: pip install playwright")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium: apt-get install chromium, or name one in the variable CHROMIUM")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, render: Render, written: Written) -> dict[str, Path]:
    """Pages by name, written to disk."""
    stream = StringIO()
    load("html").write(tangled(), stream)
    texts = {
        "scan": render("html", ATTACKED, Look(verbose=True)),
        "paths": written("html", PATHS),
        "change": written("html", COMPARED),
        "long": written("html", several(long(40), long(7, "a"))),
        "many": written("html", several(*(long(number, f"x{number}") for number in range(1, 8)))),
        "hostile": written("html", several(*(hostile(number) for number in range(len(HOSTILE_NAMES))))),
        "wide letters": written("html", several(long(5, "W" * 40), long(4, "漢字" * 30), long(3, "м" * 40))),
        "graph": stream.getvalue(),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


PAGES = ("scan", "paths", "change", "long", "many", "hostile", "wide letters", "graph")


def tangled() -> Picture:
    """Return a graph of many crossing lines, the same every time."""
    dice = random.Random(5)
    nodes = [Node(id=f"n{n}", name=f"thing {n}", kind="k8s.deployment") for n in range(60)]
    lines = [Line(start=f"n{dice.randrange(max(n - 9, 0), n)}", end=f"n{n}", label=f"to {n}") for n in range(1, 60)]
    lines += [Line(start=f"n{dice.randrange(60)}", end=f"n{dice.randrange(60)}", label="across") for _ in range(20)]
    return Picture(target="x", nodes=nodes, lines=lines, goals={"n59": ("a",)}, sources=frozenset({"n0"}))


def shown(browser: Browser, file: Path, **given: Any) -> tuple[Page, list[str]]:
    """Open a page; return it, and what its console said."""
    page, said = browser.new_page(**given), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    return page, said


def overlap(one: list[float], two: list[float]) -> bool:
    return one[0] < two[2] - 0.5 and two[0] < one[2] - 0.5 and one[1] < two[3] - 0.5 and two[1] < one[3] - 0.5


def inside(one: list[float], two: list[float]) -> bool:
    return two[0] <= one[0] and two[1] <= one[1] and one[2] <= two[2] and one[3] <= two[3]


@pytest.mark.parametrize("name", PAGES)
def test_no_box_overlaps_another_and_text_stays_inside(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    page, said = shown(browser, pages[name])

    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    drawings = page.evaluate(BOXES)
    page.close()

    assert drawings
    assert said == []
    for drawing in drawings:
        boxes = [one["box"] for one in drawing["boxes"]]
        canvas = [0, 0, *drawing["size"]]
        assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if overlap(a, b)]
        assert not [text for one in drawing["boxes"] for text in one["texts"] if not inside(text, one["box"])]
        assert all(inside(box, canvas) for box in boxes)


@pytest.mark.parametrize("name", PAGES)
def test_no_label_lies_on_a_box_or_on_another_label(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = shown(browser, pages[name])

    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    drawings = page.evaluate(BOXES)
    page.close()

    for drawing in drawings:
        labels, boxes = drawing["labels"], [one["box"] for one in drawing["boxes"]]
        assert not [(a, b) for a in labels for b in boxes if overlap(a, b)]
        assert not [(a, b) for at, a in enumerate(labels) for b in labels[at + 1 :] if overlap(a, b)]


def test_a_table_is_sorted_by_a_click_and_back_by_another(browser: Browser, pages: dict[str, Path]) -> None:
    page, said = shown(browser, pages["many"])
    steps = page.get_by_role("button", name="steps")

    steps.click()
    up = page.evaluate(CELLS, 4)
    steps.click()
    down = page.evaluate(CELLS, 4)
    page.close()

    assert up == [str(number) for number in range(1, 8)]
    assert down == up[::-1]
    assert said == []


def test_a_table_is_filtered_by_what_is_typed(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = shown(browser, pages["many"])

    page.get_by_label("Filter this table").fill("x3-3")
    left = page.locator(ROWS).count()
    page.get_by_label("Filter this table").fill("")
    all_ = page.locator(ROWS).count()
    page.close()

    assert (left, all_) == (1, 7)


def test_findings_are_still_sifted_and_a_link_opens_the_fold_it_leads_into(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, said = shown(browser, pages["scan"])
    page.get_by_label("Filter by text").fill("compose")
    page.get_by_text("1 place", exact=True).first.wait_for()
    page.get_by_label("Filter by text").fill("")
    page.locator("#sift output", has_text="19 places").wait_for()

    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = false; })")
    target = page.evaluate("document.querySelector('.steps a[href]')?.getAttribute('href')")
    page.evaluate("(id) => { location.hash = id; }", target)
    page.locator(target).wait_for()
    visible = page.locator(target).is_visible()
    page.close()

    assert target.startswith("#f-")
    assert visible
    assert said == []


def test_the_page_is_whole_without_its_script(browser: Browser, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["many"].as_uri())

    rows = page.locator(ROWS).count()
    drawn = page.locator("figure svg.flow").is_visible()
    context.close()

    assert rows == 7
    assert drawn


@pytest.mark.parametrize("name", ["scan", "change"])
def test_the_page_prints(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = shown(browser, pages[name])

    printed = page.pdf()
    page.emulate_media(media="print")
    controls = page.locator(".filter:visible, #sift:visible").count()
    page.close()

    assert printed.startswith(b"%PDF")
    assert len(printed) > 20_000
    assert controls == 0


def test_dark_and_light_differ(browser: Browser, pages: dict[str, Path]) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page, _ = shown(browser, pages["paths"], color_scheme=scheme)
        colours.append(
            page.evaluate(
                """() => ['body', '.node .box', '.flow .name'].map((it) => {
                  const style = getComputedStyle(document.querySelector(it));
                  return [style.backgroundColor, style.fill, style.color].join();
                })"""
            )
        )
        page.close()

    assert all(light != dark for light, dark in zip(*colours, strict=True))


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_page_does_not_scroll_sideways(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = shown(browser, pages[name], viewport={"width": 380, "height": 800})

    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert wide <= 380
