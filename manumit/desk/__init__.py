"""The confidential desk. Nothing but ``manumit.web.desk`` enters; it writes to no journal, no index."""
