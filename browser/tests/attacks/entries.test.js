// Attacks 15, 17, 18, 21, 22 on single entries, and P5: one bad entry freezes nobody.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { concat, le64 } from "../../crypto/bytes.js";
import { aadOf, frank, KIND } from "../../crypto/entry.js";
import { kdf, labelled } from "../../crypto/hash.js";
import { pad } from "../../crypto/pad.js";
import { seal } from "../../crypto/seal.js";
import { random, sign } from "../../crypto/sodium.js";
import { talk } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";
import { crafted, entryFrame, flipped, insideOf, slip, words } from "./hostile.js";

let room;
before(async () => {
	room = await talk();
});

/** Ada is shown what the house delivers as Ben's next line; afterwards Ben can still write. */
async function shownToAda(fields) {
	const { ada, conv, ledger } = room;
	const taken = await ada.take(conv, [slip(ledger, fields)]);
	await room.ben.take(conv, [ledger.entryFrame(ledger.entries.at(-1))]);
	return taken;
}

/** Seals a text as it is, whatever stands in it. */
function sealedRaw(draft, text, { epochKey }, { padded = pad, key = null } = {}) {
	const ctx = { ...draft, fc: draft.fc ?? random(32) };
	const box = seal(key ?? kdf(epochKey, 32, "pse1/mk", ctx.msgId), aadOf(ctx), padded(text));
	return { ...ctx, box };
}

/** Like sealEntry, with one step done wrongly. */
const sealWrongly =
	({ fc = (one) => one, sig = (one) => one, label = "pse1/sig" }) =>
	(draft, body, { epochKey, ikSecret }) => {
		const fk = random(32);
		const ctx = { ...draft, fc: fc(frank(fk, draft, body), draft) };
		const signed = sig(sign(ikSecret, labelled(label, aadOf(ctx), body)));
		const box = seal(kdf(epochKey, 32, "pse1/mk", ctx.msgId), aadOf(ctx), pad(concat(fk, signed, body)));
		return { ...ctx, box };
	};

test("15: a box moved to another conversation, epoch, sender, message or place shows no word of it", async () => {
	const { ada, ben, conv, ledger } = room;
	const honest = { ...crafted(ben, conv, { body: words(ben, "only here") }), n: ledger.entries.length + 1 };
	const other = {
		conv: random(16),
		epoch: 1,
		ehHash: random(32),
		sender: insideOf(ada, conv).me,
		msgId: random(16),
		sseq: honest.sseq + 1,
		seenN: honest.seenN - 1,
		seenH: random(32),
		fc: random(32),
		kind: KIND.HELLO,
		n: honest.n + 1,
		box: flipped(honest.box, 60),
	};
	for (const [name, value] of Object.entries(other)) {
		const device = await ada.comeBack();
		await device.follow(conv);
		const taken = await device.take(conv, [entryFrame({ ...honest, [name]: value })]);
		assert.ok(
			taken.lines.every(({ text }) => text === ""),
			name,
		);
		assert.ok(taken.stopped !== null || taken.lines[0].trouble === "not-opened", name);
	}
	const [line] = (await shownToAda(honest)).lines;
	assert.equal(line.text, "only here");
});

test("17: Ben cannot write in Ada's name, nor Ada in Ben's", async () => {
	const { ada, ben, conv, ledger } = room;
	for (const [writer, name] of [
		[ben, ada],
		[ada, ben],
	]) {
		const fields = crafted(writer, conv, {
			change: { sender: insideOf(name, conv).me, sseq: insideOf(name, conv).conversation.ownSseq + 1 },
		});
		const frame = slip(ledger, fields);
		for (const reader of [ada, ben]) {
			const taken = await reader.take(conv, [frame]);
			assert.deepEqual(
				[taken.lines[0].trouble, taken.lines[0].text, taken.stopped],
				["not-opened", "", null],
			);
		}
	}
});

test("18: a line that could not be reported is not shown", async () => {
	for (const fc of [
		() => random(32),
		(one) => flipped(one, 0),
		(_, draft) => frank(random(32), draft, words(room.ben, "hello")),
	]) {
		const { lines, stopped } = await shownToAda(crafted(room.ben, room.conv, { seal: sealWrongly({ fc }) }));
		assert.deepEqual([lines[0].trouble, lines[0].text, stopped], ["not-opened", "", null]);
	}
	const otherBody = (_, draft) => frank(random(32), draft, words(room.ben, "another body"));
	assert.equal(
		(await shownToAda(crafted(room.ben, room.conv, { seal: sealWrongly({ fc: otherBody }) }))).lines[0].text,
		"",
	);
});

