"""Any valid record, for properties."""

from hypothesis import strategies as st

from manumit.records import ALL_RELATION_KINDS
from manumit.records.types import ANY_RECORD

WORDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=60
).map(str.strip)
TITLES = WORDS.filter(bool)
CODES = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
DAYS = st.dates().map(lambda day: day.isoformat())
PARTIAL = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda pair: pair[0][: pair[1]])
LANGUAGES = st.sampled_from(["en", "zh-Hant", "th", "fr", "no", "km"])
KEYS = st.from_regex(r"[a-z]{2,4}(/[a-z0-9]{1,6}){2,4}", fullmatch=True)
EIDS = st.from_regex(r"(art|sec|para)_[1-9][0-9]{0,2}[A-Z]?(__para_[a-z])?", fullmatch=True)
ADDRESSES = st.tuples(KEYS, EIDS).map("#".join)


def some(strategy):
    return st.lists(strategy, max_size=3)


SOURCES = st.fixed_dictionaries(
    {"publisher": WORDS, "for": st.lists(CODES, min_size=1, max_size=3), "on": DAYS},
    optional={
        "url": st.just("https://example.org/a?b=%20"),
        "cite": WORDS,
        "basis": st.sampled_from(["read", "knowledge"]),
        "note": WORDS,
    },
)
RELATIONS = st.tuples(
    st.sampled_from(sorted(ALL_RELATION_KINDS)),
    KEYS,
    st.fixed_dictionaries({}, optional={"on": DAYS, "note": WORDS}),
).map(lambda parts: {parts[0]: parts[1], **parts[2]})
PROVISIONS = st.lists(
    st.fixed_dictionaries(
        {"at": EIDS, "gist": WORDS}, optional={"heading": WORDS, "topics": some(CODES)}
    ),
    max_size=4,
    unique_by=lambda provision: provision["at"],
)
COMMON = {
    "language": LANGUAGES,
    "titles": st.dictionaries(LANGUAGES, WORDS, max_size=2),
    "short_titles": st.dictionaries(LANGUAGES, some(WORDS), max_size=2),
    "status": st.sampled_from(["draft", "in_review", "published", "withdrawn"]),
    "official_url": st.just("https://example.org/"),
    "topics": some(CODES),
    "practice_areas": some(CODES),
    "relations": st.lists(
        RELATIONS, max_size=3, unique_by=lambda relation: next(iter(relation.items()))
    ),
    "confidence": st.sampled_from(["high", "medium", "unverified"]),
}
ELEMENTS = some(
    st.fixed_dictionaries(
        {"concept": CODES, "basis": st.sampled_from(["found", "alleged", "not_found"])}
    )
)
FINDINGS = st.fixed_dictionaries(
    {"says": TITLES, "weight": st.sampled_from(["ratio", "obiter", "dissent"])},
    optional={
        "at": some(EIDS),
        "about": some(ADDRESSES),
        "checked": st.fixed_dictionaries({"on": DAYS, "against": WORDS}),
    },
)


def _record(kind, own, optional):
    needed = {"kind": st.just(kind), "title": TITLES, "sources": st.lists(SOURCES, min_size=1)}
    return st.fixed_dictionaries(needed | own, optional=COMMON | optional)


INSTRUMENTS = _record(
    "instrument",
    {"instrument_type": st.sampled_from(["convention", "protocol"]), "binding": st.booleans()},
    {
        "adopted_on": PARTIAL,
        "adopted_by": WORDS,
        "registration": st.fixed_dictionaries({"series": st.just("UNTS"), "volume": WORDS}),
        "authentic_languages": some(LANGUAGES),
        "identifiers": st.dictionaries(CODES, WORDS, max_size=2),
        "provisions": PROVISIONS,
    },
)
LEGISLATION = _record(
    "legislation",
    {"legislation_type": st.just("act"), "number": TITLES},
    {"enacted_on": PARTIAL, "provisions": PROVISIONS},
)
JUDGMENTS = _record(
    "judgment",
    {"forum": CODES, "decided_on": PARTIAL},
    {
        "reports": some(WORDS),
        "identifiers": st.dictionaries(CODES, WORDS | some(WORDS), max_size=2),
        "anonymity": st.fixed_dictionaries({}, optional={"court_order": st.booleans()}),
        "elements": st.fixed_dictionaries({}, optional={"act": ELEMENTS, "purpose": ELEMENTS}),
        "outcome": WORDS,
        "outcomes": some(CODES),
        "applied": some(
            st.fixed_dictionaries(
                {"work": KEYS, "how": st.sampled_from(["binding", "considered"])},
                optional={"at": EIDS},
            )
        ),
        "findings": some(FINDINGS),
    },
)
PUBLICATIONS = _record(
    "publication",
    {"publication_type": st.just("report"), "publisher": TITLES},
    {"published_on": PARTIAL, "release": st.booleans(), "coverage": some(CODES)},
)
RECORDS = st.one_of(INSTRUMENTS, LEGISLATION, JUDGMENTS, PUBLICATIONS).map(
    ANY_RECORD.validate_python
)
BODIES = WORDS.map(lambda text: text.replace("\r", ""))
