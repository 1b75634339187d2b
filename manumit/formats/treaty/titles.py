"""The titles of a treaty, among what stands before its first article."""

from manumit.formats.treaty.headings import names_an_instrument, normal_case
from manumit.formats.treaty.language import englishness
from manumit.formats.treaty.lines import Line, emphasised_start
from manumit.formats.types import UnreadableDocument


def take_titles(opening: list[Line]) -> tuple[str, dict[str, str], list[Line]]:
    """The English title, titles by other language, and the lines left for the preamble.

    The title is the first heading that names an instrument; else words emphasised at the
    beginning of the text that do; else the first heading. Raises UnreadableDocument.
    """
    dutch = [line for line in opening if line.level and englishness(line) < 0]
    left = [line for line in opening if not line.level or englishness(line) >= 0]
    headings = [line for line in left if line.level]
    named = next((line for line in headings if names_an_instrument(line.text)), None)
    emphasised = (emphasised_start(line.text) for line in left if not line.level)
    in_text = next((text for text in emphasised if names_an_instrument(text)), "")
    taken = named or (headings[0] if headings and not in_text else None)
    title = normal_case(taken.text if taken else in_text)
    if not title:
        raise UnreadableDocument("no title was found before the first article")
    other_titles = {"nl": dutch[0].text} if dutch else {}
    return title, other_titles, [line for line in left if line is not taken]
