"""Candidates for a situation, each a ranking of its own, and how they become one list."""
