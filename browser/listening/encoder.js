/**
 * The second tier: a small encoder reads a draft beside the client's last message; `coach/listening_coach/encoder.py` does the same.
 * What the client wrote attends to itself alone, so it is worked out once, before a draft or with it. Kept of it are the numbers of its pieces, and what came of them, until another message comes; what a draft left in the memory is wiped after each read.
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
const DEEDS = ["product", "whole", "settle", "bend", "turn", "lay", "attend"];
/** What one head sees of a row, in bytes. */
const HEAD = 128;

/** @param {number} size @param {number} each */
const rounded = (size, each) => Math.ceil(size / each) * each;

export class Encoder {
	#shape;
	#pieces;
	#weights;
	#names;
	#kernel;
	#places;
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
		const { buffer } = memory;
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(kernel)), {
			coach: { memory },
		});
		this.#kernel = /** @type {Record<string, (...all: number[]) => void>} */ (
			/** @type {unknown} */ (exports)
		);
		const missing = DEEDS.find((name) => typeof this.#kernel[name] !== "function");
		if (missing !== undefined) throw new Error(`the kernel has no ${missing}`);
		const floats = (/** @type {number} */ at) => new Float32Array(buffer, at);
		this.#places = { ...places, buffer, rowsHere: floats(places.rows), moreHere: floats(places.more) };
		// What stands in the memory is not kept twice.
		this.#weights = { ...weights, layers: [] };
	}

	/** Reads what the client wrote, so that a draft beside it costs its own rows alone. Nothing is said of it. @param {string} before */
	hear(before) {
		const numbers = [BEGINS, ...this.#pieces.cut(before).slice(-this.#shape.before), ENDS];
		const isKnown =
			numbers.length === this.#before.length && numbers.every((number, at) => number === this.#before[at]);
		if (isKnown) return;
		// Until it is through, nothing of either message is known.
		this.#before = [];
		try {
			this.#begin(numbers, 0, 0);
			this.#through(numbers.length, 0, false);
		} finally {
			this.#wipe(numbers.length, this.#shape.before + 2);
		}
		this.#before = numbers;
	}

	/** @param {readonly string[]} texts the sentences of a draft @param {string} before what the client wrote last @returns {Deep | null} null: there is no piece in it */
	read(texts, before) {
		const cut = texts.map((text) => this.#pieces.cut(text));
		const kept = cut.flat().slice(0, this.#shape.draft);
		if (kept.length === 0) return null;
		this.hear(before);
		const first = this.#before.length;
		try {
			return this.#scored(cut, kept, first);
		} finally {
			this.#wipe(first, kept.length + 1);
		}
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

	/** Of what was read no number stays, but keys and values of what came before: neither where sums were done, nor behind those. @param {number} first @param {number} count rows that were read */
	#wipe(first, count) {
		const { buffer, all, layers, scratch, stride } = this.#places;
		const { heads } = this.#shape;
		const bytes = new Uint8Array(buffer);
		const used = rounded(count, ROWS);
		for (const [at, each] of scratch.rows) bytes.fill(0, at, at + used * each);
		for (const [at, size] of scratch.fixed) bytes.fill(0, at, at + size);
		for (const { keys, values } of layers) {
			for (let column = 0; column < heads * (HEAD / 4); column += 1) {
				const from = keys + (column * stride + first) * 4;
				bytes.fill(0, from, from + used * 4);
			}
			for (let head = 0; head < heads; head += 1) {
				const from = values + (head * all + first) * HEAD;
				bytes.fill(0, from, from + used * HEAD);
			}
		}
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
			this.#product(layer.value, places.together, count);
			this.#call("lay", places.together, layer.values + first * HEAD, count, heads, places.all);
			if (!isAsked && at === places.layers.length - 1) return;
			this.#product(layer.query, places.queries, count);
			const seen = [places.queries, layer.keys, layer.values, places.seen, places.together];
			this.#call("attend", ...seen, count, first + count, heads, places.stride, places.all);
			this.#whole(places.together, count, joined);
			this.#product(layer.joined, places.more, count);
			this.#call("settle", places.rows, places.more, layer.first.gain, layer.first.bias, count, width);
			this.#whole(places.rows, count, width);
			this.#product(layer.inner, places.middle, count);
			this.#call("bend", places.middle, places.spare, count, inner);
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
		const sums = new Float64Array(width);
		for (let at = from; at < to; at += 1) {
			const begins = at * width;
			for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (rowsHere[begins + i] ?? 0);
		}
		const { rows, bias } = this.#weights[kind];
		const scored = (/** @type {number} */ out) => {
			let sum = 0;
			for (let i = 0; i < width; i += 1) sum += (sums[i] ?? 0) * (rows[out * width + i] ?? 0);
			return sum / (to - from) + (bias[out] ?? 0);
		};
		return new Map(this.#names[kind].map((name, out) => [name, scored(out)]));
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
		...workedIn(shelf, shape, most, stride),
	};
}

/** Where sums are done, and what of it is wiped after each. @param {Shelf} shelf @param {Shape} shape @param {number} most rows @param {number} stride */
function workedIn(shelf, { heads, head_width, width, inner }, most, stride) {
	const joined = heads * head_width;
	/** @type {{rows: [number, number][], fixed: [number, number][]}} where each begins, and its bytes: of a row, or of all */
	const scratch = { rows: [], fixed: [] };
	const ofRows = (/** @type {number} */ each) => {
		const at = shelf.room(most * each);
		scratch.rows.push([at, each]);
		return at;
	};
	const once = (/** @type {number} */ size) => {
		const at = shelf.room(size);
		scratch.fixed.push([at, size]);
		return at;
	};
	return {
		scratch,
		rows: ofRows(width * 4),
		more: ofRows(width * 4),
		fine: ofRows(Math.max(width, joined, inner) * 2),
		worth: ofRows(4),
		queries: ofRows(joined * 4),
		together: ofRows(joined * 4),
		middle: ofRows(inner * 4),
		seen: once(2 * stride * 4),
		spare: once(inner * 4),
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
