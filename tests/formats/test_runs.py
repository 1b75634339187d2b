"""Running text: words keep their emphasis and lose only white space."""

from hypothesis import given
from hypothesis import strategies as st

from manumit.formats.runs import BREAK, Run, html_of, text_of, tidy_runs, without_start
from tests.formats.reading import squeezed, without_tags

EM = frozenset({"em"})
RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(alphabet=" \n\tab<&é", max_size=6) | st.just(BREAK),
        marks=st.sampled_from([frozenset(), EM, frozenset({"strong", "sup"})]),
    ),
    max_size=12,
)


def test_emphasis_is_kept_and_white_space_folded() -> None:
    runs = tidy_runs([Run("  A\n "), Run(" keeper ", EM), Run("\t<of> light ")])
    assert html_of(runs) == "A <em>keeper </em>&lt;of&gt; light"


def test_a_break_is_one_of_the_page_and_none_at_either_end() -> None:
    assert html_of(tidy_runs([Run(BREAK), Run("a"), Run(BREAK), Run(" b"), Run(BREAK)])) == "a<br>b"


def test_where_a_page_begins_is_marked_and_is_no_text() -> None:
    runs = tidy_runs([Run("", page="3"), Run("a "), Run("", page="4"), Run("b")])
    assert html_of(runs) == (
        '<span class="page" title="3"></span>a <span class="page" title="4"></span>b'
    )
    assert text_of(runs) == "a b"


def test_a_number_is_cut_off_the_beginning_with_its_emphasis() -> None:
    runs = tidy_runs([Run("1", EM), Run(". "), Run("Words")])
    assert html_of(without_start(runs, 3)) == "Words"


@given(RUNS)
def test_no_character_is_lost_or_added(runs: list[Run]) -> None:
    assert squeezed(without_tags(html_of(tidy_runs(runs)))) == squeezed(
        "".join(run.text for run in runs)
    )
