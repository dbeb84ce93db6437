// Words of before, for whoever came to a circle: each writer hands on their own (envelope.md, section 7).

import { readBody } from "./body.js";
import { concat, equal, sized } from "./bytes.js";
import { KIND } from "./entry.js";
import { h, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { checkWriter, readLine, writeLine } from "./report-line.js";
import { OVERHEAD, open, seal } from "./seal.js";
import { random, unwrap, wipe, wrap } from "./sodium.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./report-line.js").ReportLine} ReportLine */
/** @typedef {{home: Uint8Array, conv: Uint8Array, of: Uint8Array, fromId: Uint8Array, toId: Uint8Array}} Passage from whom to whom, in which circle, and for which question */

const WRAP = 112;
const SIZES = [1_024, 4_096, 16_384].map((size) => WRAP + OVERHEAD + size);
/** What one card holds of lines, as they are written. */
const MOST = 16_383;
/** What is handed on is words. */
const WORDS = new Set(["text", "circle-line"]);

/** Lines as one card after the other holds them; one that no card holds is left out. @param {ReportLine[]} lines in their order */
export function inCards(lines) {
	/** @type {ReportLine[][]} */
	const cards = [];
	let room = 0;
	for (const line of lines) {
		const size = 4 + writeLine(line).length;
		if (size > MOST) continue;
		if (size > room) {
			cards.push([]);
			room = MOST;
		}
		cards.at(-1)?.push(line);
		room -= size;
	}
	return cards;
}

/** Lines of one's own, for one reader. @param {Passage} passage @param {ReportLine[]} lines @param {KeyRecord} to */
export function sealEarlier(passage, lines, to) {
	check(passage, lines);
	const text = pad(concat(...lines.flatMap((line) => sizedLine(writeLine(line)))));
	const key = random(32);
	const wrapped = wrap(to.ek, concat(wrapContext(passage, to.hash), key));
	const box = concat(wrapped, seal(key, labelled("pse1/circle-earlier", ...pieces(passage, to.hash)), text));
	wipe(key);
	if (!SIZES.includes(box.length)) throw new Refusal("too-long");
	return box;
}

/**
 * The lines in it; refused unless each is its sender's own, signed when it was said.
 * @param {Passage} passage @param {Uint8Array} box @param {{keys: {krHash: Uint8Array, seed: Uint8Array}[], sender: readonly KeyRecord[]}} by sender: verified records of whoever sent the card, of every generation
 */
export function openEarlier(passage, box, { keys, sender }) {
	if (!SIZES.includes(box.length)) throw new Refusal("not-opened");
	const { krHash, key } = keyIn(passage, box.slice(0, WRAP), keys);
	const aad = labelled("pse1/circle-earlier", ...pieces(passage, krHash));
	const text = unpad(open(key, aad, box.slice(WRAP)));
	wipe(key);
	const lines = cut(text).map(readLine);
	check(passage, lines);
	for (const line of lines) checkWriter(line, sender);
	return lines;
}

/** @param {Passage} passage @param {ReportLine[]} lines */
function check({ conv, fromId }, lines) {
	if (lines.length === 0) throw new Refusal("not-opened");
	let before = 0;
	for (const { entry, body } of lines) {
		const isTheirs = entry.kind === KIND.MESSAGE && equal(entry.conv, conv) && equal(entry.sender, fromId);
		if (!isTheirs || entry.sseq <= before) throw new Refusal("not-opened");
		const said = readBody(body, KIND.MESSAGE);
		if ("isNewer" in said || !WORDS.has(said.t)) throw new Refusal("malformed", "earlier");
		before = entry.sseq;
	}
}

/** @param {Passage} passage @param {Uint8Array} wrapped @param {{krHash: Uint8Array, seed: Uint8Array}[]} keys */
function keyIn(passage, wrapped, keys) {
	for (const { krHash, seed } of keys) {
		try {
			const text = unwrap(seed, wrapped);
			if (equal(text.subarray(0, 32), wrapContext(passage, krHash))) return { krHash, key: text.slice(32) };
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
		}
	}
	throw new Refusal("not-opened");
}

/** Each behind how long it is. @param {Uint8Array} line */
function sizedLine(line) {
	const size = new Uint8Array(4);
	new DataView(size.buffer).setUint32(0, line.length, true);
	return [size, line];
}

/** @param {Uint8Array} text */
function cut(text) {
	const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
	const found = [];
	let at = 0;
	while (at < text.length) {
		const begins = at + 4;
		const ends = begins > text.length ? Number.POSITIVE_INFINITY : begins + view.getUint32(at, true);
		if (ends > text.length) throw new Refusal("malformed", "earlier");
		found.push(text.slice(begins, ends));
		at = ends;
	}
	return found;
}

/** @param {Passage} passage @param {Uint8Array} toKrHash */
const pieces = ({ home, conv, of, fromId, toId }, toKrHash) => [
	...[
		sized(home, 16),
		sized(conv, 16),
		sized(of, 16),
		sized(fromId, 16),
		sized(toId, 16),
		sized(toKrHash, 32),
	],
];

/** @param {Passage} passage @param {Uint8Array} toKrHash */
function wrapContext(passage, toKrHash) {
	const context = h("pse1/circle-earlier-context", ...pieces(passage, toKrHash));
	return h("pse1/wrap", "circle-earlier", passage.toId, toKrHash, context);
}
