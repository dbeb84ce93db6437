"""One process that serves everything: pages and API beside the live wire."""
