"""The vocabularies: which concepts there are, how they stand to each other, what they are called."""

import pytest

from manumit import reference
from manumit.reference import Concept, is_eid, parse_key

CONCEPTS = reference.concepts()
PALERMO = "un/treaty/palermo-protocol"
BILL_OF_RIGHTS = "hk/law/cap-383"

CODES = {
    "form": "convention protocol penal-code",
    "exploitation": (
        "trafficking slavery practices-similar-to-slavery debt-bondage serfdom servile-marriage "
        "child-transfer servitude domestic-servitude forced-labour exploitation-of-prostitution "
        "sexual-exploitation online-sexual-exploitation child-sexual-exploitation organ-removal "
        "forced-marriage forced-criminality scam-compounds forced-drug-crime forced-begging "
        "illegal-adoption child-soldiers state-imposed-forced-labour"
    ),
    "cross-cutting": (
        "non-punishment identification positive-duties duty-of-framework operational-duty "
        "duty-to-investigate non-refoulement compensation child gender witness-protection privacy "
        "corporate-liability money-laundering corruption slapp diplomatic-immunity "
        "extraterritoriality recruitment-fees corroboration-and-trauma migrant-smuggling "
        "domestic-work supply-chains"
    ),
    "act": "recruitment transportation transfer harbouring receipt",
    "means": (
        "threat force other-coercion abduction fraud deception abuse-of-power "
        "abuse-of-vulnerability payments-or-benefits"
    ),
    "outcome": (
        "convicted acquitted sentenced conviction-upheld conviction-quashed sentence-upheld "
        "sentence-changed appeal-allowed appeal-allowed-in-part appeal-dismissed leave-refused "
        "remitted violation-found no-violation inadmissible claim-allowed claim-dismissed "
        "review-allowed review-refused ruling-on-law directions-given"
    ),
    "indicator": (
        "abuse-of-vulnerability deception restriction-of-movement isolation "
        "physical-and-sexual-violence intimidation-and-threats retention-of-identity-documents "
        "withholding-of-wages debt-bondage abusive-working-and-living-conditions excessive-overtime"
    ),
    "practice-area": (
        "criminal constitutional immigration employment tort family aml anti-corruption commercial "
        "defamation maritime mutual-legal-assistance international-human-rights "
        "international-criminal"
    ),
    "support-stage": (
        "detection screening formal-identification recovery-and-reflection shelter-and-health "
        "legal-advice proceedings remedy return-residence-reintegration follow-up"
    ),
}


def concept(code: str, scheme: str = "exploitation") -> Concept:
    return reference.scheme(scheme).concept(code)


def name(each: Concept) -> str:
    return f"{each.scheme}-{each.code}"


@pytest.mark.parametrize("scheme", CODES)
def test_each_scheme_has_exactly_its_codes(scheme):
    assert reference.concept_codes(scheme) == set(CODES[scheme].split())
    assert set(reference.schemes()) == set(CODES)


def test_a_topic_is_a_form_of_exploitation_or_a_cross_cutting_issue_and_never_both():
    exploitation, issues = map(reference.concept_codes, ("exploitation", "cross-cutting"))
    assert not exploitation & issues
    assert reference.topic_codes() == exploitation | issues == set(reference.topics())


def test_support_stages_come_in_the_order_of_a_persons_way():
    stages = [each.code for each in reference.scheme("support-stage").concepts]
    assert stages == CODES["support-stage"].split()


