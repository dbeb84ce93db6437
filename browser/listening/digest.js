/** SHA-256 at once, for a pack of a few hundred kilobytes: a worker without network has no need to wait for it. */

const ROUNDS = 64;

/** @param {number} of the n-th prime's root @param {number} power @returns {number} its first 32 bits after the point */
const fraction = (of, power) => ((of ** power % 1) * 2 ** 32) | 0;

const PRIMES = (() => {
	/** @type {number[]} */
	const found = [];
	for (let next = 2; found.length < ROUNDS; next += 1) {
		if (found.every((prime) => next % prime !== 0)) found.push(next);
	}
	return found;
})();
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(prime, 1 / 3));
const START = PRIMES.slice(0, 8).map((prime) => fraction(prime, 1 / 2));

/** @param {number} word @param {number} by */
const turned = (word, by) => (word >>> by) | (word << (32 - by));

/** @param {Uint8Array} bytes */
function padded(bytes) {
	const blocks = ((bytes.length + 8) >> 6) + 1;
	const view = new DataView(new ArrayBuffer(blocks * 64));
	new Uint8Array(view.buffer).set(bytes);
	view.setUint8(bytes.length, 0x80);
	view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(view.byteLength - 4, bytes.length << 3);
	return view;
}

/** @param {DataView} view @param {number} at @param {Int32Array} words */
function spread(view, at, words) {
	for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + i * 4);
	for (let i = 16; i < ROUNDS; i += 1) {
		const early = words[i - 15] ?? 0;
		const late = words[i - 2] ?? 0;
		const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
		const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
		words[i] = (words[i - 16] ?? 0) + one + (words[i - 7] ?? 0) + two;
	}
}

/** @param {Int32Array} state @param {Int32Array} words */
function mix(state, words) {
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let i = 0; i < ROUNDS; i += 1) {
		const chosen = (e & f) ^ (~e & g);
		const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen;
		const first = (one + (CONSTANTS[i] ?? 0) + (words[i] ?? 0)) | 0;
		const most = (a & b) ^ (a & c) ^ (b & c);
		const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((part, i) => {
		state[i] = (state[i] ?? 0) + part;
	});
}

/** @param {Uint8Array} bytes @returns {string} SHA-256 in small hexadecimal letters */
export function sha256(bytes) {
	const state = Int32Array.from(START);
	const words = new Int32Array(ROUNDS);
	const view = padded(bytes);
	for (let at = 0; at < view.byteLength; at += 64) {
		spread(view, at, words);
		mix(state, words);
	}
	return Array.from(state, (part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
