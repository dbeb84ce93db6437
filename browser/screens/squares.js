/** A text as a square picture that phones read (ISO 18004, bytes, level M, versions 1 to 15). Pure: bits in, rows out. */

const MOST = 15;
/** Correction bytes in each block, and how many blocks, by version. */
const EACH = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];

/** @typedef {boolean[][]} Rows dark squares, row by row */
/** @typedef {{size: number, dark: Rows, fixed: Rows}} Field */

/** @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
	(x, y) => (x + y) % 2 === 0,
	(_, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * @param {string} text @param {number} [mask] one of the eight; the calmest without
 * @returns {Rows}
 */
export function squaresOf(text, mask) {
	const bytes = new TextEncoder().encode(text);
	const version = smallestFor(bytes.length);
	const words = corrected(filled(bytes, version), version);
	const masks = mask === undefined ? [0, 1, 2, 3, 4, 5, 6, 7] : [mask];
	const drawn = masks.map((one) => drawnWith(words, version, one));
	return /** @type {Rows} */ (drawn.toSorted((one, other) => unrest(one) - unrest(other))[0]);
}

/** All bytes of a version, data and correction. @param {number} version */
function capacity(version) {
	const aligned = Math.floor(version / 7) + 2;
	const bits =
		(16 * version + 128) * version +
		64 -
		(version >= 2 ? (25 * aligned - 10) * aligned - 55 : 0) -
		(version >= 7 ? 36 : 0);
	return bits >> 3;
}

/** @param {number} version */
const dataBytes = (version) => capacity(version) - at(EACH, version) * at(BLOCKS, version);

/** @param {number} length */
function smallestFor(length) {
	for (let version = 1; version <= MOST; version++)
		if (length <= dataBytes(version) - (version < 10 ? 2 : 3)) return version;
	throw new RangeError("too long for a picture");
}

/** @param {readonly number[]} list @param {number} i */
const at = (list, i) => /** @type {number} */ (list[i]);

/** @param {Uint8Array} bytes @param {number} version @returns {number[]} with mode and length in front, filled up */
function filled(bytes, version) {
	const long = version >= 10;
	const nibbles = [4, ...(long ? halves(bytes.length >> 8) : []), ...halves(bytes.length & 255)];
	for (const byte of bytes) nibbles.push(...halves(byte));
	nibbles.push(0);
	const words = [];
	for (let i = 0; i < nibbles.length; i += 2) words.push((at(nibbles, i) << 4) | (nibbles[i + 1] ?? 0));
	for (let pad = 0xec; words.length < dataBytes(version); pad ^= 0xec ^ 0x11) words.push(pad);
	return words;
}

/** @param {number} byte */
const halves = (byte) => [byte >> 4, byte & 15];

/** Blocks with their correction, woven into each other. @param {number[]} words @param {number} version */
function corrected(words, version) {
	const [blocks, each] = [at(BLOCKS, version), at(EACH, version)];
	const short = Math.floor(words.length / blocks);
	const firstLong = blocks - (words.length % blocks);
	const data = [];
	for (let i = 0, from = 0; i < blocks; i++) {
		const length = short + (i >= firstLong ? 1 : 0);
		data.push(words.slice(from, from + length));
		from += length;
	}
	const divisor = divisorOf(each);
	const rest = data.map((block) => remainder(block, divisor));
	return [...woven(data, short + 1), ...woven(rest, each)];
}

/** @param {number[][]} blocks @param {number} length */
function woven(blocks, length) {
	const out = [];
	for (let i = 0; i < length; i++) for (const block of blocks) if (i < block.length) out.push(at(block, i));
	return out;
}

/** In the field of 256 with 0x11d. @param {number} x @param {number} y */
function times(x, y) {
	let product = 0;
	for (let bit = 7; bit >= 0; bit--) {
		product = (product << 1) ^ ((product >> 7) * 0x11d);
		product ^= ((y >> bit) & 1) * x;
	}
	return product;
}

/** @param {number} degree */
function divisorOf(degree) {
	const found = [...Array(degree - 1).fill(0), 1];
	for (let i = 0, root = 1; i < degree; i++, root = times(root, 2))
		for (let j = 0; j < degree; j++) found[j] = times(found[j], root) ^ (found[j + 1] ?? 0);
	return found;
}

/** @param {number[]} data @param {number[]} divisor */
function remainder(data, divisor) {
	const left = divisor.map(() => 0);
	for (const byte of data) {
		const factor = byte ^ (left.shift() ?? 0);
		left.push(0);
		for (const [i, one] of divisor.entries()) left[i] = at(left, i) ^ times(one, factor);
	}
	return left;
}

/** @param {number[]} words @param {number} version @param {number} mask */
function drawnWith(words, version, mask) {
	const field = framed(version);
	drawFormat(field, mask);
	drawWords(field, words, /** @type {(x: number, y: number) => boolean} */ (MASKS[mask]));
	return field.dark;
}

