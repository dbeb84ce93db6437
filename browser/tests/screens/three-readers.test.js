// Where three read, every place to write says so, by name; and what one of them wrote is never called another's.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { drawn, screenOf } from "./drawn.js";

const here = new URL("../../screens/", import.meta.url);
const screen = (name) => import(new URL(`${name}.js`, here).href);
const view = { config: { today: 20_515, contact: { name: "Dora" }, programme: "Riverside Peers" } };
const row = (accountId, name, reads = true) => ({ accountId, name, reads });
const draft = {
	...{ type: 2, id: "", name: "Dr. Okoro", where: "12 Hill Street", through: "", what: ["plans"] },
	...{ leaves_out: "All else", purpose: 1, why: "To help.", until: 20_530, words: "She sleeps badly." },
};

/** Ada's talk, or what Ben or Lea sees of it. */
function talkOf({ mine = "client", company = [row("ben", "Ben"), row("lea", "Lea")], ...change } = {}) {
	const other = mine === "client" ? { accountId: "ben", name: "Ben" } : { accountId: "ada", name: "Ada" };
	return {
		...{ conv: "c", name: other.name, company, lines: [], canWrite: true, older: "none", drafted: null },
		...{ ours: { me: null, them: null }, ...change },
		relationship: { id: 1, mine, state: "active", called: "", plan: null, pause: null, keptMonths: 3, other },
	};
}
const room = (conversation) => ({ conversation: () => conversation });
const shown = async (name, kind, conversation, more = {}) => {
	const Kind = (await screen(name))[kind];
	const given = { view, place: { screen: name, id: "c" }, room: room(conversation), conversation, ...more };
	return drawn(screenOf(Kind, given).render()).replace(/\s+/g, " ");
};

before(async () => (await import("../../words/index.js")).learnInside());

test("Words for a pause, own lines and a goodbye name all who read them", async () => {
	for (const [name, kind] of [
		["rest", "RoomRest"],
		["own-lines", "RoomOwnLines"],
		["goodbye", "RoomGoodbye"],
	]) {
		const text = await shown(name, kind, talkOf());
		assert.match(text, /Ben and Lea/, name);
		assert.doesNotMatch(text, /[Oo]nly (you and Ben|the two of you)|You can both read\. No/, name);
	}
	assert.match(await shown("goodbye", "RoomGoodbye", talkOf()), /Send it to Ben and Lea/);
	assert.match(await shown("rest", "RoomRest", talkOf()), /Only you, Ben and Lea can read this\./);
});

test("Where two read, it says just the two, as before", async () => {
	const two = talkOf({ company: [row("ben", "Ben")] });
	assert.match(await shown("rest", "RoomRest", two), /Only the two of you can read them/);
	assert.match(await shown("own-lines", "RoomOwnLines", two), /Only you and Ben can read these/);
	const left = talkOf({ company: [row("ben", "Ben"), row("lea", "Lea", false)] });
	assert.match(await shown("rest", "RoomRest", left), /Only the two of you can read them/);
	assert.match(await shown("goodbye", "RoomGoodbye", left), /Send it to Ben</);
});

test("Ben sees that Lea reads his suggestion too", async () => {
	const company = [row("ada", "Ada"), row("lea", "Lea")];
	const text = await shown("draft", "RoomDraft", talkOf({ mine: "specialist", company }), { ready: true });
	assert.match(text, /Ada and Lea see this as your suggestion/);
	assert.match(text, /Show it to Ada and Lea first/);
});

test("A goodbye of Lea's is headed with her name, and a draft of hers is not Ben's", async () => {
	const letter = {
		id: "l1",
		kind: "goodbye",
		state: "stored",
		from: "them",
		by: "lea",
		text: "All the best.",
	};
	assert.match(await shown("goodbye", "RoomGoodbye", talkOf({ lines: [letter] })), /What Lea wrote to you/);
	const { draftNote } = await screen("draft-note");
	const drafted = { n: 9, from: "them", by: "lea", draft };
	assert.match(drawn(draftNote(talkOf({ drafted }), "Ben", () => {})), /Lea suggests/);
	const mine = talkOf({ drafted });
	assert.match(await shown("tell", "RoomTell", mine, { ready: true }), /Lea suggests other words/);
});

test("Where three read Ada chooses who tells, and the page says who worded it", async () => {
	const { byField, firstTeller, tellerIn, wordedBy } = await screen("tell-by");
	const hands = [
		{ from: "them", by: "lea" },
		{ from: "me", by: "ada" },
		{ from: "them", by: "ben" },
	];
	const three = talkOf({ drafted: { n: 9, from: "them", by: "lea", draft, hands } });
	assert.equal(firstTeller(three), "lea", "whoever worded it last stands there first");
	const [chosen] = drawn(byField(three, "lea")).match(/value=\w+ \?selected=true/);
	assert.equal(chosen, "value=lea ?selected=true");
	assert.equal(wordedBy(three, "Ben"), "Lea and Ben");
	assert.deepEqual(tellerIn(three, "ben"), { by: "ben", byName: "Ben" });
	const gone = three.company.map((one) => (one.accountId === "lea" ? { ...one, reads: false } : one));
	const two = talkOf({ drafted: three.drafted, company: gone });
	assert.equal(drawn(byField(two, "ben")), "", "with two there is no question");
	assert.deepEqual(tellerIn(two, ""), { by: "ben", byName: "Ben" }, "it is bound to whoever stands there");
	assert.equal(wordedBy(two, "Ben"), "Lea and Ben", "who left worded it all the same");
});
