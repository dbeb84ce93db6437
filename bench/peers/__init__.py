"""Other servers, carrying the same bytes: each tells how it is started and spoken to."""

from . import channels, ejabberd, prosody

PEERS = (channels, prosody, ejabberd)
