"""Search engines, one package each; ``docs/how-to/add-a-search-engine.md`` says how."""