/** @param {number} version @returns {Field} all that every picture of this version has */
function framed(version) {
	const size = version * 4 + 17;
	const rows = () => Array.from({ length: size }, () => Array(size).fill(false));
	const field = { size, dark: rows(), fixed: rows() };
	for (let i = 0; i < size; i++) {
		put(field, 6, i, i % 2 === 0);
		put(field, i, 6, i % 2 === 0);
	}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	])
		drawRing(field, Number(x), Number(y), 4);
	const middles = alignedAt(version, size);
	for (const x of middles) for (const y of middles) if (!isCorner(x, y, size)) drawRing(field, x, y, 2);
	if (version >= 7) drawVersion(field, version);
	return field;
}

/** @param {number} x @param {number} y @param {number} size */
const isCorner = (x, y, size) =>
	(x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);

/** @param {number} version @param {number} size */
function alignedAt(version, size) {
	if (version === 1) return [];
	const count = Math.floor(version / 7) + 2;
	const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
	const after = Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step);
	return [6, ...after.reverse()];
}

/** @param {Field} field @param {number} x @param {number} y @param {boolean} isDark */
function put({ size, dark, fixed }, x, y, isDark) {
	if (x < 0 || y < 0 || x >= size || y >= size) return;
	/** @type {boolean[]} */ (dark[y])[x] = isDark;
	/** @type {boolean[]} */ (fixed[y])[x] = true;
}

/** Rings around a middle: of a corner (4 wide), or of an aligning mark (2). @param {Field} field @param {number} x @param {number} y @param {number} wide */
function drawRing(field, x, y, wide) {
	for (let dy = -wide; dy <= wide; dy++)
		for (let dx = -wide; dx <= wide; dx++) {
			const ring = Math.max(Math.abs(dx), Math.abs(dy));
			put(field, x + dx, y + dy, wide === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
		}
}

/** @param {Field} field @param {number} mask level M is 0 */
function drawFormat(field, mask) {
	const { size } = field;
	const bits = ((mask << 10) | checkedBits(mask, 10, 0x537)) ^ 0x5412;
	const is = (/** @type {number} */ i) => ((bits >> i) & 1) === 1;
	for (let i = 0; i < 15; i++) {
		const [x, y] = formatAt(i);
		put(field, x, y, is(i));
		if (i < 8) put(field, size - 1 - i, 8, is(i));
		else put(field, 8, size - 15 + i, is(i));
	}
	put(field, 8, size - 8, true);
}

/** Around the first corner. @param {number} i @returns {[number, number]} */
function formatAt(i) {
	if (i < 6) return [8, i];
	if (i < 8) return [8, i + 1];
	return i === 8 ? [7, 8] : [14 - i, 8];
}

/** @param {Field} field @param {number} version */
function drawVersion(field, version) {
	const bits = (version << 12) | checkedBits(version, 12, 0x1f25);
	for (let i = 0; i < 18; i++) {
		const [far, near] = [field.size - 11 + (i % 3), Math.floor(i / 3)];
		put(field, far, near, ((bits >> i) & 1) === 1);
		put(field, near, far, ((bits >> i) & 1) === 1);
	}
}

/** @param {number} value @param {number} length @param {number} by */
function checkedBits(value, length, by) {
	let rest = value;
	for (let i = 0; i < length; i++) rest = (rest << 1) ^ ((rest >> (length - 1)) * by);
	return rest;
}

/** Two columns at a time, up and down, from the right. @param {Field} field @param {number[]} words @param {(x: number, y: number) => boolean} mask */
function drawWords({ size, dark, fixed }, words, mask) {
	let bit = 0;
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6) right = 5;
		const isUp = ((right + 1) & 2) === 0;
		for (let i = 0; i < size * 2; i++) {
			const [x, y] = [right - (i % 2), isUp ? size - 1 - (i >> 1) : i >> 1];
			if (fixed[y]?.[x]) continue;
			const isDark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
			/** @type {boolean[]} */ (dark[y])[x] = isDark !== mask(x, y);
			bit += 1;
		}
	}
}

/** How hard a picture is to read: runs, blocks, what looks like a corner, too dark or too light. @param {Rows} rows */
function unrest(rows) {
	const size = rows.length;
	const columns = rows.map((_, x) => rows.map((row) => row[x] === true));
	let sum = 0;
	for (const line of [...rows, ...columns]) sum += runsIn(line) + cornersIn(line);
	for (let y = 0; y + 1 < size; y++)
		for (let x = 0; x + 1 < size; x++) {
			const here = rows[y]?.[x];
			if (rows[y]?.[x + 1] === here && rows[y + 1]?.[x] === here && rows[y + 1]?.[x + 1] === here) sum += 3;
		}
	const dark = rows.flat().filter(Boolean).length;
	return sum + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/** @param {boolean[]} line */
const runsIn = (line) =>
	[...text(line).matchAll(/0{5,}|1{5,}/g)].reduce((sum, [run]) => sum + run.length - 2, 0);

/** @param {boolean[]} line */
const cornersIn = (line) => [...`0000${text(line)}0000`.matchAll(/(?=00001011101|10111010000)/g)].length * 40;

/** @param {boolean[]} line */
const text = (line) => line.map(Number).join("");
