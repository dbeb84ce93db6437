"""The closed registry of labels (envelope.md, section 2)."""

from .refusal import Unknown

_IN_USE = """
aead salt auth kek spare spare-auth spare-kek spare-check account slot slot-hash
device device-salt device-auth device-kek
passkey passkey-salt passkey-auth passkey-kek
bundle-key bundle bundle-hash state-key state state-part state-hash state-part-hash
keyrec keyrec-hash endorse profile profile-bytes check sentence promise promise-hash agree
conv epoch member members eh-context eh ekc wrap wraps grant grant-context
circle-letter circle-letter-context circle-earlier circle-earlier-context
mk msg frank sig leave erase
chain0 chain aad box rleaf rnode receipt closed ended backup ticket verifier token
export export-key
doc doc-key doc-hash att att-piece att-cipher att-plain
leaf leaf-who endorse-hash revoke revoke-hash
invite invite-who invite-house invite-bind invite-yes safety safety-picture
consent consent-text consent-purpose package package-hash package-reader package-readers
package-content package-box package-knock package-door package-link package-link-key
emergency emergency-hash emergency-words emergency-box
wall wall-told
report report-reader report-readers report-box report-line report-sig
report-letter report-letter-box report-letter-sig
"""
_RESERVED = "roster"

LABELS = frozenset(f"pse1/{name}" for name in _IN_USE.split())
RESERVED = frozenset(f"pse1/{name}" for name in _RESERVED.split())


def checked(label: str) -> str:
    """Give back a label that is in use; Unknown for a reserved one and for any other."""
    if label not in LABELS:
        raise Unknown(f"label {label!r} is not in use")
    return label
