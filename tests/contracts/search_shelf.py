"""A small shelf of works in six languages, written for the tests of search engines."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from manumit.library.types import SearchDocument, SearchPassage
from manumit.search.answering import answer
from manumit.search.port import Engine
from manumit.search.types import Hit, SearchRequest, SearchResult


def passage(eid, text, language="en", **more):
    label = eid.replace("sec_", "Section ").replace("para_", "Paragraph ")
    return SearchPassage(eid, label, more.pop("heading", ""), language, text, **more)


_BLANK = SearchDocument(
    key="",
    kind="legislation",
    title="",
    language="en",
    titles=(),
    citations=(),
    system="hk",
    forum="",
    topics=(),
    labels=(),
    practice_areas=(),
    languages=("en",),
    dated="",
    passages=(),
)

RANTSEV = replace(
    _BLANK,
    key="coe/case/25965-04/2010-01-07",
    kind="judgment",
    title="Rantsev v. Cyprus and Russia",
    titles=("Rantsev v. Cyprus and Russia",),
    citations=("25965/04", "ECLI:CE:ECHR:2010:0107JUD002596504"),
    system="coe",
    forum="ecthr",
    topics=("trafficking", "sexual-exploitation"),
    labels=("trafficking in persons", "人口販運", "การค้ามนุษย์"),
    practice_areas=("international-human-rights", "immigration"),
    dated="2010-01-07",
    acts=("recruitment",),
    means=("abuse-of-vulnerability",),
    purposes=("sexual-exploitation",),
    outcomes=("violation-found", "no-violation"),
    passages=(
        passage("para_282", "Trafficking falls within Article 4 without further definition."),
        passage("para_289", "States must train police and immigration officers in investigation."),
        passage("", "A young woman came on an artiste permit and died days later."),
    ),
)
ZN = replace(
    _BLANK,
    key="hk/case/2020-hkcfa-53",
    kind="judgment",
    title="ZN v Secretary for Justice",
    titles=("ZN v Secretary for Justice", "ZN 訴 律政司司長"),
    citations=("[2019] HKCFA 53", "FACV 4/2019"),
    forum="hkcfa",
    topics=("forced-labour",),
    labels=("forced labour", "強迫勞動"),
    practice_areas=("criminal",),
    outcomes=("appeal-dismissed",),
    dated="2020-01-10",
    languages=("en", "zh-Hant"),
    passages=(
        passage("para_1", "The appellant was a domestic helper who was made to work unpaid."),
        passage("para_2", "上訴人在香港被迫從事無薪勞動，他是人口販運的受害人。", "zh-Hant"),
    ),
)
CRIMES = replace(
    _BLANK,
    key="hk/law/cap-200",
    title="Crimes Ordinance",
    titles=("Crimes Ordinance", "刑事罪行條例"),
    citations=("Cap. 200",),
    topics=("trafficking",),
    labels=("人口販運",),
    practice_areas=("criminal",),
    languages=("en", "zh-Hant"),
    dated="1971",
    passages=(
        passage(
            "sec_129",
            "A person who brings another into Hong Kong for prostitution commits an offence.",
            heading="Trafficking in persons to or from Hong Kong",
        ),
        passage("sec_129", "任何人將另一人帶入香港賣淫，即屬犯罪。", "zh-Hant"),
    ),
)
# The same section before and after an amendment.
AMENDED = replace(
    _BLANK,
    key="hk/law/cap-57",
    title="Employment Ordinance",
    citations=("Cap. 57",),
    practice_areas=("employment",),
    dated="1968-09",
    passages=(
        passage("sec_1", "Wages fall due monthly in shillings.", valid_to=date(2008, 12, 31)),
        passage("sec_1", "Wages fall due monthly in dollars.", valid_from=date(2009, 1, 1)),
        passage("", "This law protects employees and their wages."),
    ),
)
THAI = replace(
    _BLANK,
    key="th/law/anti-trafficking-2551",
    title="พระราชบัญญัติป้องกันและปราบปรามการค้ามนุษย์",
    language="th",
    system="th",
    languages=("th",),
    dated="2008-02-06",
    passages=(passage("sec_6", "มาตรา ๖ ผู้ใดกระทำการค้ามนุษย์ต้องคุ้มครองผู้เสียหาย", "th"),),
)
KHMER = replace(
    _BLANK,
    key="kh/law/trafficking-2008",
    title="ច្បាប់ស្តីពីការបង្ក្រាបអំពើជួញដូរមនុស្ស",
    language="km",
    system="kh",
    languages=("km",),
    dated="2008",
    passages=(passage("art_1", "ការការពារ\u200bជនរងគ្រោះពីការជួញដូរមនុស្ស", "km"),),
)
LAO = replace(
    _BLANK,
    key="la/law/anti-trafficking-2015",
    title="ກົດໝາຍວ່າດ້ວຍການຕ້ານການຄ້າມະນຸດ",
    language="lo",
    system="la",
    languages=("lo",),
    dated="2015-12-17",
    passages=(passage("art_2", "ການຄ້າມະນຸດແມ່ນການກະທຳຜິດ", "lo"),),
)
BURMESE = replace(
    _BLANK,
    key="mm/law/anti-trafficking-2005",
    title="လူကုန်ကူးမှုတားဆီးကာကွယ်ရေးဥပဒေ",
    language="my",
    system="mm",
    languages=("my",),
    dated="2005-09-13",
    passages=(passage("sec_3", "လူကုန်ကူးခံရသူများကို ကာကွယ်စောင့်ရှောက်ရမည်။", "my"),),
)
REPORT = replace(
    _BLANK,
    key="hk/pub/white-paper",
    kind="publication",
    title="A white paper on victims",
    topics=("victims",),
    labels=("victims", "ผู้เสียหาย"),
    passages=(
        passage(
            "", "Victims of debt bondage and forced labour. Rantsev is cited. 司法机构的程序。"
        ),
        passage("", "Labour that is forced, and bondage. Krachunová and Chowdury are cited too."),
    ),
)
SHELF = (RANTSEV, ZN, CRIMES, AMENDED, THAI, KHMER, LAO, BURMESE, REPORT)


def put(engine: Engine, documents: Iterable[SearchDocument], number: int = 1) -> None:
    """A fresh index of these works."""
    with engine.writer(fresh=True) as writer:
        writer.replace(documents)
        writer.commit(number)


def find(engine: Engine, query: str = "", **more) -> SearchResult:
    return answer(engine, SearchRequest(query, **more))


def keys(result: SearchResult) -> list[str]:
    return [hit.key for hit in result.hits]


def marked(hit: Hit) -> list[str]:
    """The highlighted words of a hit."""
    assert hit.passage
    return [fragment.text for fragment in hit.passage.snippet if fragment.highlighted]


def quoted(hit: Hit) -> str:
    assert hit.passage
    return "".join(fragment.text for fragment in hit.passage.snippet)
