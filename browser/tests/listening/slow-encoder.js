/** The encoder as it would be written on a blackboard: slow, in doubles, one number after the other. */

/** @param {number[]} row @param {{gain: Float32Array, bias: Float32Array}} norm */
function settled(row, { gain, bias }) {
	const mean = row.reduce((sum, one) => sum + one, 0) / row.length;
	const spread = row.reduce((sum, one) => sum + (one - mean) ** 2, 0) / row.length;
	return row.map((one, i) => ((one - mean) / Math.sqrt(spread + 1e-12)) * gain[i] + bias[i]);
}

const even = (x) => {
	const low = Math.floor(x);
	if (x - low !== 0.5) return Math.round(x);
	return low % 2 === 0 ? low : low + 1;
};

/** @param {number[]} row @returns {[number[], number]} */
export function wholeOf(row) {
	const most = Math.max(...row.map(Math.abs));
	return [row.map((one) => (most === 0 ? 0 : even((one * 8191) / most))), most / 8191];
}

/** @param {number[]} row @param {any} linear */
function times(row, { numbers, scales, bias, outs, wide }) {
	const [fine, worth] = wholeOf(row);
	return Array.from({ length: outs }, (_, out) => {
		const sum = fine.reduce((all, one, i) => all + one * numbers[out * wide + i], 0);
		return sum * worth * scales[out] + bias[out];
	});
}

const bent = (x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

/** @param {number[][]} rows @param {number[][][]} earlier keys and values of each layer @param {any} weights @param {any} shape */
function through(rows, earlier, weights, shape) {
	const kept = [];
	for (const [at, layer] of weights.layers.entries()) {
		const query = rows.map((row) => times(row, layer.query));
		const keys = [...(earlier[at]?.[0] ?? []), ...rows.map((row) => times(row, layer.key))];
		const values = [...(earlier[at]?.[1] ?? []), ...rows.map((row) => times(row, layer.value))];
		kept.push([keys, values]);
		rows = rows.map((row, t) => {
			const together = [];
			for (let head = 0; head < shape.heads; head += 1) {
				const of = (/** @type {number[]} */ one) => one.slice(head * 32, head * 32 + 32);
				const like = keys.map(
					(key) => of(key).reduce((sum, one, i) => sum + one * of(query[t])[i], 0) / Math.sqrt(32),
				);
				const most = Math.max(...like);
				const parts = like.map((one) => Math.exp(one - most));
				const all = parts.reduce((sum, one) => sum + one, 0);
				for (let i = 0; i < 32; i += 1)
					together.push(parts.reduce((sum, part, j) => sum + (part / all) * of(values[j])[i], 0));
			}
			const joined = times(together, layer.joined);
			const first = settled(
				row.map((one, i) => one + joined[i]),
				layer.first,
			);
			const outer = times(times(first, layer.inner).map(bent), layer.outer);
			return settled(
				first.map((one, i) => one + outer[i]),
				layer.second,
			);
		});
	}
	return { rows, kept };
}

/** @param {any} given @param {number[][]} cut pieces of each sentence @param {number[]} before */
export function slowly({ weights, shape, names }, cut, before) {
	const begun = (/** @type {number[]} */ numbers, /** @type {number} */ first, /** @type {number} */ kind) =>
		numbers.map((number, at) =>
			settled(
				Array.from(
					{ length: shape.width },
					(_, i) =>
						weights.pieces.numbers[number * shape.width + i] * weights.pieces.scales[number] +
						weights.positions[(first + at) * shape.width + i] +
						weights.types[kind * shape.width + i],
				),
				weights.norm,
			),
		);
	const said = [2, ...before.slice(-shape.before), 3];
	const { kept } = through(begun(said, 0, 0), [], weights, shape);
	const draft = cut.flat().slice(0, shape.draft);
	const { rows } = through(begun([...draft, 3], said.length, 1), kept, weights, shape);
	const scored = (/** @type {"sentence" | "whole"} */ kind, /** @type {number[][]} */ some) =>
		new Map(
			names[kind].map((name, out) => {
				const mean = (/** @type {number} */ i) => some.reduce((sum, row) => sum + row[i], 0) / some.length;
				let score = weights[kind].bias[out];
				for (let i = 0; i < shape.width; i += 1) score += mean(i) * weights[kind].rows[out * shape.width + i];
				return [name, score];
			}),
		);
	let begins = 0;
	const sentences = cut.map((one) => {
		const some = rows.slice(begins, Math.min(begins + one.length, draft.length));
		begins += one.length;
		return some.length === 0 ? null : scored("sentence", some);
	});
	return { sentences, whole: scored("whole", rows.slice(0, draft.length)) };
}
