"""Citations as lawyers write them, and files that other programs read back the same."""

import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from manumit.base import citing
from manumit.base.citing import HONG_KONG, OSCOLA
from manumit.base.citing.bibtex import escaped
from manumit.base.citing.words import in_words, numbers_together, unpointed


def item(kind, title, eid="", custom=None, **fields):
    """An item of this kind; ``eid`` pins it as the library does."""
    fields = {name.replace("_", "-"): value for name, value in fields.items()}
    made = {"id": "x/law/y", "type": kind, "title": title, "custom": custom or {}} | fields
    if eid:
        at = citing.pinpoint(eid)
        made["locator"] = at.locator
        made["custom"] = made["custom"] | {"label": at.label, "eid": eid}
    return made


def case(title, system, eid="", forum_type="domestic", day="2020-01-10", **more):
    authority = more.pop("authority", "The Court, Somewhere")
    custom = {"system": system, "forum-type": forum_type, "court": "The Court"}
    custom |= {name.replace("_", "-"): value for name, value in more.items()}
    issued = citing.date_of(day)
    return item("legal_case", title, eid, custom, authority=authority, issued=issued)


def law(title, system, jurisdiction, number, eid=""):
    return item(
        "legislation", title, eid, {"system": system}, jurisdiction=jurisdiction, number=number
    )


ZN = case(
    "ZN v Secretary for Justice", "hk", "para_101",
    neutral_citation="[2019] HKCFA 53", reports=["(2020) 23 HKCFAR 15"],
)  # fmt: skip
CRIMES = law("Crimes Ordinance", "hk", "Hong Kong", "Cap. 200", "sec_129__subsec_1")
RANTSEV = case(
    "Rantsev v. Cyprus and Russia", "coe", "para_282", "regional_HR", "2010-01-07",
    forum="ecthr", numbers=["25965/04"],
)  # fmt: skip
PALERMO = item(
    "treaty", "Protocol to Prevent Trafficking in Persons", "art_3__para_a",
    {"system": "un", "done": "adopted", "in-force": citing.date_of("2003-12-25")},
    issued=citing.date_of("2000-11-15"), container_title="UNTS", volume="2237",
)  # fmt: skip

