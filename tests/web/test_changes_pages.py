"""What changed between versions, as a reader sees it."""

import pytest
from django.utils import timezone
from lxml import html

from manumit.formats import format_named
from manumit.library.services import import_text
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
LAW = "/hk/law/cap-9999"


@pytest.fixture
def two_versions(db):
    """The invented law, and how it stood years earlier: the oil of its lamps could be fresh."""
    source = (SAMPLES / "formats/hklm/cap9999-en.xml").read_text("utf-8")
    earlier = source.replace("2031-05-01</dc:date>", "2018-05-01</dc:date>").replace(
        "Oil must be clean", "Oil must be fresh"
    )
    for text in (earlier, source):
        [document] = format_named("hklm").read(text.encode(), "cap9999-en.xml")
        import_text(
            document=document, key=document.key, format_name="hklm", by=None, at=timezone.now()
        )


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return html.fromstring(response.content)


def words(found):
    return [" ".join(one.text_content().split()) for one in found]


def test_the_page_of_a_law_leads_to_what_changed(client, two_versions):
    [link] = page(client, LAW).xpath("//a[@href='?changes=1']")
    assert link.text_content() == "Versions, and what changed between them"


def test_words_that_went_and_came_are_marked_in_their_line(client, two_versions):
    shown = page(client, f"{LAW}?changes=1")
    assert words(shown.xpath("//section[contains(@class, 'change')]//del")) == ["fresh"]
    assert words(shown.xpath("//section[contains(@class, 'change')]//ins")) == ["clean"]


def test_passages_are_counted_by_what_became_of_them(client, two_versions):
    rows = words(page(client, f"{LAW}?changes=1").xpath("//table[@class='tally']//tr"))
    assert rows[0].startswith("changed1")
    assert rows[-1].startswith("unchanged10")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("since=2019-01-01&until=2019-02-01", "One and the same version held on both days"),
        ("since=2032-01-01&until=2019-02-01", "text as from 1 May 2018"),
        ("since=nonsense&until=2040-99-99", "text as from 1 May 2018"),
        ("since=beginning", "text as from 1 May 2018"),
    ],
)
def test_any_two_days_can_be_asked_about(client, two_versions, asked, says):
    assert says in page(client, f"{LAW}?changes=1&{asked}").text_content()


def test_a_passage_shows_how_its_words_came_about(client, two_versions):
    link = page(client, f"{LAW}/sec_4A").xpath("//a[contains(@href, '/sec_4A?changes=1')]")
    assert words(link) == ["How this passage changed from version to version"]
    steps = words(page(client, f"{LAW}/sec_4A?changes=1").xpath("//ol[@class='steps']/li"))
    assert [step[:24] for step in steps] == ["text as from 1 May 2031 ", "text as from 1 May 2018 "]
    assert "Oil must be freshclean." in steps[0]
    assert "Oil must be fresh." in steps[1]


def test_a_work_in_one_version_has_nothing_to_compare(client, two_versions):
    assert client.get(f"{LAW}?changes=1&language=th").status_code == 404
    assert client.get(f"{LAW}/sec_99?changes=1").status_code == 404
    assert client.get("/hk/law/cap-1?changes=1").status_code == 404


def test_the_text_of_a_day_is_shown_and_not_another_version(client, two_versions):
    assert "Oil must be fresh." in page(client, f"{LAW}?read=en&on=2031-04-30").text_content()
    assert "Oil must be clean." in page(client, f"{LAW}?read=en&on=2031-05-01").text_content()


def test_a_part_of_a_section_leads_to_the_section_that_is_compared_as_one(client, two_versions):
    [link] = page(client, f"{LAW}/sec_4A__para_a?on=2031-06-01").xpath(
        "//a[contains(@href, 'changes=1')]"
    )
    assert link.get("href") == f"{LAW}/sec_4A?changes=1"
    assert client.get(link.get("href")).status_code == 200


def test_a_passage_that_never_changed_has_one_reading(client, two_versions):
    [step] = page(client, f"{LAW}/sec_1?changes=1").xpath("//ol[@class='steps']/li")
    assert "the same in 1 later version" in step.text_content()
