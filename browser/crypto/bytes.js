// Bytes that mean one thing only (envelope.md, section 1). No libsodium here: wire/ reads frames with it.

import { Refusal } from "./refusal.js";

/** @typedef {Uint8Array | string | number} Piece */

export const LARGEST = Number.MAX_SAFE_INTEGER;
const UTF8 = new TextEncoder();
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const SIGNS = UTF8.encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
const NO_SIGN = 64;
const VALUES = new Uint8Array(128).fill(NO_SIGN);
SIGNS.forEach((sign, value) => {
	VALUES[sign] = value;
});

/** @param {unknown} value @returns {value is Uint8Array} */
export const isBytes = (value) => value instanceof Uint8Array;

/** @param {unknown} value @returns {value is number} true for 0..2^53-1 */
export const isCount = (value) =>
	typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);

/**
 * 0..2^53-1 as eight bytes, little-endian.
 * @param {number} number
 */
export function le64(number) {
	const bytes = new Uint8Array(8);
	putLe64(bytes, 0, number);
	return bytes;
}

/** @param {Uint8Array} bytes @param {number} at @param {number} number */
function putLe64(bytes, at, number) {
	if (!isCount(number)) throw new Refusal("malformed", "integer");
	let [low, high] = [number % 2 ** 32, Math.floor(number / 2 ** 32)];
	for (let i = at; low > 0; i++, low >>>= 8) bytes[i] = low & 0xff;
	for (let i = at + 4; high > 0; i++, high >>>= 8) bytes[i] = high & 0xff;
}

/** @param {Uint8Array} bytes */
export function fromLe64(bytes) {
	if (!isBytes(bytes) || bytes.length !== 8) throw new Refusal("malformed", "integer");
	let number = 0;
	for (let i = 7; i >= 0; i--) number = number * 256 + /** @type {number} */ (bytes[i]);
	if (!isCount(number)) throw new Refusal("malformed", "integer");
	return number;
}

/**
 * Text as UTF-8; a lone surrogate is refused.
 * @param {string} text
 */
export function utf8(text) {
	if (typeof text !== "string" || hasLoneSurrogate(text)) throw new Refusal("malformed", "text");
	return UTF8.encode(text);
}

/** @param {Uint8Array} bytes strict UTF-8, a byte order mark counts as text */
export function fromUtf8(bytes) {
	try {
		return STRICT.decode(bytes);
	} catch {
		throw new Refusal("malformed", "utf-8");
	}
}

/** @param {string} text */
export const hasLoneSurrogate = (text) => /\p{Surrogate}/u.test(text);

/** @param {...Uint8Array} parts @returns {Uint8Array} */
export function concat(...parts) {
	const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/**
 * Joins pieces so that no two lists of pieces give the same bytes.
 * @param {...Piece} pieces
 */
export function pae(...pieces) {
	const parts = pieces.map(rawOf);
	const whole = new Uint8Array(parts.reduce((size, part) => size + 8 + part.length, 8));
	putLe64(whole, 0, parts.length);
	let at = 8;
	for (const part of parts) {
		putLe64(whole, at, part.length);
		whole.set(part, at + 8);
		at += 8 + part.length;
	}
	return whole;
}

/** @param {Piece} piece */
function rawOf(piece) {
	if (isBytes(piece)) return piece;
	if (typeof piece === "string") return utf8(piece);
	if (typeof piece === "number") return le64(piece);
	throw new Refusal("malformed", "piece");
}

/**
 * Equal bytes, in a time that tells nothing about where they differ.
 * @param {Uint8Array} one @param {Uint8Array} other
 */
export function equal(one, other) {
	if (!isBytes(one) || !isBytes(other) || one.length !== other.length) return false;
	let difference = 0;
	for (let i = 0; i < one.length; i++)
		difference |= /** @type {number} */ (one[i]) ^ /** @type {number} */ (other[i]);
	return difference === 0;
}

/**
 * Ascending order of bytes of one length.
 * @param {Uint8Array} one @param {Uint8Array} other
 */
export function compare(one, other) {
	for (let i = 0; i < one.length; i++) {
		const step = (one[i] ?? 0) - (other[i] ?? 0);
		if (step !== 0) return step;
	}
	return one.length - other.length;
}

/**
 * Gives back bytes of exactly this size; refuses anything else before a library sees it.
 * @param {unknown} value @param {number} size @returns {Uint8Array}
 */
export function sized(value, size) {
	if (!isBytes(value) || value.length !== size) throw new Refusal("malformed", `${size} bytes`);
	return value;
}

/** @param {unknown} value @returns {Uint8Array} exactly 32 bytes */
export function keyOf(value) {
	if (!isBytes(value) || value.length !== 32) throw new Refusal("bad-key");
	return value;
}

/** @param {Uint8Array} bytes @returns {string} base64url without padding */
export function toText(bytes) {
	const signs = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
	let [held, bits, at] = [0, 0, 0];
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		for (; bits >= 6; bits -= 6) signs[at++] = signOf(held >> (bits - 6));
		held &= 0x3f;
	}
	if (bits > 0) signs[at] = signOf(held << (6 - bits));
	return STRICT.decode(signs);
}

/** @param {number} bits of which the last six count */
const signOf = (bits) => /** @type {number} */ (SIGNS[bits & 0x3f]);

/**
 * Reads base64url without padding; loose bits, padding, other characters or another size are refused.
 * @param {unknown} text @param {number} [size] in bytes
 */
export function fromText(text, size) {
	if (typeof text !== "string" || text.length % 4 === 1) throw new Refusal("malformed", "base64url");
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [held, bits, at] = [0, 0, 0];
	for (let i = 0; i < text.length; i++) {
		const value = VALUES[text.charCodeAt(i)] ?? NO_SIGN;
		if (value === NO_SIGN) throw new Refusal("malformed", "base64url");
		held = (held << 6) | value;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at++] = held >> bits;
		held &= 2 ** bits - 1;
	}
	if (held !== 0) throw new Refusal("malformed", "base64url");
	return size === undefined ? bytes : sized(bytes, size);
}

export const ZEROS16 = new Uint8Array(16);
export const ZEROS32 = new Uint8Array(32);
