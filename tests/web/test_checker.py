"""The checker: what a lawyer sees who pastes a list or a draft."""

import logging

import pytest

pytestmark = pytest.mark.usefixtures("starter")


@pytest.fixture
def check(client):
    """Paste a text; returns the page's words and what was found, as (words, state, keys)."""

    def act(text):
        answer = client.post("/check", {"text": text})
        assert answer.status_code == 200
        found = [
            (each.citation.text, each.state, [work.key for work in each.works])
            for each in answer.context["checked"]
        ]
        return answer.content.decode(), found

    return act


def test_the_form_stands_alone_first(client):
    page = client.get("/check")
    assert page.context["checked"] == []
    assert not page.cookies
    assert "Nothing you paste is kept" in page.content.decode()


def test_a_citation_that_is_held_leads_to_its_passage(check):
    page, found = check("See section 129(1) of the Crimes Ordinance (Cap. 200).")
    assert found == [
        ("section 129(1) of the Crimes Ordinance (Cap. 200)", "held", ["hk/law/cap-200"])
    ]
    assert 'href="/hk/law/cap-200/sec_129__subsec_1"' in page


def test_a_known_number_under_another_name_says_under_which_it_is_held(check):
    page, found = check("Smith v. Jones, no. 25965/04, § 282; Rantsev v. Cyprus, no. 25965/04")
    assert [state for _, state, _ in found] == ["other-name", "held"]
    assert "held under this name" in page


def test_what_is_not_held_is_not_said_to_be_invented(check):
    page, found = check("[2031] HKCFA 7")
    assert found == [("[2031] HKCFA 7", "not-held", [])]
    assert "It says nothing about whether it exists" in page
    assert "invented" not in page
    assert "fake" not in page


def test_what_fits_two_works_shows_both(check):
    text = "The Crimes Ordinance and the Immigration Ordinance: section 37 of the Ordinance."
    _, found = check(text)
    assert found[-1] == (
        "section 37 of the Ordinance", "ambiguous", ["hk/law/cap-200", "hk/law/cap-115"]
    )  # fmt: skip


def test_a_text_without_citations_says_so(check):
    page, found = check("Invoice No. 1234/56 was paid.")
    assert found == []
    assert "No citation was found" in page


def test_what_is_pasted_is_shown_as_text(check):
    page, _ = check("<script>alert(1)</script> [2019] HKCFA 53")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_list_of_five_hundred_is_checked_whole(check):
    _, found = check("\n".join(f"[20{n % 30:02}] HKCFI {n}" for n in range(500)))
    assert len(found) == 500


def test_no_library_logs_what_somebody_pastes(capsys):
    logging.getLogger("eyecite.helpers").error("Unknown overlap case: %s", "her name is Mary")
    assert "Mary" not in "".join(capsys.readouterr())
