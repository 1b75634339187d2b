"""Lists of records as people keep them, in spreadsheets: each row becomes a draft, or is refused.

A mapping says which column is which field. Nothing is guessed: a column it does not name stops the
list before its first row, and a row with anything wrong is refused alone, with its line.
"""

from manumit.records.lists.mapping import BadMapping, ListMapping, read_mapping
from manumit.records.lists.rows import BadRow, read_list
from manumit.records.lists.sheets import UnreadableList

__all__ = ["BadMapping", "BadRow", "ListMapping", "UnreadableList", "read_list", "read_mapping"]
