import assert from "node:assert/strict";
import { test } from "node:test";
import { screenOf } from "./drawn.js";
import { HeldAnswers } from "../../screens/held-answers.js";
import { aboutIn, HeldForm, put, valuesOf } from "../../screens/held.js";
import { formId } from "../../talk/form-id.js";

/** The fields of a form as a browser has them, as far as a held form asks. */
class Field extends EventTarget {
	constructor(given) {
		super();
		Object.assign(this, { type: "text", checked: false }, given);
	}
}

/** Where drafts stand, as the room keeps them. */
const drafts = () => {
	const kept = new Map();
	return {
		kept,
		draft: (id, text) => (text === "" ? kept.delete(id) : kept.set(id, text)),
		draftOf: (id) => kept.get(id) ?? "",
	};
};

test("What was begun in a form stands there again, also in fields that an answer brings", async () => {
	const room = drafts();
	const held = new HeldForm(room, "tell", "a talk");
	await held.done();
	const kept = { to: ["outside"], toName: ["Dr. Okoro"], what: ["plans"], words: ["I sleep badly."] };
	const [id] = await nameOf(room, held);
	room.draft(id, JSON.stringify(kept));
	const [here, away] = ["here", "outside"].map(
		(value) => new Field({ type: "radio", name: "to", value, checked: value === "here" }),
	);
	const fields = [here, away, new Field({ name: "words", type: "textarea", value: "" })];
	fields.push(new Field({ name: "what", type: "checkbox", value: "plans" }));
	fields.push(new Field({ name: "what", type: "checkbox", value: "contact", checked: true }));
	const named = new Field({ name: "toName", value: "" });
	away.addEventListener("change", () => fields.push(named));
	const form = { elements: fields };
	await held.stands(form, async () => undefined);
	await held.stands(null, async () => undefined);
	assert.deepEqual([here.checked, away.checked, named.value], [false, true, "Dr. Okoro"]);
	assert.deepEqual(
		fields.slice(2, 5).map(({ value, checked }) => [value, checked]),
		[
			["I sleep badly.", false],
			["plans", true],
			["contact", false],
		],
	);
});

test("A form about one talk is not filled with what was begun in another, nor after it was sent", async () => {
	const room = drafts();
	const [one, other] = ["one", "other"].map((about) => new HeldForm(room, "goodbye", about));
	const [id] = await nameOf(room, one);
	room.draft(id, JSON.stringify({ words: ["Go well."] }));
	const field = new Field({ name: "words", value: "" });
	const form = () => ({ elements: [field] });
	await other.stands(form(), async () => undefined);
	assert.equal(field.value, "");
	await one.done();
	await one.stands(form(), async () => undefined);
	assert.deepEqual([field.value, room.kept.size], ["", 0]);
});

test("A form is filled once: what is typed afterwards stays", async () => {
	const room = drafts();
	const held = new HeldForm(room, "rest", "a talk");
	const [id] = await nameOf(room, held);
	room.draft(id, JSON.stringify({ words: ["Some quiet days."] }));
	const field = new Field({ name: "words", value: "" });
	const form = { elements: [field] };
	await held.stands(form, async () => undefined);
	field.value = "Some quiet weeks.";
	await held.stands(form, async () => undefined);
	assert.equal(field.value, "Some quiet weeks.");
});

test("Several answers to one question are all kept, and a field without one stays as it was", () => {
	const given = new FormData();
	for (const [name, value] of [
		["what", "plans"],
		["what", "contact"],
		["words", ""],
	])
		given.append(name, value);
	assert.deepEqual(valuesOf(given), { what: ["plans", "contact"], words: [""] });
	const field = new Field({ name: "until", value: "20000" });
	put(field, []);
	assert.equal(field.value, "20000");
});

/** The name under which a form keeps what stands in it: sixteen bytes. */
async function nameOf(room, held) {
	const before = new Set(room.kept.keys());
	const target = { elements: [] };
	const OwnFormData = globalThis.FormData;
	globalThis.FormData = class extends OwnFormData {
		constructor() {
			super();
			this.append("words", "x");
		}
	};
	await held.typed({ currentTarget: target });
	globalThis.FormData = OwnFormData;
	const names = [...room.kept.keys()].filter((name) => !before.has(name));
	assert.match(names[0], /^[A-Za-z0-9_-]{22}$/);
	return names;
}

test("A form that is closed at first learns from what was begun that it is to be open", async () => {
	const room = drafts();
	const held = new HeldForm(room, "path", "2");
	assert.deepEqual(await held.begun("row"), []);
	room.draft(await formId("path 2"), JSON.stringify({ row: ["new"], b: ["Walk"] }));
	assert.deepEqual(await held.begun("row"), ["new"]);
	assert.deepEqual(await new HeldForm(room, "path", "3").begun("row"), []);
	await held.done();
	assert.deepEqual(await held.begun("row"), []);
});

