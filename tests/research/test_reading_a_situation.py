"""A situation told in prose: where, when and about what, in every language of the lexicon."""

from datetime import date

import pytest

from manumit.reference import systems
from manumit.research.errors import NothingTold, UnknownJurisdiction
from manumit.research.reading.matters import concepts_in, kinds_in, matters, matters_in
from manumit.research.reading.situation import read
from manumit.research.words import words
from manumit.vocab.types import Concept
from tests.research import told

TODAY = date(2026, 11, 22)


def reading(text, **given):
    asked = {"jurisdiction": "", "on": None, "today": TODAY, "usual": ("hk", "th")} | given
    return read(text, **asked)


@pytest.mark.parametrize(
    ("text", "code", "known"),
    [
        ("A Filipina was beaten by her employer in Sha Tin.", "hk", "told"),
        ("She is from Indonesia and cooks for a family in Singapore.", "sg", "told"),
        ("Sold to China. Which Vietnamese provisions cover it?", "vn", "told"),
        ("工人在台灣漁船上被毆打。", "tw", "told"),
        ("ลูกจ้างไม่ได้รับค่าจ้าง", "th", "told"),
        ("Xưởng may dùng lao động trẻ em.", "vn", "told"),
        ("Her employer pays nothing.", "hk", "assumed"),
        ("My helper is Indonesian and has not slept.", "hk", "assumed"),
        ("Our Filipina crew came from Manila.", "hk", "assumed"),
        ("The recruiter in Lai Chi Kok keeps her papers.", "hk", "told"),
        ("Every man pays the foreman forty ringgit for the bus.", "my", "told"),
        ("The barangay captain knows who took the girls.", "ph", "told"),
        ("Em lam kham ho cong o Dai Loan, khong co ngay nghi.", "tw", "told"),
    ],
)
def test_whose_law_is_asked_for_is_told_by_places_and_language(text, code, known):
    found = reading(text).place
    assert (found.code, found.known) == (code, known)


@pytest.mark.parametrize(
    ("where", "text", "code", "words"),
    [
        ("Kowloon", "A Thai agency in Bangkok, Thailand sent her.", "hk", "Kowloon"),
        ("in Cambodia, from Hong Kong", "He left Hong Kong by plane.", "kh", "Cambodia"),
        ("柬埔寨", "朋友被騙去園區，不能離開。", "kh", "柬埔寨"),
        ("a factory, far away", "She works in Johor.", "my", "Johor"),
    ],
)
def test_the_place_that_was_answered_comes_before_places_told(where, text, code, words):
    found = reading(f"{where}\n\n{text}", where=where).place
    assert (found.code, found.words) == (code, words)
    assert found.known == ("answered" if words in where else "told")


def test_what_is_given_is_believed_and_what_is_wrong_refused():
    assert reading("Locked up in Bangkok.", jurisdiction="my").place.code == "my"
    with pytest.raises(UnknownJurisdiction, match="'zz'"):
        reading("Locked up.", jurisdiction="zz")
    with pytest.raises(UnknownJurisdiction, match="'un'"):  # it has no law of a land
        reading("Locked up.", jurisdiction="un")
    with pytest.raises(NothingTold):
        reading(" 12 !? ")


def test_other_places_that_play_a_part_are_told_too():
    found = reading("A Hong Kong man is held in Myanmar, taken there through Thailand.")
    assert found.place.code == "hk"
    assert set(found.elsewhere) == {"mm", "th"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She came on 3 March 2019 and left in June 2021.", date(2021, 6, 1)),
        ("Arrested on 2020-02-29.", date(2020, 2, 29)),
        ("她在2018年5月4日來港。", date(2018, 5, 4)),
        ("เกิดเหตุเมื่อ พ.ศ. 2562", date(2019, 1, 1)),
        ("Bị bán ngày 5 tháng 7 năm 2023.", date(2023, 7, 5)),
        ("Arrested on 2020-02-31 or on 1 May 2090.", None),
        ("Trial in two weeks.", None),
    ],
)
def test_the_day_is_the_latest_one_told_that_is_past(text, day):
    found = reading(text).day
    assert (found.on, found.known) == ((day, "told") if day else (TODAY, "assumed"))


