"""Works made for a matter come with it, and law that reaches here counts though its land is not named."""

from collections import Counter
from datetime import date

import pytest

from manumit.library import selectors as library
from manumit.research.finding.asking import Rarity
from manumit.research.finding.fitness import Fitness
from manumit.research.finding.leading import led, reaching
from manumit.research.reading.matters import matters
from manumit.research.reading.situation import read
from manumit.research.selectors import suggest
from manumit.research.words import words

TODAY = date(2026, 11, 22)
RARITY = Rarity(Counter({"forced-labour": 5}), total=100)
DIRECTIVE = "eu/directive/2024-1760"


def reading(text, place="hk"):
    return read(text, jurisdiction=place, on=None, today=TODAY, usual=("hk",))


def leading(text, place="hk"):
    ranked = led(reading(text, place), RARITY).candidates
    return {each.key: each.worth for each in ranked}


def test_the_law_of_a_land_leads_there_and_not_elsewhere():
    asked = "He demands money with menaces: it is blackmail."
    assert "hk/law/cap-210" in leading(asked)
    assert "hk/law/cap-210" not in leading(asked, place="th")
    assert "hk/law/cap-210" in leading(f"{asked} It was in Hong Kong.", place="th")


def test_instruments_and_judgments_of_others_lead_everywhere():
    assert {"un/treaty/vcdr", "gb/case/2022-uksc-20"} <= leading("An embassy's cook.", "th").keys()


def test_what_was_made_for_two_of_the_matters_counts_for_both():
    both = leading("They took her passport. It is forced labour.")
    alone = leading("It is forced labour.")
    indicators = "ilo/publication/ilo/2012-indicators-of-forced-labour"
    assert both[indicators] > alone[indicators]


def test_law_that_reaches_here_counts_where_its_matter_is_told():
    trading, other = reading("Our supply chain may use cotton."), reading("A maid was beaten.")
    assert DIRECTIVE in reaching(trading)
    assert not reaching(other)


def test_every_matter_that_has_leading_works_exists():
    listed = words("leading")
    assert {*listed["leading"], *listed["reaching"]} <= matters().keys()


@pytest.mark.usefixtures("starter")
class TestOnTheShelves:
    def test_every_leading_work_is_published(self):
        parts = words("leading").values()
        keys = {key for part in parts for listed in part.values() for key in listed}
        assert keys == library.cards(keys).keys()

    def test_an_instrument_of_a_place_that_plays_a_part_is_to_the_purpose(self):
        def worth(text):
            fitness = Fitness(reading(text))
            fitness.read({DIRECTIVE})
            return fitness(DIRECTIVE)

        nowhere = worth("She was beaten.")
        assert worth("She was beaten, and sent to Europe.") > nowhere
        assert worth("She was beaten; the brand audits its supply chain.") > nowhere

    def test_bans_on_goods_come_to_a_trader_who_names_no_other_land(self):
        given = suggest("Our supplier in Kowloon may have used forced labour.", today=TODAY)
        keys = [each.key for each in given.authorities]
        assert {"us/law/pl-117-78", "eu/regulation/2024-3015"} <= {*keys[:10]}
        assert "us/law/usc-19" in keys[:15]
