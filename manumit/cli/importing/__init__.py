"""What ``manumit import`` does with what it read: texts, acts of states, lists of records."""
