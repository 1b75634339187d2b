"""What a reader sees of a changed provision."""

from hypothesis import given
from hypothesis import strategies as st

from manumit.base.differences import Line, LineChange, compare_lines, lines_of
from manumit.base.markup import plain_text

OFFENCE = (
    '<p>A person commits an offence who</p><div id="sec_1__para_a"><p><span class="num">(a)</span> '
    'buys a person;</p></div><div id="sec_1__para_b"><p><span class="num">(b)</span> sells a person.'
    "</p></div>"
)
LINES = st.lists(
    st.builds(
        Line, st.sampled_from(["a b c", "a b d", "x y", "z"]), st.sampled_from(["", "p", "q"])
    ),
    max_size=12,
)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.change, one.line.text) for one in compare_lines(lines_of(before), lines_of(after))]


def read_back(changes: list[LineChange], left_out: str) -> list[str]:
    kept = ("".join(p.text for p in one.pieces if p.change != left_out) for one in changes)
    return [text for text in kept if text]


def test_each_line_knows_where_it_stands_and_how_deep() -> None:
    assert lines_of(OFFENCE) == [
        Line("A person commits an offence who"),
        Line("(a) buys a person;", "sec_1__para_a", 1),
        Line("(b) sells a person.", "sec_1__para_b", 1),
    ]


def test_words_after_a_block_stand_where_the_block_stands_and_not_inside_it() -> None:
    assert lines_of('<div id="s"><div id="s__a">one</div>two</div>') == [
        Line("one", "s__a", 2),
        Line("two", "s", 1),
    ]


def test_a_definition_and_a_number_stand_in_the_line_they_open() -> None:
    markup = (
        '<div id="sec_1__subsec_6"><p><span class="num">(6)</span></p><dl><dt>employee (僱員)</dt>'
        "<dd><p>includes a helper;</p><p>but no guest.</p></dd></dl></div>"
    )
    assert [line.text for line in lines_of(markup)] == [
        "(6) employee (僱員) includes a helper;", "but no guest.",
    ]  # fmt: skip


def test_a_changed_paragraph_is_found_by_its_address() -> None:
    after = OFFENCE.replace("sells a person.", "harbours, moves or receives anybody at all.")
    assert told(OFFENCE, after)[-1] == (
        "changed",
        "(b) harbours, moves or receives anybody at all.",
    )


def test_a_paragraph_put_between_two_others_is_new_and_the_others_stayed() -> None:
    between = '<div id="sec_1__para_aa"><p>(aa) keeps a passport;</p></div><div id="sec_1__para_b">'
    after = OFFENCE.replace('<div id="sec_1__para_b">', between)
    assert [change for change, _ in told(OFFENCE, after)] == ["same", "same", "new", "same"]


def test_a_paragraph_that_got_another_letter_is_the_same_paragraph_changed() -> None:
    before = "<p>(a) buys a person in any place;</p><p>(b) sells a person to anybody.</p>"
    after = "<p>(a) sells a person to anybody.</p>"
    assert told(before, after) == [
        ("gone", "(a) buys a person in any place;"),
        ("changed", "(a) sells a person to anybody."),
    ]


@given(LINES, LINES)
def test_no_line_of_either_wording_is_lost_or_invented(
    before: list[Line], after: list[Line]
) -> None:
    changes = compare_lines(before, after)
    assert read_back(changes, "new") == [line.text for line in before]
    assert read_back(changes, "gone") == [line.text for line in after]


@given(st.recursive(st.sampled_from(["a", "b c", "&amp;"]), lambda inner: st.lists(inner).map(
    lambda parts: "<div>" + "<p>x</p>".join(parts) + "</div>")))  # fmt: skip
def test_lines_hold_every_word_of_the_plain_text(markup: str) -> None:
    assert "".join(line.text for line in lines_of(markup)).replace(" ", "") == "".join(
        plain_text(markup).split()
    )