EXAMPLES = [
    # Hong Kong: a neutral citation with the report; the report alone; neither of them.
    (
        ZN,
        "ZN v Secretary for Justice [2019] HKCFA 53, (2020) 23 HKCFAR 15 [101]",
        "ZN v Secretary for Justice [2019] HKCFA 53, (2020) 23 HKCFAR 15 at [101]",
    ),
    (
        case("HKSAR v Abbas", "hk", forum="hkca", reports=["[2018] 5 HKLRD 88"],
             authority="Court of Appeal, Hong Kong", day="2018-09-18"),
        "HKSAR v Abbas [2018] 5 HKLRD 88 (Court of Appeal, Hong Kong)",
        "HKSAR v Abbas [2018] 5 HKLRD 88 (CA)",
    ),
    (
        case("HKSAR v Pang Hung Fai", "hk", forum="hkcfa", forum_level="final",
             reports=["(2014) 17 HKCFAR 778"], day="2014-11-10"),
        "HKSAR v Pang Hung Fai (2014) 17 HKCFAR 778",
        "HKSAR v Pang Hung Fai (2014) 17 HKCFAR 778",
    ),
    (
        case("HKSAR v Law Wan Tung", "hk", "para_12", forum="hkdc", day="2015-02-10",
             numbers=["DCCC 421/2014", "DCCC 651/2014"], authority="District Court, Hong Kong"),
        "HKSAR v Law Wan Tung DCCC 421 & 651/2014 (District Court, Hong Kong, 10 February 2015) [12]",
        "HKSAR v Law Wan Tung (DCCC 421 & 651/2014, 10 February 2015) at [12]",
    ),
    # The United Kingdom, and others with neutral citations.
    (
        case("Hounga v Allen", "gb", neutral_citation="[2014] UKSC 47",
             reports=["[2014] 1 WLR 2889", "[2014] ICR 847"]),
        "Hounga v Allen [2014] UKSC 47, [2014] 1 WLR 2889",
        "Hounga v Allen [2014] UKSC 47, [2014] 1 WLR 2889",
    ),
    (
        case("R. v. A.A.", "ca", neutral_citation="2015 ONCA 558",
             reports=["(2015), 337 O.A.C. 20"]),
        "R v AA 2015 ONCA 558, (2015) 337 OAC 20",
        "R v AA 2015 ONCA 558, (2015) 337 OAC 20",
    ),
    # Strasbourg: by application number, or by the reports that the guides name.
    (
        RANTSEV,
        "Rantsev v Cyprus and Russia App no 25965/04 (ECtHR, 7 January 2010), para 282",
        "Rantsev v Cyprus and Russia App no 25965/04 (ECtHR, 7 January 2010), § 282",
    ),
    (
        case("S.M. v. Croatia", "coe", "", "regional_HR", "2020-06-25", forum="ecthr-gc",
             numbers=["60561/14", "1/15"], reports=["ECHR 2020 (extracts)"]),
        "SM v Croatia App nos 60561/14 & 1/15 (ECtHR [GC], 25 June 2020)",
        "SM v Croatia App nos 60561/14 & 1/15 (ECtHR [GC], 25 June 2020)",
    ),
    (
        case("Siliadin v. France", "coe", "para_112", "regional_HR", "2005-07-26",
             numbers=["73316/01"], reports=["ECHR 2005-VII", "(2006) 43 EHRR 16"]),
        "Siliadin v France (2006) 43 EHRR 16, para 112",
        "Siliadin v France (2006) 43 EHRR 16, § 112",
    ),
    # Luxembourg, with a report, an identifier, or only a day.
    (
        case("Jany v Staatssecretaris van Justitie", "eu", "para_49", "regional",
             numbers=["C-268/99"], reports=["[2001] ECR I-8615"]),
        "Case C-268/99 Jany v Staatssecretaris van Justitie [2001] ECR I-8615, para 49",
        "Case C-268/99 Jany v Staatssecretaris van Justitie [2001] ECR I-8615, para 49",
    ),
    (
        case("A v B", "eu", "", "regional", numbers=["C-1/21", "C-2/21"],
             ecli="ECLI:EU:C:2024:47"),
        "Joined Cases C-1/21 and C-2/21 A v B EU:C:2024:47",
        "Joined Cases C-1/21 and C-2/21 A v B EU:C:2024:47",
    ),
    # Criminal tribunals, other international courts, committees of experts.
    (
        case("Prosecutor v. Kunarac (Appeals Chamber)", "icty", "para_118",
             "international_criminal", "2002-06-12", numbers=["IT-96-23-A", "IT-96-23/1-A"]),
        "Prosecutor v Kunarac (Appeals Chamber) IT-96-23-A & IT-96-23/1-A (ICTY, 12 June 2002), para 118",
        "Prosecutor v Kunarac (Appeals Chamber) IT-96-23-A & IT-96-23/1-A (ICTY, 12 June 2002), para 118",
    ),
    (
        case("Hacienda Brasil Verde Workers v. Brazil", "oas", "", "regional_HR", "2016-10-20",
             neutral_citation="Series C No. 318",
             authority="Inter-American Court of Human Rights"),
        "Hacienda Brasil Verde Workers v Brazil Series C No 318 (Inter-American Court of Human Rights, 20 October 2016)",
        "Hacienda Brasil Verde Workers v Brazil Series C No 318 (Inter-American Court of Human Rights, 20 October 2016)",
    ),
    (
        case("Nyaya v. Nepal (views)", "un", "", "treaty_body", "2019-03-18",
             un_document="CCPR/C/125/D/2556/2015", authority="Human Rights Committee"),
        "Nyaya v Nepal (views) UN Doc CCPR/C/125/D/2556/2015 (Human Rights Committee, 18 March 2019)",
        "Nyaya v Nepal (views) UN Doc CCPR/C/125/D/2556/2015 (Human Rights Committee, 18 March 2019)",
    ),
    # The United States: what a report does not tell stands behind it.
    (
        case("United States v. Kozminski", "us", forum_level="final", day="1988-06-29",
             reports=["487 U.S. 931", "108 S. Ct. 2751"]),
        "United States v Kozminski 487 US 931 (1988)",
        "United States v Kozminski 487 US 931 (1988)",
    ),
    (
        case("Ratha v. Phatthana Seafood Co.", "us", forum_level="appeal",
             reports=["35 F.4th 1159 (9th Cir. 2022)"]),
        "Ratha v Phatthana Seafood Co 35 F 4th 1159 (9th Cir 2022)",
        "Ratha v Phatthana Seafood Co 35 F 4th 1159 (9th Cir 2022)",
    ),
    # Statutes: each style leaves out its own jurisdiction.
    (
        CRIMES,
        "Crimes Ordinance (Cap 200) (Hong Kong), s 129(1)",
        "Crimes Ordinance (Cap 200) s 129(1)",
    ),
    (
        law("Modern Slavery Act 2015", "gb", "United Kingdom", "2015 c. 30", "sec_45"),
        "Modern Slavery Act 2015, s 45",
        "Modern Slavery Act 2015 (United Kingdom) s 45",
    ),
    (
        law("Anti-Trafficking in Persons Act, B.E. 2551 (2008)", "th", "Thailand", "B.E. 2551"),
        "Anti-Trafficking in Persons Act, BE 2551 (2008) (Thailand)",
        "Anti-Trafficking in Persons Act, BE 2551 (2008) (Thailand)",
    ),
    (
        law("Anti-Trafficking in Persons Act of 2003", "ph", "Philippines",
            "Republic Act No. 9208", "sec_4__para_a"),
        "Anti-Trafficking in Persons Act of 2003 (Republic Act No 9208) (Philippines), s 4(a)",
        "Anti-Trafficking in Persons Act of 2003 (Republic Act No 9208) (Philippines) s 4(a)",
    ),
    (
        law("United States Code, Title 18", "us", "United States", "18 U.S.C.", "sec_1589"),
        "18 USC § 1589",
        "18 USC § 1589",
    ),
    (
        law("Employment Ordinance", "hk", "Hong Kong", "Cap. 57", "sched_1__para_2"),
        "Employment Ordinance (Cap 57) (Hong Kong), sch 1, para 2",
        "Employment Ordinance (Cap 57) sch 1, para 2",
    ),
    # Treaties: a volume without its page, European treaties by number, ILO, European Union.
    (
        PALERMO,
        "Protocol to Prevent Trafficking in Persons (adopted 15 November 2000, entered into force 25 December 2003) 2237 UNTS, art 3(a)",
        "Protocol to Prevent Trafficking in Persons (adopted 15 November 2000, entered into force 25 December 2003) 2237 UNTS, art 3(a)",
    ),
    (
        item("treaty", "Convention on Consent to Marriage", "preamble",
             {"done": "opened for signature"}, issued=citing.date_of("1962-12"),
             container_title="UNTS", volume="521", number="7525"),
        "Convention on Consent to Marriage (opened for signature December 1962) 521 UNTS (no 7525), preamble",
        "Convention on Consent to Marriage (opened for signature December 1962) 521 UNTS (no 7525), preamble",
    ),
    (
        item("treaty", "Convention on Human Rights", "art_4__para_2",
             container_title="CETS", number="5"),
        "Convention on Human Rights ETS No 5, art 4(2)",
        "Convention on Human Rights ETS No 5, art 4(2)",
    ),
    (
        item("treaty", "Convention on Action against Trafficking", "", container_title="CETS",
             number="197"),
        "Convention on Action against Trafficking CETS No 197",
        "Convention on Action against Trafficking CETS No 197",
    ),
    (
        item("treaty", "Convention concerning Forced Labour", "", {"ilo": "C029"},
             issued=citing.date_of("1930")),
        "Convention concerning Forced Labour (ILO C029) (adopted 1930)",
        "Convention concerning Forced Labour (ILO C029) (adopted 1930)",
    ),
    (
        item("legislation", "Directive 2011/93/EU of 13 December 2011", "art_3",
             {"system": "eu"}, container_title="OJ", number="L 335, p. 1"),
        "Directive 2011/93/EU of 13 December 2011 OJ L335/1, art 3",
        "Directive 2011/93/EU of 13 December 2011 OJ L335/1, art 3",
    ),
    # Documents of the United Nations.
    (
        item("document", "Universal Declaration of Human Rights", "art_4",
             {"un-document": "A/RES/217(III)"}, issued=citing.date_of("1948-12-10")),
        "Universal Declaration of Human Rights (adopted 10 December 1948) UN Doc A/RES/217(III), art 4",
        "Universal Declaration of Human Rights (adopted 10 December 1948) UN Doc A/RES/217(III), art 4",
    ),
    (
        item("report", "The non-punishment principle", "", {"un-document": "A/HRC/47/34"},
             author=[{"literal": "Siobhán Mullally"}], publisher="Human Rights Council",
             issued=citing.date_of("2021-05")),
        "Siobhán Mullally, ‘The non-punishment principle’ (May 2021) UN Doc A/HRC/47/34",
        "Siobhán Mullally, ‘The non-punishment principle’ (May 2021) UN Doc A/HRC/47/34",
    ),
    # Publications.
    (
        item("report", "Global Report", "", publisher="UNODC", issued=citing.date_of("2023")),
        "UNODC, Global Report (2023)",
        "UNODC, Global Report (2023)",
    ),
    (
        item("report", "The Promise", "",
             {"official-url": "https://example.org/the-promise",
              "official-accessed": citing.date_of("2026-11-22")},
             author=[{"literal": "Katie Henke"}, {"literal": "Olga B. DiPretoro"}],
             publisher="Winrock", collection_title="Briefs, no. 1",
             issued=citing.date_of("2018-09")),
        "Katie Henke and Olga B DiPretoro, The Promise (Briefs, no. 1, Winrock, September 2018) <https://example.org/the-promise> accessed 22 November 2026",
        "Katie Henke and Olga B DiPretoro, The Promise (Briefs, no. 1, Winrock, September 2018) <https://example.org/the-promise> accessed 22 November 2026",
    ),
    (
        item("book", "Reconsidered", "", {"official-url": "https://example.org/a-shop"},
             author=[{"literal": "Vladislava Stoyanova"}], publisher="CUP", ISBN="9781316614778",
             issued=citing.date_of("2018")),
        "Vladislava Stoyanova, Reconsidered (CUP 2018)",
        "Vladislava Stoyanova, Reconsidered (CUP 2018)",
    ),
    (
        item("article-journal", "Quagmire or Firm Ground?", "",
             author=[{"literal": name} for name in ("A", "B", "C", "D")],
             container_title="Anti-Trafficking Review", issue="4", issued=citing.date_of("2015-04")),
        "A and others, ‘Quagmire or Firm Ground?’ (2015) Anti-Trafficking Review, issue 4",
        "A and others, ‘Quagmire or Firm Ground?’ (2015) Anti-Trafficking Review, issue 4",
    ),
    (
        item("article-newspaper", "Report opposed", "",
             {"official-url": "https://news.example/1"}, container_title="The News",
             issued=citing.date_of("2025-09-30")),
        "‘Report opposed’ The News (30 September 2025) <https://news.example/1>",
        "‘Report opposed’ The News (30 September 2025) <https://news.example/1>",
    ),
    (
        item("webpage", "A Project", "", {"official-url": "https://www.example.org/"},
             publisher="KOK"),
        "KOK, ‘A Project’",
        "KOK, ‘A Project’",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "oscola", "hong_kong"), EXAMPLES, ids=lambda x: str(x)[:40])
