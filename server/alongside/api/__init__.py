"""How rooms speak to the server: typed JSON, one router for each room."""
