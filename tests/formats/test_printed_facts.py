"""What several formats read out of printed words: days, languages, neutral citations."""

from datetime import date

import pytest

from manumit.formats.dates import read_day
from manumit.formats.languages import language_of
from manumit.formats.neutral import find_neutral, name_before_citation


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10 October 1979", date(1979, 10, 10)),
        ("Decided on June 11, 2020.", date(2020, 6, 11)),
        ("this 3rd day of May, 1999", date(1999, 5, 3)),
        ("Tarikh: 7 Mei 2007", date(2007, 5, 7)),
        ("2008年6月27日", date(2008, 6, 27)),
        ("from 2019-12-17 to 2020-01-01", date(2019, 12, 17)),
        ("31 June 2020, then 1 July 2020", date(2020, 7, 1)),
    ],
)
def test_a_day_is_read_as_it_is_printed(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text", ["3/10/79", "11/22/2002", "May 2007", "10 Blurb 1979", "", "7 v 12"]
)
def test_a_day_that_nobody_can_be_sure_of_is_not_read(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court shall not be bound by this, and the order is for the parties to make.", "en"),
        ("Mahkamah hendaklah, bagi maksud seksyen ini, tidak terikat kerana perintah itu.", "ms"),
        (
            "Pengadilan tidak terikat oleh pasal ini karena perintah sebagaimana dimaksud ayat.",
            "id",
        ),
        ("本條例適用於所有根據僱傭合約受聘的僱員，但不適用於學徒。", "zh-Hant"),
        ("本条例适用于所有根据雇佣合约受聘的雇员，但不适用于学徒。", "zh-Hans"),
        ("ผู้ใดกระทำความผิดฐานค้ามนุษย์ต้องระวางโทษ", "th"),
        ("La Cour dit que l’article est violé et que les parties sont dans le droit.", "fr"),
        ("12 34", ""),
    ],
)
def test_a_language_is_told_from_its_commonest_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_neutral_citation_gives_court_and_key() -> None:
    found = find_neutral("HKSAR v A Keeper [2030] HKCFA 9")
    assert found is not None
    assert (found.cite, found.forum, found.key) == (
        "[2030] HKCFA 9",
        "hkcfa",
        "hk/case/2030-hkcfa-9",
    )
    assert find_neutral("[1979] King's Bench 20232") is None


def test_a_name_is_what_stands_before_its_citation() -> None:
    assert name_before_citation("Jarndyce v Jarndyce [1979] King's Bench 20232") == (
        "Jarndyce v Jarndyce"
    )
    assert name_before_citation("Re a Kite") == "Re a Kite"