def test_each_kind_is_cited_as_each_style_wants_it(cited, oscola, hong_kong):
    assert citing.plain(citing.cite(cited, OSCOLA)) == oscola
    assert citing.plain(citing.cite(cited, HONG_KONG)) == hong_kong


def test_the_name_of_a_case_and_the_title_of_a_book_are_in_italics():
    name, rest = citing.cite(ZN, OSCOLA)
    assert (name.text, name.italic, rest.italic) == ("ZN v Secretary for Justice", True, False)
    report = item("report", "Global Report", "", publisher="UNODC")
    assert [run.text for run in citing.cite(report, OSCOLA) if run.italic] == ["Global Report"]
    assert not any(run.italic for run in citing.cite(CRIMES, OSCOLA))


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (CRIMES | {"title": "刑事罪行條例"}, "《刑事罪行條例》（第200章）第129(1)條"),
        (PALERMO | {"title": "補充議定書"}, "《補充議定書》第3(a)條"),
        (law("入境條例", "hk", "Hong Kong", "Cap. 115", "sched_1"), "《入境條例》（第115章）附表1"),
        (
            law("僱傭條例", "hk", "Hong Kong", "Cap. 57", "sched_1__para_2"),
            "《僱傭條例》（第57章）附表1第2段",
        ),
        (law("基本法", "hk", "Hong Kong", "A101"), "《基本法》"),
    ],
)
def test_hong_kong_cites_law_with_a_chinese_title_in_chinese(cited, words):
    assert citing.plain(citing.cite(cited | {"language": "zh-Hant"}, HONG_KONG)) == words