test("21: other versions, types, sizes and spellings are refused, and the talk goes on", async () => {
	const { ben, conv } = room;
	const bodies = [
		`{"b":"x","b":"y","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"text","ts":1}`,
		`{"sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"b":"x","t":"text","ts":1}`,
		`{"b":"x","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"text","ts":1} `,
		`{"b":"x","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"text","ts":1.5}`,
		`{"b":"x","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"text","ts":1,"x":1}`,
		`{"b":"x","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAB"},"t":"text","ts":1}`,
		`{"b":"x","name":"B","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"hello","ts":1}`,
		"[]",
		"",
	].map((text) => new TextEncoder().encode(text));
	for (const body of [...bodies, Uint8Array.of(0xff, 0xfe)]) {
		const { lines, stopped } = await shownToAda(crafted(ben, conv, { body }));
		assert.deepEqual([lines[0].trouble, lines[0].text, stopped], ["not-opened", "", null]);
	}
	for (const later of [
		`{"t":"verify"}`,
		`{"b":"x","sc":{"ctr":1,"g":0,"hash":"AAAAAAAAAAA"},"t":"song","ts":1}`,
	]) {
		const newer = await shownToAda(crafted(ben, conv, { body: new TextEncoder().encode(later) }));
		assert.deepEqual([newer.lines[0].trouble, newer.lines[0].t, newer.lines[0].text], ["newer", "newer", ""]);
	}
	for (const change of [
		(box) => concat(Uint8Array.of(0), box.slice(1)),
		(box) => concat(Uint8Array.of(2), box.slice(1)),
		(box) => concat(box, Uint8Array.of(0)),
		(box) => box.slice(0, -1),
		() => new Uint8Array(0),
	]) {
		const fields = crafted(ben, conv);
		const { lines, stopped } = await shownToAda({ ...fields, box: change(fields.box) });
		assert.deepEqual([lines[0].trouble, stopped], ["not-opened", null]);
	}
	const unpadded = (draft, _body, by) =>
		sealedRaw(draft, new Uint8Array(1024), by, { padded: (text) => text });
	assert.equal((await shownToAda(crafted(ben, conv, { seal: unpadded }))).lines[0].trouble, "not-opened");
});

test("22: what was signed for another purpose does not count as a line", async () => {
	for (const label of ["pse1/epoch", "pse1/keyrec", "pse1/receipt", "pse1/leave", "pse1/agree"]) {
		const { lines } = await shownToAda(crafted(room.ben, room.conv, { seal: sealWrongly({ label }) }));
		assert.equal(lines[0].trouble, "not-opened");
	}
	const fields = crafted(room.ben, room.conv);
	const asLeave = { ...fields, kind: KIND.LEAVE, fc: new Uint8Array(0), box: concat(le64(DAY), random(64)) };
	const { lines, cannot } = await shownToAda(asLeave);
	assert.deepEqual([lines[0].trouble, lines[0].t, cannot], ["not-opened", null, null]);
});

test("23: a signature with another S, or none, is no signature", async () => {
	const order = 2n ** 252n + 27742317777372353535851937790883648493n;
	const malleated = (sig) => {
		let s = order + BigInt(`0x${Buffer.from(sig.slice(32)).reverse().toString("hex")}`);
		return concat(
			sig.slice(0, 32),
			Uint8Array.from({ length: 32 }, () => {
				const byte = Number(s & 255n);
				s >>= 8n;
				return byte;
			}),
		);
	};
	for (const sig of [
		malleated,
		() => new Uint8Array(64),
		(one) => flipped(one, 0),
		(one) => flipped(one, 63),
	]) {
		const { lines } = await shownToAda(crafted(room.ben, room.conv, { seal: sealWrongly({ sig }) }));
		assert.deepEqual([lines[0].trouble, lines[0].text], ["not-opened", ""]);
	}
});

test("P5: after all these bad lines, Ada and Ben still read each other", async () => {
	const { ada, ben, conv } = room;
	const there = await ada.say(conv, "still here", { to: ben });
	const back = await ben.say(conv, "me too", { to: ada });
	assert.deepEqual([there.taken.lines[0].text, back.taken.lines[0].text], ["still here", "me too"]);
});
