// ISO 7816-4 padding to one of four sizes, so that lengths tell little.

import { Refusal } from "./refusal.js";

export const SIZES = [1_024, 4_096, 16_384, 65_536];

/** @param {Uint8Array} text at most 65,535 bytes */
export function pad(text) {
	const padded = new Uint8Array(sizeFor(text.length));
	padded.set(text);
	padded[text.length] = 0x80;
	return padded;
}

/** @param {Uint8Array} padded refused unless padded as `pad` does */
export function unpad(padded) {
	let end = padded.length - 1;
	while (end > 0 && padded[end] === 0) end--;
	if (padded[end] !== 0x80 || padded.length !== sizeFor(end)) throw new Refusal("not-opened");
	return padded.subarray(0, end);
}

/** @param {number} length */
function sizeFor(length) {
	const size = SIZES.find((one) => one > length);
	if (size === undefined) throw new Refusal("text-size");
	return size;
}