@pytest.mark.parametrize(
    ("eid", "label", "locator"),
    [
        ("sec_129__subsec_1__para_a", "section", "129(1)(a)"),
        ("sec_38AA", "section", "38AA"),
        ("art_3__para_a", "article", "3(a)"),
        ("para_282", "paragraph", "282"),
        ("sched_1__sec_3", "schedule", "1, s 3"),
        ("sep_1__para_4", "separate opinion", "1, para 4"),
        ("part_2__div_1", "part", "2, div 1"),
        ("sched__para_2", "schedule", "para 2"),
        ("preamble", "preamble", ""),
        ("unit_7", "unit", "7"),
    ],
)
def test_a_pinpoint_says_what_is_counted_and_its_number(eid, label, locator):
    assert citing.pinpoint(eid) == (label, locator)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("M.A. and Others v. France", "MA and Others v France"),
        ("N.Ç. v. Turkey", "NÇ v Turkey"),
        ("GEO Group, Inc. v. Menocal", "GEO Group, Inc v Menocal"),
        ("G.G. v. Salesforce.com, Inc.", "GG v Salesforce.com, Inc"),
        ("35 F.4th 1159", "35 F 4th 1159"),
        ("W.P.(C) 10498/2009", "WP(C) 10498/2009"),
        ("version 1.5", "version 1.5"),
        ("พ.ศ. 2551", "พ.ศ. 2551"),
    ],
)
def test_full_stops_of_abbreviations_go_and_others_stay(given, wanted):
    assert unpointed(given) == wanted


