"""What a record's keeper owes its readers, and what its own numbers contradict."""

from datetime import date

import pytest

from manumit.records import check_file, check_together, check_upkeep

TODAY = date(2026, 11, 22)
HK = """\
---
kind: judgment
title: Lantern v Nowhere
forum: hkcfi
{}
sources:
- publisher: The Court
  for: [title, dates, identifiers]
  on: 2026-11-01
  note: '{}'
---
"""
LAW = """\
---
kind: legislation
title: Lanterns Ordinance
official_url: {}
legislation_type: ordinance
number: {}
{}sources:
- publisher: The Gazette
  for: [title]
  on: 2026-11-01
---
"""
OFFICIAL = "https://www.elegislation.gov.hk/hk/cap9999"


def told(problems):
    return [f"{problem.field}: {problem.reason}" for problem in problems]


def case(read_text, fields, key, note=""):
    return told(check_file(read_text(HK.format(fields, note), key=key), today=TODAY))


def law(read_text, *, url=OFFICIAL, number="Cap. 9999", fields="", key="hk/law/cap-9999"):
    return read_text(LAW.format(url, number, fields), key=key)


def test_a_key_comes_from_the_neutral_citation(read_text):
    fields = "neutral_citation: '[2031] HKCFI 7'\ndecided_on: 2031-05-02"
    assert case(read_text, fields, "hk/case/2031-hkcfi-7") == []
    [fault] = case(read_text, fields, "hk/case/2031-hkcfi-8")
    assert "[2031] HKCFI 7 gives the key hk/case/2031-hkcfi-7, but the file is" in fault


def test_without_one_a_key_comes_from_a_case_number_and_the_day(read_text):
    fields = "docket_nos: [HCAL 15/2031]\ndecided_on: 2031-05-02"
    assert case(read_text, fields, "hk/case/hcal-15-2031/2031-05-02") == []
    [fault] = case(read_text, fields, "hk/case/hcal-15-2031/2031-05-03")
    assert "its numbers give the key hk/case/hcal-15-2031/2031-05-02" in fault


def test_of_a_decision_that_is_cited_the_year_is_enough(read_text):
    cited = "neutral_citation: '[2031] HKCFI 7'\ndecided_on: '2031'"
    assert case(read_text, cited, "hk/case/2031-hkcfi-7") == []
    numbered = "docket_nos: [HCAL 15/2031]\ndecided_on: 2031-05"
    [fault] = case(read_text, numbered, "hk/case/hcal-15-2031/2031-05")
    assert fault.startswith("decided_on: its key has the day, which must be whole")


def test_a_citation_is_written_as_its_court_writes_it(read_text):
    fields = "neutral_citation: '[2031] HKCA 7'\ndecided_on: 2031-05-02"
    faults = case(read_text, fields, "hk/case/2031-hkca-7")
    assert any("is not how hkcfi cites: write as [2021] HKCFI 1194" in fault for fault in faults)


def test_a_citation_of_another_year_than_the_decision_is_explained(read_text):
    fields = "neutral_citation: '[2030] HKCFI 7'\ndecided_on: 2031-01-02"
    [fault] = case(read_text, fields, "hk/case/2030-hkcfi-7")
    assert "it bears 2030, but the decision is of 2031-01-02" in fault
    note = "the number is of 2030"
    assert case(read_text, fields, "hk/case/2030-hkcfi-7", note) == []


def test_a_laws_key_comes_from_its_number(read_text):
    assert told(check_file(law(read_text), today=TODAY)) == []
    [fault] = told(check_file(law(read_text, key="hk/law/cap-1"), today=TODAY))
    assert fault == (
        "number: Cap. 9999 gives the key hk/law/cap-9999, but the file is hk/law/cap-1"
    )


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ("enacted_on: '2031'\n", "dates"),
        ("provisions:\n- at: sec_1\n  gist: a\n", "provisions"),
        ("provisions:\n- at: sec_1\n  gist: a\n  penalty: life\n", "penalties"),
    ],
)
def test_every_group_of_facts_has_a_source(read_text, fields, group):
    faults = told(check_upkeep(law(read_text, fields=fields), today=TODAY))
    assert f"sources: no source is for its {group}: say where they were read" in faults


def test_a_law_is_opened_where_it_is_published(read_text):
    [fault] = told(check_upkeep(law(read_text, url="https://blog.example.org/law"), today=TODAY))
    assert fault.startswith("official_url: blog.example.org is no publisher of Hong Kong: link to")
    assert check_upkeep(law(read_text), today=TODAY) == []


def judgments(read_text, relation, *, fate="good", earlier=2030, by="later"):
    """Two judgments, one of which says what the later did to the earlier."""
    finding = f"findings:\n- says: a\n  weight: ratio\n  fate: {fate}\n"
    stated = {"later": "hk/case/2031-hkcfi-2", "earlier": "hk/case/2030-hkcfi-1"}
    says = f"relations:\n- {relation}\n"
    first = f"{says if by == 'earlier' else ''}decided_on: {earlier}-01-02\n{finding}"
    second = f"{says if by == 'later' else ''}decided_on: 2031-01-02"
    files = [
        read_text(HK.format(first, ""), key=stated["earlier"]),
        read_text(HK.format(second, ""), key=stated["later"]),
    ]
    return told(check_together(files))


def test_a_reversed_judgment_says_which_findings_fell(read_text):
    relation = "reverses: hk/case/2030-hkcfi-1"
    [fault] = judgments(read_text, relation)
    assert "it was reversed: say by fate which of its findings fell" in fault
    assert judgments(read_text, relation, fate="overruled") == []
    passive = "reversed_by: hk/case/2031-hkcfi-2"
    assert judgments(read_text, passive, fate="overruled", by="earlier") == []


def test_a_finding_falls_only_by_another_judgment(read_text):
    relation = "follows: hk/case/2030-hkcfi-1"
    [fault] = judgments(read_text, relation, fate="doubted")
    assert "no judgment here did that" in fault


def test_nothing_is_reversed_before_it_was_decided(read_text):
    relation = "reverses: hk/case/2030-hkcfi-1"
    faults = judgments(read_text, relation, fate="overruled", earlier=2032)
    assert any("was decided before" in fault for fault in faults)


def test_of_two_decisions_of_a_year_either_may_be_the_later(read_text):
    day = "decided_on: '2031'\nrelations:\n- affirms: hk/case/2031-hkcfi-1"
    files = [
        read_text(HK.format("decided_on: 2031-05-02", ""), key="hk/case/2031-hkcfi-1"),
        read_text(HK.format(day, ""), key="hk/case/2031-hkcfi-2"),
    ]
    assert told(check_together(files)) == []


def test_a_relation_is_stated_by_one_end_only(read_text):
    both = "relations:\n- {}\ndecided_on: {}-01-02"
    files = [
        read_text(HK.format(both.format("affirmed_by: hk/case/b", 2030), ""), key="hk/case/a"),
        read_text(HK.format(both.format("affirms: hk/case/a", 2031), ""), key="hk/case/b"),
    ]
    [fault] = told(check_together(files))
    assert fault == "relations.0: hk/case/a says the same: say it once"


def test_only_judgments_treat_judgments(read_text):
    statute = law(read_text)
    fields = "relations:\n- reverses: hk/law/cap-9999\ndecided_on: 2031-01-02"
    [fault] = told(check_together([statute, read_text(HK.format(fields, ""), key="hk/case/a")]))
    assert "only a judgment reverses, and only a judgment" in fault
