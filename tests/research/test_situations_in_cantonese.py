"""Situations told as Cantonese is spoken: what parents and friends write, and no word in its everyday sense."""

import pytest

from manumit.research.reading.matters import kinds_in
from manumit.research.reading.places import places_in
from tests.research.told import codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "我個女俾人呃咗去柬埔寨做客服,到咗就俾人押住,手機都收埋,要我哋交十萬蚊贖人。",
            {"trafficking", "scam", "confinement", "blackmail"},
        ),
        (
            "工人姐姐話老闆收咗佢本護照,三個月冇出糧,又唔俾佢出街,成日打佢。",
            {"domestic-work", "withheld-documents", "unpaid-wages", "confinement", "violence"},
        ),
        (
            "佢老闆唔肯還返本護照畀佢,話佢欠公司兩萬蚊介紹費。",
            {"withheld-documents", "debt", "agency-fees"},
        ),
        ("护照俾老细收埋咗,又唔准佢走。", {"withheld-documents", "confinement"}),
        ("佢喺一樓一做,有個馬伕睇住佢,爭落大耳窿好多錢。", {"prostitution", "debt", "trafficking"}),
        ("佢俾差人拉咗,律師叫佢認罪,佢會唔會要坐監?", {"prosecution-of-victims"}),
        ("園區逼佢日日呃人,唔夠數就用電棍。", {"scam", "violence"}),
        ("阿爸逼佢嫁畀個大陸佬。", {"marriage"}),
        ("行船嘅朋友半年上唔到岸,船長揸住佢哋本護照。", {"fishing", "withheld-documents"}),
        ("佢瞓喺廚房地下,一日做十六個鐘,冇假放。", {"live-in", "rest-and-hours"}),
        ("想申請法援,去勞審追返人工。", {"legal-aid", "wage-claim"}),
        ("報咗警都冇人理,話係勞資糾紛。", {"police-failed"}),
        ("男僱主影佢沖涼,喺廁所裝咗個鏡頭。", {"hidden-camera"}),
        ("返到嚟會唔會因為呃過人反而要坐監?", {"prosecution-of-victims"}),
        ("邊個部門會幫手搵人?", {"support"}),
        ("佢大咗肚,老闆即炒咗佢。", {"pregnancy", "dismissal"}),
    ],
)
def test_what_is_told_as_it_is_spoken_is_read(text, told):
    assert told <= codes(text)


@pytest.mark.parametrize("give", ["俾", "畀", "比"])
def test_the_word_for_by_and_give_is_read_in_each_of_its_spellings(give):
    assert "confinement" in codes(f"佢{give}人押住")


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("我姐姐結咗婚,住喺荃灣。", "domestic-work"),  # an elder sister
        ("我哋賣咗架的士。", "trafficking"),
        ("我個仔二十四歲。", "child"),
        ("今日我請工人食飯。", "recruiter"),
        ("俾佢打電話返屋企。", "violence"),
        ("今晚炒咗碟飯。", "dismissal"),
        ("去領事館攞護照。", "withheld-documents"),
        ("呢間公司好大。", "company"),
    ],
)
def test_no_spoken_word_is_read_in_its_everyday_sense(text, not_told):
    assert not_told not in codes(text)


@pytest.mark.parametrize("text", ["個細佬十五六歲。", "阿妹十幾歲。", "細路三歲。"])
def test_an_age_that_is_guessed_below_eighteen_tells_of_a_child(text):
    assert "child" in codes(text)


@pytest.mark.parametrize("text", ["佢廿四歲。", "佢卅六歲。", "佢二十幾歲。", "佢二十五六歲。"])
def test_the_end_of_a_greater_number_is_no_age_of_a_child(text):
    assert "child" not in codes(text)


def test_whether_it_is_a_crime_asks_for_law():
    assert kinds_in("咁樣犯唔犯法?告唔告到佢?") == {"legislation"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("佢去咗星加坡做嘢。", "sg"),
        ("俾人押去苗瓦迪。", "mm"),
        ("喺大馬做工。", "my"),
        ("喺呂宋出世。", "ph"),
    ],
)
def test_places_are_known_by_their_spoken_names(text, code):
    assert code in {each.code for each in places_in(text, ("hk",)) if each.words}
