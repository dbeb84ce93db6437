/**
 * A pack of the listening coach, checked before it is used: `coach/packs/README.md` says what stands in one.
 * @typedef {import("./features.js").Lists} Lists
 * @typedef {{a: Record<string, number>, b: number}} Part the scores of heads, weighted and summed
 * @typedef {{parts: Part[], yes: number, no: number} & import("./holding.js").Hold} Label
 * @typedef {{scope: "sentence" | "whole", constant: number, scale: number, at: number}} Head
 * @typedef {{
 *   name: string, version: number, buckets: number, weights: Record<string, number>, lists: Lists, other: Set<string>,
 *   heads: Map<string, Head>, matrix: Int8Array, labels: Map<string, Label>, whole: Map<string, Label>,
 *   row: any, deep: Deep | null,
 * }} Pack `row`: pack.json as it stands
 * @typedef {{encoder: import("./encoder.js").Encoder, labels: Map<string, Label>, whole: Map<string, Label>}} Deep the second tier, once it is here
 */
import { sha256 } from "./digest.js";
import { listsOf } from "./features.js";

export const FORMAT = 1;
const FILE = "heads.bin";

export class BadPack extends Error {}

/**
 * @param {string | any} json what stands in pack.json, as text or read
 * @param {Uint8Array | ArrayBuffer} bytes heads.bin
 * @returns {Pack} throws BadPack, saying in one sentence what is wrong
 */
export function openPack(json, bytes) {
	const row = typeof json === "string" ? parsed(json) : json;
	if (row?.format !== FORMAT)
		throw new BadPack(`This room reads packs of format ${FORMAT}, not ${row?.format}.`);
	const all = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
	const file = row.files?.[FILE];
	if (file?.bytes !== all.length) throw new BadPack(`${FILE} is not as long as pack.json says.`);
	if (file.sha256 !== sha256(all)) throw new BadPack(`${FILE} is not the file pack.json speaks of.`);
	try {
		return laidOut(row, all);
	} catch (error) {
		if (error instanceof BadPack) throw error;
		throw new BadPack("pack.json does not say all that a pack has to say.");
	}
}

/** @param {string} text */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new BadPack("pack.json is no JSON.");
	}
}

/** @param {any} row @param {Uint8Array} bytes @returns {Pack} */
function laidOut(row, bytes) {
	const buckets = row.features.buckets;
	if (bytes.length !== buckets * row.heads.length)
		throw new BadPack(`${FILE} does not hold the heads named.`);
	/** @type {Map<string, Head>} */
	const heads = new Map();
	row.heads.forEach((/** @type {any} */ head, /** @type {number} */ at) => {
		heads.set(head.id, { scope: head.scope, constant: head.constant, scale: head.scale, at: at * buckets });
	});
	const named = new Set(heads.keys());
	return {
		name: row.name,
		version: row.version,
		buckets,
		weights: row.features.weights,
		lists: listsOf(row.features.lists),
		other: new Set(row.features.lists.other),
		heads,
		matrix: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
		labels: labelsOf(row.labels, named),
		whole: labelsOf(row.whole, named),
		...{ row, deep: null },
	};
}

/** @param {Record<string, Label>} rows @param {Set<string>} heads @returns {Map<string, Label>} */
export function labelsOf(rows, heads) {
	for (const [id, label] of Object.entries(rows)) {
		const named = label.parts.flatMap((part) => Object.keys(part.a));
		if (named.length === 0 || !named.every((head) => heads.has(head)))
			throw new BadPack(`The label ${id} leans on a head that is not there.`);
	}
	return new Map(Object.entries(rows));
}
