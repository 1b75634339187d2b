"""HTML from strangers is a tree and nothing else."""

import pytest

from manumit.formats import UnreadableDocument
from manumit.formats.safe_html import classes_of, name_of, parse_html


def test_broken_html_is_read_as_a_browser_would() -> None:
    root = parse_html("<p>one<p>two <b>three</p> four<!-- never --><?php never ?>")
    assert "".join(map(str, root.itertext())) == "onetwo three four"


def test_names_and_classes_are_read_whatever_their_case() -> None:
    one = next(
        one for one in parse_html('<DIV CLASS="a  b">x</DIV>').iter() if name_of(one) == "div"
    )
    assert classes_of(one) == {"a", "b"}


@pytest.mark.parametrize("how", [{}, {"deep": True}], ids=["new", "old"])
def test_a_tree_that_would_be_cut_is_refused(how: dict[str, bool]) -> None:
    with pytest.raises(UnreadableDocument, match="nested too deep"):
        parse_html("<div>" * 3_000 + "the words below", **how)


def test_old_pages_may_be_deeper() -> None:
    root = parse_html("<font>" * 1_000 + "the words below", deep=True)
    assert "".join(map(str, root.itertext())) == "the words below"


@pytest.mark.parametrize("text", ["", " \n", "<!-- only a comment -->"])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDocument):
        parse_html(text)
