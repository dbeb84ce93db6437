// The second tier reads a draft beside what came before, and where it is not there or broken, the first goes on alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answering } from "../../listening/answers.js";
import { Encoder } from "../../listening/encoder.js";
import { read } from "../../listening/engine.js";
import { withEncoder } from "../../listening/fuller.js";
import { openPack } from "../../listening/pack.js";
import { Pieces } from "../../listening/pieces.js";
import { weightsOf } from "../../listening/weights.js";
import { slowly } from "./slow-encoder.js";
import { HEADS, KERNEL, LINES, tinyPack } from "./tiny-pack.js";

const BEFORE = "it was hard, and I was the lonely one";
const SAID = ["You said it was hard.", "How are you?"];
const opened = async ({ json, files }) => await withEncoder(openPack(json, HEADS), files);
const deep = async (given) => (await opened(given)).deep.encoder;
const plainly = ({ files, shape, names }) => {
	const pieces = new Pieces(LINES);
	const weights = weightsOf(files.encoder, shape, {
		sentence: names.sentence.length,
		whole: names.whole.length,
	});
	return (texts, before) =>
		slowly(
			{ weights, shape, names },
			texts.map((text) => pieces.cut(text)),
			pieces.cut(before),
		);
};
const likely = (score) => 1 / (1 + Math.exp(-score));
const close = (one, other) => {
	assert.deepEqual([...one.keys()], [...other.keys()]);
	for (const [name, score] of one) {
		const apart = Math.abs(likely(score) - likely(other.get(name)));
		assert.ok(apart < 1e-3, `${name}: ${score} is not ${other.get(name)}`);
	}
};
const alike = (one, other) => {
	one.sentences.forEach((sentence, at) => {
		if (sentence === null) assert.equal(other.sentences[at], null);
		else close(sentence, other.sentences[at]);
	});
	close(one.whole, other.whole);
};

test("it gives what the same sums give when they are done slowly", async () => {
	for (const seed of [1, 2, 3]) {
		const given = tinyPack({ seed });
		const [encoder, slow] = [await deep(given), plainly(given)];
		for (const before of [BEFORE, "", "cafe", "you 🙂 are ".repeat(20)]) {
			for (const texts of [SAID, ["you"], ["lonely 🙂", "?", "hard hard hard"], ["?", "", "it"]])
				alike(encoder.read(texts, before), slow(texts, before));
		}
	}
});

test("a draft reads the same whatever was read before it: what is kept of a message is that message's alone", async () => {
	const encoder = await deep(tinyPack());
	const fresh = (await deep(tinyPack())).read(SAID, BEFORE);
	encoder.read(SAID, "cafe");
	encoder.read(["hard ".repeat(14)], BEFORE);
	assert.deepEqual(encoder.read(SAID, BEFORE), fresh);
	assert.deepEqual(encoder.read(SAID, BEFORE), fresh);
	encoder.hear("cafe");
	encoder.hear(BEFORE);
	assert.deepEqual(encoder.read(SAID, BEFORE), fresh);
	assert.notDeepEqual(encoder.read(SAID, "cafe").whole, fresh.whole);
});

test("what the client wrote may be read before there is a draft: then a draft costs its own rows alone, and reads the same", async () => {
	const { Instance } = WebAssembly;
	let rows = 0;
	WebAssembly.Instance = class {
		constructor(...all) {
			const { product, ...deeds } = new Instance(...all).exports;
			const counted = (...given) => {
				rows += given[6];
				product(...given);
			};
			this.exports = { ...deeds, product: counted };
		}
	};
	const encoder = await deep(tinyPack()).finally(() => {
		WebAssembly.Instance = Instance;
	});
	const readBeside = (before) => {
		rows = 0;
		return [encoder.read(SAID, before), rows];
	};
	const [fresh, both] = readBeside(BEFORE);
	assert.deepEqual(readBeside(BEFORE)[0], fresh);
	const draft = rows;
	assert.ok(draft < both);
	encoder.hear("cafe");
	encoder.hear(BEFORE);
	assert.deepEqual(readBeside(BEFORE), [fresh, draft]);
	rows = 0;
	encoder.hear(BEFORE);
	assert.equal(rows, 0, "it is known");
});

test("a sentence that lies too far back has no score of it, one cut at the limit has, and no piece gives nothing", async () => {
	const encoder = await deep(tinyPack());
	const { sentences } = encoder.read(["you ".repeat(13), "are you the", "how"], BEFORE);
	assert.deepEqual(
		sentences.map((one) => one === null),
		[false, false, true],
	);
	assert.equal(encoder.read(["", " "], BEFORE), null);
	assert.equal(encoder.read([], BEFORE), null);
});

test("only the end of a long message is read", async () => {
	const encoder = await deep(tinyPack());
	const end = "said it was hard how are";
	assert.deepEqual(encoder.read(SAID, `the cafe is lonely ${end}`), encoder.read(SAID, end));
});

