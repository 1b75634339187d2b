"""What changed between two wordings, line by line and word by word, in any script.

Nothing is lost: what is the same and what is gone, read one after the other, is the wording before;
what is the same and what is new is the wording after.
"""

from manumit.base.differences.lines import Line, LineChange, compare_lines, lines_of
from manumit.base.differences.words import Change, Piece, compare_words

__all__ = ["Change", "Line", "LineChange", "Piece", "compare_lines", "compare_words", "lines_of"]
