"""The preamble: one paragraph in the source, one recital a paragraph for a reader."""

import re

from manumit.formats.treaty.paragraphs import running_html

_LABEL = re.compile(r"[\ue002]?\s*(?P<label>preamb(?:ule|le))\s*[\ue003]?[:.]?\s*", re.IGNORECASE)
_RECITALS = (
    "Acknowledging|Affirming|Alarmed|Aware|Bearing in mind|Being|Concerned|Conscious|Considering"
    "|Convinced|Declaring|Deeply|Desiring|Desirous|Determined|Emphasi[sz]ing|Encouraged"
    "|Expressing|Gravely|Guided|Have agreed|Having|Mindful|Noting|Observing|Proclaiming|Reaffirming"
    "|Recalling|Recogni[sz]ing|Regarding|Stressing|Taking|Underlining|Welcoming|Whereas|Wishing"
)
_BETWEEN = re.compile(rf"(?<=[;,:.]) (?=(?:{_RECITALS})\b)|(?<=[;,] and) (?=(?:{_RECITALS})\b)")


def preamble_html(lines: list[str]) -> tuple[str, str]:
    """The printed label of a preamble (empty where it has none) and its recitals as HTML."""
    if not lines:
        return "", ""
    label = _LABEL.match(lines[0])
    first = lines[0][label.end() :] if label else lines[0]
    pieces = [
        piece for line in [first, *lines[1:]] for piece in _BETWEEN.sub("\n", line).split("\n")
    ]
    return (label["label"] if label else ""), running_html(pieces)
