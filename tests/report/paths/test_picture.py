"""Graphs in formats that other tools read: each read back, whatever the names are."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.attack import Line, Node, Picture
from bartizan.core.truth import Truth
from bartizan.report.paths.picture import ids, load
from bartizan.report.paths.picture.html import MOST_NODES, chosen
from tests.report.attack import PICTURE
from tests.report.sample import HOSTILE_NAMES
from tests.report.test_formats import RAW
from tests.report.test_html import Page

nx = pytest.importorskip("networkx", reason="networkx, which reads the graphs back, is not installed")

HOSTILE = Picture(
    target=HOSTILE_NAMES[0],
    nodes=[Node(id=f"{n}{name}", name=name, kind=name) for n, name in enumerate(HOSTILE_NAMES)],
    lines=[
        Line(start=f"{n}{name}", end=f"{(n + 1) % 9}{HOSTILE_NAMES[(n + 1) % 9]}", label=name, truth=Truth.UNKNOWN)
        for n, name in enumerate(HOSTILE_NAMES)
    ],
    goals={f"1{HOSTILE_NAMES[1]}": (HOSTILE_NAMES[2],)},
    sources=frozenset({f"0{HOSTILE_NAMES[0]}"}),
)


def written(id: str, picture: Picture) -> str:
    stream = StringIO()
    load(id).write(picture, stream)
    return stream.getvalue()


def test_a_format_is_declared_in_the_module_named_like_it() -> None:
    assert [load(id).id for id in ids()] == ["dot", "graphml", "html", "json", "mermaid"]


@pytest.mark.parametrize("picture", [PICTURE, HOSTILE], ids=["shop", "hostile"])
def test_graphml_is_read_by_networkx(picture: Picture) -> None:
    graph = nx.read_graphml(BytesIO(written("graphml", picture).encode()))

    assert graph.is_directed()
    assert (len(graph), graph.number_of_edges()) == (len(picture.nodes), len(picture.lines))


def test_graphml_keeps_what_matters_and_how_certain_it_is() -> None:
    graph = nx.read_graphml(BytesIO(written("graphml", PICTURE).encode()))

    assert graph.nodes["aws_s3_bucket.customers"]["matters"] == "customer, production"
    assert graph.nodes["internet"]["source"] is True
    assert graph.edges["aws_iam_role.node", "aws_db_instance.orders"]["certainty"] == "possible"


def test_lines_between_the_same_nodes_stay_apart() -> None:
    twice = Picture(target="x", nodes=PICTURE.nodes[:1], lines=[Line(start="internet", end="b", label=n) for n in "12"])

    assert len(ET.fromstring(written("graphml", twice)).findall(".//{*}edge")) == 2
    assert len(json.loads(written("json", twice))["edges"]) == 2


@pytest.mark.parametrize("picture", [PICTURE, HOSTILE], ids=["shop", "hostile"])
def test_json_is_node_link_data(picture: Picture) -> None:
    graph = nx.node_link_graph(json.loads(written("json", picture)), edges="edges")
    assert (len(graph), graph.number_of_edges()) == (len(picture.nodes), len(picture.lines))


def test_mermaid_holds_no_name_raw() -> None:
    lines = written("mermaid", HOSTILE).splitlines()
    node = re.compile(
        r'  n\d+(\(\["X"\]\)|\[\["X"\]\]|\("X"\))'.replace("X", "[A-Za-z0-9 ._:/#;-]*(<br/>[A-Za-z0-9 ._:/#;-]*)?")
    )
    edge = re.compile(r'  n\d+ (-->|-\.->)\|"[A-Za-z0-9 ._:/#;-]*"\| n\d+')

    assert lines[0] == "flowchart LR"
    assert all(node.fullmatch(line) or edge.fullmatch(line) for line in lines[1:])
    assert sum(bool(node.fullmatch(line)) for line in lines) == len(HOSTILE_NAMES)


def test_dot_quotes_every_name() -> None:
    for line in written("dot", HOSTILE).splitlines():
        bare = re.sub(r'"(?:\\.|[^"\\])*"', "", line)
        assert re.fullmatch(r"[\w\s\[\]{}=,;>-]*", bare)


def test_the_page_draws_every_node_and_nothing_hostile() -> None:
    page = Page(written("html", HOSTILE))

    assert page.open == []
    assert page.tags.count("script") == 1
    assert sum(value.startswith("node ") for tag, name, value in page.attributes if (tag, name) == ("g", "class")) == 9


@pytest.mark.parametrize("id", ids())
def test_nothing_hostile_is_written_raw(id: str) -> None:
    assert RAW.search(written(id, HOSTILE)) is None


@pytest.mark.parametrize("id", ids())
def test_a_graph_of_nothing_is_written(id: str) -> None:
    assert written(id, Picture(target="x", nodes=(), lines=())).endswith("\n")


TEXT = st.text(max_size=12)


@given(names=st.lists(TEXT, min_size=1, max_size=6, unique=True), label=TEXT)
@settings(max_examples=40)
def test_any_names_are_read_back(names: list[str], label: str) -> None:
    nodes = [Node(id=f"id{number}", name=name, kind=label) for number, name in enumerate(names)]
    picture = Picture(target=label, nodes=nodes, lines=[Line(start="id0", end=n.id, label=label) for n in nodes])

    assert len(nx.read_graphml(BytesIO(written("graphml", picture).encode()))) == len(nodes)
    assert len(json.loads(written("json", picture))["nodes"]) == len(nodes)


class Counted(list[Line]):
    """The same line so many times; counts how often it was asked for."""

    made = 0

    def __iter__(self) -> Iterator[Line]:
        for line in super().__iter__():
            self.made += 1
            yield line


class First(StringIO):
    """Remembers how many lines were made when the first piece was written."""

    def __init__(self, lines: Counted) -> None:
        super().__init__()
        self.lines, self.first = lines, -1

    def write(self, text: str) -> int:
        self.first = self.lines.made if self.first < 0 else self.first
        return len(text)


@pytest.mark.parametrize("id", ["dot", "graphml", "json", "mermaid"])
def test_large_graphs_are_written_as_they_come(id: str) -> None:
    lines = Counted([Line(start="internet", end="b", label="x")] * 20_000)
    stream = First(lines)

    load(id).write(Picture(target="x", nodes=PICTURE.nodes[:1], lines=lines), stream)

    assert 0 <= stream.first < 2_000
    assert lines.made == 20_000


def test_of_a_large_graph_what_is_near_to_what_matters_is_drawn() -> None:
    nodes = {f"n{n}": Node(id=f"n{n}", name=f"n{n}", kind="k") for n in range(1000)}
    lines = [Line(start=f"n{n}", end=f"n{n + 1}", label="x") for n in range(999)]
    picture = Picture(
        target="x", nodes=list(nodes.values()), lines=lines, goals={"n990": ("a",)}, sources=frozenset({"n500"})
    )

    kept = chosen(picture, nodes)
    text = written("html", picture)

    assert len(kept) == MOST_NODES
    assert {"n500", "n501", "n499", "n990", "n989"} <= set(kept)
    assert "150 of 1,000 nodes" in text