def test_action_numbers_of_one_year_are_written_together():
    assert numbers_together(["FACV 18/2011", "FACV 19/2011", "FACV 20/2011"]) == (
        "FACV 18, 19 & 20/2011"
    )
    assert numbers_together(["HCMP 1/2001", "HCA 2/2002"]) == "HCMP 1/2001 & HCA 2/2002"
    assert numbers_together([]) == ""


def test_a_day_is_written_as_exactly_as_it_is_known():
    written = [in_words(citing.date_of(day)) for day in ("2000-11-15", "2000-11", "2000", "")]
    assert written == ["15 November 2000", "November 2000", "2000", ""]


@pytest.mark.parametrize(
    ("reports", "fields"),
    [
        (["(2020) 23 HKCFAR 15"], ("HKCFAR", "23", "15")),
        (["[2014] 1 All ER 113"], ("All ER", "1", "113")),
        (["[2013] QB 82"], ("QB", "", "82")),
        (["487 U.S. 931"], ("U.S.", "487", "931")),
        (["35 F.4th 1159 (9th Cir. 2022)"], ("F.4th", "35", "1159")),
        (["[2001] ECR I-8615"], ("ECR", "", "I-8615")),
        (["ECHR 2010 (extracts)", "(2010) 51 EHRR 1"], ("EHRR", "51", "1")),
        (["ECHR 2010 (extracts)"], ("ECHR 2010 (extracts)", None, None)),
        (["Series A no. 70"], ("Series A no. 70", None, None)),
        ([], (None, None, None)),
    ],
)
def test_a_report_is_taken_apart_only_where_it_has_parts(reports, fields):
    found = citing.reported_in(reports)
    assert (found.get("container-title"), found.get("volume"), found.get("page")) == fields


# What a real decoder of LaTeX does not know, or knows as another sign.
CONTEXT = get_default_latex_context_db()
CONTEXT.add_context_category(
    "text signs",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
)
DECODER = LatexDecodingMiddleware(decoder=LatexNodes2Text(CONTEXT, keep_braced_groups=False))


