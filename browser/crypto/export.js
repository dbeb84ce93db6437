// The lock of what somebody takes along: five words of its own, a salt of its own (envelope.md, section 11).

import { ARGON } from "./account.js";
import { keyOf, sized, toText } from "./bytes.js";
import { kdf, labelled } from "./hash.js";
import { open, seal } from "./seal.js";
import { random, wipe } from "./sodium.js";
import { writeJson } from "./strict-json.js";

const VERSION = 1;

/** @typedef {{home: Uint8Array, salt: Uint8Array}} Cover all that is readable without the words */

/** Strict JSON, so that no byte of it can be another. @param {Cover} cover */
export const manifestOf = ({ home, salt }) =>
	writeJson({
		format: "alongside-export",
		home: toText(sized(home, 16)),
		profile: ARGON.profile,
		salt: toText(sized(salt, 16)),
		version: VERSION,
	});

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
