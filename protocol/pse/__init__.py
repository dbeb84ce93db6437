"""PSE/1, the Peer Support Envelope: the reference that room, server and relay agree with."""