test("A check-in that was begun goes on where it stood, on the same day and in the same talk alone", async () => {
	const room = drafts();
	const begun = { at: 3, day: 20_500, given: [4, 20, 21, 21, 21, 21], own: "More calls." };
	await new HeldAnswers(room, "a talk").hold(begun);
	const again = new HeldAnswers(room, "a talk");
	assert.deepEqual(await again.begun(20_500), begun);
	assert.equal(await again.begun(20_501), null);
	assert.equal(await new HeldAnswers(room, "another talk").begun(20_500), null);
	for (const odd of [{ at: 7 }, { given: [4] }, { given: [5, 4, 4, 4, 4, 4] }, { own: 1 }]) {
		await again.hold({ ...begun, ...odd });
		assert.equal(await again.begun(20_500), null, JSON.stringify(odd));
	}
	await again.hold(begun);
	await again.done();
	assert.deepEqual([await again.begun(20_500), room.kept.size], [null, 0]);
});

test("A form that is emptied again takes up no room, and one with an answer alone is kept", async () => {
	const room = drafts();
	const held = new HeldForm(room, "tell", "a talk");
	const words = new Field({ name: "words", value: "" });
	const said = new Field({ type: "radio", name: "who", value: "them" });
	const form = { elements: [words, said] };
	await held.stands(form, async () => undefined);
	const typed = async () => {
		const OwnFormData = globalThis.FormData;
		globalThis.FormData = class extends OwnFormData {
			constructor() {
				super();
				this.append("words", words.value);
				if (said.checked) this.append("who", said.value);
			}
		};
		await held.typed({ currentTarget: form });
		globalThis.FormData = OwnFormData;
	};
	words.value = "I sleep badly.";
	await typed();
	assert.equal(room.kept.size, 1);
	words.value = "";
	await typed();
	assert.equal(room.kept.size, 0);
	said.checked = true;
	await typed();
	const { who, "": day } = JSON.parse([...room.kept.values()][0]);
	assert.deepEqual(who, ["them"]);
	assert.match(day[0], /^[0-9]{5}$/);
});

test("The name of what a form makes is nothing begun, and is kept with the form once it is sent", async () => {
	const room = drafts();
	const held = new HeldForm(room, "vows", "a talk");
	const name = new Field({ type: "hidden", name: "ref", value: "one" });
	const form = { elements: [name, new Field({ name: "words", value: "" })] };
	await held.stands(form, async () => undefined);
	name.value = "other";
	const OwnFormData = globalThis.FormData;
	globalThis.FormData = class extends OwnFormData {
		constructor() {
			super();
			this.append("ref", name.value);
		}
	};
	await held.typed({ currentTarget: form });
	assert.equal(room.kept.size, 0);
	await held.hold(form);
	globalThis.FormData = OwnFormData;
	name.value = "new";
	const again = { elements: [name] };
	await held.stands(again, async () => undefined);
	assert.equal(name.value, "other");
});

test("A form about a line is named by the line, not by its place on the page", () => {
	const talk = (lines) => ({ lines });
	const first = talk([{ id: "w1", msg: "A" }]);
	const next = talk([
		{ id: "w1", msg: "B" },
		{ id: "l1", msg: "A" },
	]);
	assert.deepEqual([aboutIn(first, "w1"), aboutIn(next, "w1"), aboutIn(next, "l1")], ["A", "B", "A"]);
	assert.equal(aboutIn(talk([{ id: "w2", msg: null }]), "w2"), null, "not stored yet");
	assert.deepEqual([aboutIn(null, "w1"), aboutIn(null, undefined)], [null, ""]);
});

test("What was begun about one line never stands beside another at the next visit", async () => {
	const { RoomVows } = await import("../../screens/vows.js");
	const { RoomNotRight } = await import("../../screens/not-right.js");
	const named = [];
	const room = {
		draft: (id) => named.push(id),
		draftOf: () => "",
		conversation: () => ({ lines: [{ id: "w1", msg: "A", from: "me" }] }),
	};
	for (const Kind of [RoomVows, RoomNotRight]) {
		const page = screenOf(Kind, { room, view: {}, place: { screen: "x", id: "c1", line: "w1" } });
		page.willUpdate?.();
		page.updated();
		await page.held.done();
	}
	assert.deepEqual(named, [await formId("vows c1 A"), await formId("not-right c1 A")]);
});
