"""What is a citation and what is not, and the key it gives: the files' own examples and more."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import reference
from manumit.reference import CitationFormat, parse_key
from tests.paths import shared

FORMATS = reference.citation_formats()


def name(format_: CitationFormat) -> str:
    return f"{format_.forum or format_.system}-{format_.kind}"


def keys_in(text: str) -> set[str]:
    return {
        format_.key_for(match.groupdict())
        for format_ in FORMATS
        for match in format_.finditer(text)
    }


@pytest.mark.parametrize("format_", FORMATS, ids=name)
def test_every_format_matches_its_examples_and_none_of_its_not_examples(format_):
    assert all(format_.search(text) for text in format_.examples)
    assert not any(format_.search(text) for text in format_.not_examples)


@pytest.mark.parametrize("format_", FORMATS, ids=name)
def test_every_key_of_an_example_is_a_key_of_its_system(format_):
    for text in format_.examples:
        for match in format_.finditer(text):
            key = format_.key_for(match.groupdict())
            assert not key or parse_key(key).system == format_.system


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ZN v Secretary for Justice [2019] HKCFA 53 at [23]", "hk/case/2019-hkcfa-53"),
        ("[2025] HKLdT 58", "hk/case/2025-hkldt-58"),
        ("HCAL 15/2015", "hk/case/hcal-15-2015"),
        ("DCCC 651 of 2013", "hk/case/dccc-651-2013"),
        ("Crimes Ordinance (Cap. 200), section 129", "hk/law/cap-200"),
        ("《僱傭條例》(第57A章)", "hk/law/cap-57a"),
        ("Rantsev, no. 25965/04, § 282", "coe/case/25965-04"),
        ("ECLI:CE:ECHR:2010:0107JUD002596504", "coe/case/25965-04/2010-01-07"),
        ("Prosecutor v Kunarac, IT-96-23-T, Judgement", "icty/case/it-96-23"),
        ("the Forced Labour Convention, 1930 (No. 29)", "ilo/treaty/c029"),
        ("CCPR/C/119/D/2425/2014", "un/case/ccpr-c-119-d-2425-2014"),
        ("[2008] HCA 39", "au/case/2008-hca-39"),
        ("[2017] UKSC 27", "gb/case/2017-uksc-27"),
        ("คำพิพากษาศาลฎีกาที่ ๑๒๓๔/๒๕๖๐", "th/case/dika-1234-2560"),
    ],
)
def test_a_citation_gives_the_key_of_the_work(text, key):
    assert key in keys_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The incident occurred in [2020].",
        "cap. of the bottle",
        "Chapter 4 of this report",
        "本報告第3章",
        "The company's FACV figures for 2018",
        "22 of the 1999 passengers",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text):
    assert keys_in(text) == set()


def test_a_case_number_is_a_stem_and_a_neutral_citation_is_a_work():
    kinds = {(each.kind, each.is_stem) for each in reference.forum("hkcfi").citations}
    assert kinds == {("neutral", False), ("action", True)}


def test_a_law_report_gives_no_key_because_it_names_no_decision():
    assert keys_in("(2020) 23 HKCFAR 248") == {""}


def test_both_applications_of_a_joined_case_are_found():
    found = keys_in("V.C.L. and A.N. v. the United Kingdom, nos. 77587/12 and 74603/12")
    assert found == {"coe/case/77587-12", "coe/case/74603-12"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("DCCC 421 & 651/2014", ["dccc-421-2014", "dccc-651-2014"]),
        ("CACV 132, 134 and 136/2008", ["cacv-132-2008", "cacv-134-2008", "cacv-136-2008"]),
        ("HCAL Nos. 3-5 of 2010", ["hcal-3-2010", "hcal-4-2010", "hcal-5-2010"]),
        ("FACV 7/2013, 8/2013 and 1/2014", ["facv-7-2013", "facv-8-2013", "facv-1-2014"]),
        ("HCAL 1-5000/2010", ["hcal-1-2010", "hcal-5000-2010"]),
    ],
)
def test_an_action_with_several_numbers_is_several_cases(text, keys):
    (found,) = [
        format_.keys_for(match.groupdict())
        for format_ in reference.system("hk").all_formats
        if (match := format_.fullmatch(text))
    ]
    assert list(found) == [f"hk/case/{key}" for key in keys]


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("[1996] 2 H.K.L.R.D. 401", "[1996] 2 HKLRD 401"),
        ("[1990] 2 A. C. 1", "[1990] 2 AC 1"),
        ("[2002] 1 Cr. App. R. (S.) 12", "[2002] 1 Cr App R (S) 12"),
        ("[2003] 3 All E.R. 304", "[2003] 3 All ER 304"),
    ],
)
def test_law_reports_lose_their_full_stops(text, cite):
    cites = {
        format_.cite_for(match.groupdict())
        for format_ in FORMATS
        if (match := format_.fullmatch(text))
    }
    assert cites == {cite}


def test_the_bracket_around_a_number_belongs_to_the_citation_only_if_it_opens_there():
    cited = [
        match[0]
        for text in ("Forced Labour Convention, 1930 (No. 29)", "(see Convention No. 29)")
        for format_ in reference.system("ilo").formats
        for match in format_.finditer(text)
    ]
    assert cited == ["Convention, 1930 (No. 29)", "Convention No. 29"]


def test_digits_of_any_script_and_any_spaces_give_the_same_citation():
    format_ = reference.forum("th-sc").citations[0]
    match = format_.search("ศาลฎีกาที่  ๑๒๓๔/๒๕๖๐")
    assert match
    assert format_.cite_for(match.groupdict()) == "คำพิพากษาศาลฎีกาที่ 1234/2560"


@given(
    court=st.sampled_from(["HKCFA", "HKCA", "HKCFI", "HKDC", "HKFC"]),
    year=st.integers(1946, 2199),
    number=st.integers(1, 99_999),
)
def test_every_neutral_citation_of_hong_kong_gives_one_key(court, year, number):
    cite = f"[{year}] {court} {number}"
    assert keys_in(cite) == {f"hk/case/{year}-{court.lower()}-{number}"}


@given(number=st.integers(1, 99_999), lodged=st.integers(0, 99), day=st.dates())
def test_an_ecli_and_an_application_number_agree_on_the_case(number, lodged, day):
    ecli = f"ECLI:CE:ECHR:{day:%Y}:{day:%m%d}JUD{number:07d}{lodged:02d}"
    if day.year < 1000:  # %Y does not pad everywhere, and the Court is younger
        return
    (work,) = keys_in(ecli)
    (stem,) = keys_in(f"no. {number}/{lodged:02d}")
    assert work == f"{stem}/{day:%Y-%m-%d}"


def test_real_identifiers_of_the_strasbourg_court_give_their_application_numbers():
    for file in sorted(shared("data/echr/hudoc-json").glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        (key,) = keys_in(document["ecli"])
        first = document["app_no"].split(";")[0].strip()
        assert key.startswith(f"coe/case/{first.replace('/', '-')}/"), file.name
