/**
 * The second tier: a small encoder reads a draft beside the client's last message; `coach/listening_coach/encoder.py` does the same.
 * What the client wrote attends to itself alone, so it is worked out once while a draft changes. Kept of it are the numbers of its pieces, and what came of them, until another message comes; what a draft left in the memory is wiped after each read.
 * @typedef {import("./weights.js").Shape} Shape
 * @typedef {import("./weights.js").Linear} Linear
 * @typedef {import("./weights.js").Norm} Norm
 * @typedef {import("./weights.js").Layer} Layer
 * @typedef {import("./weights.js").Weights} Weights
 * @typedef {import("./pieces.js").Pieces} Pieces
 * @typedef {{sentences: (Map<string, number> | null)[], whole: Map<string, number>}} Deep scores; null: the sentence lies too far back
 */
import { Shelf } from "./memory.js";
import { BEGINS, ENDS } from "./pieces.js";

/** Rows are worked through four at a time, columns sixteen. */
const [ROWS, COLUMNS] = [4, 16];
const DEEDS = ["product", "whole", "settle", "bend", "turn", "attend"];

/** @param {number} size @param {number} each */
const rounded = (size, each) => Math.ceil(size / each) * each;

export class Encoder {
	#shape;
	#pieces;
	#weights;
	#names;
	#kernel;
	#places;
	/** All of the memory. */
	#all;
	/** What came before, as numbers of pieces; its keys and values stand in the memory. @type {readonly number[]} */
	#before = [];

	/** @param {{shape: Shape, weights: Weights, pieces: Pieces, names: {sentence: readonly string[], whole: readonly string[]}, kernel: Uint8Array}} given */
	constructor({ shape, weights, pieces, names, kernel }) {
		this.#shape = shape;
		this.#pieces = pieces;
		this.#names = names;
		const shelf = new Shelf();
		const places = placesOf(shelf, shape, weights);
		const memory = shelf.filled();
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(kernel)), {
			coach: { memory },
		});
		this.#kernel = /** @type {Record<string, (...all: number[]) => void>} */ (
			/** @type {unknown} */ (exports)
		);
		const missing = DEEDS.find((name) => typeof this.#kernel[name] !== "function");
		if (missing !== undefined) throw new Error(`the kernel has no ${missing}`);
		const floats = (/** @type {number} */ at) => new Float32Array(memory.buffer, at);
		this.#all = floats(0);
		this.#places = { ...places, rowsHere: floats(places.rows), moreHere: floats(places.more) };
		// What stands in the memory is not kept twice.
		this.#weights = { ...weights, layers: [] };
	}

	/** @param {readonly string[]} texts the sentences of a draft @param {string} before what the client wrote last @returns {Deep | null} null: there is no piece in it */
	read(texts, before) {
		const cut = texts.map((text) => this.#pieces.cut(text));
		const kept = cut.flat().slice(0, this.#shape.draft);
		if (kept.length === 0) return null;
		const first = this.#hear(before);
		try {
			return this.#scored(cut, kept, first);
		} finally {
			this.#wipe(first);
		}
	}

	/** What the client wrote last is read ahead: a draft need not wait for it. @param {string} before */
	hear(before) {
		this.#wipe(this.#hear(before));
	}

	/** @param {readonly number[][]} cut @param {readonly number[]} kept @param {number} first @returns {Deep} */
	#scored(cut, kept, first) {
		this.#begin([...kept, ENDS], first, 1);
		this.#through(kept.length + 1, first, true);
		let begins = 0;
		const sentences = cut.map((pieces) => {
			const from = begins;
			begins = Math.min(from + pieces.length, kept.length);
			return begins === from ? null : this.#scores("sentence", from, begins);
		});
		return { sentences, whole: this.#scores("whole", 0, kept.length) };
	}

	/** Of a draft no number stays: neither where sums were done, nor behind the keys and values of what came before. @param {number} first */
	#wipe(first) {
		const { rowsHere, layers, stride, all } = this.#places;
		const joined = this.#shape.heads * this.#shape.head_width;
		rowsHere.fill(0);
		for (const layer of layers) {
			const [keys, values] = [layer.keys / 4, layer.values / 4];
			for (let column = keys; column < keys + joined * stride; column += stride)
				this.#all.fill(0, column + first, column + stride);
			this.#all.fill(0, values + first * joined, values + all * joined);
		}
	}

	/** @param {string} before @returns {number} how many rows it takes */
	#hear(before) {
		const numbers = [BEGINS, ...this.#pieces.cut(before).slice(-this.#shape.before), ENDS];
		const isKnown =
			numbers.length === this.#before.length && numbers.every((number, at) => number === this.#before[at]);
		if (!isKnown) {
			this.#begin(numbers, 0, 0);
			this.#through(numbers.length, 0, false);
			this.#before = numbers;
		}
		return numbers.length;
	}

	/** The rows of pieces, where they stand and whose they are. @param {readonly number[]} numbers @param {number} first @param {0 | 1} kind */
	#begin(numbers, first, kind) {
		const { width } = this.#shape;
		const { pieces, positions, types } = this.#weights;
		const { rows, more, norm, rowsHere, moreHere } = this.#places;
		numbers.forEach((number, at) => {
			const scale = pieces.scales[number] ?? 0;
			for (let i = 0; i < width; i += 1) {
				rowsHere[at * width + i] = (pieces.numbers[number * width + i] ?? 0) * scale;
				moreHere[at * width + i] =
					(positions[(first + at) * width + i] ?? 0) + (types[kind * width + i] ?? 0);
			}
		});
		this.#call("settle", rows, more, norm.gain, norm.bias, numbers.length, width);
	}

	/** @param {number} count rows @param {number} first where they stand among all @param {boolean} isAsked whether what comes out is looked at: else the last layer gives keys and values alone */
	#through(count, first, isAsked) {
		const { heads, width, inner } = this.#shape;
		const places = this.#places;
		const joined = heads * this.#shape.head_width;
		places.layers.forEach((layer, at) => {
			this.#whole(places.rows, count, width);
			this.#product(layer.key, places.together, count);
			this.#call("turn", places.together, layer.keys, count, joined, places.stride, first);
			this.#product(layer.value, layer.values + first * joined * 4, count);
			if (!isAsked && at === places.layers.length - 1) return;
			this.#product(layer.query, places.queries, count);
			const seen = [places.queries, layer.keys, layer.values, places.seen, places.together];
			this.#call("attend", ...seen, count, first + count, heads, places.stride);
			this.#whole(places.together, count, joined);
			this.#product(layer.joined, places.more, count);
			this.#call("settle", places.rows, places.more, layer.first.gain, layer.first.bias, count, width);
			this.#whole(places.rows, count, width);
			this.#product(layer.inner, places.middle, count);
			this.#call("bend", places.middle, count * inner);
			this.#whole(places.middle, count, inner);
			this.#product(layer.outer, places.more, count);
			this.#call("settle", places.rows, places.more, layer.second.gain, layer.second.bias, count, width);
		});
	}

	/** @param {number} from @param {number} count @param {number} wide */
	#whole(from, count, wide) {
		this.#call("whole", from, this.#places.fine, this.#places.worth, count, wide);
	}

	/** @param {{packed: number, scales: number, bias: number, outs: number, wide: number}} linear @param {number} into @param {number} count */
	#product({ packed, scales, bias, outs, wide }, into, count) {
		const { fine, worth } = this.#places;
		this.#call("product", fine, packed, scales, bias, worth, into, rounded(count, ROWS), wide, outs);
	}

	/** @param {string} name @param {number[]} all */
	#call(name, ...all) {
		/** @type {(...all: number[]) => void} */ (this.#kernel[name])(...all);
	}

	/** What the mean of some rows gives. @param {"sentence" | "whole"} kind @param {number} from @param {number} to */
	#scores(kind, from, to) {
		const { width } = this.#shape;
		const { rowsHere } = this.#places;
		const mean = new Float64Array(width);
		for (let at = from; at < to; at += 1) {
			for (let i = 0; i < width; i += 1) {
				mean[i] = /** @type {number} */ (mean[i]) + (rowsHere[at * width + i] ?? 0) / (to - from);
			}
		}
		const { rows, bias } = this.#weights[kind];
		return new Map(
			this.#names[kind].map((name, out) => [
				name,
				mean.reduce((sum, one, i) => sum + one * (rows[out * width + i] ?? 0), bias[out] ?? 0),
			]),
		);
	}
}

