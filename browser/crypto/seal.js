// The only symmetric encryption in the product: it commits to key, nonce and context (envelope.md, section 1).

import { concat, equal, isBytes } from "./bytes.js";
import { kdf } from "./hash.js";
import { Refusal } from "./refusal.js";
import { decrypt, encrypt, random, wipe } from "./sodium.js";

const SUITE = 1;
export const OVERHEAD = 73;

/**
 * @param {Uint8Array} key @param {Uint8Array} aad @param {Uint8Array} text
 * @param {(size: number) => Uint8Array} [chance] where the nonce comes from: frozen vectors hand in their own
 */
export function seal(key, aad, text, chance = random) {
	const nonce = chance(24);
	const [inner, commitment] = derive(key, nonce, aad);
	const box = concat(Uint8Array.of(SUITE), nonce, commitment, encrypt(inner, nonce, aad, text));
	wipe(inner);
	return box;
}

/** @param {Uint8Array} key @param {Uint8Array} aad @param {Uint8Array} box */
export function open(key, aad, box) {
	if (!isBytes(box) || box.length < OVERHEAD || box[0] !== SUITE) throw new Refusal("not-opened");
	const nonce = box.slice(1, 25);
	const [inner, commitment] = derive(key, nonce, aad);
	if (!equal(commitment, box.subarray(25, 57))) throw new Refusal("not-opened");
	const text = decrypt(inner, nonce, aad, box.subarray(57));
	wipe(inner);
	return text;
}

/** @param {Uint8Array} key @param {Uint8Array} nonce @param {Uint8Array} aad @returns {[Uint8Array, Uint8Array]} */
function derive(key, nonce, aad) {
	const both = kdf(key, 64, "pse1/aead", nonce, aad);
	const parts = /** @type {[Uint8Array, Uint8Array]} */ ([both.slice(0, 32), both.slice(32)]);
	wipe(both);
	return parts;
}
