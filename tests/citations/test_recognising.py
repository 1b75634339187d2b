"""What a reader gets out of a text: which words, which work, which passage, how sure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.citations import Context, KnownWork, Register, recognise

LANTERNS = KnownWork(
    "hk/law/cap-9999", "legislation", ("Lanterns Ordinance", "《燈籠條例》"), ("Cap. 9999",)
)
OTHERS = KnownWork("sg/law/la-2020", "legislation", ("Lanterns Act", "Lamps Act"))
TWINS = KnownWork("my/law/act-1", "legislation", ("Lamps Act",))
TREATY = KnownWork(
    "un/treaty/lamp-convention", "instrument", ("Convention on Lamps", "Lamp Convention")
)
CHAMBER = KnownWork(
    "coe/case/123-45/2030-01-02", "judgment", ("Lantern v. Nowhere",), ("123/45",), "ecthr"
)
GRAND = KnownWork(
    "coe/case/123-45/2031-05-02", "judgment", ("Lantern v. Nowhere",), ("123/45",), "ecthr-gc"
)
REGISTER = Register([LANTERNS, OTHERS, TWINS, TREATY, CHAMBER, GRAND])


def found(text, **context):
    """Words, key and pinpoints of each citation."""
    citations = recognise(text, REGISTER, Context(**context))
    return [(each.text, each.key, " ".join(each.pinpoints)) for each in citations]


def one(text, **context):
    """The only citation of the text."""
    [citation] = recognise(text, REGISTER, Context(**context))
    return citation


def test_title_number_and_provision_are_one_citation():
    assert found("under section 5(1) of the Lanterns Ordinance (Cap. 9999), and") == [
        ("section 5(1) of the Lanterns Ordinance (Cap. 9999)", "hk/law/cap-9999", "sec_5__subsec_1")
    ]
    assert found("見《燈籠條例》（第9999章）第5條") == [
        ("《燈籠條例》（第9999章）第5條", "hk/law/cap-9999", "sec_5")
    ]


def test_a_number_that_contradicts_the_title_is_left_open():
    citation = one("the Lanterns Ordinance (Cap. 200)")
    assert citation.key is None
    assert set(citation.candidates) == {"hk/law/cap-9999", "hk/law/cap-200"}


def test_a_work_nobody_holds_is_known_by_its_number():
    citation = one("[2031] HKCFA 7 at [23]-[25]")
    assert citation.key == "hk/case/2031-hkcfa-7"
    assert citation.pinpoints == ("para_23", "para_24", "para_25")


def test_of_two_laws_with_one_title_the_place_decides_or_nothing():
    assert set(one("the Lamps Act").candidates) == {"my/law/act-1", "sg/law/la-2020"}
    assert one("the Lamps Act", system="sg").key == "sg/law/la-2020"
    assert one("the Lamps Act of Malaysia").key == "my/law/act-1"


def test_of_two_decisions_in_a_case_the_day_or_the_chamber_decides_or_nothing():
    assert one("Lantern v. Nowhere, no. 123/45, § 5").candidates == (
        "coe/case/123-45/2030-01-02",
        "coe/case/123-45/2031-05-02",
    )
    assert one("Lantern v. Nowhere (no. 123/45, 2 January 2030)").key == CHAMBER.key
    assert one("Lantern v. Nowhere, no. 123/45 [GC], § 9").key == GRAND.key
    assert one("Lantern v. Nowhere [GC], no. 123/45, § 9").key == GRAND.key


def test_an_invoice_is_no_application():
    assert found("Invoice No. 1234/56 was paid; room no. 25/04.") == []
    assert found("applications nos. 1234/56 and 77/78")[0][0] == "nos. 1234/56"


def test_a_defined_term_means_what_it_was_defined_as():
    text = "The Lanterns Ordinance (“the Ordinance”) is short. Section 3 of the Ordinance says so."
    assert found(text)[1] == ("Section 3 of the Ordinance", "hk/law/cap-9999", "sec_3")
    assert len(found(text)) == 2


def test_a_term_is_meant_only_where_it_is_pointed_at():
    text = "The Lamp Convention (“the Convention”). The history of the European Convention is long."
    assert [words for words, _, _ in found(text)] == ["Lamp Convention"]


def test_a_day_after_a_paragraph_is_no_paragraph():
    assert one("[2031] HKCFA 7, §§ 37-39, 21 février 2008").pinpoints == (
        "para_37", "para_38", "para_39"
    )  # fmt: skip


def test_a_noun_means_the_last_work_that_is_called_so():
    text = "The Lamp Convention is old.\n\nArticle 4 of the Convention is not."
    assert found(text)[1] == ("Article 4 of the Convention", "un/treaty/lamp-convention", "art_4")


def test_a_noun_without_antecedent_is_left_open():
    citation = one("Article 4 of the Convention")
    assert (citation.key, citation.pinpoints) == (None, ("art_4",))


def test_what_every_text_of_a_court_calls_the_convention_can_be_told():
    citation = one("Article 4 of the Convention", terms={"the Convention": "coe/treaty/echr"})
    assert citation.key == "coe/treaty/echr"


def test_a_case_cited_above_is_the_same_case():
    text = (
        "Lantern v. Nowhere, no. 123/45, 2 January 2030. See Lantern, cited above, § 7; ibid., § 8."
    )
    assert found(text)[1:] == [
        ("Lantern, cited above, § 7", CHAMBER.key, "para_7"),
        ("ibid., § 8", CHAMBER.key, "para_8"),
    ]


def test_a_bare_title_in_the_text_of_another_place_is_left_open():
    citation = one("He broke the Lanterns Ordinance there.", system="coe")
    assert (citation.key, citation.candidates) == (None, ("hk/law/cap-9999",))
    assert one("the Lanterns Ordinance of Hong Kong", system="coe").key == "hk/law/cap-9999"
    assert one("the Lanterns Ordinance (Cap. 9999)", system="coe").key == "hk/law/cap-9999"


def test_a_judgment_does_not_cite_its_own_number_nor_its_own_case():
    assert found("Lantern v. Nowhere, no. 123/45", key=GRAND.key) == []
    assert found("no. 123/45, 2 January 2030", key=GRAND.key)[0][1] == CHAMBER.key


def test_a_number_leads_to_the_work_that_has_it_under_another_key():
    held = KnownWork("hk/case/hcal-1-2031/2031-02-03", "judgment", (), ("[2031] HKCFI 9",))
    [citation] = recognise("[2031] HKCFI 9 at [3]", Register([held]))
    assert citation.key == held.key


def test_a_volume_of_reports_is_the_case_it_stands_beside_or_nobodys():
    beside = recognise("Lantern v. Nowhere, no. 123/45, § 7, ECHR 2030 (extracts)", REGISTER)
    assert [each.stem for each in beside] == ["coe/case/123-45", "coe/case/123-45"]
    assert one("It is printed in ECHR 2005-VII.").key is None


def test_a_text_does_not_cite_itself():
    assert found("section 5 of the Lanterns Ordinance", key="hk/law/cap-9999") == []


def test_a_long_range_is_given_by_its_ends():
    assert one("[2031] HKCFA 7 at [1]-[90]").pinpoints == ("para_1", "para_90")


@pytest.mark.parametrize("space", ["\u00a0", "\n", "\u2009"])
def test_any_kind_of_space_will_do(space):
    text = f"[2031]{space}HKCFA{space}7"
    assert found(text) == [(text, "hk/case/2031-hkcfa-7", "")]


@given(st.text(max_size=400))
def test_any_text_can_be_read(text):
    for citation in recognise(text, REGISTER):
        assert text[citation.start : citation.end] == citation.text


PIECES = st.sampled_from(
    ["no. 123/45, § 5", "s 5 of the ", "Lanterns Ordinance", " (Cap. ", "9999)", "ibid., § 3", "[2031]", " HKCFA 7",
     " at [3]", "《", "第三條", "》", "(“the Act”)", "the Act", ", cited above,", " ", "\n\n", "Article 4", " of the Convention",
     "Lantern", " v. ", "Nowhere", "12 U.S. 34", ", ", "and "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_citations_stand_in_order_and_never_overlap(text):
    citations = recognise(text, REGISTER)
    for before, after in pairwise(citations):
        assert before.end <= after.start
    assert all(text[each.start : each.end] == each.text for each in citations)


@pytest.mark.parametrize(
    "bad",
    [
        "(",
        "[2019] ",
        "section 5(",
        "1, ",
        "no. 1/0",
        "A v ",
        "the Act ",
        "第",
        "Article 1 and ",
        " \t",
        "ibid. ",
    ],
)
def test_hostile_text_is_read_to_its_end(bad):
    assert isinstance(recognise(bad * (100_000 // len(bad)), REGISTER), list)
