// Checkpoints as C2SP signed notes, and the cosignatures of witnesses (envelope.md, section 13).

import { concat, equal, isCount, sized, toText, utf8 } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { sha256, verify } from "./sodium.js";

/** @typedef {import("./merkle.js").LogAt} LogAt */
/** @typedef {{name: string, keyId: Uint8Array, raw: Uint8Array}} SignatureLine */
/** @typedef {{name: string, key: Uint8Array}} Witness */

const ED25519 = 1;
const COSIGNED = 4;
const LONGEST = 10_000;
const DASH = "\u2014 ";
const NAME = /^[!-*,-~]{1,100}$/;
const SIZE = /^(0|[1-9][0-9]{0,15})$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ODD = /[\u0000-\u0009\u000b-\u001f]/;

/** @param {Uint8Array} home the first line of every checkpoint, and its key's name */
export const originOf = (home) => `alongside/${toText(sized(home, 16))}`;

/**
 * The tree that the log key signed for this home.
 * @param {string} text @param {{home: Uint8Array, log: Uint8Array}} by @returns {LogAt}
 */
export function readCheckpoint(text, { home, log }) {
	const note = readNote(text);
	const [origin, size, root, end, more] = note.text.split("\n");
	if (origin !== originOf(home) || end !== "" || more !== undefined) throw new Refusal("malformed", "note");
	if (size === undefined || !SIZE.test(size) || !isCount(Number(size)))
		throw new Refusal("malformed", "size");
	verify(log, utf8(note.text), signatureBy(note.lines, origin, keyId(origin, ED25519, log)));
	return { size: Number(size), root: sized(bytesIn(root), 32) };
}

/** When a witness signed it, in seconds. @param {string} text @param {Witness} witness */
export function verifyCosigned(text, { name, key }) {
	const note = readNote(text);
	const raw = signatureBy(note.lines, name, keyId(name, COSIGNED, key));
	if (raw.length !== 72) throw new Refusal("signature");
	const view = new DataView(raw.buffer, raw.byteOffset, 8);
	const seconds = view.getUint32(0) * 2 ** 32 + view.getUint32(4);
	if (!isCount(seconds)) throw new Refusal("malformed", "seconds");
	verify(key, utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`), raw.slice(8));
	return seconds;
}

/** A witness from the line that the programme lists. @param {string} line @returns {Witness} */
export function readWitness(line) {
	const [name = "", id = "", ...rest] = String(line).split("+");
	const raw = bytesIn(rest.join("+"));
	if (!NAME.test(name) || raw.length !== 33 || raw[0] !== COSIGNED) throw new Refusal("malformed", "witness");
	const key = raw.slice(1);
	if (id !== hex(keyId(name, COSIGNED, key))) throw new Refusal("malformed", "witness");
	return { name, key };
}

/** @param {string} raw */
function readNote(raw) {
	if (typeof raw !== "string" || [...raw].length > LONGEST || ODD.test(raw))
		throw new Refusal("malformed", "note");
	const gap = raw.lastIndexOf("\n\n");
	if (gap < 0 || !raw.endsWith("\n") || gap + 2 >= raw.length) throw new Refusal("malformed", "note");
	return {
		text: raw.slice(0, gap + 1),
		lines: raw
			.slice(gap + 2, -1)
			.split("\n")
			.map(readLine),
	};
}

/** @param {string} row @returns {SignatureLine} */
function readLine(row) {
	const [name = "", encoded = "", more] = row.slice(DASH.length).split(" ");
	const raw = bytesIn(encoded);
	if (!row.startsWith(DASH) || more !== undefined || raw.length < 5 || !NAME.test(name))
		throw new Refusal("malformed", "note");
	return { name, keyId: raw.slice(0, 4), raw: raw.slice(4) };
}

/** @param {SignatureLine[]} lines @param {string} name @param {Uint8Array} id */
function signatureBy(lines, name, id) {
	const found = lines.filter((line) => line.name === name && equal(line.keyId, id));
	if (found.length !== 1) throw new Refusal("signature");
	return /** @type {SignatureLine} */ (found[0]).raw;
}

/** @param {string} name @param {number} type @param {Uint8Array} key */
const keyId = (name, type, key) =>
	sha256(concat(utf8(name), new Uint8Array([10, type]), sized(key, 32))).slice(0, 4);

/** Base64 with padding, in its one spelling. @param {unknown} text @returns {Uint8Array} */
function bytesIn(text) {
	if (typeof text !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0)
		throw new Refusal("malformed", "base64");
	const binary = atob(text);
	if (btoa(binary) !== text) throw new Refusal("malformed", "base64");
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
