"""An offline edition: the site's own pages as files, with search, for a stick or any web server."""
