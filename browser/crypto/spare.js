// The spare code: 128 random bits, written for people (envelope.md, section 3).

import { sized } from "./bytes.js";
import { h } from "./hash.js";
import { Refusal } from "./refusal.js";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_LETTERS = 26;
const ALL_LETTERS = 28;

/** @param {Uint8Array} secret 16 bytes @returns {string} seven groups of four */
export function writeSpare(secret) {
	const letters = lettersOf(sized(secret, 16)) + checkOf(secret);
	return (letters.match(/.{4}/g) ?? []).join("-");
}

/**
 * Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * @param {unknown} code @returns {Uint8Array} 16 bytes
 */
export function readSpare(code) {
	if (typeof code !== "string") throw new Refusal("code-form");
	const letters = code
		.toUpperCase()
		.replace(/[\s\u002d\u2010-\u2015\u2212]/gu, "")
		.replaceAll("O", "0")
		.replace(/[IL]/g, "1");
	if (letters.length !== ALL_LETTERS || [...letters].some((letter) => !LETTERS.includes(letter))) {
		throw new Refusal("code-form");
	}
	const secret = secretOf(letters.slice(0, DATA_LETTERS));
	if (checkOf(secret) !== letters.slice(DATA_LETTERS)) throw new Refusal("code-form");
	return secret;
}

/** @param {Uint8Array} secret */
function lettersOf(secret) {
	let number = BigInt(`0x${[...secret].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
	let letters = "";
	for (let i = 0; i < DATA_LETTERS; i++) {
		letters = LETTERS[Number(number % 32n)] + letters;
		number /= 32n;
	}
	return letters;
}

/** @param {string} letters 26 of them */
function secretOf(letters) {
	let number = 0n;
	for (const letter of letters) number = number * 32n + BigInt(LETTERS.indexOf(letter));
	if (number >= 2n ** 128n) throw new Refusal("code-form");
	const hex = number.toString(16).padStart(32, "0");
	return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The first ten bits of the check hash. @param {Uint8Array} secret */
function checkOf(secret) {
	const hash = h("pse1/spare-check", secret);
	const bits = ((hash[0] ?? 0) << 2) | ((hash[1] ?? 0) >> 6);
	return `${LETTERS[bits >> 5]}${LETTERS[bits & 31]}`;
}