@pytest.mark.parametrize(
    "text",
    [
        "The agency took her Philippine passport.",
        "僱主取去她的護照。",
        "นายจ้างยึดหนังสือเดินทาง",
        "Chủ giữ hộ chiếu của tôi.",
    ],
)
def test_a_matter_is_recognised_in_every_language(text):
    assert "withheld-documents" in told.codes(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Em bị bạn rủ đi.", set()),  # by a friend
        ("Em bị bán sang đó.", {"trafficking"}),
        ("em bi ban sang do", {"trafficking"}),  # typed without marks
    ],
)
def test_where_marks_are_written_a_word_is_the_one_with_its_marks(text, codes):
    assert told.codes(text) & {"trafficking"} == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("She fell from a ladder at work and is on sick leave.", "injury"),
        ("The helper is expecting a baby.", "pregnancy"),
        ("外傭懷孕三個月。", "pregnancy"),
        ("He put a camera in the helper's bathroom.", "hidden-camera"),
        ("How do we recognise a victim at the airport?", "identification"),
        ("They are made to steal from shops.", "forced-crime"),
        ("May she stay in the country while the trial goes on?", "stay"),
        ("Her claim was rejected; if returned she fears for her life.", "asylum"),
        ("How do the neighbouring countries work together?", "region"),
        ("She was told she is less because of her race.", "discrimination"),
        ("គេបង្ខំឱ្យបោកប្រាស់តាមអ៊ីនធឺណិត។", "scam"),
    ],
)
def test_matters_that_every_desk_hears_of_are_read(text, code):
    assert code in told.codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("She begs us not to tell anyone.", "begging"),
        ("A trade fair on hair products.", "supply-chain"),
        ("They are good men; it is important to help.", "supply-chain"),
        ("She was shown a photograph of her brother.", "privacy"),
        ("Must I report this to somebody?", "privacy"),
        ("They owe more than they earn.", "organs"),  # "thận" without its marks
        ("The proceedings begin in May.", "money"),
        ("Her father sold the family's bus.", "trafficking"),
        ("She looks after three boys; she is looked after by a friend.", "support"),
        ("A cabinet that does not lock. In one month we moved.", "confinement"),
        ("They live in Yuen Long.", "domestic-work"),
        ("She is from a minority.", "child"),
        ("My employer and his wife are kind.", "marriage"),
        ("The committee adopted a policy.", "adoption"),
    ],
)
def test_a_word_in_its_everyday_sense_tells_of_no_matter(text, code):
    assert code not in told.codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He is sent out to beg outside the mosque.", "begging"),
        ("The goods are made by prisoners.", "supply-chain"),
        ("A reporter wants her story.", "privacy"),
        ("Who may stop her from being taken away?", "care-order"),
        ("Nobody asked whether she had been forced.", "prosecution-of-victims"),
        ("We want to sue him for what she earned.", "civil-claim"),
        ("A detective asks for her counselling notes.", "records"),
        ("Her cousin was lured to Myanmar.", "held-abroad"),
        ("Can they sue the English company in England?", "parent-company"),
        ("I am a labour inspector.", "labour-inspection"),
        ("How does she pay for it?", "legal-aid"),
        ("Mrs. Lee took Mr. Tan's passport.", "withheld-documents"),
    ],
)
def test_turns_of_speech_that_any_such_question_has_are_read(text, code):
    assert code in told.codes(text)


def test_what_is_spoken_of_twice_counts_twice_and_keeps_its_first_words():
    (found,) = (one for one in matters_in("A kidney! Organs!") if one.code == "organs")
    assert (found.words, found.times) == ("kidney", 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An agent recruited her and she was put to work in a brothel.", ["recruited, brothel"]),
        ("Her husband beats her after the forced marriage.", ["beats, forced marriage"]),
        ("A forced marriage.", []),  # can be what was done and what for, and is not both
        ("She works in a brothel.", []),
        ("She was trafficked by a recruiter into a brothel.", ["trafficked"]),
    ],
)
def test_what_was_done_to_whom_and_what_for_amount_to_trafficking(text, words):
    assert [one.words for one in matters_in(text) if one.code == "trafficking"] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two girls of 16 were offered to an officer.", "girls of 16"),
        ("A 17-year-old works in a bar.", "17-year-old"),
        ("Cháu 17 tuổi bị đưa đi.", "17 tuổi"),
        ("ลูกสาวอายุ 15 ปีหายไป", "อายุ 15"),
        ("妹妹十五歲，被人帶走。", "十五歲"),
        ("我妹 14 歲。", "14 歲"),
    ],
)
def test_whoever_is_under_eighteen_is_a_child(text, words):
    assert [one.words for one in matters_in(text) if one.code == "child"] == [words]


@pytest.mark.parametrize(
    "text", ["A woman aged 18.", "她三十五歲。", "Section 15 of 17 sections.", "อายุ 25 ปี"]
)
def test_whoever_is_of_age_is_not(text):
    assert "child" not in told.codes(text)


def test_what_amounts_to_a_matter_is_said_in_matters():
    for row in words("implied")["implied"]:
        assert {row["matter"], *row["means"], *row["purposes"]} <= matters().keys()


def test_concepts_are_recognised_by_their_labels_in_any_language():
    assert [each.code for each in concepts_in("Is this debt bondage?")] == ["debt-bondage"]
    assert "trafficking" in [each.code for each in concepts_in("อาจเป็นการค้ามนุษย์")]


def test_kinds_of_law_asked_for_are_heard():
    assert kinds_in("Is there any precedent, and which convention applies?") == {
        "judgment",
        "instrument",
    }


def test_every_matter_speaks_of_concepts_that_exist_and_every_place_has_a_system(db):
    topics = {code for each in matters().values() for code in each.topics}
    assert topics <= set(Concept.objects.values_list("code", flat=True))
    assert words("places").keys() <= systems().keys()
