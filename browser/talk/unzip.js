import { RoomError } from "./trouble.js";
import { CENTRAL, END, LOCAL, UTF8 } from "./zip.js";

/**
 * Reads a zip as a room writes it, and nothing else: every entry stored as it is, one right after the other, each name
 * once, nothing in between. What is packed could grow; it is refused before a byte of it is read.
 * @typedef {{name: string, at: number, size: number}} Listed
 */

const END_SIZE = 22;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const MOST_ENTRIES = 20_000;
const LARGEST_LIST = 4_194_304;
const LARGEST_ENTRY = 268_435_456;
const LARGEST = 2_147_483_647;

export class Unzip {
	#file;
	/** @type {Listed[]} */
	#listed;

	/** @param {Blob} file @param {Listed[]} listed */
	constructor(file, listed) {
		this.#file = file;
		this.#listed = listed;
	}

	/** `along-form` for any other file, `along-large` for one too large to be read here. @param {Blob} file */
	static async open(file) {
		if (file.size > LARGEST) throw new RoomError("along-large");
		return new Unzip(file, await listOf(file));
	}

	get names() {
		return this.#listed.map(({ name }) => name);
	}

	/** @param {string} name @param {number} most bytes @returns {Promise<Uint8Array>} */
	async bytes(name, most) {
		const found = this.#listed.find((one) => one.name === name);
		if (found === undefined || found.size > most) throw new RoomError("along-form");
		return bytesOf(this.#file, found.at, found.size);
	}

	/** SHA-256 in hex. @param {string} name */
	async hash(name) {
		const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (await this.bytes(name, LARGEST_ENTRY));
		const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
		return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	}
}

/** @param {Blob} file @returns {Promise<Listed[]>} */
async function listOf(file) {
	const end = viewOf(await bytesOf(file, file.size - END_SIZE, END_SIZE));
	const [count, size, at] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
	const isWhole =
		end.getUint32(0, true) === END &&
		[4, 6, 20].every((place) => end.getUint16(place, true) === 0) &&
		end.getUint16(8, true) === count &&
		at + size + END_SIZE === file.size;
	if (!isWhole || count > MOST_ENTRIES || size > LARGEST_LIST) throw new RoomError("along-form");
	return entriesIn(file, await bytesOf(file, at, size), count, at);
}

/** @param {Blob} file @param {Uint8Array} list @param {number} count @param {number} end where the list begins */
async function entriesIn(file, list, count, end) {
	/** @type {Listed[]} */
	const found = [];
	/** @type {Set<string>} */
	const names = new Set();
	let [place, next] = [0, 0];
	for (let number = 0; number < count; number += 1) {
		const { name, raw, size, offset, about } = listedAt(list, place);
		if (names.has(name) || offset !== next) throw new RoomError("along-form");
		await checkLocal(file, { offset, raw, about });
		names.add(name);
		found.push({ name, at: offset + LOCAL_SIZE + raw.length, size });
		next = offset + LOCAL_SIZE + raw.length + size;
		place += CENTRAL_SIZE + raw.length;
	}
	if (place !== list.length || next !== end) throw new RoomError("along-form");
	return found;
}

/** One line of the list: stored, without extras. @param {Uint8Array} list @param {number} place */
function listedAt(list, place) {
	if (place + CENTRAL_SIZE > list.length) throw new RoomError("along-form");
	const view = viewOf(list.subarray(place));
	const [flags, packed, size] = [view.getUint16(8, true), view.getUint32(20, true), view.getUint32(24, true)];
	const isPlain =
		view.getUint32(0, true) === CENTRAL &&
		(flags === 0 || flags === UTF8) &&
		[10, 30, 32, 34].every((at) => view.getUint16(at, true) === 0) &&
		packed === size;
	if (!isPlain) throw new RoomError("along-form");
	const raw = list.subarray(place + CENTRAL_SIZE, place + CENTRAL_SIZE + view.getUint16(28, true));
	const about = list.subarray(place + 8, place + 30);
	return { name: nameOf(raw), raw, size, offset: view.getUint32(42, true), about };
}

/** The same stands in front of the entry itself. @param {Blob} file @param {{offset: number, raw: Uint8Array, about: Uint8Array}} listed */
async function checkLocal(file, { offset, raw, about }) {
	const head = await bytesOf(file, offset, LOCAL_SIZE + raw.length);
	const isSame =
		viewOf(head).getUint32(0, true) === LOCAL &&
		about.every((byte, at) => head[6 + at] === byte) &&
		viewOf(head).getUint16(28, true) === 0 &&
		raw.every((byte, at) => head[LOCAL_SIZE + at] === byte);
	if (!isSame) throw new RoomError("along-form");
}

/** @param {Uint8Array} raw */
function nameOf(raw) {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
	} catch {
		throw new RoomError("along-form");
	}
}

/** @param {Blob} file @param {number} at @param {number} size */
async function bytesOf(file, at, size) {
	if (at < 0 || at + size > file.size) throw new RoomError("along-form");
	try {
		return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
	} catch {
		throw new RoomError("along-form");
	}
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
