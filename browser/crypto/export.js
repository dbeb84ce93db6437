// The lock of what somebody takes along: five words of its own, a salt of its own (envelope.md, section 11).

import { ARGON } from "./account.js";
import { fromText, keyOf, sized, toText } from "./bytes.js";
import { kdf, labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { open, seal } from "./seal.js";
import { random, wipe } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

const FORMAT = "alongside-export";
const VERSION = 1;
const LONGEST_MANIFEST = 1_024;
const MANIFEST = { format: "text", home: "text", profile: "int", salt: "text", version: "int" };

/** @typedef {{home: Uint8Array, salt: Uint8Array}} Cover all that is readable without the words */

/** Strict JSON, so that no byte of it can be another. @param {Cover} cover */
export const manifestOf = ({ home, salt }) =>
	writeJson({
		format: FORMAT,
		home: toText(sized(home, 16)),
		profile: ARGON.profile,
		salt: toText(sized(salt, 16)),
		version: VERSION,
	});

/** The manifest again: another format is `along-form`, another version or profile `along-version`. @param {Uint8Array} bytes @returns {Cover} */
export function coverOf(bytes) {
	const { format, home, profile, salt, version } = manifestIn(bytes);
	if (format !== FORMAT) throw new Refusal("along-form");
	if (version !== VERSION || profile !== ARGON.profile) throw new Refusal("along-version");
	return { home: fromText(home, 16), salt: fromText(salt, 16) };
}

/** @param {Uint8Array} bytes */
function manifestIn(bytes) {
	try {
		if (bytes.length <= LONGEST_MANIFEST) return fieldsOf(parseJson(bytes), MANIFEST);
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
	}
	throw new Refusal("along-form");
}

/** @param {Uint8Array} mk stretched from the words with the cover's salt; wiped @param {Cover} cover */
export function exportKey(mk, { home, salt }) {
	const key = kdf(keyOf(mk), 32, "pse1/export-key", sized(home, 16), sized(salt, 16));
	wipe(mk);
	return key;
}

/** @param {Uint8Array} key @param {Cover} cover @param {Uint8Array} papers @param {(size: number) => Uint8Array} [chance] */
export const sealPapers = (key, cover, papers, chance = random) => seal(key, aadOf(cover), papers, chance);

/** @param {Uint8Array} key @param {Cover} cover @param {Uint8Array} box */
export const openPapers = (key, cover, box) => open(key, aadOf(cover), box);

/** @param {Cover} cover */
const aadOf = ({ home, salt }) => labelled("pse1/export", VERSION, sized(home, 16), sized(salt, 16));
