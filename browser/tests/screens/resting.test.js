// After a no: from which day the same person can be asked again, without blame, and others first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learn, learnInside, say } from "../../words/index.js";
import { dayWords } from "../../screens/days.js";
import { drawn, screenOf } from "./drawn.js";
import { scenes } from "./fake-room.js";

await learnInside();
const { RoomMine } = await import("../../screens/mine.js");
const { RoomHello } = await import("../../screens/hello.js");
const { view } = scenes.declined;
const [declined] = view.relationships;
const { name, person, accountId } = declined.other;
const rests = () => say("answer.rests", { name, day: dayWords(declined.restsUntil) });
const again = () => say("earlier.again", { name });
const mine = (change) =>
	drawn(
		screenOf(RoomMine, { room: {}, view: { ...view, relationships: [{ ...declined, ...change }] } }).render(),
	);

/** The form of a hello to whom I knew before. */
function hello(relationships, { free = false } = {}) {
	const room = {
		person: () => ({ ...person, free }),
		draftOf: () => "",
		promise: () => ({ sentences: [] }),
		quietly: () => {},
	};
	const place = { screen: "hello", id: accountId };
	return drawn(screenOf(RoomHello, { room, view: { ...view, relationships }, place }).render());
}

test("The page with the no says from when, and who else is free", () => {
	const page = mine({});
	assert.ok(page.includes(rests()));
	assert.ok(page.includes(say("answer.free")));
	assert.ok(!page.includes(again()));
});

test("Once it has rested the same person is one tap away, and no day stands there", () => {
	const page = mine({ restsUntil: null, mayAskAgain: true });
	assert.ok(page.includes(again()));
	assert.ok(!page.includes(rests()));
});

test("Who took a hello back themselves reads of no rest", () => {
	const page = mine({ state: "withdrawn", restsUntil: null, mayAskAgain: true });
	assert.ok(page.includes(again()));
	assert.ok(page.includes(say("answer.other")));
});

test("The form says the day as well, also to two who both wished to meet again", () => {
	const ended = {
		...declined,
		id: "0",
		state: "ended",
		restsUntil: null,
		wayBack: { mine: true, both: true, until: 20_600 },
	};
	const page = hello([declined, ended]);
	assert.ok(page.includes(rests()));
	assert.ok(!page.includes(say("earlier.not-free", { name })));
	assert.ok(!hello([ended]).includes(rests()));
});

test("The day is said in every language", async () => {
	for (const language of ["en", "es"]) {
		await learn(language);
		assert.ok(mine({}).includes(dayWords(declined.restsUntil)), language);
	}
	await learn("en");
});
