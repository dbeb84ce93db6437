/**
 * What stands in encoder.bin, part after part, in the order that `coach/packs/README.md` names.
 * @typedef {{layers: number, width: number, heads: number, head_width: number, inner: number, pieces: number, positions: number, before: number, draft: number}} Shape
 * @typedef {{numbers: Int8Array, scales: Float32Array}} Matrix whole numbers row by row, and what one of them is worth in each row
 * @typedef {{numbers: Int8Array, scales: Float32Array, bias: Float32Array, outs: number, wide: number}} Linear
 * @typedef {{gain: Float32Array, bias: Float32Array}} Norm
 * @typedef {{query: Linear, key: Linear, value: Linear, joined: Linear, first: Norm, inner: Linear, outer: Linear, second: Norm}} Layer
 * @typedef {{rows: Float32Array, bias: Float32Array}} Outputs
 * @typedef {{pieces: Matrix, positions: Float32Array, types: Float32Array, norm: Norm, layers: Layer[], sentence: Outputs, whole: Outputs}} Weights
 */
import { BadPack } from "./pack.js";

const FILE = "encoder.bin";
/** As the kernel has it: 32 numbers a head, and eight of all else at a time. */
const HEAD = 32;
const EACH = 8;
/** Nobody's phone has to hold more. */
const MOST = 4_096;
const MOST_PIECES = 65_536;
const NAMES = /** @type {const} */ ([
	...["layers", "width", "heads", "head_width", "inner", "pieces", "positions", "before", "draft"],
]);

/** @param {any} row @returns {Shape} */
export function shapeOf(row) {
	for (const name of NAMES) {
		const size = row?.[name];
		const isOf = Number.isInteger(size) && size > 0 && size <= (name === "pieces" ? MOST_PIECES : MOST);
		if (!isOf) throw new BadPack(`The encoder's shape says nothing usable of its ${name}.`);
	}
	const isFitting =
		row.head_width === HEAD &&
		[row.width, row.inner].every((size) => size % EACH === 0) &&
		row.positions >= row.before + row.draft + 3;
	if (!isFitting) throw new BadPack("This room cannot work with an encoder of this shape.");
	return row;
}

/** Takes one part after the other; each begins at a multiple of four. */
class Taking {
	#bytes;
	#at = 0;

	/** @param {Uint8Array} bytes */
	constructor(bytes) {
		this.#bytes = bytes;
	}

	get isDone() {
		return this.#at === this.#bytes.length;
	}

	/** @param {number} much @returns {ArrayBuffer} a copy: nothing keeps the whole file */
	#taken(much) {
		if (this.#at + much > this.#bytes.length) throw new BadPack(`${FILE} is shorter than its shape.`);
		const part = this.#bytes.slice(this.#at, this.#at + much);
		this.#at += Math.ceil(much / 4) * 4;
		return part.buffer;
	}

	/** @param {number} count */
	floats = (count) => new Float32Array(this.#taken(count * 4));

	/** @param {number} rows @param {number} wide @returns {Matrix} */
	matrix(rows, wide) {
		return { numbers: new Int8Array(this.#taken(rows * wide)), scales: this.floats(rows) };
	}

	/** @param {number} outs @param {number} wide @returns {Linear} */
	linear(outs, wide) {
		return { ...this.matrix(outs, wide), bias: this.floats(outs), outs, wide };
	}

	/** @param {number} width @returns {Norm} */
	norm(width) {
		return { gain: this.floats(width), bias: this.floats(width) };
	}

	/** @param {number} count @param {number} width @returns {Outputs} */
	outputs(count, width) {
		return { rows: this.floats(count * width), bias: this.floats(count) };
	}
}

/** @param {Uint8Array} bytes @param {Shape} shape @param {{sentence: number, whole: number}} outputs how many of each @returns {Weights} */
export function weightsOf(bytes, shape, outputs) {
	const { width, inner } = shape;
	const joined = shape.heads * shape.head_width;
	const take = new Taking(bytes);
	/** @returns {Layer} */
	const layer = () => ({
		query: take.linear(joined, width),
		key: take.linear(joined, width),
		value: take.linear(joined, width),
		joined: take.linear(width, joined),
		first: take.norm(width),
		inner: take.linear(inner, width),
		outer: take.linear(width, inner),
		second: take.norm(width),
	});
	const found = {
		pieces: take.matrix(shape.pieces, width),
		positions: take.floats(shape.positions * width),
		types: take.floats(2 * width),
		norm: take.norm(width),
		layers: Array.from({ length: shape.layers }, layer),
		sentence: take.outputs(outputs.sentence, width),
		whole: take.outputs(outputs.whole, width),
	};
	if (!take.isDone) throw new BadPack(`${FILE} is longer than its shape.`);
	return found;
}
