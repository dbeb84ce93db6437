/** A pack with a second tier of the smallest size, made of a seed: it knows nothing, but all of it is there. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);
const OPEN = here("../../../coach/packs/open/");
export const KERNEL = new Uint8Array(readFileSync(here("../../../var/made/kernel.wasm")));
export const HEADS = new Uint8Array(readFileSync(new URL("heads.bin", OPEN)));
export const SHAPE = Object.freeze({
	...{ layers: 2, width: 24, heads: 2, head_width: 32, inner: 40 },
	...{ pieces: 0, positions: 40, before: 6, draft: 14 },
});
const SENTENCE = ["deep_question", "deep_warmth"];
const WHOLE = ["deep_whole_warmth"];
export const LINES = [
	...["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[PICTURE]"],
	..."abcdefghijklmnopqrstuvwxyz'?!.,-".split(""),
	..."abcdefghijklmnopqrstuvwxyz".split("").map((letter) => `##${letter}`),
	...["you", "said", "it", "was", "hard", "cafe", "lone", "##ly", "##ness", "how", "are", "the", "your"],
];

/** Numbers that are the same each time. @param {number} seed @returns {() => number} between -1 and 1 */
export function seeded(seed) {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 31 - 1;
	};
}

/** encoder.bin, part after part. @param {any} shape @param {() => number} next */
export function encoderBytes(shape, next) {
	/** @type {Uint8Array[]} */
	const parts = [];
	const floats = (/** @type {number} */ count, middle = 0, spread = 0.1) => {
		const made = Float32Array.from({ length: count }, () => middle + spread * next());
		parts.push(new Uint8Array(made.buffer));
	};
	const matrix = (/** @type {number} */ rows, /** @type {number} */ wide) => {
		const made = Int8Array.from({ length: rows * wide }, () => Math.round(127 * next()));
		parts.push(new Uint8Array(made.buffer), new Uint8Array(-made.length & 3));
		floats(rows, 0.003, 0.001);
	};
	const linear = (/** @type {number} */ outs, /** @type {number} */ wide) => {
		matrix(outs, wide);
		floats(outs);
	};
	const norm = () => {
		floats(shape.width, 1);
		floats(shape.width);
	};
	const joined = shape.heads * shape.head_width;
	matrix(shape.pieces, shape.width);
	floats(shape.positions * shape.width);
	floats(2 * shape.width);
	norm();
	for (let at = 0; at < shape.layers; at += 1) {
		for (let each = 0; each < 3; each += 1) linear(joined, shape.width);
		linear(shape.width, joined);
		norm();
		linear(shape.inner, shape.width);
		linear(shape.width, shape.inner);
		norm();
	}
	for (const count of [SENTENCE.length, WHOLE.length]) {
		floats(count * shape.width, 0, 1);
		floats(count);
	}
	return new Uint8Array(Buffer.concat(parts));
}

const fileOf = (/** @type {Uint8Array} */ bytes) => ({
	bytes: bytes.length,
	sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** @param {{lines?: string[], shape?: any, seed?: number}} [given] */
export function tinyPack({ lines = LINES, shape = {}, seed = 7 } = {}) {
	const all = { ...SHAPE, pieces: lines.length, ...shape };
	const encoder = encoderBytes(all, seeded(seed));
	const pieces = new TextEncoder().encode(`${lines.join("\n")}\n`);
	const json = JSON.parse(readFileSync(new URL("pack.json", OPEN), "utf8"));
	const part = (/** @type {string} */ head) => ({ parts: [{ a: { [head]: 1 }, b: 0 }], yes: 0.5, no: 0.4 });
	json.files = {
		"heads.bin": json.files["heads.bin"],
		...{ "encoder.bin": fileOf(encoder), "pieces.txt": fileOf(pieces) },
	};
	json.encoder = {
		...{ shape: all, sentence: SENTENCE, whole_heads: WHOLE },
		labels: { question: part("deep_question"), warmth: part("deep_warmth") },
		whole: { warmth: part("deep_whole_warmth") },
	};
	return {
		json,
		files: { encoder, pieces, kernel: KERNEL },
		shape: all,
		names: { sentence: SENTENCE, whole: WHOLE },
	};
}
