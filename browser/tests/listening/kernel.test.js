// The kernel counts as plain JavaScript does: whole numbers to the bit, floats to a few millionths.

import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../../listening/encoder.js";
import { wholeOf } from "./slow-encoder.js";
import { KERNEL, seeded } from "./tiny-pack.js";

function kernel() {
	const memory = new WebAssembly.Memory({ initial: 16 });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(KERNEL), { coach: { memory } });
	let free = 0;
	const put = (/** @type {any} */ part) => {
		const at = free;
		new Uint8Array(memory.buffer).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
		free += Math.ceil(part.byteLength / 16) * 16;
		return at;
	};
	const floats = (/** @type {number} */ at, /** @type {number} */ count) => [
		...new Float32Array(memory.buffer, at, count),
	];
	return { ...exports, memory, put, floats };
}

const near = (one, other, within) =>
	one.forEach((x, i) => {
		assert.ok(Math.abs(x - other[i]) <= within, `${x} is not ${other[i]} (number ${i})`);
	});

test("a product of whole numbers is exact, up to the largest there are", () => {
	const next = seeded(3);
	for (const [rows, wide, outs] of [
		[4, 8, 8],
		[8, 384, 16],
		[4, 1536, 8],
		[12, 20, 24],
	]) {
		const isLargest = wide === 1536;
		const fine = Int16Array.from({ length: rows * wide }, () =>
			isLargest ? 8191 : Math.round(8191 * next()),
		);
		const numbers = Int8Array.from({ length: outs * wide }, (_, i) =>
			isLargest ? (i < wide ? -127 : 127) : Math.round(127 * next()),
		);
		const of = kernel();
		const [a, w] = [of.put(fine), of.put(packed(numbers, outs, wide))];
		const [scales, bias] = [of.put(new Float32Array(outs).fill(1)), of.put(new Float32Array(outs))];
		const [worth, into] = [of.put(new Float32Array(rows).fill(1)), of.put(new Float32Array(rows * outs))];
		of.product(a, w, scales, bias, worth, into, rows, wide, outs);
		const expected = Array.from({ length: rows * outs }, (_, i) => {
			const [row, out] = [Math.floor(i / outs), i % outs];
			let sum = 0;
			for (let k = 0; k < wide; k += 1) sum += fine[row * wide + k] * numbers[out * wide + k];
			return Math.fround(sum);
		});
		assert.deepEqual(
			of.floats(into, rows * outs),
			expected.map((one) => one + 0),
		);
	}
});

test("what a row and an output are worth, and what is added, each goes to its own", () => {
	const of = kernel();
	const fine = Int16Array.from({ length: 4 * 8 }, (_, i) => (i % 8 === 0 ? 1 + Math.floor(i / 8) : 0));
	const numbers = Int8Array.from({ length: 8 * 8 }, (_, i) => (i % 8 === 0 ? 1 + Math.floor(i / 8) : 0));
	const [a, w] = [of.put(fine), of.put(packed(numbers, 8, 8))];
	const scales = of.put(Float32Array.from({ length: 8 }, (_, out) => 2 ** out));
	const bias = of.put(Float32Array.from({ length: 8 }, (_, out) => out / 4));
	const [worth, into] = [of.put(Float32Array.from([1, 0.5, 0.25, 0])), of.put(new Float32Array(32))];
	of.product(a, w, scales, bias, worth, into, 4, 8, 8);
	const expected = Array.from({ length: 32 }, (_, i) => {
		const [row, out] = [Math.floor(i / 8), i % 8];
		return (row + 1) * (out + 1) * [1, 0.5, 0.25, 0][row] * 2 ** out + out / 4;
	});
	assert.deepEqual(of.floats(into, 32), expected);
});

test("rows become whole numbers with halves to the even one, and a row of nothing stays nothing", () => {
	const next = seeded(5);
	const ties = [8191, 0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 3.49];
	const rows = [ties, new Array(8).fill(0), Array.from({ length: 8 }, () => Math.fround(next()))];
	const of = kernel();
	const from = of.put(Float32Array.from(rows.flat()));
	const [fine, worth] = [of.put(new Int16Array(24)), of.put(new Float32Array(3))];
	of.whole(from, fine, worth, 3, 8);
	const expected = rows.map(wholeOf);
	assert.deepEqual(
		[...new Int16Array(of.memory.buffer, fine, 24)],
		expected.flatMap(([one]) => one.map((x) => x + 0)),
	);
	near(
		of.floats(worth, 3),
		expected.map(([, one]) => one),
		1e-7,
	);
});

