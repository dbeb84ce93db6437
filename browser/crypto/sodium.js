// The only file that imports libsodium. Its traps are closed here, once: pieces are checked before the library
// is called, and answers that are `false` instead of an error become refusals.

import sodium from "../vendor/libsodium-wrappers.mjs";
import { isBytes, keyOf, sized } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { signingPoint, wrappingPoint } from "./points.js";

// Where WebAssembly is forbidden this fails before anybody waits for it: `ready` says so to whoever asks.
sodium.ready.catch(() => {});

/** Waits for libsodium; `no-wasm` where the browser forbids WebAssembly. */
export async function ready() {
	if (typeof WebAssembly === "undefined") throw new Refusal("no-wasm");
	try {
		await sodium.ready;
	} catch {
		throw new Refusal("no-wasm");
	}
}

/** @param {number} size @returns {Uint8Array} */
export const random = (size) => sodium.randombytes_buf(size);

/** @param {number} limit @returns {number} 0..limit-1, each equally likely */
export const randomBelow = (limit) => sodium.randombytes_uniform(limit);

/** @param {...(Uint8Array | null | undefined)} secrets */
export function wipe(...secrets) {
	for (const secret of secrets) if (isBytes(secret)) sodium.memzero(secret);
}

/**
 * BLAKE2b, keyed when a key is given.
 * @param {number} size @param {Uint8Array} message @param {Uint8Array} [key]
 */
export const blake2b = (size, message, key) =>
	sodium.crypto_generichash(size, message, key === undefined ? null : keyOf(key));

/** @param {Uint8Array} message @returns {Uint8Array} */
export const sha256 = (message) => sodium.crypto_hash_sha256(message);

/** @param {Uint8Array} key @param {Uint8Array} nonce @param {Uint8Array} aad @param {Uint8Array} text */
export const encrypt = (key, nonce, aad, text) =>
	sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, aad, null, sized(nonce, 24), keyOf(key));

/** @param {Uint8Array} key @param {Uint8Array} nonce @param {Uint8Array} aad @param {Uint8Array} box */
export function decrypt(key, nonce, aad, box) {
	try {
		return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, aad, sized(nonce, 24), keyOf(key));
	} catch {
		throw new Refusal("not-opened");
	}
}

/** @param {Uint8Array} seed 32 bytes */
export function signingPair(seed) {
	const pair = sodium.crypto_sign_seed_keypair(keyOf(seed));
	return { publicKey: pair.publicKey, secretKey: pair.privateKey };
}

/** @param {Uint8Array} secretKey 64 bytes, of signingPair @param {Uint8Array} message */
export const sign = (secretKey, message) => sodium.crypto_sign_detached(message, sized(secretKey, 64));

/** @param {Uint8Array} publicKey @param {Uint8Array} message @param {Uint8Array} signature @returns {void} refuses else */
export function verify(publicKey, message, signature) {
	signingPoint(publicKey);
	if (!isBytes(signature) || signature.length !== 64) throw new Refusal("signature");
	if (verified(publicKey, message, signature) !== true) throw new Refusal("signature");
}

/** @param {Uint8Array} publicKey @param {Uint8Array} message @param {Uint8Array} signature */
function verified(publicKey, message, signature) {
	try {
		return sodium.crypto_sign_verify_detached(signature, message, publicKey);
	} catch {
		return false;
	}
}

/** @param {Uint8Array} seed the X25519 secret itself */
export const wrapKeyOf = (seed) => sodium.crypto_scalarmult_base(keyOf(seed));

/** @param {Uint8Array} publicKey @param {Uint8Array} text */
export const wrap = (publicKey, text) => sodium.crypto_box_seal(text, wrappingPoint(publicKey));

/** @param {Uint8Array} seed @param {Uint8Array} wrapped */
export function unwrap(seed, wrapped) {
	if (!isBytes(wrapped) || wrapped.length < 48) throw new Refusal("not-opened");
	try {
		return sodium.crypto_box_seal_open(wrapped, wrapKeyOf(seed), keyOf(seed));
	} catch {
		throw new Refusal("not-opened");
	}
}

/**
 * A stream of pieces. What a pull begins, a push continues as well: so its header can be chosen before.
 * @param {Uint8Array} header @param {Uint8Array} key
 */
export const streamOf = (header, key) =>
	sodium.crypto_secretstream_xchacha20poly1305_init_pull(sized(header, 24), keyOf(key));

/** @param {boolean} isLast */
const tagOf = (isLast) =>
	isLast
		? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
		: sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

/** @param {any} stream @param {Uint8Array} piece @param {Uint8Array} context @param {boolean} isLast @returns {Uint8Array} */
export const pushPiece = (stream, piece, context, isLast) =>
	sodium.crypto_secretstream_xchacha20poly1305_push(stream, piece, context, tagOf(isLast));

/**
 * The library answers `false` where a piece does not follow: nothing after it may be opened.
 * @param {any} stream @param {Uint8Array} piece @param {Uint8Array} context @param {boolean} isLast @returns {Uint8Array}
 */
export function pullPiece(stream, piece, context, isLast) {
	const found = /** @type {any} */ (
		sodium.crypto_secretstream_xchacha20poly1305_pull(stream, piece, context)
	);
	if (found === false || found.tag !== tagOf(isLast)) throw new Refusal("not-opened");
	return found.message;
}

/**
 * Argon2id v1.3, one lane. `no-memory` when the device cannot give the memory.
 * @param {Uint8Array} phrase @param {Uint8Array} salt 16 bytes @param {{bytes: number, passes: number}} profile
 */
export function argon2id(phrase, salt, { bytes, passes }) {
	try {
		return sodium.crypto_pwhash(
			32,
			phrase,
			sized(salt, 16),
			passes,
			bytes,
			sodium.crypto_pwhash_ALG_ARGON2ID13,
		);
	} catch {
		throw new Refusal("no-memory");
	}
}
