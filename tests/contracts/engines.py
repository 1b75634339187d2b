"""The engines that are held to the contract."""

ENGINES = ["manumit.search.engines.tantivy.TantivyEngine"]
