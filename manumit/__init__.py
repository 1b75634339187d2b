"""Manumit: a legal resource centre against human trafficking and modern slavery."""
