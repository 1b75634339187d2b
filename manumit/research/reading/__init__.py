"""What a situation told in prose says: where, when, and about what. Nothing of it is kept."""
