// What somebody took back: its deed under the line, the line in the form of a concern, and what an officer reads of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { concernScenes } from "./concern-scenes.js";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";
import { lines } from "./fake-people.js";

await learnInside();
const { mayDo } = await import("../../screens/line.js");
const { RoomLineActs } = await import("../../screens/line-acts.js");
const { RoomConcern } = await import("../../screens/concern.js");
const { RoomGoodbye } = await import("../../screens/goodbye.js");
const { RoomNotebook } = await import("../../screens/notebook.js");
const { RoomConcernOne } = await import("../../screens/concern-one.js");

const view = {
	relationships: [],
	me: { isSpecialist: false },
	config: { retention: 6, contact: { name: "Dora" } },
	line: "up",
};
const scenes = concernScenes({ talking: view, inside: view, me: { roles: [5] } });
const gone = { id: "l9", msg: "m9", from: "them", kind: "taken-back", text: "", file: null };

/** What stands under a line once it is opened, and where its deeds lead. @param {object} line @param {{canWrite?: boolean}} [how] */
function under(line, { canWrite = true } = {}) {
	const went = [];
	const conversation = {
		conv: "c1",
		name: "Ben",
		canWrite,
		relationship: { mine: "client", other: { accountId: "ben" } },
	};
	const page = screenOf(RoomLineActs, { view, conversation, line, go: (place) => went.push(place) });
	const shown = drawn(page.render());
	return { shown, went, press: (label) => deedUnder(page, label)() };
}

/** The deed of the button that says so. */
function deedUnder(page, label) {
	const all = page.render();
	const labels = [...drawn(all).matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, text]) => text);
	return deedsOf(all, "@click")[labels.indexOf(label)];
}

test("Under what the other took back stands how to raise a concern about it, and no deed that needs its words", () => {
	for (const line of [{ ...gone, held: true }, gone]) {
		assert.equal(mayDo(line), true);
		const { shown, went, press } = under(line);
		for (const id of ["line.answer", "line.copy", "line.keep", "line.take-back"])
			assert.ok(!shown.includes(`>${say(id)}<`), id);
		assert.ok(!shown.includes("sign-choice"));
		press(say("concern.line-act"));
		assert.deepEqual(went, [{ screen: "concern", id: "c1", line: "l9" }]);
	}
});

test("Where its words are gone from this device, it says so, and leads to what was kept as proof", () => {
	const lost = under(gone);
	assert.ok(lost.shown.includes(say("line.gone-lost")) && !lost.shown.includes(say("line.gone-held")));
	lost.press(say("line.gone-notebook"));
	assert.deepEqual(lost.went, [{ screen: "notebook" }]);
	const held = under({ ...gone, held: true });
	assert.ok(held.shown.includes(say("line.gone-held")) && !held.shown.includes(say("line.gone-lost")));
	assert.ok(!held.shown.includes(say("line.gone-notebook")));
});

test("One's own line that was taken back, and one that never arrived, have no deed", () => {
	assert.equal(mayDo({ ...gone, from: "me", held: true }), false);
	assert.equal(mayDo({ ...gone, msg: null }), false);
});

/** The form of a concern about a line, and what it sends. @param {any} scene @param {object[]} lines */
function form(scene, lines) {
	const asked = [];
	const conversation = {
		...{ conv: "c1", name: "Ben", lines },
		relationship: { other: { accountId: "ben" }, state: "ended" },
	};
	const room = {
		...{ conversation: () => conversation, draftOf: () => "", draft: () => {}, person: () => null },
		doing: async (...all) => void asked.push(all),
	};
	const page = screenOf(RoomConcern, { ...scene, room, go: () => {}, tell: () => {} });
	const send = (given) => deedsOf(page.render(), "@submit")[0](fill({ to: ["eve", "dora"], ...given }));
	return { shown: drawn(page.render()), send, asked };
}

test("In the form it stands ticked without its words, and goes as a message of whoever wrote it", async () => {
	const { lines: all } = scenes["concern-line-back"].conversation;
	const { id } = all.at(-1);
	const { shown, send, asked } = form(scenes["concern-line-back"], all);
	assert.ok(shown.includes(say("concern.line-back")));
	assert.match(shown, new RegExp(`value=${id} \\?checked=true`));
	await send({ words: "He wrote it and took it back.", lines: [id] });
	assert.deepEqual(asked[0][2], {
		...{ about: 1, on: ["ben"], conv: "c1", lines: [id] },
		words: "He wrote it and took it back.",
	});
});

test("One that cannot be shown any more stands in no list, and the concern is about the person", async () => {
	const all = scenes["concern-line-back"].conversation.lines.map(({ held: _, ...line }) => line);
	const { shown, send, asked } = form(scenes["concern-line-back"], all);
	assert.ok(!shown.includes(say("concern.line-back")));
	await send({ words: "He took it back.", lines: [] });
	assert.equal(asked[0][2].about, 2);
});

