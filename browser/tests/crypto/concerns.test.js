// A concern from Ada's room to two officers and back: what each can read, and what nobody is fooled by.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { letterOf } from "../../crypto/letters.js";
import { Person, sends, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const [OWN, ADDED, ANSWER, NOTE] = [1, 2, 3, 4];
const refusal = (code) => (error) => error.code === code;

let room;
let officers;
let line;
before(async () => {
	Person.stretch = async (phrase) => new Uint8Array(32).fill(phrase.length);
	room = await talk();
	officers = [await officer("willow-wren-0003", "Eve"), await officer("cedar-finch-0004", "Dora")];
	line = (await room.ben.say(room.conv, "Send me money.", { to: room.ada })).id;
	await sends(room.ben, room.ada, room, "sealEdit", { to: line, text: "Could you lend me some?" });
	for (const one of [room.ada, ...officers]) await one.readLog();
});

async function officer(username, name) {
	const one = await new Person(room.house, username).comeIn();
	room.house.endorse(one.id, { name, role: 5 });
	return one;
}

const rowOf = (person) => room.house.row(person.id);
const rows = () => officers.map(rowOf);
const said = (change = {}) => ({
	...{ about: 1, on: [room.ben.id], conv: room.conv, lines: [line], words: "He asked for money.", day: DAY },
	...change,
});
const sealed = (change, to = officers.map(({ id }) => id)) =>
	room.ada.do("sealConcern", { said: said(change), people: rows(), to });

/** What the house hands to somebody, as tests/concerns has it. */
function wholeFor(person, payload, letters = []) {
	const { ada, ben } = room;
	const wrapFor = ({ readers }) => readers.find((one) => one.account_id === person.id)?.wrap ?? "";
	const named = (readers) => readers.map(({ account_id, kr_hash }) => ({ account_id, kr_hash }));
	const isOfficer = person !== ada;
	return {
		concern: { id: payload.id, from_id: ada.id },
		...{ readers: named(payload.readers), boxes: isOfficer ? payload.boxes : [], wrap: wrapFor(payload) },
		people: [ada, ben, ...officers].map(rowOf),
		letters: letters
			.filter(({ letter }) => wrapFor(letter) !== "")
			.map(({ letter, sort, from }) => ({
				...{ id: letter.id, sort, from_id: from.id, said_on: DAY, box: letter.box },
				...{ wrap: wrapFor(letter), readers: named(letter.readers) },
			})),
	};
}

const read = (person, payload, letters) =>
	person.do("readConcern", { whole: wholeFor(person, payload, letters), people: [rowOf(room.ben)] });

const letter = async (from, payload, sort, to, words = "Thank you for telling us.") => ({
	...{ sort, from },
	letter: (
		await from.do("sealConcernLetter", {
			...{ report: payload.id, sort, words, day: DAY, people: to.map(rowOf) },
		})
	).payload,
});

/** An answer to Ada, by a changed room that asks nobody. */
function forgedBy({ core }, { id }) {
	const readers = [core.place, room.ada.core.place].map(({ records }) => records.at(-1));
	const records =
		core === room.ada.core ? [...readers.slice(1), officers[0].core.place.records.at(-1)] : readers;
	return letterOf(core, { report: fromText(id, 16), sort: ANSWER, b: "All is well.", day: DAY, records });
}

test("Ada sees by name who would read it, and only those the programme stands behind today", async () => {
	const { officers: found } = await room.ada.do("concernOfficers", {
		people: [...rows(), rowOf(room.ben), { ...rows()[0], endorsement: null }],
		today: DAY,
	});
	assert.deepEqual(
		found.map(({ name }) => name),
		["Eve", "Dora"],
	);
	const later = await room.ada.do("concernOfficers", { people: rows(), today: DAY + 200 });
	assert.deepEqual(later.officers, []);
	const own = await officers[0].do("concernOfficers", { people: rows(), today: DAY });
	assert.deepEqual(
		own.officers.map(({ name }) => name),
		["Dora"],
	);
});

test("Both officers read her words and the line she chose, with what it became", async () => {
	const { payload } = await sealed();
	for (const one of officers) {
		const { fits, report } = await read(one, payload);
		assert.equal(fits, true);
		assert.deepEqual([report.b, report.about, report.on], ["He asked for money.", 1, [room.ben.id]]);
		assert.deepEqual(
			report.lines.map(({ t, b, from }) => [t, b, from]),
			[
				["text", "Send me money.", room.ben.id],
				["edit", "Could you lend me some?", room.ben.id],
			],
		);
	}
});

/** Ben writes a line, gives it other words, and takes it back; Ada read it before. */
async function takenBack(text, after) {
	const { id } = await room.ben.say(room.conv, text, { to: room.ada });
	if (after !== undefined) await sends(room.ben, room.ada, room, "sealEdit", { to: id, text: after });
	const { theirs } = await sends(room.ben, room.ada, room, "sealErase", { to: id });
	return { id, line: theirs.changed.find((one) => one.id === id) };
}

const wordsOf = ({ lines }) => lines.map(({ t, b }) => [t, b]);

test("P11: what Ben took back can still be shown: its words, the other words, and that he took it back", async () => {
	const { id, line: gone } = await takenBack("I know where you live.", "See you.");
	assert.deepEqual([gone.text, gone.earlier.length, gone.trouble, gone.held], ["", 0, "taken-back", true]);
	const { payload } = await sealed({ lines: [id] });
	for (const one of officers) {
		const { fits, report } = await read(one, payload);
		assert.equal(fits, true);
		assert.deepEqual(wordsOf(report), [
			["text", "I know where you live."],
			["edit", "See you."],
			["erase", ""],
		]);
		const [first, , last] = report.lines;
		assert.equal(first.back, last.n);
		const log = new Map(room.ledger.entries.map(({ n, hAad }) => [n, toText(hAad)]));
		for (const { n, hAad } of report.lines) assert.equal(hAad, log.get(n));
	}
});

test("19: beside what was taken back nothing else is shown, not the line before nor another that was taken back", async () => {
	const [one, other] = [await takenBack("This one."), await takenBack("Not this one.")];
	await room.ben.say(room.conv, "Nor this.", { to: room.ada });
	const { report } = await read(officers[0], (await sealed({ lines: [one.id] })).payload);
	assert.deepEqual(wordsOf(report), [
		["text", "This one."],
		["erase", ""],
	]);
	const { report: both } = await read(officers[0], (await sealed({ lines: [other.id, line] })).payload);
	assert.deepEqual(
		both.lines.map(({ b, back }) => [b, back !== undefined]),
		[
			["Send me money.", false],
			["Could you lend me some?", false],
			["Not this one.", true],
			["", false],
		],
	);
});

/** Ada keeps it as proof. */
async function keptAsProof(id) {
	const { doc_id } = await room.ada.do("keepLine", { conv: room.conv, id });
	await room.ada.do("documentWritten", { doc_id });
	return doc_id;
}

test("A line kept as proof is shown by itself, with what the talk knows of it by now", async () => {
	const { id } = await room.ben.say(room.conv, "Pay me or else.", { to: room.ada });
	const doc = await keptAsProof(id);
	const shown = async () => {
		const { payload } = await sealed({ lines: [], kept: [doc] });
		return wordsOf((await read(officers[0], payload)).report);
	};
	assert.deepEqual(await shown(), [["text", "Pay me or else."]]);
	await sends(room.ben, room.ada, room, "sealEdit", { to: id, text: "Pay when you can." });
	const both = [
		["text", "Pay me or else."],
		["edit", "Pay when you can."],
	];
	assert.deepEqual(await shown(), both);
	await sends(room.ben, room.ada, room, "sealErase", { to: id });
	assert.deepEqual(await shown(), [...both, ["erase", ""]]);
});

test("19: where the talk is not here, a line kept as proof is shown all the same, exactly as it was written", async () => {
	const { id } = await room.ben.say(room.conv, "You owe me.", { to: room.ada });
	const doc = await keptAsProof(id);
	const { talks } = room.ada.core;
	const talk = talks.get(room.conv);
	talks.delete(room.conv);
	try {
		const { payload } = await sealed({ lines: [], kept: [doc] });
		const { fits, report } = await read(officers[0], payload);
		assert.deepEqual([fits, wordsOf(report)], [true, [["text", "You owe me."]]]);
		const { n, hAad } = report.lines[0];
		assert.equal(hAad, toText(room.ledger.entries.find((one) => one.n === n).hAad));
	} finally {
		talks.set(room.conv, talk);
	}
	await assert.rejects(sealed({ lines: [], kept: [doc], conv: "AAAAAAAAAAAAAAAAAAAAAA" }), refusal("report"));
	await assert.rejects(sealed({ lines: [], kept: ["AAAAAAAAAAAAAAAAAAAAAA"] }), refusal("no-doc"));
});

test("Each line says what the log has to hold in its place, and only a true place has that", async () => {
	const { payload } = await sealed();
	const { report } = await read(officers[0], payload);
	const log = new Map(room.ledger.entries.map(({ n, hAad }) => [n, toText(hAad)]));
	for (const { n, hAad } of report.lines) {
		assert.equal(hAad, log.get(n));
		for (const [other, held] of log) if (other !== n) assert.notEqual(hAad, held);
	}
});

test("Nothing is sealed to whom it is about, to one alone, or to somebody who was not shown", async () => {
	const [eve] = officers;
	await assert.rejects(sealed({ on: [room.ben.id, eve.id].sort() }), refusal("report"));
	await assert.rejects(sealed({}, [eve.id]), refusal("report"));
	await assert.rejects(sealed({}, [eve.id, room.ben.id]), refusal("readers-moved"));
	await assert.rejects(sealed({ lines: ["AAAAAAAAAAAAAAAAAAAAAA"] }), refusal("no-such-text"));
});

test("A report with other boxes says that it does not fit, and shows nothing", async () => {
	const [{ payload }, { payload: other }] = [await sealed(), await sealed()];
	const mixed = { ...payload, boxes: [payload.boxes[0], ...other.boxes.slice(1)] };
	assert.deepEqual(await read(officers[0], mixed), { letters: [], report: null, fits: false });
});

test("Ada keeps her own words, is answered by an officer, and reads no note among them", async () => {
	const { payload } = await sealed();
	const [eve, dora] = officers;
	await read(eve, payload);
	const letters = [
		{ sort: OWN, from: room.ada, letter: payload.own },
		await letter(room.ada, payload, ADDED, officers, "It happened twice."),
		await letter(eve, payload, NOTE, [dora], "Shall I call him?"),
		await letter(eve, payload, ANSWER, [room.ada, dora], "We spoke with him."),
	];
	const words = async (person) => (await read(person, payload, letters)).letters.map(({ b }) => b);
	assert.deepEqual(await words(room.ada), [
		"He asked for money.",
		"It happened twice.",
		"We spoke with him.",
	]);
	assert.deepEqual(await words(dora), ["It happened twice.", "Shall I call him?", "We spoke with him."]);
});

test("An answer by anybody who was no reader of the report, or is no officer, is not shown as one", async () => {
	const { payload } = await sealed();
	for (const from of [room.ben, room.ada]) {
		const forged = { sort: ANSWER, from, letter: forgedBy(from, payload) };
		const [shown] = (await read(room.ada, payload, [forged])).letters;
		assert.deepEqual([shown.fits, shown.b], [false, ""]);
	}
});
