"""A faulty file is refused in one line that names the file, the table and the reason."""

from pathlib import Path

import pytest

from manumit.reference import BadReference
from manumit.reference.conceptfiles import read_scheme
from manumit.reference.systemfiles import read_system, read_systems

SYSTEM = r"""
code = "rr"
name = { en = "Ruritania" }
kind = "jurisdiction"
languages = ["en"]
timezone = "Europe/Vienna"

[[source]]
url = "https://courts.example/"
for = "names"
checked = 2026-11-22

[[forum]]
code = "rrsc"
name = { en = "Supreme Court" }
level = "final"
type = "domestic"
since = 1920-01-01
order = 10

  [[forum.citation]]
  kind = "neutral"
  pattern = '\[(?P<year>\d{4})\] RRSC (?P<number>\d+)\b'
  cite = "[{year}] RRSC {number}"
  key = "rr/case/{year}-rrsc-{number}"
  examples = ["[2020] RRSC 7"]
  not_examples = ["RRSC 7"]
"""
PATTERN = r"'\[(?P<year>\d{4})\] RRSC (?P<number>\d+)\b'"
CITATION = "forum[rrsc].citation[1]"


def write(folder: Path, text: str, name: str = "rr.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_that_the_others_spoil_is_good(tmp_path):
    assert read_system(write(tmp_path, SYSTEM)).forums[0].citations[0].forum == "rrsc"


@pytest.mark.parametrize(
    ("good", "bad", "table", "reason"),
    [
        ('code = "rr"', 'code = "rx"', "", "the file is named rr.toml"),
        ('code = "rr"', 'code = "R1"', "", "is not of the form"),
        ('kind = "jurisdiction"', 'kind = "kingdom"', "", "use jurisdiction, system"),
        ('name = { en = "Ruritania" }', 'name = { de = "Ruritanien" }', "", "no English"),
        ('languages = ["en"]', "languages = []", "", "must be a list of texts"),
        ("timezone", "time_zone", "", "unknown field time_zone"),
        ('url = "https://courts.example/"', "url = 5", "source[1]", "must be a text"),
        ("checked = 2026-11-22", 'checked = "2026"', "source[1]", "without quotes"),
        ('level = "final"', 'level = "top"', "forum[rrsc]", "use appeal, body"),
        ("order = 10", "", "forum[rrsc]", "order is missing"),
        ("order = 10", "order = 10\nuntil = 1910-01-01", "forum[rrsc]", "is before since"),
        (PATTERN, "'RRSC (?P<number'", CITATION, "not a regular expression"),
        (PATTERN, r"'(?P<year>\d{4}) RRSC (?P<number>\d+)'", CITATION, "misses its example"),
        (PATTERN, r"'(?P<year>\d*)\]? ?RRSC (?P<number>\d+)'", CITATION, "takes 'RRSC 7'"),
        ('key = "rr/case/{year}', 'key = "rr/case/{day}', CITATION, "the group 'day'"),
        ('key = "rr/case/{year}', 'key = "rr/Case/{year}', CITATION, "is not a key"),
        ('key = "rr/case/{year}', 'key = "hk/case/{year}', CITATION, "which is not of rr"),
        ('cite = "[{year}] RRSC {number}"', 'cite = "{year} RRSC"', "", "no format reads the cite"),
        (
            PATTERN,
            "'<<year>> RRSC (?P<number>\\d)'",
            CITATION,
            "the part 'year', which [parts] lacks",
        ),
        (
            'kind = "jurisdiction"',
            'kind = "jurisdiction"\nparts = [1]',
            "",
            "must be texts by name",
        ),
        ("[[source]]", "[[fount]]", "", "unknown field fount"),
        ("[[source]]", "[[source", "", "is not TOML"),
    ],
)
def test_a_fault_is_named(tmp_path, good, bad, table, reason):
    assert good in SYSTEM
    with pytest.raises(BadReference) as refused:
        read_system(write(tmp_path, SYSTEM.replace(good, bad, 1)))
    assert refused.value.file == "rr.toml"
    assert refused.value.table == table
    assert reason in refused.value.reason
    assert "\n" not in str(refused.value)


def test_facts_without_a_source_are_refused(tmp_path):
    head, _, tail = SYSTEM.partition("[[source]]")
    with pytest.raises(BadReference, match="where its facts come from"):
        read_system(write(tmp_path, head + "[[forum]]" + tail.partition("[[forum]]")[2]))


def test_a_system_cannot_be_part_of_one_that_is_not_there(tmp_path):
    write(tmp_path, SYSTEM.replace("timezone", 'part_of = "xx"\ntimezone'))
    with pytest.raises(BadReference, match=r"rr\.toml: part_of names 'xx'"):
        read_systems(tmp_path)


def test_two_systems_cannot_share_the_code_of_a_forum(tmp_path):
    write(tmp_path, SYSTEM)
    write(tmp_path, SYSTEM.replace('"rr"', '"ss"').replace("rr/case", "ss/case"), "ss.toml")
    with pytest.raises(BadReference, match=r"ss\.toml: forum\[rrsc\]: its code is taken by rr"):
        read_systems(tmp_path)


CONCEPTS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix m: <urn:manumit:term:> .
@prefix s: <urn:manumit:concept:> .
@prefix : <urn:manumit:concept:fruit:> .
s:fruit a skos:ConceptScheme ; dct:title "Fruit"@en ; skos:definition "What grows."@en .
s:fruit-in-order a skos:OrderedCollection ; skos:memberList ( :pome :apple ) .
:pome skos:inScheme s:fruit ; skos:prefLabel "pome"@en ; skos:definition "With a core."@en .
:apple skos:inScheme s:fruit ; skos:prefLabel "apple"@en ; skos:definition "Round."@en ;
    skos:broader :pome ;
    xl:altLabel [ xl:literalForm "蘋果"@zh-Hant ; dct:source "hk/law/cap-1" ; m:at "sec_2" ] .
"""


def test_the_vocabulary_that_the_others_spoil_is_good(tmp_path):
    scheme = read_scheme(write(tmp_path, CONCEPTS, "fruit.ttl"))
    assert scheme.concept("pome").narrower == ("apple",)
    assert scheme.concept("apple").label_in("hk/law/cap-1", "zh-Hant") == "蘋果"


@pytest.mark.parametrize(
    ("good", "bad", "table", "reason"),
    [
        ("( :pome :apple )", "( :pome )", "apple", "but not in both"),
        ("( :pome :apple )", "( :pome :apple :apple )", "", "names a concept twice"),
        ("skos:memberList ( :pome :apple )", 'dct:title "x"@en', "", "needs one memberList"),
        ("skos:broader :pome", "skos:broader :stone", "apple", "broader stone: there is no"),
        ("skos:broader :pome", "skos:broader :apple", "apple", "goes in a circle"),
        ("skos:broader :pome", "skos:broader s:other", "", "is not urn:manumit:concept:fruit:"),
        ('prefLabel "apple"@en', 'prefLabel "pomme"@fr', "apple", "no prefLabel in English"),
        ('prefLabel "apple"@en', 'prefLabel "apple"@en, "a"@en', "apple", "two prefLabels"),
        ('prefLabel "apple"@en', 'prefLabel "apple"@en ; skos:altLabel "a"', "apple", "without"),
        ('definition "Round."@en', 'definition "Rund."@de', "fruit:apple", "no definition in"),
        ('dct:title "Fruit"@en', 'dct:title "Obst"@de', "fruit", "no title in English"),
        ('dct:source "hk/law/cap-1"', 'dct:source "Cap. 1"', "apple", "is not a key"),
        ('dct:source "hk/law/cap-1" ; ', "", "apple", "the dct:source of '蘋果'"),
        ('m:at "sec_2"', 'm:at "section 2"', "apple", "which is no passage"),
        (":apple skos:inScheme", ":apple skos:inScheme ;;", "", "is not Turtle"),
    ],
)
def test_a_fault_of_a_vocabulary_is_named(tmp_path, good, bad, table, reason):
    assert good in CONCEPTS
    with pytest.raises(BadReference) as refused:
        read_scheme(write(tmp_path, CONCEPTS.replace(good, bad, 1), "fruit.ttl"))
    assert refused.value.file == "fruit.ttl"
    assert refused.value.table == table
    assert reason in refused.value.reason
    assert "\n" not in str(refused.value)


RESPONSIBLE = """
[[responsible]]
state = "gb"
until = 1997-06-30

[[responsible]]
state = "cn"
since = {since}
"""


@pytest.mark.parametrize("since", ["1997-06-30", "1990-01-01"])
def test_two_states_that_act_for_a_territory_on_one_day_are_refused(tmp_path, since):
    text = SYSTEM + RESPONSIBLE.format(since=since)
    with pytest.raises(BadReference, match="cn is responsible before gb has ended"):
        read_system(write(tmp_path, text))
