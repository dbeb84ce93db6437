// The closed registry of labels (envelope.md, section 2).

import { utf8 } from "./bytes.js";
import { Refusal } from "./refusal.js";

const IN_USE = `
aead salt auth kek spare spare-auth spare-kek spare-check account slot slot-hash
device device-salt device-auth device-kek
passkey passkey-salt passkey-auth passkey-kek
bundle-key bundle bundle-hash state-key state state-part state-hash state-part-hash
keyrec keyrec-hash endorse profile profile-bytes check sentence promise promise-hash agree
conv epoch member members eh-context eh ekc wrap wraps grant grant-context
circle-letter circle-letter-context circle-earlier circle-earlier-context mk msg frank sig leave erase
chain0 chain aad box rleaf rnode receipt closed
export export-key
doc doc-key doc-hash att att-piece att-cipher att-plain
leaf leaf-who endorse-hash revoke revoke-hash
invite invite-who invite-house invite-bind invite-yes safety safety-picture
consent consent-text consent-purpose package package-hash package-reader package-readers
package-content package-box package-knock package-door package-link package-link-key
emergency emergency-hash emergency-words emergency-box
wall wall-told
report report-reader report-readers report-box report-line report-sig
report-letter report-letter-box report-letter-sig`;

const LABELS = new Map(
	IN_USE.trim()
		.split(/\s+/)
		.map((name) => [`pse1/${name}`, utf8(`pse1/${name}`)]),
);

/** The bytes of a label that is in use; reserved and unknown ones are refused. @param {string} label @returns {Uint8Array} */
export function checkedLabel(label) {
	const bytes = LABELS.get(label);
	if (bytes === undefined) throw new Refusal("unknown-label", label);
	return bytes;
}