test("each row is added to, brought to one size, stretched and shifted", () => {
	const next = seeded(9);
	const floats = (count) => Float32Array.from({ length: count }, () => 3 * next());
	const [rows, more, gain, bias] = [floats(48), floats(48), floats(16), floats(16)];
	const of = kernel();
	const at = of.put(rows);
	of.settle(at, of.put(more), of.put(gain), of.put(bias), 3, 16);
	const expected = [0, 1, 2].flatMap((row) => {
		const sum = Array.from({ length: 16 }, (_, i) => rows[row * 16 + i] + more[row * 16 + i]);
		const mean = sum.reduce((all, one) => all + one, 0) / 16;
		const spread = sum.reduce((all, one) => all + (one - mean) ** 2, 0) / 16;
		return sum.map((one, i) => ((one - mean) / Math.sqrt(spread)) * gain[i] + bias[i]);
	});
	near(of.floats(at, 48), expected, 1e-5);
});

test("what is large stays, what is small goes, smoothly, and far out nothing breaks", () => {
	const given = [-1e4, -50, -9, -3, -1, -0.5, -1e-4, 0, 1e-4, 0.5, 1, 3, 9, 50, 1e4, 2];
	const of = kernel();
	const at = of.put(Float32Array.from(given));
	of.bend(at, of.put(new Float32Array(8)), 2, 8);
	const bent = given.map((x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))));
	near(
		of.floats(at, given.length).map((x, i) => x / (1 + Math.abs(bent[i]))),
		bent.map((x) => x / (1 + Math.abs(x))),
		5e-6,
	);
});

test("a row takes of each value as much as its key is like the query, head by head, and nothing of what lies beyond", () => {
	const next = seeded(11);
	for (const count of [1, 3, 16, 29]) {
		const [heads, stride, rows] = [2, 48, 2];
		const floats = (many) => Float32Array.from({ length: many }, () => 4 * next());
		const [queries, keys, values] = [floats(rows * 64), floats(count * 64), floats(count * 64)];
		const of = kernel();
		const columns = of.put(new Float32Array(64 * stride).fill(1e9));
		const seen = of.put(new Float32Array(2 * stride));
		const into = of.put(new Float32Array(rows * 64));
		of.turn(of.put(keys), columns, count, 64, stride, 0);
		const [all, laid] = [32, of.put(new Float32Array(2 * 32 * 32).fill(1e9))];
		of.lay(of.put(values), laid, count, heads, all);
		of.attend(of.put(queries), columns, laid, seen, into, rows, count, heads, stride, all);
		const expected = [];
		for (let row = 0; row < rows; row += 1) {
			for (let i = 0; i < 64; i += 1) {
				const head = Math.floor(i / 32) * 32;
				const like = Array.from({ length: count }, (_, j) => {
					let sum = 0;
					for (let d = head; d < head + 32; d += 1) sum += queries[row * 64 + d] * keys[j * 64 + d];
					return sum / Math.sqrt(32);
				});
				const most = Math.max(...like);
				const parts = like.map((one) => Math.exp(one - most));
				const all = parts.reduce((sum, one) => sum + one, 0);
				expected.push(parts.reduce((sum, part, j) => sum + (part / all) * values[j * 64 + i], 0));
			}
		}
		near(of.floats(into, rows * 64), expected, 1e-4);
	}
});

test("rows are laid as columns behind those that are there", () => {
	const of = kernel();
	const to = of.put(new Float32Array(16).fill(-1));
	of.turn(of.put(Float32Array.from([1, 2, 3, 4])), to, 2, 2, 8, 3);
	const left = -1;
	assert.deepEqual(of.floats(to, 16), [
		...[left, left, left, 1, 3, left, left, left],
		...[left, left, left, 2, 4, left, left, left],
	]);
});
