"""Pages of the site: what the Centre says for itself, and what it teaches."""
