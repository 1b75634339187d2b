"""Names of persons in Chinese, Thai and Vietnamese, where no capitals or blanks mark them off.

A Chinese name is told by its family name and by what stands before it or around it; a Thai one by its
title; a Vietnamese one by its family name. Words that begin like a name and are none are left out.
"""

import re
from collections.abc import Iterator

from manumit.contributions.personal.types import Detail

_HAN = r"\u4e00-\u9fff"
_FAMILY = (
    "陳陈黃黄張张李王林吳吴劉刘梁何鄭郑楊杨蔡趙赵周許许鄧邓馮冯曾葉叶蘇苏朱鍾钟羅罗郭謝谢盧卢彭徐孫孙胡潘江余"
    "呂吕馬马高蕭萧賴赖韓韩唐魏杜方戴邱丘宋沈麥麦莫譚谭溫温洪湯汤石范姚崔丁廖鄒邹侯袁傅程金施龔龚尹樊"
    "鄺邝冼區区歐欧霍關关倪翁甄植嚴严龐庞伍岑顏颜薛阮容雷董任康夏白田"
)
_TWO_FAMILY = "歐陽|欧阳|司徒|上官|諸葛|诸葛|司馬|司马|尉遲|尉迟|夏侯|皇甫|東方|东方"
_ROLES = (
    "受害人|受害者|被害人|被告人|被告|證人|证人|原告人|原告|申請人|申请人|上訴人|上诉人|答辯人|答辩人|當事人|"
    "当事人|事主|案主|嫌疑人|疑犯|死者|女子|男子|女童|男童|僱員|雇员|僱主|雇主|傭工|佣工|外傭|社工|律師|律师"
)
_AFTER_A_ROLE = re.compile(
    rf"(?:{_ROLES})(?:姓名|名叫)?[\s:::「『“\"((]{{0,2}}"
    rf"((?:{_TWO_FAMILY})[{_HAN}]{{1,2}}|[{_FAMILY}][{_HAN}]{{1,2}})"
)
_ALONE = re.compile(
    rf"(?<![{_HAN}·])((?:{_TWO_FAMILY})[{_HAN}]{{1,2}}|[{_FAMILY}][{_HAN}]{{2}})(?![{_HAN}·])"
)
# What follows a name in a sentence, and ends no name.
_GOES_ON = (
    "表在是說说被於于曾與与和的稱称向作供及或因以將将已未亦也並并等為为所可須须應应不認认指之"
)
# Ordinary words and places that begin with a family name.
_NO_NAME = re.compile(
    "陳述|陈述|陳詞|陈词|陳列|陳情|高等|高級|高级|高院|高於|高度|方法|方面|方式|方案|方便|方向|任何|任職|任职|任期|任命|"
    "何時|何时|何人|何種|何种|何況|何以|許可|许可|許多|许多|程序|程度|施加|施行|施工|金錢|金钱|金額|金额|金融|金三角|"
    "金邊|金边|容許|容许|容易|容忍|區域|区域|區分|區院|区院|關於|关于|關係|关系|關注|关注|關愛|嚴重|严重|嚴格|严格|嚴禁|"
    "張貼|周圍|周围|周年|周邊|馬上|马上|馬來|马来|馬尼拉|马尼拉|馬其頓|馬鞍山|黃大仙|黄大仙|黃金|石油|石硤尾|石家莊|"
    "康復|康复|溫和|溫哥華|温哥华|羅馬|罗马|羅湖|盧森堡|卢森堡|盧旺達|卢旺达|江湖|白色|白天|田地|田野|夏天|賴以|程式|"
    "沈默|余下|麥加|莫非|杜絕|杜绝|戴上|康文署|關閉|唐樓|洪水|林業|林业|王國|王国|朱古力|雷達"
)
_ENDS_NO_NAME = "市縣县省區区村鎮镇路街道州島岛國国港法罪案院局署部處处會会司權权書书令例約约廳厅庭所寺廟庙灣湾邨苑樓楼學学"

_THAI = re.compile(
    r"(?:นางสาว|(?<!ท)นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง)\s?([ก-๎]{2,20}(?:\s[ก-๎]{2,25})?)"
)
# Who bears an office or does a work: employer, broker, registrar, prime minister, nurse; and what
# follows a child who is not named.
_THAI_NO_NAME = (
    "จ้าง", "หน้า", "ทะเบียน", "ก", "อำเภอ", "ประกัน", "ตรวจ", "ทหาร", "ตำรวจ", "ท้าย", "ช่าง", "ทุน", "เรือ", "แบบ",
    "พยาบาล", "งาม", "เลิ้ง", "รอง", "ฟ้า", "เอก", "อายุ", "ที่", "ซึ่ง", "และ", "หรือ", "คน", "ไทย", "ผู้", "ใน", "ถูก",
    "ได้", "จาก", "สองคน", "ต่าง",
)  # fmt: skip

_LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ"
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_GIVEN = rf"[{_UPPER}][{_LOWER}]*"
_VIETNAMESE = re.compile(
    r"(?<!đường )(?<!phố )(?<!phường )(?<!quận )"
    r"\b((?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Lương|Nguyen)"
    rf"(?:\s{_GIVEN}){{1,3}})"
)
# Without their marks these are words of other languages as well: Thị or Văn beside them tells.
_VIETNAMESE_BARE = re.compile(
    rf"\b((?:Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Dinh)\s(?:Van|Thi)"
    rf"(?:\s{_GIVEN}){{1,2}})"
)
_A_CITY = "Hồ Chí Minh"


def asian_names_in(text: str) -> Iterator[Detail]:
    """What looks like a Chinese, Thai or Vietnamese name, in any order; one place may come twice."""
    for start, end in [*_chinese(text), *_thai(text), *_vietnamese(text)]:
        yield Detail("name", start, end, text[start:end])


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    for found in _AFTER_A_ROLE.finditer(text):
        start, end = found.span(1)
        if end - start > len("陳大") and text[end - 1] in _GOES_ON:
            end -= 1
        if text[start + 1] not in _GOES_ON and not _NO_NAME.match(text, start):
            yield start, end
    for found in _ALONE.finditer(text):
        if not _NO_NAME.match(found[1]) and found[1][-1] not in _ENDS_NO_NAME:
            yield found.span(1)


def _thai(text: str) -> Iterator[tuple[int, int]]:
    for found in _THAI.finditer(text):
        if not found[1].startswith(_THAI_NO_NAME):
            yield found.span(1)


def _vietnamese(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_VIETNAMESE, _VIETNAMESE_BARE):
        for found in pattern.finditer(text):
            if not found[1].startswith(_A_CITY):
                yield found.span(1)
