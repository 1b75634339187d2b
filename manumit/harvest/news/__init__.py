"""News and reports collated: twins folded, a draft record made of the rest."""
