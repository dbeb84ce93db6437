// Attack 19 over a line of a circle: shown to officers as it was written, by whom it was written, and in no other circle's name.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { hashOfAad } from "../../crypto/chain.js";
import { aadOf } from "../../crypto/entry.js";
import { Refusal } from "../../crypto/refusal.js";
import { ABOUT, openReport, sealReport } from "../../crypto/report.js";
import { checkPlace, lineOf } from "../../crypto/report-line.js";
import { random } from "../../crypto/sodium.js";
import { Person } from "../crypto/cast.js";
import { begun, gathered, quickWords } from "../crypto/circle-life.js";
import { DAY } from "../crypto/little-house.js";

quickWords();

let ben, cem, ada, finn, house, circle, officers;
/** What Finn said, by its id: words, words behind what they touch on, and words he changed since. */
let plain, folded;

before(async () => {
	const all = await gathered();
	({ house, ben, cem, ada, finn } = all);
	circle = await begun(all);
	for (const one of [ada, finn]) await one.readLog();
	await circle.letsIn(ben, ada, [cem]);
	await circle.letsIn(ben, finn, [cem, ada]);
	plain = idOf((await circle.says(finn, "You all bore me.", [ben, cem, ada])).at(-1));
	const card = { t: "circle-line", notes: [8], own: "You lot", said: "Ada should go home." };
	folded = idOf((await circle.shows(finn, card, [ben, cem, ada])).at(-1));
	await circle.says(ada, "I would rather not read that.", [ben, cem, finn]);
	officers = [];
	for (const [username, name] of [
		["willow-wren-0005", "Eve"],
		["cedar-finch-0006", "Dora"],
	]) {
		const one = await new Person(house, username).comeIn();
		house.endorse(one.id, { name, role: 5 });
		officers.push(one);
	}
	for (const one of [ada, ben, finn, ...officers]) await one.readLog();
});

const idOf = ({ lines }) => lines.at(-1).id;
const refusal = (code) => (error) => error instanceof Refusal && error.code === code;
const rows = () => officers.map(({ id }) => house.row(id));

const sealed = (by, change) =>
	by.do("sealConcern", {
		said: {
			...{ about: 1, on: [finn.id], conv: circle.conv, lines: [plain], words: "He hurts people.", day: DAY },
			...change,
		},
		...{ people: rows(), to: officers.map(({ id }) => id) },
	});

function read(officer, { payload }, by = ada) {
	const named = ({ account_id, kr_hash }) => ({ account_id, kr_hash });
	const whole = {
		concern: { id: payload.id, from_id: by.id },
		...{ readers: payload.readers.map(named), boxes: payload.boxes, letters: [] },
		wrap: payload.readers.find(({ account_id }) => account_id === officer.id).wrap,
		people: [by, ...officers].map(({ id }) => house.row(id)),
	};
	const people = [ada, ben, cem, finn].map(({ id }) => house.row(id));
	return officer.do("readConcern", { whole, people });
}

test("Two officers read exactly the lines of a circle that were chosen, folded words as well, each with its place", async () => {
	const made = await sealed(ada, { lines: [plain, folded] });
	for (const one of officers) {
		const { fits, report } = await read(one, made);
		assert.equal(fits, true);
		assert.deepEqual([report.about, report.on, report.conv], [1, [finn.id], circle.conv]);
		assert.deepEqual(
			report.lines.map(({ from, b }) => [from, b]),
			[
				[finn.id, "You all bore me."],
				[finn.id, "You lot\nAda should go home."],
			],
		);
		const log = new Map(circle.ledger.entries.map(({ n, hAad }) => [n, toText(hAad)]));
		for (const { n, hAad } of report.lines) assert.equal(hAad, log.get(n));
	}
});

test("Any member can raise one about any other: a member about a host, a host about a member, about a person without a line", async () => {
	for (const [by, on] of [
		[ada, ben],
		[ben, finn],
		[finn, ada],
	]) {
		const { fits, report } = await read(
			officers[0],
			await sealed(by, { about: 2, on: [on.id], lines: [] }),
			by,
		);
		assert.deepEqual([fits, report.about, report.on, report.lines], [true, 2, [on.id], []]);
	}
});

test("19: what Finn said is not shown as somebody else's, nor as what was not chosen to be theirs", async () => {
	await assert.rejects(sealed(ada, { on: [cem.id] }), refusal("report"));
	await assert.rejects(sealed(ada, { lines: [toText(random(16))] }), refusal("no-such-text"));
});

const proven = (id) => {
	const { said } = ada.core.talk(circle.conv).conversation.reading;
	return lineOf(said.line(id).n, said.proof(id));
};
const place = ({ core }) => core.place;

function byHand(lines, change = {}) {
	const readers = officers.map((one) => place(one).records.at(-1));
	const ascending = readers.toSorted((a, b) => Buffer.compare(a.accountId, b.accountId));
	const words = {
		about: ABOUT.MESSAGE,
		b: "See.",
		on: [fromText(finn.id, 16)],
		conv: fromText(circle.conv, 16),
		day: DAY,
	};
	const made = sealReport({ ...words, ...change }, lines, {
		...{ home: ada.core.programme.home, id: random(16), reporter: place(ada).records.at(-1) },
		...{ ikSecret: place(ada).ik.secretKey, officers: ascending },
	});
	const [officer] = officers;
	const mine = made.wraps.find(({ accountId }) => toText(accountId) === officer.id);
	return openReport(made.cover, made.boxes, mine.wrap, {
		me: place(officer).accountId,
		keys: [{ krHash: place(officer).records.at(-1).hash, seed: place(officer).ekSeeds.get(0) }],
		reporter: place(ada).records.at(-1),
		people: [ada, ben, cem, finn].map((one) => place(one).records),
	});
}

test("19: changed words, another member's name, or another circle: an officer's room takes none of it", () => {
	const line = proven(plain);
	assert.equal(byHand([line]).lines.length, 1);
	const body = line.body.map((byte, i) => (i === 6 ? byte ^ 1 : byte));
	const bens = { ...line, entry: { ...line.entry, sender: place(ben).accountId } };
	const conv = random(16);
	const moved = { ...line, entry: { ...line.entry, conv } };
	assert.throws(() => byHand([{ ...line, body }]), Refusal);
	assert.throws(() => byHand([bens], { on: [place(ben).accountId] }), refusal("not-opened"));
	assert.throws(() => byHand([moved], { conv }), refusal("not-opened"));
	assert.throws(() => byHand([line], { conv }), refusal("report"));
});

test("19: true lines of a circle in another order do not stand where its log has them", () => {
	const [first, second] = [proven(plain), proven(folded)];
	const log = new Map(circle.ledger.entries.map(({ n, hAad }) => [n, hAad]));
	for (const line of [first, second]) checkPlace(line, log.get(line.n));
	for (const moved of [
		{ ...first, n: second.n },
		{ ...second, n: first.n },
	]) {
		assert.equal(byHand([moved]).lines.length, 1);
		assert.throws(() => checkPlace(moved, log.get(moved.n)), refusal("not-opened"));
	}
	assert.deepEqual(hashOfAad(aadOf(first.entry)), log.get(first.n));
});
