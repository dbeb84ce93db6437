// Bytes that mean one thing only (envelope.md, section 1). No libsodium here: wire/ reads frames with it.

import { Refusal } from "./refusal.js";

/** @typedef {Uint8Array | string | number} Piece */

export const LARGEST = Number.MAX_SAFE_INTEGER;
const UTF8 = new TextEncoder();
const ALPHABET = /^[A-Za-z0-9_-]*$/;

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
	if (!isCount(number)) throw new Refusal("malformed", "integer");
	const bytes = new Uint8Array(8);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, number % 2 ** 32, true);
	view.setUint32(4, Math.floor(number / 2 ** 32), true);
	return bytes;
}

/** @param {Uint8Array} bytes */
export function fromLe64(bytes) {
	if (!isBytes(bytes) || bytes.length !== 8) throw new Refusal("malformed", "integer");
	const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
	const number = view.getUint32(4, true) * 2 ** 32 + view.getUint32(0, true);
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
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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
	/** @type {Uint8Array[]} */
	const parts = [le64(pieces.length)];
	for (const piece of pieces) {
		const raw = rawOf(piece);
		parts.push(le64(raw.length), raw);
	}
	return concat(...parts);
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

/** @param {Uint8Array} bytes base64url without padding */
export function toText(bytes) {
	let binary = "";
	for (let at = 0; at < bytes.length; at += 8192) {
		binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
	}
	return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Reads base64url without padding; loose bits, padding, other characters or another size are refused.
 * @param {unknown} text @param {number} [size] in bytes
 */
export function fromText(text, size) {
	if (typeof text !== "string" || !ALPHABET.test(text) || text.length % 4 === 1) {
		throw new Refusal("malformed", "base64url");
	}
	const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
	if (toText(bytes) !== text) throw new Refusal("malformed", "base64url");
	return size === undefined ? bytes : sized(bytes, size);
}

export const ZEROS16 = new Uint8Array(16);
export const ZEROS32 = new Uint8Array(32);
