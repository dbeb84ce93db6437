// What is told stands on the page as it is signed, by whom it was written, and nothing that was not signed is shown.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { deedsOf, drawn, fill, screenOf } from "./drawn.js";

const TODAY = 20_515;
const view = {
	config: { today: TODAY, contact: { name: "Dora" }, programme: "Riverside Peers", country: "US" },
};
const terms = {
	...{ person: "River", byName: "Ben", to: { type: 1, name: "Cem", where: "Riverside Peers", through: "" } },
	...{
		what: ["wellbeing"],
		leavesOut: "The rest",
		purpose: 1,
		why: "To help.",
		from: TODAY,
		until: TODAY + 14,
	},
	...{ laws: ["hipaa", "part-2"], basis: "part-2-consent", help: 1, signsFor: null, witness: "" },
	...{ supersedes: false, day: TODAY, lang: "en", inside: true },
	texts: { shown: "", notice: "Do not pass it on.", refusal: "", back: "" },
};
const telling = (change) => ({
	...{ id: "t1", conv: "c1", n: 1, part: 2, from: TODAY, until: TODAY + 14, day: TODAY, kind: 1 },
	...{ openedOn: null, endedOn: null, endedBy: null, byLink: false, fits: true, terms, ...change },
});
const entry = (change) => ({
	...{ id: "e1", conv: "c1", reason: 1, told: 1, day: TODAY, lookOn: TODAY, part: 1, toldOn: TODAY },
	...{ confirmedOn: null, here: false, wishesTalk: null, fits: true, ...change },
	words: { whom: "The ambulance", what: "Where she was.", why: "I feared." },
});
const drawnOf = (screen) => drawn(screen.render()).replace(/\s+/g, " ");

let screens;
before(async () => {
	await (await import("../../words/index.js")).learnInside();
	const load = (name) => import(`../../screens/${name}.js`);
	const [told, seeTold, tell] = await Promise.all(["told", "see-told", "tell"].map(load));
	screens = { ...told, ...seeTold, ...tell };
});

test("An entry that could not be checked shows nothing of what it says, and asks for no yes to it", () => {
	const account = { tellings: [], emergencies: [entry({ fits: false })], whole: true };
	const text = drawnOf(screenOf(screens.RoomTold, { view, place: {}, account }));
	assert.match(text, /We could not check who wrote this.*Please tell Dora/);
	assert.doesNotMatch(text, /ambulance|A life was in danger|I would like to talk|I feared/);
	const real = { ...account, emergencies: [entry({})] };
	assert.match(drawnOf(screenOf(screens.RoomTold, { view, place: {}, account: real })), /I feared\./);
	const beside = screenOf(screens.RoomSeeTold, { view, place: {}, account, convs: ["c1"] });
	assert.match(drawnOf(beside), /We could not check who wrote this/);
});

test("Who can see this talk names nothing that was told of another", () => {
	const to = (name) => ({ ...terms, to: { ...terms.to, name } });
	const tellings = [telling({ terms: to("Cem") }), telling({ id: "t2", conv: "c2", terms: to("Dr. Okoro") })];
	const account = { tellings, emergencies: [entry({ conv: "c2" })], whole: true };
	const text = drawnOf(screenOf(screens.RoomSeeTold, { view, place: {}, account, convs: ["c0", "c1"] }));
	assert.match(text, /Cem/);
	assert.doesNotMatch(text, /Okoro|danger/);
	const forged = { ...account, tellings: [telling({ fits: false, terms: null })] };
	const unsigned = drawnOf(
		screenOf(screens.RoomSeeTold, { view, place: {}, account: forged, convs: ["c1"] }),
	);
	assert.match(unsigned, /not signed by the person it is about/);
});

test("A supervisor reads whom it is about, and every reader reads all that was signed", () => {
	const account = { tellings: [telling({ part: 3 })], emergencies: [], whole: true };
	const text = drawnOf(screenOf(screens.RoomTold, { view, place: {}, account }));
	for (const said of [
		/called River/,
		/HIPAA, 42 CFR part 2/,
		/a yes under 42 CFR part 2/,
		/read out to them/,
	])
		assert.match(text, said);
});

/** Ada's page, filled in and looked at. */
let signed;
let page;
let conversation;
beforeEach(() => {
	signed = [];
	const line = {
		id: "l1",
		msg: "m1",
		kind: "text",
		state: "stored",
		from: "them",
		by: "lea",
		ts: 0,
		text: "Rest.",
	};
	const row = (accountId, name) => ({ accountId, name, reads: true });
	conversation = {
		...{ conv: "c1", name: "Ben", lines: [line], drafted: null },
		company: [row("ben", "Ben"), row("lea", "Lea")],
		relationship: { mine: "client", called: "", other: { accountId: "ben", name: "Ben" } },
	};
	const telling = async (deed, given) => {
		if (deed === "today") return TODAY + 1;
		if (deed === "supervisors") return [];
		if (deed === "account") return { tellings: [] };
		if (deed === "tell") signed.push(given);
		return null;
	};
	const room = { conversation: () => conversation, telling, draft: () => {}, draftOf: () => "" };
	page = screenOf(screens.RoomTell, { view, place: { id: "c1" }, room, ready: true, to: "outside" });
	Object.defineProperty(page, "updateComplete", { value: Promise.resolve() });
	page.enableUpdating = () => {};
});

