// Files that go with a line: sealed piece by piece, padded to one of four sizes (envelope.md, section 14).

import { concat, equal, fromText, sized, toText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { pullPiece, pushPiece, random, streamOf } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{cipher: string, header: string, key: string, name: string, pieces: number, plain: string, secs: number, size: number, type: number}} Papers what a line says about its file */

export const PIECE = 65_536;
export const SEALED_PIECE = PIECE + 17;
const SIZES = [1, 4, 16, 64];
export const LONGEST_FILE = 64 * PIECE - 1;
export const FILE = Object.freeze({ PICTURE: 1, VOICE_WEBM: 2, VOICE_MP4: 3, OTHER: 4 });
export const LONGEST_ABOUT = 1_000;
const LONGEST_NAME = 120;
const LONGEST_VOICE = 180;
// How each type begins, and where; other files may be anything: they are never shown.
/** @type {ReadonlyMap<number, {at: number, magic: number[]}>} */
const BEGINS = new Map([
	[FILE.PICTURE, { at: 0, magic: [0xff, 0xd8, 0xff] }],
	[FILE.VOICE_WEBM, { at: 0, magic: [0x1a, 0x45, 0xdf, 0xa3] }],
	[FILE.VOICE_MP4, { at: 4, magic: [0x66, 0x74, 0x79, 0x70] }],
]);
// Letters that are not shown, or that turn the reading direction, make a name say another thing.
const ODD = /[\p{Cs}\p{Cc}/\\\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const FIELDS = {
	...{ cipher: "text", header: "text", key: "text", name: "text", pieces: "int", plain: "text" },
	...{ secs: "int", size: "int", type: "int" },
};

/**
 * @param {Uint8Array} msgId @param {Uint8Array} content
 * @param {{type: number, name?: string, secs?: number}} about @param {(size: number) => Uint8Array} [chance]
 * @returns {{papers: Papers, pieces: Uint8Array[]}}
 */
export function sealFile(msgId, content, { type, name = "", secs = 0 }, chance = random) {
	const [key, header] = [chance(32), chance(24)];
	const count = piecesFor(content.length);
	const padded = new Uint8Array(count * PIECE);
	padded.set(content);
	padded[content.length] = 0x80;
	const stream = streamOf(header, key);
	const pieces = Array.from({ length: count }, (_, i) =>
		pushPiece(stream, padded.subarray(i * PIECE, (i + 1) * PIECE), contextOf(msgId, i), i === count - 1),
	);
	const papers = {
		...{ type, name, secs, size: content.length, pieces: count },
		...{ key: toText(key), header: toText(header) },
		...{ cipher: toText(cipherHash(msgId, header, pieces)), plain: toText(plainHash(content)) },
	};
	checkBegin(checkedPapers(papers), content);
	return { papers, pieces };
}

/**
 * The file, if every piece is there, in order, unchanged, and it is what the line said.
 * @param {Uint8Array} msgId @param {Papers} papers @param {Uint8Array[]} pieces @returns {Uint8Array}
 */
export function openFile(msgId, papers, pieces) {
	if (pieces.length !== papers.pieces) throw new Refusal("not-opened");
	for (const piece of pieces) if (piece.length !== SEALED_PIECE) throw new Refusal("not-opened");
	const header = fromText(papers.header, 24);
	expect(cipherHash(msgId, header, pieces), papers.cipher);
	const stream = streamOf(header, fromText(papers.key, 32));
	const padded = concat(
		...pieces.map((piece, i) => pullPiece(stream, piece, contextOf(msgId, i), i === pieces.length - 1)),
	);
	const content = unpadded(padded);
	if (content.length !== papers.size) throw new Refusal("not-opened");
	expect(plainHash(content), papers.plain);
	checkBegin(checkedPapers(papers), content);
	return content;
}

/** @param {unknown} value of a body @returns {Papers} refused unless all in it fits together */
export function checkedPapers(value) {
	const papers = /** @type {Papers} */ (fieldsOf(value, FIELDS));
	const { type, size, pieces, secs, name } = papers;
	if (!Object.values(FILE).includes(/** @type {any} */ (type))) throw new Refusal("malformed", "type");
	if (size < 1 || pieces !== piecesFor(size)) throw new Refusal("malformed", "pieces");
	const lasts = type === FILE.VOICE_WEBM || type === FILE.VOICE_MP4;
	if (lasts ? secs < 1 || secs > LONGEST_VOICE : secs !== 0) throw new Refusal("malformed", "secs");
	const letters = [...name].length;
	if (type === FILE.OTHER ? letters < 1 || letters > LONGEST_NAME : letters > 0)
		throw new Refusal("malformed", "name");
	if (ODD.test(name)) throw new Refusal("malformed", "name");
	fromText(papers.key, 32);
	fromText(papers.header, 24);
	fromText(papers.cipher, 32);
	fromText(papers.plain, 32);
	return papers;
}

/** A name as it may be sent: without odd letters, never too long, never empty. @param {string} name */
export function fileNameOf(name) {
	const plain = name.replace(new RegExp(ODD, "gu"), "_").trim();
	return [...(plain === "" ? "_" : plain)].slice(-LONGEST_NAME).join("");
}

/** @param {Uint8Array} msgId @param {Uint8Array} header @param {Uint8Array[]} pieces */
function cipherHash(msgId, header, pieces) {
	const hashes = pieces.map((piece, i) => h("pse1/att-piece", sized(msgId, 16), i, piece));
	return h("pse1/att-cipher", header, ...hashes);
}

/** @param {Uint8Array} content */
const plainHash = (content) => h("pse1/att-plain", content);

/** @param {Uint8Array} msgId @param {number} i */
const contextOf = (msgId, i) => labelled("pse1/att", sized(msgId, 16), i);

/** @param {Uint8Array} found @param {string} told */
function expect(found, told) {
	if (!equal(found, fromText(told, 32))) throw new Refusal("not-opened");
}

/** @param {Uint8Array} padded */
function unpadded(padded) {
	let end = padded.length - 1;
	while (end > 0 && padded[end] === 0) end--;
	if (padded[end] !== 0x80) throw new Refusal("not-opened");
	return padded.subarray(0, end);
}

/** What says it is a picture begins like one. @param {Papers} papers @param {Uint8Array} content */
function checkBegin({ type }, content) {
	const begins = BEGINS.get(type);
	if (begins === undefined) return;
	if (!begins.magic.every((byte, i) => content[begins.at + i] === byte)) throw new Refusal("not-opened");
}

/** @param {number} size */
function piecesFor(size) {
	const count = SIZES.find((one) => size < one * PIECE);
	if (count === undefined) throw new Refusal("file-size");
	return count;
}
