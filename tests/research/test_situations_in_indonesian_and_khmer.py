"""Situations told in Indonesian and Khmer: every form of a word is read, and no word within another."""

import pytest

from manumit.research.reading.matters import kinds_in, matters, matters_in
from manumit.research.reading.places import elsewhere_among, jurisdiction_among, places_in
from manumit.research.words import spelled_out, words
from manumit.search.selectors import homes_of
from tests.research.told import codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Saya pembantu rumah tangga di Hong Kong. Paspor saya ditahan agen dan gaji sudah tiga bulan tidak dibayar.",
            {"domestic-work", "withheld-documents", "agency-fees", "unpaid-wages"},
        ),
        (
            "Majikannya memegang paspornya, dia sering dipukul dan tidak boleh keluar rumah.",
            {"withheld-documents", "violence", "confinement"},
        ),
        (
            "Gajiku dipotong tujuh bulan untuk bayar hutang ke PJTKI; tidak ada hari libur.",
            {"deductions", "debt", "agency-fees", "rest-and-hours"},
        ),
        (
            "ABK di kapal ikan belum digaji dan HP mereka disita kapten.",
            {"fishing", "unpaid-wages", "confinement"},
        ),
        (
            "Dia dijual ke kompleks scam di Kamboja, dipaksa menipu lewat internet, lalu keluarganya diminta uang tebusan.",
            {"trafficking", "scam", "forced-labour", "blackmail"},
        ),
        (
            "Ditawari pekerjaan di restoran lewat Facebook, ternyata dipaksa jadi pelacur.",
            {"recruiter", "forced-labour", "prostitution", "trafficking"},
        ),
        (
            "Polisi menolak menyelidiki; korban malah ditangkap dan diancam deportasi.",
            {"police-failed", "prosecution-of-victims", "threats", "asylum"},
        ),
        ("Gadis itu mau dinikahkan paksa dengan pria asing.", {"marriage"}),
        ("Ia menjual ginjalnya kepada seorang perantara.", {"organs"}),
        ("Kami menuntut ganti rugi dan bantuan hukum.", {"compensation", "legal-aid"}),
        ("Saksi takut memberikan keterangan.", {"witness"}),
        ("Suaminya mengurungnya dan sering memukulnya.", {"confinement", "violence"}),
        (
            "Gajinya cuma dikasih separuh, dan kami tidak pernah mendarat.",
            {"unpaid-wages", "confinement"},
        ),
        ("Perusahaan minta 100 juta supaya dia dibebaskan.", {"blackmail"}),
    ],
)
def test_what_an_indonesian_tells_is_read(text, told):
    assert told <= codes(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ថៅកែដកលិខិតឆ្លងដែនរបស់ខ្ញុំ ហើយមិនបើកប្រាក់ខែ។",
            {"withheld-documents", "unpaid-wages"},
        ),
        (
            "គាត់ជំពាក់បំណុលមេខ្យល់ ហើយធ្វើការលើទូកនេសាទ។",
            {"debt", "agency-fees", "fishing"},
        ),
        (
            "នាងត្រូវគេលក់ទៅក្រុមហ៊ុន ហើយបង្ខំឱ្យឆបោកតាមអនឡាញ។",
            {"trafficking", "forced-labour", "scam"},
        ),
        ("គេបង្ខាំងយើង មិនឲ្យចេញក្រៅ ហើយវាយដំ និងគំរាមសម្លាប់។", {"confinement", "violence", "threats"}),
        ("ក្មេងស្រីត្រូវបង្ខំឱ្យរៀបការ។", {"child", "marriage"}),
        ("អ្នកបម្រើសុំទាមទារសំណង និងមេធាវី។", {"domestic-work", "compensation", "legal-aid"}),
        ("ប៉ូលិសមិនស៊ើបអង្កេតអំពើជួញដូរមនុស្ស។", {"police-failed", "trafficking"}),
        ("មេខ្យល់បោកយកទៅលក់ គាត់មិនដែលបានលុយ។", {"agency-fees", "trafficking", "unpaid-wages"}),
        ("នាងត្រូវប៉ូលិសចាប់ ពេលរត់ចេញពីអគារ។", {"prosecution-of-victims", "confinement"}),
    ],
)
def test_what_a_khmer_speaker_tells_is_read(text, told):
    assert told <= codes(text)


def test_khmer_is_read_with_zero_width_spaces_and_without():
    parted = "ថៅកែ\u200bដក\u200bលិខិត\u200bឆ្លងដែន\u200bរបស់\u200bខ្ញុំ"
    assert codes(parted) == codes(parted.replace("\u200b", "")) == {"withheld-documents"}


