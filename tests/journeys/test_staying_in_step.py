"""What is published or taken back is so in search, without anyone running a command."""

from playwright.sync_api import Page

# What an editor does in the editors' house, without its pages: publish, and nothing else.
PUBLISH = """
from manumit.library.models import Publication
work = Publication.objects.get(key="int/publication/walk-free/2023-global-slavery-index")
work.title = "The {} Report"
work.save_revision().publish()
"""


def found(page: Page, words: str, *, wanted: bool) -> bool:
    """Ask until the answer is the wanted one; the index follows within a second or so."""
    for _ in range(200):
        page.goto(f"/search?q={words}")
        if (page.locator("ol.works a.name").count() > 0) is wanted:
            return True
    return False


def test_what_is_published_is_found_and_what_was_taken_out_is_not(centre, browser):
    context = browser.new_context(java_script_enabled=False, base_url=centre.address)
    page = context.new_page()
    centre.change(PUBLISH.format("Quicklantern"))
    assert found(page, "Quicklantern", wanted=True)
    centre.change(PUBLISH.format("Slowlantern"))
    assert found(page, "Slowlantern", wanted=True)
    assert found(page, "Quicklantern", wanted=False)
    context.close()
