import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { billIn, writeBill } from "../../crypto/bill.js";
import { asBundle, asTable } from "../../talk/bill-files.js";
import { exportable, isForPayer, lineOf, whyNot } from "../../talk/bill-rules.js";

const DAY = 21_000;
const bill = JSON.parse(readFileSync(new URL("../../../tests/consent/a_bill.json", import.meta.url), "utf8"));
const note = { start: bill.start, mins: 50, zone: bill.zone, way: 1, goal: bill.goal, words: "Secret words" };
const written = { agreed: true, draft: note };
const says = { rule: 1, work: bill.code };
const whom = { name: " Ada Example ", number: "A-1234" };
const terms = {
	...{ person: "Ada Example", purpose: 7, what: ["billing"], laws: ["hipaa", "part-2"] },
	...{ until: DAY + 14, texts: { notice: "42 CFR part 2 <protects> this & that." } },
};
const ID = "AAECAwQFBgcICQoLDA0ODw";
const telling = {
	...{ id: ID, part: 3, fits: true, from: DAY, until: DAY + 14 },
	...{ endedOn: null, endedBy: null, terms },
};

test("A line holds date, times, units, goal, name and number, and no word of the note", () => {
	const made = lineOf(written, says, whom);
	assert.deepEqual(made, { bill, why: null });
	assert.ok(!writeBill(bill).includes("Secret"));
	assert.deepEqual(billIn(writeBill(bill)), bill);
	assert.equal(billIn("Own words"), null);
});

test("Without a yes of both, a name, a number or minutes enough there is no line, and a reason", () => {
	const whyOf = (...given) => lineOf(...given).why;
	assert.equal(whyOf(undefined, says, whom), "not-agreed");
	assert.equal(whyOf({ ...written, agreed: false }, says, whom), "not-agreed");
	assert.equal(whyOf(written, says, { ...whom, name: " " }), "no-name");
	assert.equal(whyOf(written, says, { ...whom, number: "" }), "no-number");
	const short = (mins) => ({ agreed: true, draft: { ...note, mins } });
	assert.equal(whyOf(short(7), says, whom), "too-short");
	assert.equal(lineOf(short(8), says, whom).bill.units, 1);
	assert.equal(whyOf(short(8), { ...says, rule: 2 }, whom), "too-short");
});

test("Nothing goes out without a consent that holds today, each with its reason", () => {
	assert.equal(whyNot(telling, DAY), null);
	assert.equal(whyNot(telling, DAY + 14), null);
	const reasons = [
		[undefined, DAY, "none"],
		[{ ...telling, endedOn: DAY, endedBy: 1 }, DAY, "taken-back"],
		[{ ...telling, endedOn: DAY, endedBy: 2 }, DAY, "over"],
		[telling, DAY + 15, "over"],
		[telling, DAY - 1, "not-yet"],
		[{ ...telling, fits: false }, DAY, "not-signed"],
		[{ ...telling, terms: null }, DAY, "not-signed"],
		[{ ...telling, terms: { ...terms, purpose: 4 } }, DAY, "other"],
		[{ ...telling, terms: { ...terms, what: ["own-words"] } }, DAY, "other"],
		[{ ...telling, part: 2 }, DAY, "other"],
	];
	for (const [one, day, why] of reasons) assert.equal(whyNot(one, day), why);
	assert.ok(isForPayer(telling));
	assert.ok(!isForPayer({ ...telling, part: 1 }));
});

test("An export holds what was agreed and still is; what was taken back meanwhile stays", async () => {
	const opened = [];
	const open = async (id) => {
		opened.push(id);
		return { b: writeBill(bill) };
	};
	const both = await exportable([ID, "gone"], [telling], DAY, open);
	assert.deepEqual([both.lines.map(({ id }) => id), both.refused], [[ID], [{ id: "gone", why: "none" }]]);
	const later = await exportable([ID], [{ ...telling, endedOn: DAY, endedBy: 1 }], DAY, open);
	assert.deepEqual(later, { lines: [], refused: [{ id: ID, why: "taken-back" }] });
	assert.deepEqual(opened, [ID]);
	const words = await exportable([ID], [telling], DAY, async () => ({ b: "Own words" }));
	assert.deepEqual(words.refused, [{ id: ID, why: "other" }]);
});

test("A table shows the wall of where they met, and no cell of it is a sum", () => {
	const evil = { ...bill, name: '=HYPERLINK("x")', number: "+1", goal: "-2\n@x", code: " =1+1" };
	const table = asTable([{ id: ID, bill: evil, terms }]);
	const [head, row] = table.split("\r\n");
	assert.equal(head?.split(",").length, 10);
	assert.match(row ?? "", /^"2030-03-17","13:47","14:37","3",/);
	for (const start of ['"\'=HYPERLINK(""x"")"', '"\'+1"', '"\'-2 @x"', '"\' =1+1"'])
		assert.ok(row?.includes(start), start);
	assert.ok(row?.includes("42 CFR part 2"));
});

test("A bundle holds a meeting and its time, both restricted, with the notice; outside Part 2 it does not claim to be", () => {
	const made = JSON.parse(asBundle([{ id: ID, bill, terms }], { now: 0 }));
	const [encounter, appointment] = made.entry.map(({ resource }) => resource);
	assert.deepEqual([encounter.resourceType, appointment.resourceType], ["Encounter", "Appointment"]);
	assert.equal(encounter.appointment[0].reference, made.entry[1].fullUrl);
	assert.notEqual(made.entry[0].fullUrl, made.entry[1].fullUrl);
	assert.deepEqual(encounter.period, {
		start: "2030-03-17T13:47:00-04:00",
		end: "2030-03-17T14:37:00-04:00",
	});
	for (const one of [made, encounter, appointment])
		assert.deepEqual(
			one.meta.security.map(({ code }) => code),
			["R", "42CFRPart2"],
		);
	assert.ok(encounter.text.div.includes("&lt;protects&gt; this &amp; that"));
	const plain = JSON.parse(asBundle([{ id: ID, bill, terms: { ...terms, laws: ["none"] } }], { now: 0 }));
	assert.deepEqual(
		plain.meta.security.map(({ code }) => code),
		["R"],
	);
});