@pytest.mark.parametrize("given", ["ឱ្យ", "ឲ្យ", "អោយ"])
def test_khmer_words_are_read_in_each_of_their_spellings(given):
    assert "confinement" in codes(f"គេមិន{given}ខ្ញុំចេញទេ")


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Agenda rapat hari ini.", "agency-fees"),
        ("Kucing itu beranak tiga.", "child"),
        ("Anak buah kapal belum pulang.", "child"),
        ("Anak saya berumur 25 tahun.", "child"),
        ("Dia tidak bisa bertemu keluarga.", "confinement"),  # keluar
        ("Ancaman hukuman untuk pelaku?", "threats"),
        ("Dia menikmati liburannya.", "rest-and-hours"),
        ("Saya melapor ke Kedutaan Besar Indonesia dan KJRI.", "diplomat"),
        ("Kami di atas atap.", "diplomat"),  # "atase" is "atas" without its ending
        ("Saya pulang pukul lima.", "violence"),
        ("Tiap pagi saya menyiram tanaman.", "violence"),
        ("Ia menjual barang di pasar.", "trafficking"),
        ("Perdagangan beras naik.", "trafficking"),
        ("Dia menjual dirinya.", "trafficking"),
        ("លិខិតឆ្លងដែនរបស់ខ្ញុំនៅផ្ទះ", "smuggling"),
        ("គាត់ធ្វើការនៅការដ្ឋានសំណង់", "compensation"),  # a building site, no damages
        ("ការវាយតម្លៃរបស់គ្រូ", "violence"),  # to assess
        ("រំលោភលើសេចក្តីថ្លៃថ្នូរ", "sexual-assault"),  # a right is violated
        ("ផ្ទះនេះថ្លៃណាស់", "agency-fees"),
    ],
)
def test_no_word_is_read_within_another_or_where_it_means_something_else(text, not_told):
    assert not_told not in codes(text)


def test_what_indonesian_words_are_without_accents_is_no_other_word():
    """Terms have no accents: the Vietnamese for fee and for priority are "phi" and "uu"."""
    assert "wage-claim" not in codes("phí")
    assert "legislation" not in kinds_in("ưu tiên")


@pytest.mark.parametrize(
    "text",
    [
        "Adiknya baru berumur 15 tahun.",
        "Korban berusia 16 tahun.",
        "Seorang gadis 14 tahun dibawa ke kota.",
        "នាងមានអាយុ ១៥ ឆ្នាំ",
        "នាងមានអាយុ15ឆ្នាំ",
        "អាយុ\u200b៩\u200bឆ្នាំ",
    ],
)
def test_an_age_below_eighteen_tells_of_a_child(text):
    assert "child" in codes(text)


@pytest.mark.parametrize(
    "text",
    ["Dia berumur 25 tahun.", "Hukuman seumur hidup dan 15 tahun.", "គាត់អាយុ ២៥ ឆ្នាំ", "អាយុ ១៨ ឆ្នាំ"],
)
def test_whoever_is_of_age_is_no_child(text):
    assert "child" not in codes(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pasal berapa, dan apakah ada putusan pengadilan?", {"legislation", "judgment"}),
        ("Konvensi apa yang berlaku?", {"instrument"}),
        ("តើច្បាប់អ្វី និងសាលដីកាណា?", {"legislation", "judgment"}),
        ("តើអនុសញ្ញាណាខ្លះ?", {"instrument"}),
    ],
)
def test_kinds_of_law_asked_for_are_heard(text, kinds):
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Seorang pekerja dari Indonesia dipukul majikannya di Hong Kong.", "hk"),
        ("Warga Indramayu itu ditipu.", "id"),
        ("Saya disekap di Kamboja.", "kh"),
        ("ខ្ញុំត្រូវគេលក់", "kh"),
        ("គេបង្ខាំងខ្ញុំនៅព្រះសីហនុ", "kh"),
    ],
)
def test_whose_law_is_meant_is_told_in_both(text, code):
    found = jurisdiction_among(places_in(text, ("hk",), homes_of(text)))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["What does Strasbourg say?", "ECtHR cases?", "斯特拉斯堡有何判例？"]
)
def test_strasbourg_is_the_council_of_europe(text):
    assert "coe" in elsewhere_among(places_in(text, ("hk",)), but="hk")


def test_every_matter_has_words_in_indonesian_and_nearly_every_one_in_khmer():
    listed = words("matters")["matter"]
    without = {row["code"] for row in listed if "km" not in row}
    assert all("id" in row for row in listed)
    assert without == {"judicial-review", "live-in", "prison-labour", "entrapment"}


def test_forms_in_braces_are_spelled_out():
    assert list(spelled_out("{ambil|sita} … paspor{|nya}")) == [
        "ambil … paspor",
        "ambil … paspornya",
        "sita … paspor",
        "sita … paspornya",
    ]
    assert list(spelled_out("gaji")) == ["gaji"]
    assert not any("{" in phrase for each in matters().values() for phrase in each.phrases)


def test_every_phrase_in_both_is_found_where_it_stands():
    for row in words("matters")["matter"]:
        for phrase in (
            one
            for told in (row["id"], row.get("km", []))
            for each in told
            for one in spelled_out(each)
        ):
            found = matters_in(phrase.replace("…", ""))
            assert found, phrase
