/** A room without a server, for looking at screens: every scene is a view, every deed changes it a little. Never assembled. */
import { choosingScenes, chosen, offers } from "./fake-choosing.js";
import { ben, line, lines, marisol, relationship, sam, sentences } from "./fake-people.js";
import { config, help, me, specialist } from "./fake-programme.js";
import { homeScenes } from "./home-scenes.js";
import { askNow } from "../../talk/one-ask.js";
import { moreAnswers, moreDeeds, moreScenes } from "./more-scenes.js";
import { ownScenes } from "./own-scenes.js";
import { readers, told } from "./fake-wall.js";
import { wayAnswers, wayDeeds, wayScenes } from "./fake-ways.js";

const wishes = { facts: ["alcohol", "parent"], langs: [], matters: "alcohol", anyone: false };
const outside = {
	door: "outside",
	...{ username: null, title: null, notebook: null },
	onlyToday: false,
	lastOpened: null,
	work: null,
	line: "off",
	config,
	help,
	offer: { username: "river-otter-4827", words: ["lantern", "maple", "cousin", "velvet", "harbour"] },
	me: null,
	notices: [],
	step: null,
	finding: null,
	relationships: [],
	home: null,
	lock: { minutes: 5, phase: "open", warningFor: 60 },
	receipt: null,
	...{ device: null, ways: [], changes: [], offerOwn: false, along: null, bringing: null },
};
const inside = { ...outside, door: "inside", line: "up", offer: null, me, step: "finding" };
const found = (verdict, people) => ({
	...inside,
	finding: { state: "ready", verdict, people, refused: 0, wishes },
});
const active = relationship({ state: "active", agreedOn: 20_505, promiseBoth: true });
const talking = { ...inside, step: "talking", relationships: [active] };
const fromAda = (change) =>
	relationship({
		mine: "specialist",
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
		last: line(2, "them", "hello. I am not sure how to start. I slipped on Friday.", { kind: "hello" }),
		...change,
	});
const people = [
	fromAda({}),
	fromAda({
		id: "2",
		state: "active",
		conv: "c2",
		waitingForMe: true,
		newLines: 2,
		other: { accountId: "x", name: "Wren", person: null },
		last: line(
			9,
			"them",
			"Are you there this week? I had the talk with my sister, and it went better than I thought.",
		),
	}),
	fromAda({
		id: "3",
		state: "active",
		conv: "c3",
		other: { accountId: "y", name: "Moss", person: null },
		last: line(9, "me", "Good to hear it."),
	}),
];
const homely = {
	...inside,
	me: specialist,
	step: "home",
	relationships: people,
	home: { late: [], hellos: [people[0]], waiting: [people[1]], rest: [people[2]] },
};

const ending = { ...inside, config: { ...config, closesOn: 20_590 } };

