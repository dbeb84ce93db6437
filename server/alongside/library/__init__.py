"""The programme's library: stories of recovery that somebody chose to publish, in the open."""
