// Who would read a concern, for each of its four kinds; and what stands above their names is true of them.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { circleScenes } from "./circle-scenes.js";
import { drawn, screenOf } from "./drawn.js";

before(learnInside);
const { RoomConcern } = await import("../../screens/concern.js");

const officer = (id, isPartner = false) => ({ id, name: id, isPartner });
const [eve, dora, finn] = [officer("eve"), officer("dora"), officer("finn")];
const [lea, noor] = [officer("lea", true), officer("noor", true)];
const independent = { name: "Line for complaints", phone: "555 0177" };
const contact = { name: "Mia", phone: "555 0100" };
const line = { id: "l1", msg: "m1", kind: "text", from: "them", by: "ben", text: "Lend me fifty." };
const talk = {
	...{ conv: "c1", name: "Ben", lines: [line] },
	relationship: { id: 1, state: "active", other: { accountId: "ben", name: "Ben" } },
};

/** The page as it stands; `readers`: who is ticked on it. */
function shown(place, list, { outside = ["State ombudsman, 555 0102"], parts = {}, subject = "" } = {}) {
	const concerning = { officers: { list, within: 5, outside } };
	const view = {
		config: { today: 20_508, contact, independent },
		parts: { ...parts, concerning },
	};
	const room = { conversation: (id) => (id === "c1" ? talk : null), person: () => null };
	const given = { view, room, place: { screen: "concern", ...place }, subject };
	const text = drawn(screenOf(RoomConcern, given).render()).replace(/\s+/g, " ");
	return { text, readers: [...text.matchAll(/name="to" value=(\w+)/g)].map(([, id]) => id) };
}

const sentences = ["concern.readers-why", "concern.readers-apart", "concern.readers-own"];
/** Which of the sentences stands there; never two. */
function sentenceOf({ text }) {
	const said = sentences.filter((name) => text.includes(say(name)));
	assert.equal(said.length, 1);
	return said[0];
}
const isOpen = ({ text }) => text.includes("<details ?open=true><summary>Others who can help");

test("A concern about a line or a person is read by every officer but whom it is about, and says so", () => {
	const ben = officer("ben");
	for (const place of [{ id: "c1", line: "l1" }, { id: "c1" }, { ref: "ben" }]) {
		const page = shown(place, [eve, ben, dora, lea]);
		assert.deepEqual(page.readers, ["eve", "dora", "lea"]);
		assert.equal(sentenceOf(page), "concern.readers-why");
		assert.equal(isOpen(page), false);
	}
});

test("About one who answers concerns, that one is not among those who read it", () => {
	const page = shown({}, [eve, dora, lea, noor], { subject: "eve" });
	assert.deepEqual(page.readers, ["dora", "lea", "noor"]);
	assert.equal(sentenceOf(page), "concern.readers-why");
});

test("A concern about a circle is read by nobody who is in it, hosts or not", () => {
	const view = { relationships: [], me: { isSpecialist: false }, config: { retention: 6 }, line: "up" };
	const scene = circleScenes({ talking: view, homely: view })["concern-circle"];
	const { circles } = scene.view.parts;
	const inside = circles.open[scene.place.circle].people.map(({ accountId }) => officer(accountId));
	assert.ok(inside.length > 2);
	const page = shown(scene.place, [...inside, eve, dora, noor], { parts: { circles } });
	assert.deepEqual(page.readers, ["eve", "dora", "noor"]);
	assert.equal(sentenceOf(page), "concern.readers-why");
});

test("A concern about the programme goes to those who are not part of it, where there are two, and says so", () => {
	const page = shown({}, [eve, dora, lea, noor]);
	assert.deepEqual(page.readers, ["lea", "noor"]);
	assert.equal(sentenceOf(page), "concern.readers-apart");
	assert.equal(isOpen(page), false);
});

test("With one of them or none the programme's own read it: it says so, and who else can help stands open", () => {
	for (const list of [
		[eve, dora, lea],
		[eve, dora, finn],
	]) {
		const page = shown({}, list);
		assert.deepEqual(
			page.readers,
			list.map(({ id }) => id),
		);
		assert.equal(sentenceOf(page), "concern.readers-own");
		assert.ok(isOpen(page));
		assert.match(page.text, /State ombudsman, 555 0102.*Line for complaints.*tel:5550177/);
		assert.doesNotMatch(page.text, /tel:5550100/, "the programme's own contact is not outside of it");
	}
	assert.match(shown({}, [eve, dora], { outside: [] }).text, /Line for complaints/);
});
