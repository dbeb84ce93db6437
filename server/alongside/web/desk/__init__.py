"""The desk: what a coordinator sees and does. No words of anyone, no names of clients."""
