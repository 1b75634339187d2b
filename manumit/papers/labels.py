"""The few words that a letter needs of its own, in the asker's language."""

from datetime import date
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

_LOCALES = {"en": "en_GB", "zh-Hant": "zh_Hant_HK", "zh-Hans": "zh_Hans_CN", "tl": "fil"}


class Labels(NamedTuple):
    """Words of a letter; ``language`` is the one that they are in."""

    language: str
    title: str
    contents: str
    answer: str
    authorities: str
    as_of: str
    summary: str
    none: str
    lacking: str
    read_here: str
    official: str
    page: str
    authentic: str
    translated: str
    unofficial: str


_LABELS = {
    each.language: each
    for each in (
        Labels(
            "en", "Answer to your question", "Contents", "Our answer", "Authorities",
            "As it stood on {day}", "Summary in our own words; no text is held here",
            "No words of this are held here: read it at the address.",
            "Not held in {languages}: given in {given}.", "Read here", "Official text", "Page",
            "authentic text", "official translation", "unofficial text",
        ),
        Labels(
            "zh-Hant", "就閣下查詢的答覆", "目錄", "我們的答覆", "法律依據",
            "{day}有效的文本", "以下為本中心撰寫的摘要；本中心未備有其文本",
            "本中心未備有其文字，請到以下網址閱讀。",
            "未備有{languages}文本，以下為{given}。", "閱讀網址", "官方文本", "頁",
            "真確本", "官方譯本", "非官方文本",
        ),
        Labels(
            "th", "คำตอบต่อคำถามของท่าน", "สารบัญ", "คำตอบของเรา", "กฎหมายและคดีที่อ้างอิง",
            "ข้อความที่ใช้บังคับ ณ วันที่ {day}", "สรุปโดยศูนย์ของเรา ไม่มีตัวบทอยู่ที่นี่",
            "ไม่มีข้อความอยู่ที่นี่ โปรดอ่านตามที่อยู่",
            "ไม่มีฉบับ{languages} จึงให้ฉบับ{given}", "อ่านได้ที่", "ตัวบททางการ", "หน้า",
            "ตัวบทที่แท้จริง", "คำแปลทางการ", "ฉบับไม่เป็นทางการ",
        ),
        Labels(
            "vi", "Trả lời câu hỏi của bạn", "Mục lục", "Câu trả lời của chúng tôi", "Căn cứ pháp lý",
            "Văn bản có hiệu lực ngày {day}", "Tóm tắt của chúng tôi; ở đây không có văn bản gốc",
            "Ở đây không có nội dung này: xin đọc tại địa chỉ.",
            "Không có bản {languages}: đây là bản {given}.", "Đọc tại", "Văn bản chính thức", "Trang",
            "bản chính thức", "bản dịch chính thức", "bản không chính thức",
        ),
    )
}  # fmt: skip


def labels(language: str) -> Labels:
    """In the language, or in English where nobody has written them."""
    return _LABELS.get(language, _LABELS["en"])


def day_in(day: date, language: str) -> str:
    """The day as the language of the labels writes it."""
    return format_date(day, "long", locale=_locale(labels(language).language))


def names_of(languages: tuple[str, ...], language: str) -> str:
    """Names of languages in the language of the labels."""
    locale = _locale(labels(language).language)
    return ", ".join(_name(code, locale) for code in languages)


def _name(code: str, locale: Locale) -> str:
    try:
        return _locale(code).get_language_name(locale) or code
    except (UnknownLocaleError, ValueError):
        return code


def _locale(code: str) -> Locale:
    return Locale.parse(_LOCALES.get(code, code.replace("-", "_")))