def read_bibtex(text):
    library = bibtexparser.parse_string(text, append_middleware=[DECODER])
    assert not library.failed_blocks
    [entry] = library.entries
    return entry


def folded(text):
    return " ".join(text.split())


# Anything people write, with the signs that formats act on drawn more often.
TITLES = st.text(
    st.one_of(
        st.sampled_from(list("\\{}$&#%_^~\"'`-?!@,=<>|.:;[]/ ")),
        st.characters(codec="utf-8", categories=["L", "N", "P", "Sc", "Sm", "Zs"]),
    ),
    min_size=1,
).filter(folded)


@given(TITLES)
def test_a_program_reads_the_same_title_out_of_bibtex(title):
    entry = read_bibtex(citing.bibtex(ZN | {"title": title}))
    assert folded(entry["title"]) == folded(title)


@given(TITLES)
def test_braces_are_balanced_even_for_a_reader_that_knows_no_escapes(title):
    depth = 0
    for sign in escaped(title):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


@given(TITLES, TITLES)
def test_a_program_reads_the_same_values_out_of_ris(title, name):
    text = citing.ris(
        item("report", title, author=[{"literal": name}], publisher=title, URL="https://a.b/c")
    )
    [record] = rispy.loads(text)
    assert record["title"] == record["publisher"] == folded(title)
    assert record["authors"] == [folded(name)]
    assert record["urls"] == ["https://a.b/c"]


@given(TITLES)
def test_a_title_with_line_breaks_adds_no_tag(title):
    [record] = rispy.loads(citing.ris(ZN | {"title": f"{title}\r\nER  - \r\nTY  - JOUR"}))
    assert record["type_of_reference"] == "CASE"


@given(TITLES)
def test_csl_json_is_the_item_itself(title):
    assert json.loads(citing.csl_json(ZN | {"title": title})) == [ZN | {"title": title}]


@pytest.mark.parametrize("cited", [row[0] for row in EXAMPLES], ids=lambda x: str(x)[:40])
def test_every_example_becomes_every_file(cited):
    assert read_bibtex(citing.bibtex(cited)).key == "x-law-y"
    [record] = rispy.loads(citing.ris(cited))
    assert record["title"] == cited["title"]
    assert all(content for _, content in citing.meta_tags(cited))


def test_bibtex_gives_the_court_the_number_and_the_pinpoint():
    numbered = ZN | {"number": "[2019] HKCFA 53", "container-title": "HKCFAR", "volume": "23"}
    entry = read_bibtex(citing.bibtex(numbered))
    assert entry.entry_type == "jurisdiction"
    assert entry["number"] == "[2019] HKCFA 53"
    assert entry["institution"] == "The Court, Somewhere"
    assert entry["date"] == "2020-01-10"
    assert "paragraph 101" in entry["note"]


def test_authors_stand_in_braces_so_that_no_institution_is_split():
    names = ["Anti-Slavery International", "Johnson and Johnson"]
    entry = citing.bibtex(item("book", "T", author=[{"literal": name} for name in names]))
    assert "author = {{Anti-Slavery International} and {Johnson and Johnson}}" in entry


def test_ris_ends_its_lines_and_its_record_as_the_format_asks():
    lines = citing.ris(ZN).split("\r\n")
    assert lines[0] == "TY  - CASE"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])


def test_zotero_is_told_the_court_the_section_and_what_it_has_no_type_for():
    assert ("z:court", "The Court, Somewhere") in citing.meta_tags(ZN)
    assert ("z:itemType", "case") in citing.meta_tags(ZN)
    assert ("z:section", "4") in citing.meta_tags(CRIMES | {"section": "4"})
    [extra] = [content for name, content in citing.meta_tags(PALERMO) if name == "z:extra"]
    assert extra.splitlines()[:2] == ["Type: treaty", "Container Title: UNTS"]


def test_only_publications_speak_to_indexes_of_scholarship():
    report = item("report", "T", publisher="UNODC", author=[{"literal": "A B"}])
    names = [name for name, _ in citing.meta_tags(report)]
    assert "citation_technical_report_institution" in names
    assert not any(name.startswith("citation") for name, _ in citing.meta_tags(ZN))
