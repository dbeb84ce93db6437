/**
 * The second tier of a pack, checked before it is used: an encoder, its pieces, and labels that lean on both tiers.
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {{encoder: Bytes, pieces: Bytes, kernel: Bytes}} Files encoder.bin, pieces.txt, kernel.wasm
 * @typedef {import("./pack.js").Pack} Pack
 */
import { sha256 } from "./digest.js";
import { Encoder } from "./encoder.js";
import { BadPack, labelsOf } from "./pack.js";
import { Pieces, SPECIAL } from "./pieces.js";
import { shapeOf, weightsOf } from "./weights.js";

/** What kernel.wat becomes; a test builds it anew. */
const KERNEL = "4161088fbdf1882bc1f71892662a6dbbc9d11dfab3b3517cc37aaef2184ee111";

/** Whether it is the one this room was made with. @param {Uint8Array} kernel */
export const isKernel = (kernel) => sha256(kernel) === KERNEL;

/** @param {Pack} pack that was opened @param {Files} files throws BadPack, saying in one sentence what is wrong; anything else: it cannot run here @returns {Promise<Pack>} the same with its second tier */
export async function withEncoder(pack, { encoder, pieces, kernel }) {
	const row = pack.row.encoder;
	if (row === undefined) throw new BadPack("This pack has no second tier.");
	if (!isKernel(kernel)) throw new BadPack("kernel.wasm is not the one this room was made with.");
	await isFileOf(pack, "encoder.bin", encoder);
	await isFileOf(pack, "pieces.txt", pieces);
	const shape = shapeOf(row.shape);
	const lines = linesOf(pieces);
	const isPieces = lines.length === shape.pieces && SPECIAL.every((piece, at) => lines[at] === piece);
	if (!isPieces) throw new BadPack("pieces.txt does not hold the pieces that the encoder knows.");
	const names = { sentence: namesOf(row.sentence), whole: namesOf(row.whole_heads) };
	const known = new Set([...pack.heads.keys(), ...names.sentence, ...names.whole]);
	const labels = labelsOf(row.labels ?? {}, known);
	const whole = labelsOf(row.whole ?? {}, known);
	const counts = { sentence: names.sentence.length, whole: names.whole.length };
	const weights = weightsOf(encoder, shape, counts);
	const made = new Encoder({ shape, weights, pieces: new Pieces(lines), names, kernel });
	return { ...pack, deep: { encoder: made, labels, whole } };
}

/** @param {Pack} pack @param {string} name @param {Bytes} bytes */
async function isFileOf(pack, name, bytes) {
	const file = pack.row.files?.[name];
	if (file?.bytes !== bytes.length) throw new BadPack(`${name} is not as long as pack.json says.`);
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	const hash = Array.from(digest, (one) => one.toString(16).padStart(2, "0")).join("");
	if (file.sha256 !== hash) throw new BadPack(`${name} is not the file pack.json speaks of.`);
}

/** @param {Uint8Array} pieces */
function linesOf(pieces) {
	const lines = new TextDecoder().decode(pieces).split("\n");
	return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** @param {unknown} names @returns {string[]} */
function namesOf(names) {
	const isList = Array.isArray(names) && names.every((name) => typeof name === "string");
	if (!isList) throw new BadPack("pack.json does not name what the encoder gives.");
	return names;
}