/** Where everything stands. @param {Shelf} shelf @param {Shape} shape @param {Weights} weights */
function placesOf(shelf, shape, weights) {
	const joined = shape.heads * shape.head_width;
	const most = rounded(Math.max(shape.before + 2, shape.draft + 1), ROWS);
	const all = shape.before + 2 + most;
	// Behind the last likeness four more are written.
	const stride = rounded(shape.before + shape.draft + 3 + 4, COLUMNS);
	const norm = (/** @type {Norm} */ { gain, bias }) => ({ gain: shelf.put(gain), bias: shelf.put(bias) });
	const linear = (/** @type {Linear} */ { numbers, scales, bias, outs, wide }) => ({
		packed: shelf.put(packed(numbers, outs, wide)),
		...{ scales: shelf.put(scales), bias: shelf.put(bias), outs, wide },
	});
	const layers = weights.layers.map((layer) => ({
		query: linear(layer.query),
		key: linear(layer.key),
		value: linear(layer.value),
		joined: linear(layer.joined),
		first: norm(layer.first),
		inner: linear(layer.inner),
		outer: linear(layer.outer),
		second: norm(layer.second),
		keys: shelf.room(joined * stride * 4),
		values: shelf.room(all * joined * 4),
	}));
	return {
		...{ layers, norm: norm(weights.norm), stride, all },
		// From here on stands nothing but what is worked with, down to the end: it is wiped.
		rows: shelf.room(most * shape.width * 4),
		more: shelf.room(most * shape.width * 4),
		fine: shelf.room(most * Math.max(shape.width, joined, shape.inner) * 2),
		worth: shelf.room(most * 4),
		queries: shelf.room(most * joined * 4),
		together: shelf.room(most * joined * 4),
		middle: shelf.room(most * shape.inner * 4),
		seen: shelf.room(2 * stride * 4),
	};
}

/** As the kernel reads a matrix: for every eight outputs, and every two numbers of a row, eight pairs. @param {Int8Array} numbers @param {number} outs @param {number} wide */
export function packed(numbers, outs, wide) {
	const found = new Int16Array(outs * wide);
	let at = 0;
	for (let group = 0; group < outs; group += 8) {
		for (let i = 0; i < wide; i += 2) {
			for (let out = group; out < group + 8; out += 1) {
				found[at] = numbers[out * wide + i] ?? 0;
				found[at + 1] = numbers[out * wide + i + 1] ?? 0;
				at += 2;
			}
		}
	}
	return found;
}
