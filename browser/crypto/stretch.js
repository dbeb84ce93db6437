// Argon2id, the slow step between five words and a key (envelope.md, section 3).

import { ARGON } from "./account.js";
import { argon2id, ready } from "./sodium.js";

/** @param {Uint8Array} phrase @param {Uint8Array} salt 16 bytes @returns {Promise<Uint8Array>} 32 bytes */
export async function stretch(phrase, salt) {
	await ready();
	return argon2id(phrase, salt, ARGON);
}
