"""Which numbers are a judgment's own paragraph numbers."""

import pytest

from manumit.formats.chains import Candidate, leading_number, longest_chain, missing_numbers


def chain(*numbers: int, lengths: dict[int, int] | None = None) -> list[int]:
    """The places of the numbers that make the chain."""
    found = longest_chain(
        Candidate(at, number, "1.", (lengths or {}).get(at, 0)) for at, number in enumerate(numbers)
    )
    return [one.at for one in found]


def test_numbers_that_count_up_are_paragraphs() -> None:
    assert chain(1, 2, 3, 4) == [0, 1, 2, 3]


def test_a_list_inside_a_paragraph_is_passed_over() -> None:
    assert chain(1, 2, 1, 2, 3, 4, lengths={0: 300, 1: 300}) == [0, 1, 4, 5]


def test_a_table_of_contents_is_shorter_than_what_it_lists() -> None:
    assert chain(1, 2, 3, 1, 2, 3, lengths={3: 300, 4: 300, 5: 300}) == [3, 4, 5]


def test_a_missing_number_does_not_end_the_chain() -> None:
    assert chain(1, 2, 4, 5) == [0, 1, 2, 3]
    assert missing_numbers([1, 2, 4, 5, 8]) == [3, 6, 7]


def test_two_numbers_are_no_numbering() -> None:
    assert chain(1, 2) == []
    assert chain() == []


def test_numbers_of_two_styles_are_two_chains() -> None:
    mixed = [Candidate(0, 1, "1."), Candidate(1, 2, "(1)"), Candidate(2, 3, "1.")]
    assert longest_chain(mixed) == []


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [
        ("12. Words", "12.", 12),
        ("[3] Words", "[3]", 3),
        ("(4) Words", "(4)", 4),
        ("5\xa0\xa0 Words", "5", 5),
        ("6", "6", 6),
    ],
)
def test_a_number_is_read_as_it_is_printed(text: str, printed: str, number: int) -> None:
    found = leading_number(text)
    assert found is not None
    assert (found.printed, found.number) == (printed, number)
    assert text[found.end :] in ("Words", "")


@pytest.mark.parametrize("text", ["12.5 per cent", "1st", "(4 words", "0. x", "x 1.", "12345. x"])
def test_other_numbers_number_nothing(text: str) -> None:
    assert leading_number(text) is None