test("labels lean on both tiers where both are there, and on the first where the second does not reach", async () => {
	const given = tinyPack();
	const first = openPack(given.json, HEADS);
	const both = await opened(given);
	const draft =
		"You said it was hard. How are you? I was there when you said that it was hard for you. The cafe was nice too.";
	const [one, two] = [read(first, draft, BEFORE), read(both, draft, BEFORE)];
	assert.deepEqual(
		two.sentences.map(({ labels }) => Object.keys(labels).length),
		[2, 2, 2, 9],
	);
	assert.deepEqual(two.sentences[3], one.sentences[3]);
	assert.deepEqual(Object.keys(two.whole), ["warmth"]);
	const scores = both.deep.encoder.read(["You said it was hard.", "How are you?"], BEFORE);
	const short = read(both, "You said it was hard. How are you?", BEFORE);
	assert.equal(short.sentences[0].labels.question.p, likely(scores.sentences[0].get("deep_question")));
	assert.equal(short.whole.warmth.p, likely(scores.whole.get("deep_whole_warmth")));
	assert.equal(read(both, "?!", BEFORE).sentences[0].labels.question.p, 0);
	assert.equal(read(both, "Wie geht es dir? Ich bin nicht da und du auch nicht.", BEFORE).english, false);
});

test("a file that is not the one pack.json speaks of is refused in a sentence", async () => {
	const given = tinyPack();
	const broken = (name) => {
		const bytes = given.files[name].slice();
		bytes[100] ^= 1;
		return { ...given, files: { ...given.files, [name]: bytes } };
	};
	await assert.rejects(opened(broken("encoder")), /encoder.bin is not the file pack.json speaks of/);
	await assert.rejects(opened(broken("pieces")), /pieces.txt is not the file/);
	const shorter = { ...given.files, encoder: given.files.encoder.slice(0, -4) };
	await assert.rejects(opened({ ...given, files: shorter }), /encoder.bin is not as long/);
	const plain = tinyPack();
	plain.json.encoder = undefined;
	await assert.rejects(opened(plain), /no second tier/);
});

test("a shape that does not fit its files, or this room, is refused", async () => {
	const wrong = [
		[{ layers: 3 }, /shorter than its shape/],
		[{ layers: 1 }, /longer than its shape/],
		[{ pieces: LINES.length - 1 }, /pieces.txt does not hold/],
		[{ head_width: 16 }, /cannot work with/],
		[{ width: 20 }, /cannot work with/],
		[{ positions: 20 }, /cannot work with/],
		[{ inner: 0 }, /nothing usable of its inner/],
		[{ layers: 1e9 }, /nothing usable of its layers/],
		[{ width: "24" }, /nothing usable of its width/],
	];
	for (const [shape, sentence] of wrong) {
		const given = tinyPack();
		Object.assign(given.json.encoder.shape, shape);
		await assert.rejects(opened(given), sentence);
	}
	const given = tinyPack();
	given.json.encoder.labels.question.parts[0].a = { deep_nothing: 1 };
	await assert.rejects(opened(given), /leans on a head that is not there/);
});

test("the worker says what became of it, and reads with the first tier alone until it is here and where it cannot be", async () => {
	const given = tinyPack();
	const draft = { draft: "How are you?", before: BEFORE };
	const read = async (answer) =>
		Object.keys((await answer({ id: 9, op: "read", args: draft })).ok.sentences[0].labels).length;
	const begun = async () => {
		const answer = answering();
		await answer({ id: 1, op: "open", args: { json: given.json, bytes: HEADS } });
		return answer;
	};
	const here = await begun();
	assert.equal(await read(here), 9);
	assert.deepEqual(await here({ id: 2, op: "fuller", args: given.files }), { id: 2, ok: "here" });
	assert.equal(await read(here), 2);

	const odd = await begun();
	const bytes = given.files.encoder.slice(4);
	assert.deepEqual(await odd({ id: 2, op: "fuller", args: { ...given.files, encoder: bytes } }), {
		id: 2,
		ok: "odd",
	});
	assert.equal(await read(odd), 9);

	const another = await begun();
	const cut = { ...given.files, kernel: KERNEL.slice(0, 40) };
	assert.deepEqual(await another({ id: 2, op: "can", args: cut }), { id: 2, ok: "odd" });
	assert.deepEqual(await another({ id: 2, op: "fuller", args: cut }), { id: 2, ok: "odd" });
	assert.equal(await read(another), 9);

	assert.deepEqual(await another({ id: 3, op: "can", args: given.files }), { id: 3, ok: "can" });
	const { validate } = WebAssembly;
	WebAssembly.validate = () => false;
	try {
		assert.deepEqual(await another({ id: 4, op: "can", args: given.files }), { id: 4, ok: "cannot" });
	} finally {
		WebAssembly.validate = validate;
	}
});