const bye = {
	...gone,
	kind: "goodbye",
	text: "You will be sorry.",
	state: "stored",
	by: "ben",
	signs: { me: 0, them: 0 },
};

test("From the last words of an ended talk, in the talk and on their own page, one raises a concern about them", async () => {
	const { went, press } = under(bye, { canWrite: false });
	press(say("concern.line-act"));
	const talk = {
		...{ conv: "c1", name: "Ben", lines: [bye, { ...bye, id: "l10", from: "me" }], canWrite: false },
		relationship: {
			id: 1,
			conv: "c1",
			mine: "client",
			state: "ended",
			keptMonths: 0,
			other: { accountId: "ben" },
		},
	};
	const room = { conversation: () => talk };
	const page = screenOf(RoomGoodbye, { view, room, place: { id: "c1" }, go: (place) => went.push(place) });
	const shownThere = drawn(page.render());
	assert.equal(shownThere.split(`>${say("concern.line-act")}<`).length - 1, 1);
	deedsOf(page.render(), "@click").find((one) => String(one).includes('"concern"'))();
	const place = { screen: "concern", id: "c1", line: "l9" };
	assert.deepEqual(went, [place, place]);
	const { shown, send, asked } = form({ ...scenes["concern-line"], place }, [bye]);
	assert.ok(shown.includes("You will be sorry."));
	await send({ words: "This frightened me.", lines: ["l9"] });
	assert.deepEqual([asked[0][2].about, asked[0][2].lines], [1, ["l9"]]);
});

const kept = { docId: "k1", kind: "kept", conv: "c1", by: "ben", name: "Ben", n: 9, ts: null };

test("From a line kept as proof one raises a concern about who wrote it; it alone stands there to be shown", async () => {
	const { place, view: shownThere } = scenes["concern-kept"];
	const { shown, send, asked } = form({ place, view: shownThere }, lines(3));
	const [{ text, docId }] = shownThere.notebook.kept;
	assert.ok(shown.includes(say("concern.title", { name: "Ben" })) && shown.includes(text));
	assert.equal(shown.split('name="lines"').length - 1, 1);
	await send({ words: "He wrote this.", lines: [docId] });
	await send({ words: "He wrote this.", lines: [] });
	assert.deepEqual(
		asked.map(([, , { about, on, conv, lines: chosen, kept: proofs }]) => [about, on, conv, chosen, proofs]),
		[
			[1, ["ben"], "c1", [], ["k1"]],
			[2, ["ben"], "c1", [], []],
		],
	);
});

test("The page of a kept line waits until the notebook is open", async () => {
	const opened = [];
	const { place, view: shownThere } = scenes["concern-kept"];
	const room = {
		openNotebook: async () => opened.push("notebook"),
		reading: async (...all) => opened.push(all.join(" ")),
		...{ draftOf: () => "", draft: () => {}, person: () => null },
	};
	const page = screenOf(RoomConcern, { place, room, view: { ...shownThere, notebook: undefined } });
	page.firstUpdated();
	await new Promise((done) => setTimeout(done));
	assert.deepEqual(opened, ["notebook", "concerning officers"]);
	assert.equal(deedsOf(page.render(), "@submit").length, 0);
});

test("In the notebook a line of somebody else leads to a concern; one's own, and one out of a file, do not", () => {
	const went = [];
	const at = (change) => {
		const notebook = {
			state: "open",
			pages: [],
			kept: [{ ...kept, text: "Pay me.", ...change }],
			troubles: [],
		};
		const given = { view: { ...view, notebook }, room: {}, go: (place) => went.push(place) };
		return screenOf(RoomNotebook, given).render();
	};
	const theirs = at({ isBrought: false });
	assert.ok(drawn(theirs).includes(say("concern.line-act")));
	deedsOf(theirs, "@click").find((one) => String(one).includes('"concern"'))();
	assert.deepEqual(went, [{ screen: "concern", kept: "k1" }]);
	assert.ok(!drawn(at({ isBrought: false, name: "" })).includes(say("concern.line-act")));
	const brought = drawn(at({ isBrought: true }));
	assert.ok(!brought.includes(say("concern.line-act")));
	assert.ok(brought.includes(say("notebook.brought-not-shown")));
});

test("An officer reads its words, that it was taken back later, and where", () => {
	const read = (scene) => drawn(screenOf(RoomConcernOne, { ...scene, room: {}, go: () => {} }).render());
	const shown = read(scenes["concern-was-taken-back"]);
	assert.ok(shown.includes("I know where you live.") && shown.includes(say("concern.back-later")));
	assert.ok(shown.includes(say("concern.took-back")) && !shown.includes(say("concern.no-words")));
	assert.ok(!read(scenes["concern-new"]).includes(say("concern.back-later")));
});