@pytest.mark.parametrize(
    ("scheme", "parent", "children"),
    [
        (
            "exploitation",
            "practices-similar-to-slavery",
            "debt-bondage serfdom servile-marriage child-transfer",
        ),
        ("exploitation", "servitude", "domestic-servitude"),
        (
            "exploitation",
            "sexual-exploitation",
            "online-sexual-exploitation child-sexual-exploitation",
        ),
        ("exploitation", "forced-criminality", "scam-compounds forced-drug-crime"),
        (
            "cross-cutting",
            "positive-duties",
            "duty-of-framework operational-duty duty-to-investigate",
        ),
    ],
)
def test_the_tree_is_the_one_of_the_vocabulary(scheme, parent, children):
    assert concept(parent, scheme).narrower == tuple(children.split())


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_whatever_stands_above_a_concept_exists_and_knows_it(each):
    for parent in each.broader:
        assert each.code in concept(parent, each.scheme).narrower


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_nothing_stands_below_itself(each):
    above, steps = set(each.broader), 0
    while above and steps < 10:
        assert each.code not in above
        above = {up for code in above for up in concept(code, each.scheme).broader}
        steps += 1
    assert not above


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_every_concept_is_explained_in_one_plain_english_sentence(each):
    assert each.definition.endswith(".")
    assert each.definition.count(". ") == 0
    assert 30 < len(each.definition) < 240


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_every_label_is_in_a_language_we_know(each):
    assert {label.language for label in each.labels} <= reference.languages()


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_no_label_is_written_twice(each):
    seen = [(label.text, label.language, label.source) for label in each.labels]
    assert len(set(seen)) == len(seen)


def test_a_label_in_another_language_falls_back_to_english():
    assert concept("trafficking").label("th") == "การค้ามนุษย์"
    assert concept("serfdom").label("th") == concept("serfdom").label() == "serfdom"


def test_people_who_search_with_another_word_for_trafficking_find_it():
    words = {(label.text, label.language) for label in concept("trafficking").labels}
    assert words >= {
        ("販運人口", "zh-Hant"),
        ("人口販運", "zh-Hant"),
        ("人口販賣", "zh-Hant"),
        ("人口贩运", "zh-Hans"),
        ("การค้ามนุษย์", "th"),
        ("trafficking in persons", "en"),
    }


@pytest.mark.parametrize(
    ("code", "work", "word"),
    [
        ("slavery", PALERMO, "奴役"),
        ("servitude", PALERMO, "勞役"),
        ("slavery", BILL_OF_RIGHTS, "奴隸"),
        ("servitude", BILL_OF_RIGHTS, "奴工"),
        ("forced-labour", BILL_OF_RIGHTS, "強迫或強制之勞役"),
    ],
)
def test_each_instrument_has_its_own_chinese_word(code, work, word):
    assert concept(code).label_in(work, "zh-Hant") == word


def test_no_chinese_word_claims_to_mean_servitude_in_every_instrument():
    chinese = [label for label in concept("servitude").labels if label.language.startswith("zh")]
    assert chinese
    assert all(label.source for label in chinese)
    assert concept("servitude").label("zh-Hant") == "servitude"


def test_an_instrument_we_have_no_word_from_gives_none():
    assert concept("slavery").label_in("un/treaty/slavery-convention", "zh-Hant") is None


def test_the_word_of_an_instrument_names_the_instrument_and_the_passage():
    sourced = [label for each in CONCEPTS for label in each.labels if label.source]
    assert sourced
    for label in sourced:
        assert parse_key(label.source)
        assert is_eid(label.at)


@pytest.mark.parametrize(
    ("code", "languages"),
    [
        ("forced-labour", {"km", "lo", "my"}),
        ("slavery", {"ms"}),
        ("debt-bondage", {"zh-Hant", "zh-Hans", "vi"}),
        ("sexual-exploitation", {"km"}),
        ("forced-marriage", {"th", "vi"}),
        ("trafficking", set()),
    ],
)
def test_labels_that_a_lawyer_has_yet_to_confirm_are_marked(code, languages):
    assert {each.language for each in concept(code).labels if not each.confirmed} == languages


def test_what_nobody_was_sure_of_stays_blank():
    labels = {label.language for label in concept("debt-bondage").labels}
    assert not labels & {"km", "lo", "my", "ms", "tl"}


def test_concepts_have_names_that_are_no_web_addresses():
    assert concept("forced-labour").uri == "urn:manumit:concept:exploitation:forced-labour"
    assert concept("debt-bondage").uri != concept("debt-bondage", "indicator").uri


@pytest.mark.parametrize("each", CONCEPTS, ids=name)
def test_matches_are_never_to_our_own_terms(each):
    known = ("http://metadata.un.org/thesaurus/", "http://eurovoc.europa.eu/")
    assert all(match.startswith(known) for match in each.close_matches)


def test_an_unknown_concept_is_a_key_error():
    with pytest.raises(KeyError):
        concept("labour-law-violation")
