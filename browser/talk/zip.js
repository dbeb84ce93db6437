/** A zip file whose entries are stored as they are: nothing is packed, so nothing tells what is in it by its size. */

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
/** Version 2.0, names in UTF-8, stored. */
const NEEDS = 20;
export const UTF8 = 0x0800;
/** The first day there is: a file tells no time. */
const NO_DATE = 0x0021;
const UNIX_FILE = 0o100600 << 16;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/** @typedef {{name: Uint8Array, crc: number, size: number, offset: number}} Entry */

export class Zip {
	/** @type {BlobPart[]} */
	#parts = [];
	/** @type {Entry[]} */
	#entries = [];
	#size = 0;

	/** Puts a file in; answers the SHA-256 of it. @param {string} name @param {Blob} content @returns {Promise<string>} hex */
	async add(name, content) {
		const bytes = new Uint8Array(await content.arrayBuffer());
		const entry = {
			name: new TextEncoder().encode(name),
			crc: crc32(bytes),
			size: bytes.length,
			offset: this.#size,
		};
		const head = header(LOCAL, entry);
		this.#parts.push(head, content);
		this.#size += head.length + bytes.length;
		this.#entries.push(entry);
		return hex(await crypto.subtle.digest("SHA-256", bytes));
	}

	/** The whole file. */
	done() {
		const central = this.#entries.map((entry) => header(CENTRAL, entry));
		const size = central.reduce((sum, { length }) => sum + length, 0);
		const end = [END, 0, 0, this.#entries.length, this.#entries.length, size, this.#size, 0];
		const parts = [...this.#parts, ...central, packed(end, [4, 2, 2, 2, 2, 4, 4, 2])];
		return new Blob(parts, { type: "application/zip" });
	}
}

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = (crc >>> 8) ^ /** @type {number} */ (TABLE[(crc ^ byte) & 0xff]);
	return (crc ^ 0xffffffff) >>> 0;
}

/** The same fields stand in front of a file and in the list at the end. @param {number} kind @param {Entry} entry */
function header(kind, { name, crc, size, offset }) {
	const about = [UTF8, 0, 0, NO_DATE, crc, size, size, name.length, 0];
	const sizes = [2, 2, 2, 2, 4, 4, 4, 2, 2];
	const fields =
		kind === LOCAL
			? packed([kind, NEEDS, ...about], [4, 2, ...sizes])
			: packed(
					[kind, NEEDS | (3 << 8), NEEDS, ...about, 0, 0, 0, UNIX_FILE >>> 0, offset],
					[4, 2, 2, ...sizes, 2, 2, 2, 4, 4],
				);
	const whole = new Uint8Array(fields.length + name.length);
	whole.set(fields);
	whole.set(name, fields.length);
	return whole;
}

/** Numbers as little-endian bytes. @param {number[]} numbers @param {number[]} sizes */
function packed(numbers, sizes) {
	return Uint8Array.from(
		numbers.flatMap((number, at) =>
			Array.from({ length: sizes[at] ?? 0 }, (_, byte) => Math.floor(number / 256 ** byte) & 0xff),
		),
	);
}

/** @param {ArrayBuffer} buffer */
const hex = (buffer) =>
	[...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
