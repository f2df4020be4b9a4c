"""Lines of entries, found in one pass."""

from bartizan.collect.written import MAX_MISSES, Written

TEXT = '{\n "a": {\n  "x": 1,\n  "y": 2\n },\n "b": {\n  "x": 3\n }\n}\n'


def test_an_entry_is_the_next_below_its_heading() -> None:
    written = Written(TEXT)

    assert [written.line('"a"', '"x"'), written.line('"a"', '"y"'), written.line('"b"', '"x"')] == [3, 4, 7]


def test_an_entry_that_begins_a_line_is_on_that_line() -> None:
    assert Written("[t]\na = 1\nab = 2\n").line("[t]", "\na") == 2


def test_what_is_not_found_is_at_its_heading() -> None:
    written = Written(TEXT)

    assert written.line('"b"', "nothing") == 6
    assert written.line("nothing", "nothing") == 1


def test_after_many_misses_nothing_more_is_looked_for() -> None:
    written = Written(TEXT)
    for _ in range(MAX_MISSES):
        written.line('"a"', "nothing")

    assert written.line('"a"', '"x"') == 2
