"""Harvest: what others publish, brought to the editors' table, politely and never past them."""
