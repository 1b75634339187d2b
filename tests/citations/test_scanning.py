"""Every format is found where it stands, by way of the one pass that says which can be there."""

import re

import pytest

from manumit.citations.scanning import numbers_in, without_lookarounds
from manumit.reference import citation_formats, fold

EXAMPLES = [(each, text) for each in citation_formats() for text in each.examples]


@pytest.mark.parametrize(("format_", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_each_example_of_each_format_is_found_in_a_sentence(format_, text):
    folded = fold(f"Compare {text} and the rest.")
    assert any(found.format is format_ for found in numbers_in(folded))


@pytest.mark.parametrize(
    ("pattern", "bare"),
    [
        (r"a(?!b)c", "ac"),
        (r"(?<![\w-])(?P<n>\d)(?=\))", r"(?P<n>\d)"),
        (r"(?P<b>\()?x(?(b)\)?|)", r"(?P<b>\()?x"),
        (r"a(?!(?:b|[)]))c", "ac"),
        (r"\(?x", r"\(?x"),
    ],
)
def test_a_pattern_without_its_lookarounds(pattern, bare):
    assert without_lookarounds(pattern) == bare


def test_no_pattern_without_lookarounds_matches_less():
    for format_, text in EXAMPLES:
        bare = re.compile(without_lookarounds(format_.pattern), re.ASCII)
        assert bare.search(fold(text)), text
