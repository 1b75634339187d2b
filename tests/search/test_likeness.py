"""Of many short texts, those that are most like another come first, in every script."""

from hypothesis import given
from hypothesis import strategies as st

from manumit.search.selectors import Likeness

LINES = [
    ("wages", "the lantern maker has not been paid for three months"),
    ("wages", "no pay slip and no pay for the lanterns that she made"),
    ("papers", "he keeps her passport in the drawer with the lanterns"),
    ("papers", "老闆收起她的護照"),
    ("papers", "นายจ้างยึดหนังสือเดินทางของเธอไว้"),
    ("papers", "chủ giữ hộ chiếu của cô ấy"),
]


def keys(text, lines=LINES):
    return [one.key for one in sorted(Likeness(lines).to(text), key=lambda one: -one.worth)]


def test_what_shares_the_rarer_words_stands_first():
    assert keys("Who has her passport? The lanterns?") == ["papers", "wages"]
    assert keys("She was not paid, no pay slip either.")[0] == "wages"


def test_the_line_that_is_most_like_it_is_told():
    [best, *_] = Likeness(LINES).to("Is a pay slip due?")
    assert best.line == "no pay slip and no pay for the lanterns that she made"


def test_every_script_has_its_words():
    for text in ("護照被老闆收起了", "เขายึดหนังสือเดินทางของฉัน", "bị giữ hộ chiếu", "HER PASSPORTS"):
        assert keys(text)[0] == "papers", text


def test_one_character_of_chinese_and_words_of_every_text_are_no_likeness():
    assert keys("她") == []
    assert keys("the and of to") == []
    assert keys("", []) == keys("lantern", []) == []


def test_words_that_are_left_out_make_nothing_alike():
    lines = [("one", "một người ở Hồng Kông"), ("two", "a red lantern")]
    assert keys("a lantern in Hong Kong", lines) == ["one", "two"]
    found = Likeness(lines, but=["Hong Kong", "香港"]).to("a lantern in Hong Kong")
    assert [one.key for one in found] == ["two"]


def test_two_like_lines_count_more_than_one():
    lines = [("one", "a red lantern"), ("two", "a red lantern"), ("two", "the lantern is red")]
    assert keys("red lantern", lines) == ["two", "one"]


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_is_compared_with_any_lines(text, lines):
    found = Likeness([("a", line) for line in lines]).to(text)
    assert all(one.worth > 0 and one.line in lines for one in found)


def test_nothing_of_the_text_is_kept():
    likeness = Likeness(LINES)
    before = repr(vars(likeness))
    likeness.to("canary lantern passport")
    assert repr(vars(likeness)) == before
