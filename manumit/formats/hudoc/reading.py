"""Reading one HUDOC document."""

import re
from typing import Literal, cast

from manumit.formats.hudoc.cleaning import clean
from manumit.formats.hudoc.names import case_name, is_extracts
from manumit.formats.hudoc.panel import read_panel
from manumit.formats.hudoc.source import Source, read_source
from manumit.formats.hudoc.units import UnitReader
from manumit.formats.types import Authority, JudgmentFacts, ParsedDocument, UnreadableDocument
from manumit.reference import slugify_segment

_AUTHENTIC = re.compile(
    r"(?P<done>Done\sin|Fait\sen)\s(?P<languages>(?:English|French|fran[çc]ais|anglais)"
    r"(?:\s(?:and|et)\s(?:in\s|en\s)?(?:English|French|fran[çc]ais|anglais))?)"
)
_LANGUAGE_WORDS = {"english": "en", "anglais": "en", "french": "fr", "français": "fr"}
_EXTRACTS_IN_TEXT = re.compile(r"(?<!\S)\((?:Extracts?|Extraits?)\)", re.IGNORECASE)
_FRONT = 3_000


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file has the fields of a HUDOC document."""
    return start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"itemid"' in start


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one judgment or decision. Raises UnreadableDocument."""
    source = read_source(data)
    text = clean(source.values["full_text"])
    if not text:
        raise UnreadableDocument("the document has no text but a style sheet")
    reader = UnitReader()
    reader.read(text)
    facts = _facts(source, text)
    return [
        ParsedDocument(
            kind="judgment",
            key=f"coe/case/{slugify_segment(source.app_nos[0])}/{source.decided_on.isoformat()}",
            title=case_name(source.values["title"], text),
            language=source.language,
            authority=_authority(source.language, facts.authentic_languages),
            facts=facts,
            units=tuple(reader.units),
            number=source.app_nos[0],
            official_url=source.values.get("url", ""),
            publisher="European Court of Human Rights",
            notes=tuple(_notes(source, facts, reader)),
        )
    ]


def _facts(source: Source, text: str) -> JudgmentFacts:
    extracts = is_extracts(source.values["title"]) or bool(_EXTRACTS_IN_TEXT.search(text[:_FRONT]))
    return JudgmentFacts(
        forum=source.forum,
        decided_on=source.decided_on,
        decision_type=cast(Literal["judgment", "decision"], source.decision_type),
        doc_type=source.values["doc_type"],
        itemid=source.values.get("itemid", ""),
        ecli=source.values.get("ecli", ""),
        app_nos=source.app_nos,
        articles=source.listed("articles"),
        violated=source.listed("violation"),
        not_violated=source.listed("nonviolation"),
        conclusion=source.listed("conclusion"),
        importance=source.values.get("importance", ""),
        panel=read_panel(text),
        authentic_languages=_authentic_languages(text),
        extracts=extracts,
    )


def _authentic_languages(text: str) -> tuple[str, ...]:
    """The languages the judgment says it was done in; empty where it does not say."""
    found = list(_AUTHENTIC.finditer(text))
    if not found:
        return ()
    words = re.split(r"\W+", found[0]["languages"].lower().replace("francais", "français"))
    return tuple(_LANGUAGE_WORDS[word] for word in words if word in _LANGUAGE_WORDS)


def _authority(language: str, authentic: tuple[str, ...]) -> Authority:
    if language not in ("en", "fr"):
        return "unofficial"
    return "authentic" if not authentic or language in authentic else "official-translation"


def _notes(source: Source, facts: JudgmentFacts, reader: UnitReader) -> list[str]:
    notes = []
    if facts.extracts:
        notes.append("The file holds extracts only: paragraphs are missing.")
    if not reader.numbered:
        notes.append("The paragraphs are not numbered; the text is read section by section.")
    elif missing := _missing(reader):
        notes.append(f"Missing in the numbering of paragraphs: {', '.join(missing)}.")
    if not reader.points_numbered:
        notes.append("The source lost the numbers of the operative points; they were counted.")
    if not any(unit.kind == "operative" for unit in reader.units):
        notes.append("No operative part was found.")
    if not _ecli_agrees(source):
        notes.append("The ECLI names another application or day than the key.")
    return notes


def _missing(reader: UnitReader) -> list[str]:
    numbers = [int(unit.eid[5:]) for unit in reader.units if unit.kind == "paragraph"]
    return [str(one) for one in sorted(set(range(1, numbers[-1])) - set(numbers))]


def _ecli_agrees(source: Source) -> bool:
    number, _, year = source.app_nos[0].partition("/")
    wanted = f"{source.decided_on:%Y}:{source.decided_on:%m%d}"
    ecli = source.values.get("ecli", "")
    return not ecli or (wanted in ecli and ecli.endswith(f"{int(number):07d}{year}"))
