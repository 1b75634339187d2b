"""Search engines, one module each; ``docs/how-to/add-a-search-engine.md`` says how."""
