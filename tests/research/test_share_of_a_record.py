"""Records by their concepts: one that is about the matter alone goes before one that touches it."""

from collections import Counter

import pytest

from manumit.research.finding.asking import Rarity
from manumit.research.finding.tagging import worth

EVERYTHING = frozenset(f"concept-{number}" for number in range(18))
ALIKE = Rarity(
    Counter(dict.fromkeys(["forced-labour", "begging", "child", *EVERYTHING], 10)), total=100
)
WANTED = {"forced-labour": 1.0, "begging": 1.0}


def test_a_record_mostly_about_the_matter_goes_before_one_about_everything():
    narrow = worth(frozenset({"forced-labour", "begging", "child"}), WANTED, ALIKE)
    wide = worth(EVERYTHING | WANTED.keys(), WANTED, ALIKE)
    assert narrow > 2 * wide


def test_one_concept_alone_goes_before_two_among_twenty():
    alone = worth(frozenset({"forced-labour"}), WANTED, ALIKE)
    assert alone > worth(EVERYTHING | WANTED.keys(), WANTED, ALIKE)


def test_a_record_about_all_that_is_wanted_goes_before_one_about_half_of_it():
    assert worth(frozenset(WANTED), WANTED, ALIKE) > worth(
        frozenset({"forced-labour"}), WANTED, ALIKE
    )


def test_a_record_about_nothing_wanted_is_worth_nothing():
    assert worth(frozenset({"child"}), WANTED, ALIKE) == pytest.approx(0)
