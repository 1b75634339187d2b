"""manumit bench connection, on a line that makes nobody wait: figures in their shapes."""

import json

from manumit.cli.bench import connection

PAGES = ["front page", "search page", "help now", "guide", "guide, first question"]


def test_each_page_is_read_in_each_language_with_what_went_over_the_wire(centre):
    told = centre.change(
        "import json\n"
        "from manumit.cli.bench.connection import Line, measure\n"
        f"rows = measure({centre.address!r}, [Line('quick', 100_000, 100_000, 1)], rounds=1)\n"
        "print(json.dumps(rows))"
    )
    rows = json.loads(told.splitlines()[-1])
    assert [(row["language"], row["page"]) for row in rows] == [
        (language, page) for language in ("en", "th") for page in PAGES
    ]
    for row in rows:
        assert row["line"] == "quick"
        assert row["text_s"] > 0
        assert row["complete_s"] > 0  # a busy browser paints after all has come
        assert 1 < row["kb"] < 60  # what a first load may weigh at most
        assert row["files"] >= 1
    asked = {row["page"]: row for row in rows if row["language"] == "en"}
    assert asked["guide, first question"]["files"] < asked["guide"]["files"]  # its style is kept


def test_the_lines_are_those_that_the_page_of_benchmarks_names():
    told = [(line.down, line.up, line.latency) for line in connection.LINES]
    assert told == [(250, 50, 300), (280, 256, 800)]