/** @type {Record<string, { view: any, place?: any, conversation?: any }>} */
export const scenes = {
	starting: { view: { ...outside, door: "starting", config: null, offer: null } },
	unreachable: { view: { ...outside, door: "unreachable", config: null, offer: null } },
	"no-wasm": { view: { ...outside, door: "no-wasm" } },
	"come-in": { view: outside },
	"come-in-making": { view: { ...outside, work: "making-lock" } },
	"door-closed": { view: { ...outside, config: { ...config, doorOpen: false } } },
	"closed-no-list": { view: { ...outside, help: null, config: { ...config, doorOpen: false } } },
	"come-back": { view: outside, place: { screen: "come-back" } },
	spare: { view: outside, place: { screen: "spare" } },
	neither: { view: outside, place: { screen: "neither" } },
	renew: { view: { ...outside, door: "renewing" } },
	wishes: { view: inside, place: { screen: "wishes" } },
	...choosingScenes(inside, wishes),
	people: { view: found("several", [ben, marisol, sam]), place: { screen: "people" } },
	"people-one": { view: found("one", [ben]), place: { screen: "people" } },
	"people-none": {
		view: found("none-free", [{ ...ben, free: false, againDay: 20_520 }]),
		place: { screen: "people" },
	},
	"people-nobody": { view: found("nobody", []), place: { screen: "people" } },
	person: { view: found("several", [ben, marisol]), place: { screen: "person", id: "ben" } },
	hello: { view: found("several", [ben]), place: { screen: "hello", id: "ben" } },
	waiting: {
		view: { ...inside, me: { ...me, spareSeen: false }, step: "waiting", relationships: [relationship()] },
	},
	"waiting-fresh": {
		view: {
			...inside,
			me: { ...me, spareSeen: false },
			step: "waiting",
			relationships: [relationship({ mayAskSomeoneElse: true })],
		},
	},
	"hello-missing": {
		view: { ...inside, step: "hello-missing", relationships: [relationship({ helloMissing: true })] },
	},
	mine: {
		view: {
			...talking,
			relationships: [{ ...active, newLines: 2 }, relationship({ id: "9", state: "ended", conv: "c9" })],
		},
		place: { screen: "mine" },
	},
	talk: { view: talking, conversation: {} },
	"talk-empty": { view: talking, conversation: { lines: [], older: "none" } },
	"talk-quiet": {
		view: talking,
		conversation: { outside: true, lines: [...lines(4), line(38, "me", "are you there?")] },
	},
	"talk-states": {
		view: { ...talking, line: "down" },
		conversation: {
			lines: [
				...lines(2),
				line(10, "them", "", { kind: "unopened", ts: null }),
				line(11, "them", "I wrote this on the train.", { late: true }),
				line(12, "me", "this one waits", { state: "waiting" }),
				line(13, "me", "who reads?", { state: "asks", changed: ["Cem"] }),
				line(14, "me", "refused one", { state: "refused", trouble: "too-long" }),
			],
		},
	},
	"talk-stopped": {
		view: talking,
		conversation: { stopped: { cause: "chain" }, canWrite: false, whyNot: "stopped", mayStartAgain: true },
	},
	"talk-ended": {
		view: talking,
		conversation: {
			canWrite: false,
			whyNot: "ended",
			relationship: { ...active, state: "ended", endedBy: "them" },
		},
	},
	"talk-lock-changed": { view: talking, conversation: { canWrite: false, whyNot: "lock-changed" } },
	"talk-question": { view: talking, conversation: { question: { why: "fortnight" } } },
	see: { view: talking, place: { screen: "see", id: "c1" }, conversation: {} },
	wall: { view: talking, place: { screen: "wall" } },
	"wall-changed": { view: talking, place: { screen: "wall" }, told: { ...told, trouble: "wall-cut" } },
	more: { view: talking, place: { screen: "more", id: "c1" }, conversation: {} },
	wrong: { view: talking, place: { screen: "wrong", id: "c1" }, conversation: {} },
	home: { view: homely },
	"home-offers": { view: homely, offers },
	"home-empty": {
		view: {
			...homely,
			me: { ...specialist, standsBehindUntil: 20_520, seat: { paused: true, cap: 12 } },
			relationships: [],
			home: { late: [], hellos: [], waiting: [], rest: [] },
		},
	},
	...homeScenes(homely, inside),
	"home-desk": {
		view: { ...homely, me: { ...specialist, atTheDesk: [{ id: 1, name: "Dora", agreed: false }] } },
	},
	"home-desk-too": {
		view: { ...homely, me: { ...specialist, atTheDesk: [{ id: 1, name: "Dora", agreed: true }] } },
	},
	"hello-in": {
		view: homely,
		place: { screen: "hello-in", id: "1" },
		conversation: { lines: [people[0].last] },
	},
	seat: { view: homely, place: { screen: "seat" } },
	profile: { view: homely, place: { screen: "profile" } },
	join: { view: { ...inside, me: { ...me, joining: true, profile: { name: "Ben" } }, step: "joining" } },
	place: { view: inside, place: { screen: "place" } },
	...wayScenes({ outside, inside, homely, me, specialist }),
	"close-place": { view: inside, place: { screen: "close-place" } },
	closed: {
		view: {
			...outside,
			door: "closed",
			receipt: { day: 20_510, slots: 2, wraps: 3, heldUntil: 20_590, proven: true },
		},
	},
	locked: { view: { ...outside, door: "locked", username: me.username } },
	covered: { view: { ...talking, lock: { minutes: 5, phase: "covered", warningFor: 60 } }, conversation: {} },
	warning: { view: { ...talking, lock: { minutes: 5, phase: "warning", warningFor: 60 } }, conversation: {} },
	...moreScenes({ inside, talking }),
	...ownScenes({ inside, talking, active, homely, people, fromAda }),
	notices: { view: { ...inside, notices: [{ code: "name-changed" }] } },
	"list-changed": {
		view: { ...talking, notices: [{ code: "log-rewritten" }] },
		place: { screen: "talk", id: "c1" },
		conversation: { canWrite: false, whyNot: "list" },
	},
	ending: { view: { ...ending, notices: [{ code: "programme-closing" }] } },
	"ending-place": { view: ending, place: { screen: "place" } },
};

/** What screens see: with the one thing that is asked. */
function seen(given) {
	const view = { badDay: given.parts?.path?.badDay ?? false, ...given };
	return Object.freeze({ ...view, asks: askNow({ ...view, visits: 4 }) });
}

export class FakeRoom extends EventTarget {
	#scene;
	#drafts = new Map();
	#more = [];
	#older = [];

