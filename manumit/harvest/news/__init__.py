"""News and reports collated: twins folded, topics suggested, a draft record made of the rest."""
