"""The rows that other rooms may hold in hand; they are made and changed only here."""

from manumit.vocab.models import Change, Concept, Forum, Label, NewConcept, System

__all__ = ["Change", "Concept", "Forum", "Label", "NewConcept", "System"]
