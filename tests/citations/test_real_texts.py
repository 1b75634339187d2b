"""Citations that others marked or published, and judgments as courts give them."""

import json

from manumit.citations import recognise
from tests.paths import shared


def test_the_courts_own_citations_lead_to_their_application_numbers(register):
    lines = shared("data/echr/authority-slice.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    wrong = [
        entry["citation"]
        for entry in entries
        if numbers_of(recognise(entry["citation"], register)) != set(entry["appnos"])
    ]
    assert len(wrong) <= len(entries) * 0.01, wrong


def numbers_of(citations):
    keys = [key for each in citations for key in (each.key, each.stem) if key]
    return {key.split("/")[2].replace("-", "/") for key in keys if key.startswith("coe/case/")}


def test_the_hong_kong_cases_of_the_peers_own_evaluation_are_found(register):
    cases = json.loads(shared("data/citations/hk-eval-half.json").read_text(encoding="utf-8"))
    for case in cases:
        found = [each for each in recognise(case["text"], register) if each.how == "number"]
        assert len(found) == len(case["expected"]), case["id"]
        for citation, wanted in zip(found, case["expected"], strict=True):
            assert citation.text.startswith(wanted.get("text", citation.text)), case["id"]


def test_offsets_in_whole_judgments_are_exact(register):
    folder = shared("data/echr/texts-100")
    for path in sorted(folder.iterdir())[:20]:
        text = path.read_text(encoding="utf-8", errors="replace")
        citations = recognise(text, register)
        assert all(text[each.start : each.end] == each.text for each in citations)
        ends = [0, *(each.end for each in citations)]
        assert all(each.start >= end for each, end in zip(citations, ends, strict=False))
