"""The second step at the desk: a passkey, a code from an app, or a code on paper."""
