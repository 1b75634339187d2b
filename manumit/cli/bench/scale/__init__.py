"""``manumit bench search``: search over as many works as one asks for, beside its peers."""
