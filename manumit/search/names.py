"""The name of a work as it is compared: whoever types the whole of a name means that work."""

import re

from manumit.search import analysis

# The year of a law, at the end of its name: "Act 2014", "Act, B.E. 2551 (2008)", "พ.ศ. 2551".
_YEAR = re.compile(r"[\s,]*(?:\b(?:B\.E\.|of)|พ\.ศ\.)?\s*\(?\d{4}\)?\s*$", re.IGNORECASE)


def whole_name(text: str) -> str:
    """The terms of a name, or of what was typed, in a row and without the year at its end."""
    shorter = _YEAR.sub("", text)
    while shorter and shorter != text:
        text, shorter = shorter, _YEAR.sub("", shorter)
    return " ".join(token.term for token in analysis.sought(text))
