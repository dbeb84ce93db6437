// Properties over many made-up values. The seed is printed by a failing title, so that a failure can be repeated.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { concat, fromLe64, fromText, le64, pae, toText } from "../../crypto/bytes.js";
import { openEntry, sealEntry } from "../../crypto/entry.js";
import { kdf } from "../../crypto/hash.js";
import { pad, unpad } from "../../crypto/pad.js";
import { Refusal } from "../../crypto/refusal.js";
import { open, seal } from "../../crypto/seal.js";
import { random, ready, sign, signingPair, unwrap, verify, wrap, wrapKeyOf } from "../../crypto/sodium.js";
import { readSpare, writeSpare } from "../../crypto/spare.js";
import { parseJson, writeJson } from "../../crypto/strict-json.js";

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const RUNS = 200;

before(ready);

/** A small repeatable source of chance (mulberry32). */
function chance(seed) {
	let a = seed;
	const next = () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit) => Math.floor(next() * limit);
	const bytes = (most) => Uint8Array.from({ length: below(most + 1) }, () => below(256));
	const text = (most) =>
		Array.from({ length: below(most + 1) }, () =>
			String.fromCodePoint([below(128), 0xe000 + below(100), 0x1f300 + below(200), below(0xd800)][below(4)]),
		).join("");
	const count = () => [below(10), below(2 ** 32), Number.MAX_SAFE_INTEGER - below(10), 0][below(4)];
	const json = (depth) => {
		const kind = below(depth > 0 ? 6 : 4);
		if (kind === 0) return text(8);
		if (kind === 1) return count();
		if (kind === 2) return true;
		if (kind === 3) return false;
		if (kind === 4) return Array.from({ length: below(4) }, () => json(depth - 1));
		return Object.fromEntries(Array.from({ length: below(4) }, () => [text(4), json(depth - 1)]));
	};
	return { below, bytes, text, count, json };
}

function always(title, check) {
	test(`${title} (seed ${SEED})`, () => {
		for (let run = 0; run < RUNS; run++) check(chance(SEED + run));
	});
}

const odd = (run) => assert.throws(run, Refusal);

always("Whatever is sealed opens to the same bytes, and under no other key or context", (any) => {
	const [key, aad, text] = [random(32), any.bytes(40), any.bytes(300)];
	const box = seal(key, aad, text);
	assert.deepEqual(open(key, aad, box), text);
	odd(() => open(random(32), aad, box));
	odd(() => open(key, concat(aad, Uint8Array.of(0)), box));
	const at = any.below(box.length);
	odd(() => open(key, aad, box.with(at, box[at] ^ (1 << any.below(8)))));
});

test("Every single flipped bit of a sealed box is refused", () => {
	const [key, aad] = [random(32), random(8)];
	const box = seal(key, aad, random(16));
	for (let bit = 0; bit < box.length * 8; bit++)
		odd(() => open(key, aad, box.with(bit >> 3, box[bit >> 3] ^ (1 << (bit & 7)))));
});

always("Whatever is padded comes back, in one of four sizes", (any) => {
	const text = any.bytes(any.below(2) ? 50 : 5000);
	const padded = pad(text);
	assert.ok([1024, 4096, 16384, 65536].includes(padded.length));
	assert.deepEqual(new Uint8Array(unpad(padded)), text);
});

always("Two different lists of pieces never give the same bytes", (any) => {
	const pieces = () => Array.from({ length: any.below(5) }, () => any.bytes(6));
	const [one, other] = [pieces(), pieces()];
	const isSame = JSON.stringify(one.map(toText)) === JSON.stringify(other.map(toText));
	assert.equal(toText(pae(...one)) === toText(pae(...other)), isSame);
	const joined = [concat(...one)];
	if (one.length !== 1) assert.notEqual(toText(pae(...one)), toText(pae(...joined)));
});

always("Numbers, base64url, JSON and spare codes come back as they went", (any) => {
	const number = any.count();
	assert.equal(fromLe64(le64(number)), number);
	const bytes = any.bytes(60);
	assert.deepEqual(fromText(toText(bytes)), bytes);
	const value = { a: any.json(3) };
	assert.deepEqual(parseJson(writeJson(value)), value);
	const code = random(16);
	assert.deepEqual(
		readSpare(` ${writeSpare(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l")} `),
		code,
	);
});

always("JSON in any other spelling is refused", (any) => {
	const text = new TextDecoder().decode(writeJson({ a: any.json(2), b: any.count() }));
	const other = [
		` ${text}`,
		`${text}\n`,
		text.replace(":", ": "),
		`${text},`,
		text.replace("{", `{"a":1,`),
		text.slice(0, -1),
		`\ufeff${text}`,
	];
	for (const spelling of other) odd(() => parseJson(new TextEncoder().encode(spelling)));
});

test("What is no key is refused before any library sees it", () => {
	const pair = signingPair(random(32));
	for (const key of [
		"",
		null,
		undefined,
		"a".repeat(32),
		Array(32).fill(1),
		new Uint8Array(31),
		new Uint8Array(33),
		new Uint8Array(0),
		new Uint16Array(32),
		{ length: 32 },
		32,
		new ArrayBuffer(32),
	]) {
		for (const use of [
			() => seal(key, random(1), random(1)),
			() => open(key, random(1), random(80)),
			() => kdf(key, 32, "pse1/mk"),
			() => signingPair(key),
			() => wrapKeyOf(key),
			() => wrap(key, random(1)),
			() => unwrap(key, random(60)),
			() => verify(key, random(1), random(64)),
			() => sign(key, random(1)),
		])
			odd(use);
	}
	assert.equal(verify(pair.publicKey, random(0), sign(pair.secretKey, random(0))), undefined);
});

test("What is no number or text is refused", () => {
	for (const number of [-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0, "1", null, true, 1n, [1]])
		odd(() => le64(number));
	for (const piece of [
		"\ud800",
		"a\udc00b",
		null,
		undefined,
		true,
		1n,
		[1],
		{ a: 1 },
		new ArrayBuffer(2),
		-1,
	])
		odd(() => pae(piece));
	for (const value of [
		1.5,
		-1,
		null,
		undefined,
		"\ud800",
		[[[[[1]]]]],
		{ "\udc00": 1 },
		2 ** 53,
		new Date(0).getTime() - 1,
	])
		odd(() => writeJson(value));
	for (const text of ["A", "AA=", "AA==", "A+", "A/", "AB", "A A", "é", null, 5, ["AA"]])
		odd(() => fromText(text));
});

test("An entry with one changed bit of its box is refused, wherever the bit is", () => {
	const pair = signingPair(random(32));
	const ctx = {
		kind: 3,
		conv: random(16),
		epoch: 0,
		ehHash: random(32),
		sender: random(16),
		msgId: random(16),
		sseq: 1,
		seenN: 1,
		seenH: random(32),
	};
	const epochKey = random(32);
	const entry = sealEntry(ctx, new TextEncoder().encode("{}"), { epochKey, ikSecret: pair.secretKey });
	assert.equal(new TextDecoder().decode(openEntry(entry, { epochKey, ik: pair.publicKey })), "{}");
	for (let at = 0; at < entry.box.length; at++)
		odd(() =>
			openEntry(
				{ ...entry, box: entry.box.with(at, entry.box[at] ^ (1 << (at & 7))) },
				{ epochKey, ik: pair.publicKey },
			),
		);
});