/** Sends a form of the page. */
const sends = (at, given) => deedsOf(page.render(), "@submit")[at](fill(given));

const filled = {
	...{
		toName: "Dr. Okoro",
		where: "12 Hill Street",
		words: "I sleep badly.",
		what: ["wellbeing"],
		lines: ["m1"],
	},
	...{
		leavesOut: "The rest",
		purpose: "1",
		why: "To help.",
		until: String(TODAY + 14),
		person: "River",
		help: "0",
	},
};

test("Exactly the sentences that are signed stand on the page, in whatever language it speaks by then", async () => {
	const { speak, learn } = await import("../../words/index.js");
	await sends(0, filled);
	const { shown } = page.draft.terms.texts;
	for (const said of shown.split("\n")) assert.ok(drawnOf(page).includes(said), said);
	assert.match(shown, /called River[\s\S]*It rests on a yes/);
	await learn?.("es");
	speak("es");
	try {
		for (const said of shown.split("\n")) assert.ok(drawnOf(page).includes(said), said);
	} finally {
		speak("en");
	}
	await sends(1, { typed: "River" });
	assert.equal(signed[0].terms.texts.shown, shown);
});

test("A line of Lea's stands there as hers, and goes out as it stood", async () => {
	assert.match(drawnOf(page), /Lea<\/span> <span class="theirs">Rest\./);
	await sends(0, filled);
	assert.equal(page.draft.content.lines[0].name, "Lea");
	await sends(1, { typed: "River" });
	assert.deepEqual(signed[0].lines, [{ id: "m1", b: "Rest.", name: "Lea" }]);
});

test("Whom Ada chose to tell stands in what she signs, and who helped to word it above it", async () => {
	page.hands = "Lea and Ben";
	await sends(0, { ...filled, by: "lea" });
	assert.match(drawnOf(page), /Lea and Ben helped to word this/);
	assert.match(page.draft.terms.texts.shown, /Lea/);
	assert.doesNotMatch(page.draft.terms.texts.shown, /Ben/);
	await sends(1, { typed: "River" });
	assert.deepEqual([signed[0].by, signed[0].terms.byName], ["lea", "Lea"]);
});

/** As a browser does it: what is drawn otherwise than before moves the choice, and nothing else does. */
class Teller {
	#drawn = new Map();

	drawn() {
		for (const [, id, on] of drawnOf(page).matchAll(/value=(ben|lea|cora) \?selected=(true|false)/g)) {
			if (this.#drawn.get(id) !== on && on === "true") this.chosen = id;
			this.#drawn.set(id, on);
		}
		return this.chosen;
	}
}

test("Who tells stays as it stood, or as Ada chose it, when words of another's arrive meanwhile", async () => {
	conversation.company.push({ accountId: "cora", name: "Cora", reads: true });
	page.ready = false;
	await page.connectedCallback();
	const teller = new Teller();
	assert.equal(teller.drawn(), "ben");
	const drafted = (by) => ({ n: 9, from: "them", by, draft: null, hands: [{ from: "them", by }] });
	conversation.drafted = drafted("cora");
	assert.equal(teller.drawn(), "ben", "nobody touched it");
	teller.chosen = "lea";
	conversation.drafted = drafted("ben");
	assert.equal(teller.drawn(), "lea", "Ada chose her");
	await sends(0, { ...filled, by: teller.chosen });
	await sends(1, { typed: "River" });
	assert.deepEqual([signed[0].by, signed[0].terms.byName], ["lea", "Lea"]);
});

test("Where nobody was asked who tells, whoever stood on the page is bound by it, and nobody who came since", async () => {
	conversation.company.pop();
	await sends(0, filled);
	conversation.name = "Lea";
	conversation.relationship = { ...conversation.relationship, other: { accountId: "lea", name: "Lea" } };
	await sends(1, { typed: "River" });
	assert.deepEqual([signed[0].by, signed[0].terms.byName], ["ben", "Ben"]);
});

test("A page that was open past midnight signs from the day on which it was looked at", async () => {
	await sends(0, filled);
	assert.equal(page.draft.terms.fromDay, TODAY + 1);
});

test("A new draft put into the page keeps whom it is for: the choice is there before anything is pressed", () => {
	assert.match(drawnOf(page), /value=outside \?checked=true/);
	assert.match(drawnOf(page), /value=organisation \?checked=false/);
});

test("A link that cannot be copied says so, and stays on the page", async () => {
	Object.defineProperty(globalThis, "navigator", {
		configurable: true,
		value: { clipboard: { writeText: () => Promise.reject(new Error("no")) } },
	});
	Object.assign(page, { done: true, link: "abc" });
	await deedsOf(page.render(), "@click")[0]();
	assert.match(drawnOf(page), /#told=abc.*could not be copied/);
});
