"""When two people meet: open hours, times proposed, agreed and moved, and what became."""