test("a second tier that breaks while it reads is let go of, and said once; the first reads that draft and the next", async () => {
	const given = tinyPack();
	const args = { draft: "How are you?", before: BEFORE };
	const answer = answering();
	await answer({ id: 1, op: "open", args: { json: given.json, bytes: HEADS } });
	await answer({ id: 2, op: "fuller", args: given.files });
	const { fill } = Uint8Array.prototype;
	Uint8Array.prototype.fill = () => {
		throw new WebAssembly.RuntimeError("unreachable");
	};
	let broken;
	try {
		broken = await answer({ id: 3, op: "read", args });
	} finally {
		Uint8Array.prototype.fill = fill;
	}
	const next = await answer({ id: 4, op: "read", args });
	assert.deepEqual([broken.isLost, next.isLost], [true, undefined]);
	for (const { ok } of [broken, next]) assert.equal(Object.keys(ok.sentences[0].labels).length, 9);
});

test("one that breaks while it reads ahead is let go of as well, and said once; the first tier reads the draft", async () => {
	const given = tinyPack();
	const answer = answering();
	await answer({ id: 1, op: "open", args: { json: given.json, bytes: HEADS } });
	await answer({ id: 2, op: "fuller", args: given.files });
	const { fill } = Uint8Array.prototype;
	Uint8Array.prototype.fill = () => {
		throw new WebAssembly.RuntimeError("unreachable");
	};
	let broken;
	try {
		broken = await answer({ id: 3, op: "hear", args: { before: BEFORE } });
	} finally {
		Uint8Array.prototype.fill = fill;
	}
	assert.deepEqual(broken, { id: 3, ok: undefined, isLost: true });
	const next = await answer({ id: 4, op: "read", args: { draft: "How are you?", before: BEFORE } });
	assert.deepEqual([next.isLost, Object.keys(next.ok.sentences[0].labels).length], [undefined, 9]);
});

test("what was to be heard while it was on its way is heard when it comes", async () => {
	const given = tinyPack();
	const { hear: hears } = Encoder.prototype;
	const heard = [];
	Encoder.prototype.hear = function hear(before) {
		heard.push(before);
		return hears.call(this, before);
	};
	try {
		const answer = answering();
		await answer({ id: 1, op: "open", args: { json: given.json, bytes: HEADS } });
		assert.deepEqual(await answer({ id: 2, op: "hear", args: { before: BEFORE } }), { id: 2, ok: undefined });
		assert.deepEqual(heard, []);
		assert.deepEqual(await answer({ id: 3, op: "fuller", args: given.files }), { id: 3, ok: "here" });
		assert.deepEqual(heard, [BEFORE]);
	} finally {
		Encoder.prototype.hear = hears;
	}
});

test("a kernel that lacks a sum is refused before it reads anything", async () => {
	const { Instance } = WebAssembly;
	for (const name of ["product", "whole", "settle", "bend", "turn", "lay", "attend"]) {
		WebAssembly.Instance = class {
			constructor(...all) {
				this.exports = { ...new Instance(...all).exports, [name]: undefined };
			}
		};
		try {
			await assert.rejects(deep(tinyPack()), new RegExp(`no ${name}`));
		} finally {
			WebAssembly.Instance = Instance;
		}
	}
});

test("after a read nothing of the draft is left in the encoder's memory", async () => {
	const { Memory } = WebAssembly;
	/** @type {any[]} */
	const made = [];
	WebAssembly.Memory = class extends Memory {
		constructor(size) {
			super(size);
			made.push(this);
		}
	};
	const encoder = await deep(tinyPack()).finally(() => {
		WebAssembly.Memory = Memory;
	});
	const left = (texts) => {
		encoder.read(texts, BEFORE);
		return Buffer.from(made[0].buffer.slice(0));
	};
	const one = left(SAID);
	assert.ok(one.equals(left(["hard ".repeat(14)])));
	assert.ok(one.equals(left(["lonely 🙂"])));
	encoder.hear("hard");
	encoder.hear(BEFORE);
	assert.ok(one.equals(Buffer.from(made[0].buffer)));
	encoder.hear("you 🙂 are ".repeat(20));
	assert.ok(one.equals(left(SAID)), "nor of a longer message that came before");
});

test("where a device has no room for its memory, it cannot run here, and nothing breaks", async () => {
	const given = tinyPack();
	const answer = answering();
	await answer({ id: 1, op: "open", args: { json: given.json, bytes: HEADS } });
	const { Memory } = WebAssembly;
	WebAssembly.Memory = class {
		constructor() {
			throw new RangeError("could not allocate memory");
		}
	};
	try {
		assert.deepEqual(await answer({ id: 2, op: "fuller", args: given.files }), { id: 2, ok: "cannot" });
	} finally {
		WebAssembly.Memory = Memory;
	}
	assert.equal(
		(await answer({ id: 3, op: "read", args: { draft: "How are you?", before: "" } })).ok.english,
		true,
	);
});
