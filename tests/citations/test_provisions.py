"""Provisions as people write them, in each language, and the passages they mean."""

import pytest

from manumit.citations.provisions import GRAMMARS
from manumit.citations.provisions.eids import eid_of
from manumit.reference import fold

HK = ("legislation", "hk")
TREATY = ("instrument", "un")


def eids(language, text, work=HK):
    """The passages that the whole of the text names."""
    match = GRAMMARS[language].pattern.match(fold(text))
    assert match, text
    assert match[0] == fold(text), f"only {match[0]!r} of {text!r} was taken"
    return [eid_of(pin, *work) for pin in GRAMMARS[language].read(match[0])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("section 129", ["sec_129"]),
        ("section 129(1)(a)", ["sec_129__subsec_1__para_a"]),
        ("section 2(a)", ["sec_2__para_a"]),
        ("s 38AA", ["sec_38AA"]),
        ("s. 45", ["sec_45"]),
        ("ss 17I–17K", ["sec_17I", "sec_17J", "sec_17K"]),
        ("sections 129, 130 and 131", ["sec_129", "sec_130", "sec_131"]),
        ("section 129(1) and (2)", ["sec_129__subsec_1", "sec_129__subsec_2"]),
        ("section 129(1)(a) to (c)", [f"sec_129__subsec_1__para_{x}" for x in "abc"]),
        ("sections 3, 4(1) and 5 to 7", ["sec_3", "sec_4__subsec_1", "sec_5", "sec_6", "sec_7"]),
        ("section 270.3", ["sec_270.3"]),
        ("subsection (1) of section 129", ["sec_129__subsec_1"]),
        ("Schedule 4", ["sched_4"]),
        ("paragraph 2 of Schedule 1", ["sched_1__para_2"]),
        ("regulation 5(1)", ["reg_5__para_1"]),
        ("rule 4", ["rule_4"]),
        ("Part III", ["part_3"]),
        ("Part IVA", ["part_4A"]),
        ("First Schedule", ["sched_1"]),
        ("Divisions 270 and 271", ["div_270", "div_271"]),
        ("sections 1589–92", ["sec_1589", "sec_1590", "sec_1591", "sec_1592"]),
        ("§ 1589", ["sec_1589"]),
    ],
)
def test_english_in_a_statute(text, wanted):
    assert eids("english", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Article 3(a)", ["art_3__para_a"]),
        ("Article 8(3)(a)", ["art_8__para_3__subpara_a"]),
        ("art 4", ["art_4"]),
        ("Arts. 10–12 and 26", ["art_10", "art_11", "art_12", "art_26"]),
        ("Article 4 § 2", ["art_4__para_2"]),
        ("Article 5 § 1 (e)", ["art_5__para_1__subpara_e"]),
        ("paragraph 2 of Article 5", ["art_5__para_2"]),
        ("articles 4 et 5", ["art_4", "art_5"]),
        ("article 225-4-1", ["art_225-4-1"]),
        ("Principle 2", ["principle_2"]),
        ("Art. 3, para. (c)", ["art_3__para_c"]),
        ("Article 8, paragraph 3(a)", ["art_8__para_3__subpara_a"]),
        ("Article 6 §§ 1 and 3 (c)", ["art_6__para_1", "art_6__para_3__subpara_c"]),
        ("§ 12", ["para_12"]),
    ],
)
def test_english_in_a_treaty(text, wanted):
    assert eids("english", text, TREATY) == wanted


@pytest.mark.parametrize(
    ("text", "work", "wanted"),
    [
        ("第129條", HK, ["sec_129"]),
        ("第１２９（１）條", HK, ["sec_129__subsec_1"]),
        ("第17I至17K條", HK, ["sec_17I", "sec_17J", "sec_17K"]),
        ("第129、130及131條", HK, ["sec_129", "sec_130", "sec_131"]),
        ("第三條(a)項", TREATY, ["art_3__para_a"]),
        ("第三條第一款", TREATY, ["art_3__para_1"]),
        ("第二十三條", TREATY, ["art_23"]),
        ("第31條之1", ("legislation", "tw"), ["art_31-1"]),
        ("第240条", ("legislation", "cn"), ["art_240"]),
        ("附表1第2段", HK, ["sched_1__para_2"]),
        ("第三條(a)、(b)及(d)項", TREATY, [f"art_3__para_{x}" for x in "abd"]),
        ("第一百三十條至第一百三十二條", HK, ["sec_130", "sec_131", "sec_132"]),
        ("第20至22段", TREATY, ["para_20", "para_21", "para_22"]),
        ("第XII部", HK, ["part_12"]),
    ],
)
def test_chinese(text, work, wanted):
    assert eids("chinese", text, work) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("thai", "มาตรา ๖", ["sec_6"]),
        ("thai", "มาตรา 6 วรรคหนึ่ง", ["sec_6__para_1"]),
        ("thai", "มาตรา ๓๓ วรรคหนึ่งและวรรคสอง", ["sec_33__para_1", "sec_33__para_2"]),
        ("thai", "มาตรา 6 (1) และ (2)", ["sec_6__subsec_1", "sec_6__subsec_2"]),
        ("thai", "มาตรา 4 และมาตรา 6", ["sec_4", "sec_6"]),
        ("thai", "มาตรา ๕๒ ถึง ๕๔", ["sec_52", "sec_53", "sec_54"]),
        ("thai", "มาตรา 6/1", ["sec_6-1"]),
        ("vietnamese", "Điều 150", ["art_150"]),
        ("vietnamese", "khoản 1 Điều 150", ["art_150__para_1"]),
        ("vietnamese", "điểm a khoản 2 Điều 150", ["art_150__para_2__subpara_a"]),
        ("vietnamese", "Điều 150 và Điều 151", ["art_150", "art_151"]),
        ("malay", "seksyen 26A(1)(b)", ["sec_26A__subsec_1__para_b"]),
        ("malay", "Pasal 2 ayat (1)", ["art_2__para_1"]),
        ("malay", "Pasal 2 dan Pasal 3", ["art_2", "art_3"]),
        ("malay", "Pasal 2 ayat (1) dan ayat (2)", ["art_2__para_1", "art_2__para_2"]),
        ("malay", "Pasal 1 angka 1", ["art_1__point_1"]),
        ("vietnamese", "khoản 1, 2 và 3 Điều 151", [f"art_151__para_{n}" for n in "123"]),
        ("thai", "ข้อ 3 (a)", ["art_3__para_a"]),
    ],
)
def test_other_languages(language, text, wanted):
    assert eids(language, text, ("legislation", "th")) == wanted


@pytest.mark.parametrize(
    "text",
    ["the company's 5 cars", "its 4", "Articles of association", "parts 3", "a cat 5", "as I"],
)
def test_what_only_looks_like_a_provision_is_none(text):
    grammar = GRAMMARS["english"]
    assert not any(grammar.pattern.match(text, start) for start in range(len(text)))
