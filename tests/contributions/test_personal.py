"""What may tell who a person is, is found and shown."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.contributions.personal import personal_details, rare_combinations
from manumit.contributions.personal.numbers import hkid_is_right, thai_id_is_right


def found(text):
    return [(one.kind, one.text) for one in personal_details(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Her card is A123456(3).", "hkid", "A123456(3)"),
        ("AB987654 (3) was the second", "hkid", "AB987654 (3)"),
        ("เลขบัตร 1-1017-00230-70-8 ของเธอ", "thai-id", "1-1017-00230-70-8"),
        ("passport no. K01234567 was kept", "passport", "K01234567"),
        ("护照号码:E12345678", "passport", "E12345678"),
        ("call +852 2852 3000 at night", "phone", "+852 2852 3000"),
        ("call 081 234 5678 at night", "phone", "081 234 5678"),
        ("write to maria.s@example.org soon", "e-mail", "maria.s@example.org"),
        ("The employer, Mr. Wong Siu Ming, kept it", "name", "Wong Siu Ming"),
        ("CHAN Tai-man said so", "name", "CHAN Tai-man"),
        ("known as Maria Santos in the shelter", "name", "Maria Santos"),
        ("陳大文先生表示", "name", "陳大文"),
        ("นางสาวสมหญิง ใจดี ให้การ", "name", "สมหญิง ใจดี"),
        ("จำเลยคือ นายสมชาย รักดี", "name", "สมชาย รักดี"),
        ("เด็กหญิงมะลิ ใจดี เล่าว่า", "name", "มะลิ ใจดี"),
        ("受害人陳大文", "name", "陳大文"),
        ("受害人陳大文表示害怕", "name", "陳大文"),
        ("被告人何明在庭上", "name", "何明"),
        ("证人欧阳小美作供", "name", "欧阳小美"),
        ("僱主:黃美玲", "name", "黃美玲"),
        ("證供、李小龍、及其他", "name", "李小龍"),
        ("bà Nguyễn Thị Hoa đã khai", "name", "Nguyễn Thị Hoa"),
        ("nạn nhân Lê Văn Đức khai", "name", "Lê Văn Đức"),
        ("the witness Tran Thi Lan said", "name", "Tran Thi Lan"),
        ("she met Nguyen Van Minh there", "name", "Nguyen Van Minh"),
    ],
)
def test_a_detail_is_found_where_it_stands(text, kind, words):
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A123456(4) has a wrong check digit",
        "1-1017-00230-70-9 as well",
        "Section 129 of Cap. 200, in force since 1997-07-01",
        "HKSAR v ZN [2020] HKCFA 32, at paragraphs 17 to 20",
        "THE COURT OF FINAL APPEAL",
        "販運人口罪",
        "受害人陳述書",
        "被告人何時被捕",
        "受害人許可",
        "高等法院原訟法庭",
        "《刑事罪行條例》(第200章)第129條",
        "中華人民共和國香港特別行政區終審法院",
        "她住在黃大仙,在金三角被捕",
        "馬來西亞、盧森堡、羅湖口岸",
        "任何人、許可證、程序",
        "พระราชบัญญัติป้องกันและปราบปรามการค้ามนุษย์ พ.ศ. 2551",
        "ทนายความของนายจ้างและนายหน้า",
        "นายกรัฐมนตรี นายทะเบียน และเด็กหญิงอายุสิบปี",
        "ศาลอุทธรณ์ คดีหมายเลขดำที่ 12/2560",
        "Luật Phòng, chống mua bán người năm 2024",
        "Tòa án nhân dân Thành phố Hồ Chí Minh",
        "đường Lê Lợi, quận 1",
        "Convention between Le Havre and Do Son",
    ],
)
def test_numbers_and_words_of_the_law_are_no_persons(text):
    assert found(text) == []


letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=2)


@given(letters, st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_every_identity_card_has_exactly_one_check_digit(prefix, digits):
    right = [one for one in "0123456789A" if hkid_is_right(prefix, digits, one)]
    assert len(right) == 1
    assert found(f"no {prefix}{digits}({right[0]}) here")[0][0] == "hkid"


@given(st.from_regex(r"[1-8][0-9]{11}", fullmatch=True), st.booleans())
def test_a_thai_number_is_found_in_either_digits(twelve, thai):
    [whole] = [f"{twelve}{one}" for one in range(10) if thai_id_is_right(f"{twelve}{one}")]
    shown = whole.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) if thai else whole
    assert ("thai-id", shown) in found(f"บัตร {shown} x")


@given(st.text(max_size=300))
def test_what_is_shown_stands_in_the_text_in_order_and_never_overlaps(text):
    details = personal_details(text)
    for one in details:
        assert text[one.start : one.end] == one.text
    for one, following in itertools.pairwise(details):
        assert one.end <= following.start


def test_long_text_made_to_be_slow_is_read_in_no_time():
    for piece in ("A1 ", "Aa ", "AA ", "a@a.", "1-", "นาย", "aged 2 "):
        personal_details(piece * 20_000)


def test_three_facts_about_one_person_are_a_rare_combination():
    [one] = rare_combinations(
        "The complainant, a 23-year-old Vietnamese woman, was found in Kwun Tong on 3 May 2019."
    )
    assert one.text == "23-year-old · Vietnamese · in Kwun Tong · 3 May 2019"


def test_two_facts_are_none():
    assert rare_combinations("The offence was committed in Hong Kong on 3 May 2019.") == []