	constructor(name) {
		super();
		this.name = name;
		this.#scene = scenes[name];
		this.view = seen(this.#scene.view);
		this.deeds = [];
	}

	#turn(change) {
		this.view = seen({ ...this.view, ...change });
		this.dispatchEvent(new Event("change"));
	}

	conversation(conv) {
		if (!this.#scene.conversation) return null;
		const known = {
			conv,
			relationship: active,
			name: "Ben",
			lines: lines(24),
			older: "more",
			catching: false,
			canWrite: true,
			whyNot: null,
			stopped: null,
			mayStartAgain: false,
			question: null,
			outside: false,
			reply: ben.reply,
			draft: "",
			undone: null,
			parcel: null,
			...{ ours: { me: null, them: null }, path: { shown: null, suggested: [] } },
			...{ drafted: null, mends: [], openings: [] },
			...this.#scene.conversation,
		};
		return { ...known, lines: [...this.#older, ...known.lines, ...this.#more] };
	}

	person(id) {
		return [ben, marisol, sam].find((one) => one.accountId === id) ?? null;
	}

	promise() {
		return { version: 1, sentences };
	}

	draftOf(id) {
		return this.#drafts.get(id) ?? "";
	}

	draft(id, text) {
		this.#drafts.set(id, text);
	}

	async readWords(text) {
		const typed = text
			.trim()
			.split(/[\s-]+/)
			.filter(Boolean);
		const words = typed.map((one) => ({
			typed: one,
			word: outside.offer.words.find((word) => word.slice(0, 4) === one.slice(0, 4)) ?? null,
		}));
		return { words, complete: words.length === 5 && words.every(({ word }) => word !== null) };
	}

	async spareCode() {
		return ["waiting-fresh", "own-device-no-card", "place-code-late", "way-own-code"].includes(this.name)
			? null
			: "7K2M-9QXC-4TVB-01ZH-EWRS-MN5P-YD";
	}

	async say(_, text) {
		if (this.name === "talk-question")
			throw Object.assign(new Error("question-first"), { code: "question-first" });
		this.#more = [...this.#more, line(39, "me", text, { id: `m${this.#more.length}` })];
		this.#turn({});
	}

	comes(text) {
		const id = `t${this.#more.length}`;
		this.#more = [...this.#more, line(39, "them", text, { id })];
		this.#turn({});
		this.dispatchEvent(new CustomEvent("incoming", { detail: { conv: "c1", id, name: "Ben" } }));
	}

	olderCome(count) {
		this.#older = lines(count).map((one) => ({ ...one, id: `o${one.id}` }));
		this.#turn({});
	}

	async comeBack() {
		throw Object.assign(new Error("not-opened"), { code: "not-opened" });
	}

	async find() {
		this.#turn(found("several", [ben, marisol, sam]));
	}

	wall = async (deed) => (deed === "readers" ? readers : (this.#scene.told ?? told));
	witnesses = async () => [{ name: "open-door.example", seconds: 1_763_900_000 }];

	async checkWords() {
		return ["candle", "rabbit", "meadow", "seven"];
	}

	touched() {
		this.#turn({ lock: { ...this.view.lock, phase: "open" } });
	}

	async noticed(code) {
		this.#turn({ notices: this.view.notices.filter((one) => one.code !== code) });
	}

	openingSeen() {
		this.#turn({ lastOpened: null });
	}

	async spareWritten() {
		this.#turn({ me: { ...this.view.me, spareSeen: true } });
	}

	choosing = async (deed) => chosen(this.#scene, deed);

	setTitle(title) {
		this.#turn({ title: title || null });
	}

	setOnlyToday(onlyToday) {
		this.#turn({ onlyToday });
	}

	async setSeat(seat) {
		this.#turn({ me: { ...this.view.me, seat } });
	}
}

Object.assign(FakeRoom.prototype, wayAnswers, moreAnswers);

/** Deeds that only leave a mark here. */
for (const deed of [
	"atTheDesk",
	"start",
	"newOffer",
	"comeIn",
	"renew",
	"comeBackWithSpare",
	"ask",
	"finishAsk",
	"withdraw",
	"askSomeoneElse",
	"accept",
	"decline",
	"end",
	"block",
	"refresh",
	"look",
	"lookAway",
	"older",
	"sayAnyway",
	"takeBack",
	"answerQuestion",
	..."startAgain saveProfile endorsementRequest shown network pageGoes lockNow leave signOutOthers closePlace newSpareCode keepNote".split(
		" ",
	),
	...wayDeeds,
	...moreDeeds,
]) {
	FakeRoom.prototype[deed] = async function (...words) {
		this.deeds.push([deed, ...words]);
		return "";
	};
}
