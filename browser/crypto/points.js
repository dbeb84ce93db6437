// Public keys that would share a secret with everybody, or sign for anybody, are refused before use.

import { keyOf } from "./bytes.js";
import { Refusal } from "./refusal.js";

const PRIME = 2n ** 255n - 19n;
const BELOW_SIGN = 2n ** 255n - 1n;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** y of the points of order 1, 2, 4 and 8 on Ed25519, without the sign bit */
const SMALL_Y = new Set([
	0n,
	1n,
	PRIME - 1n,
	littleEndian("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
	littleEndian("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
]);

/** u of the small-order points of X25519 */
const SMALL_U = new Set([
	0n,
	1n,
	PRIME - 1n,
	325606250916557431795983626356110631294008115727848805560023387167927233504n,
	39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]);

/** @param {unknown} key @returns {Uint8Array} a canonical Ed25519 key of full order */
export function signingPoint(key) {
	const y = numberOf(keyOf(key)) & BELOW_SIGN;
	if (y >= PRIME || SMALL_Y.has(y)) throw new Refusal("bad-key");
	return /** @type {Uint8Array} */ (key);
}

/** @param {unknown} key @returns {Uint8Array} a canonical X25519 key of full order */
export function wrappingPoint(key) {
	const u = numberOf(keyOf(key));
	if (u >= PRIME || SMALL_U.has(u)) throw new Refusal("bad-key");
	return /** @type {Uint8Array} */ (key);
}

/** @param {Uint8Array} bytes little-endian */
function numberOf(bytes) {
	let hex = "";
	for (const byte of bytes) hex = HEX[byte] + hex;
	return BigInt(`0x${hex}`);
}

/** @param {string} hex */
function littleEndian(hex) {
	return BigInt(`0x${(hex.match(/../g) ?? []).reverse().join("")}`);
}
