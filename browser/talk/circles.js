import { CircleDoor } from "./circle-door.js";
import { CircleHandingOn } from "./circle-handing-on.js";
import { CircleHouse, LETTER } from "./circle-house.js";
import { CircleKeepingBack } from "./circle-keeping-back.js";
import { CirclePressed } from "./circle-pressed.js";
import { hushed, isQuiet } from "./circle-quiet.js";
import { CircleRemembering } from "./circle-remembering.js";
import { circleNow, isNotYetNamed, standingIn } from "./circle-rows.js";
import { saying } from "./circle-saying.js";
import { CircleSays } from "./circle-says.js";
import { dueIn } from "./circle-settling.js";
import { takeWordsBack } from "./circle-taking-back.js";
import { CircleTalk } from "./circle-talk.js";
import { CircleUnseen } from "./circle-unseen.js";
import { asRoomError, isRefusal, RoomError } from "./trouble.js";

/**
 * Circles: the list, the door with its letters, and the talks of those one is in. What each deed takes: circle-shape.d.ts.
 * The house keeps who may be named; who reads changes by a header that a host's room signs.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./conversation.js").Conversation} Conversation
 * @typedef {import("./circle-shape.js").Circles} Circles
 */

/** How far back it looks for what a circle agreed on, in pages. */
const FAR_BACK = 6;
/** Until a circle that had nothing for me is asked for once more. */
const SOON = 3_000;

export class Part {
	#inside;
	#house;
	#door;
	#pressed;
	#keptBack;
	#remembering;
	#handingOn;
	#unseen;
	/** @type {Map<number, CircleTalk>} */
	#talks = new Map();
	/** @type {Map<number, string>} */
	#troubles = new Map();
	/** What was done about each difference between house and wire, and where the talk stood. @type {Map<string, {head: number, key: string}>} */
	#done = new Map();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
		this.#house = new CircleHouse(inside);
		this.#pressed = new CirclePressed(inside);
		this.#door = new CircleDoor(this.#house, this.#pressed);
		this.#keptBack = new CircleKeepingBack(inside);
		this.#remembering = new CircleRemembering(inside);
		this.#handingOn = new CircleHandingOn(inside);
		this.#unseen = new CircleUnseen(inside);
	}

	/** @returns {Circles} */
	get shown() {
		const open = [...this.#talks].map(([id, talk]) => {
			const beside = {
				...{ me: this.#me, draft: this.#inside.drafts.of(talk.conv) },
				...{ blocked: this.#unseen.in(talk.conv), unseen: this.#unseen.of(talk.conv) },
				...{ trouble: this.#troubles.get(id) ?? null, at: this.#clock.now() },
				...{ keptBack: [...this.#keptBack.waiting(talk.conv)], earlier: this.#handingOn.opened },
			};
			return /** @type {const} */ ([id, circleNow(id, talk, beside)]);
		});
		return Object.freeze({ ...this.#house.shown, open: Object.fromEntries(open), ...this.#door.shown });
	}

	deeds = Object.freeze(
		/** @satisfies {import("./circle-shape.js").Deeds} */ ({
			look: () => this.#shows(() => this.#house.look()),
			more: () => this.#shows(() => this.#house.look(this.#house.last)),
			begin: (given) => this.#shows(() => this.#begin(given)),
			leadYes: (id) => this.#step(id, "lead/yes"),
			leadNo: (id) => this.#step(id, "lead/no"),
			askToLead: (id, accountId) => this.#askToLead(id, accountId),
			leadNoMore: async (id) => void this.#signs(id, { op: "leadNoMore" }),
			name: (id, given) => this.#shows(() => this.#rename(id, given)),
			end: (id) => this.#step(id, "end"),
			ask: (id, given) => this.#shows(() => this.#door.ask(id, given)),
			takeAskBack: (id) => this.#shows(() => this.#door.takeAskBack(id)),
			lookWaiting: (id) => this.#shows(() => this.#door.lookWaiting(id)),
			letIn: (id, accountId) => this.#shows(() => this.#letIn(id, accountId)),
			notNow: (id, accountId) => this.#shows(() => this.#door.notNow(id, accountId)),
			open: async (id) => (await this.#open(id)).look(),
			lookAway: async (id) => this.#lookAway(id),
			older: (id) => this.#talk(id).loadOlder(),
			draft: (id, text) => this.#inside.draft(this.#talk(id).conv, text),
			...saying((id) => this.#in(id)),
			keepBack: async (id, given) => this.#keepBack(id, given),
			askEarlier: async (id, given) => this.#handingOn.ask(this.#in(id), given),
			handEarlier: (id, of) => this.#handingOn.give(this.#talk(id), this.#in(id), of),
			sayNow: async (id, key) => this.#keptBack.say(this.#talk(id), this.#in(id), key),
			takeKeptBack: async (id, key) => this.#keptBack.take(this.#talk(id).conv, key),
			unsee: async (id, accountId) => this.#unseen.hide(this.#talk(id).conv, accountId),
			seeAgain: async (id, accountId) => this.#unseen.show(this.#talk(id).conv, accountId),
			leave: (id) => this.#leave(id),
			remove: (id, accountId, words) => this.#remove(id, accountId, words),
			lookRemovals: () => this.#shows(() => this.#door.lookRemovals()),
			appeal: (id, accountId, words) => this.#shows(() => this.#door.appeal(id, accountId, words)),
			answer: (id, given) => this.#shows(() => this.#door.answer(id, given)),
			sayAnyway: async (id, key) => void (await this.#talk(id).sayAnyway(key)),
			takeBack: (id, key) => this.#talk(id).takeBack(key),
			erase: (id, line) => takeWordsBack(this.#inside, this.#talk(id), line),
		}),
	);

	end() {
		this.#keptBack.end();
	}

	/** The house said that something changed: what is here looks again. */
	async again() {
		if (!this.#house.isRead) return;
		await this.#house.look();
		for (const [id, talk] of this.#talks) await this.#learn(id, talk);
		await this.#settle();
		await this.#door.again();
		this.#changed();
	}

	/** One that I belong to no more goes from here; one that cannot be asked for keeps nobody from the others. @param {number} id @param {CircleTalk} talk */
	async #learn(id, talk) {
		const row = this.#house.known(id);
		if (row?.log === null) this.#talks.delete(id);
		if (!row?.log) return;
		try {
			await talk.changed(await this.#house.relation(id));
			this.#followAgain(talk);
		} catch (error) {
			this.#fault(id, error);
		}
	}

	/** Opened before the header that names me was there: the wire had nothing for me then, and may have it now. It is asked some times, for it may have come while the wire was saying no. @param {Conversation} talk @param {number} [times] */
	#followAgain(talk, times = 3) {
		const { cannot, circle, stopped } = talk.known;
		const isNamed = circle?.members.some(({ account_id }) => account_id === this.#me);
		const isNothingMissing = isNamed || cannot === "hello" || stopped !== null;
		if (times === 0 || talk.catching || isNothingMissing || !this.#isOpen(talk)) return;
		talk.catchUp();
		this.#inside.given.clock.after(SOON, () => this.#followAgain(talk, times - 1));
	}

	/** Something of mine was stored: once its talk knows, what the house has to know of it follows. Whoever came by a header of mine hears what was agreed. @param {string} conv */
	async sent(conv) {
		const [id, talk] = [...this.#talks].find(([, one]) => one.conv === conv) ?? [];
		if (id === undefined || talk === undefined) return;
		await talk.goOn();
		await this.#settle();
		if (talk.lines.at(-1)?.turn && this.#isOpen(talk)) this.#in(id).agreeWithWhoCame();
	}

	get #clock() {
		return this.#inside.given.clock;
	}

	get #me() {
		return this.#inside.me.account_id;
	}

	/** @param {() => Promise<unknown>} deed */
	async #shows(deed) {
		await deed();
		this.#changed();
	}

	/** @param {{name: string, line: string, months: number, accountId: string}} given */
	async #begin({ name, line, months, accountId }) {
		await this.#inside.readWho();
		const made = await this.#house.core.newCircle();
		const words = { name: name.trim(), line: line.trim(), retention: months };
		const tell = () => this.#house.api("POST", "circles", { ...made, ...words, with_host: accountId });
		await this.#pressed.press(made.conv, "lead", accountId, tell);
		await this.#house.look();
	}

	/** @param {number} id @param {string} step */
	async #step(id, step) {
		if (step === "lead/no") this.#pressed.takeQuestionBack(this.#house.row(id));
		await this.#house.api("POST", `circles/${id}/${step}`);
		await this.again();
	}

	/** @param {number} id @param {string} accountId */
	async #askToLead(id, accountId) {
		await this.#pressed.askToLead(this.#house.row(id), accountId);
		await this.again();
	}

	/** @param {number} id @param {{name: string, line: string, takesPeople: boolean}} given */
	async #rename(id, { name, line, takesPeople }) {
		const words = { name: name.trim(), line: line.trim(), takes_people: takesPeople };
		await this.#house.api("PUT", `circles/${id}`, words);
		await this.#house.look();
	}

	/** The house names them; then the header, and what this circle agreed on, for nobody reads from before they came. @param {number} id @param {string} accountId */
	async #letIn(id, accountId) {
		const says = this.#in(id);
		await this.#pressed.letIn(this.#house.row(id), accountId);
		await this.#talk(id).changed(await this.#house.relation(id));
		const readers = [...says.readers, accountId];
		await this.#settle();
		says.agreeAgain(readers);
		await this.#door.lookWaiting(id);
	}

	/** @param {number} id @param {string} accountId @param {string} words */
	async #remove(id, accountId, words) {
		this.#pressed.takeBack(this.#house.row(id).conv, accountId);
		await this.#talk(id).changed(await this.#house.relation(id));
		const { conv } = this.#house.row(id);
		const box = await this.#house.sealed(conv, accountId, { sort: LETTER.WHY, words: words.trim() });
		await this.#house.api("POST", `circles/${id}/people/${accountId}/remove`, { box });
		await this.#talk(id).changed(await this.#house.relation(id));
		await this.#settle();
	}

	/** Opens its talk and follows it on the wire. @param {number} id */
	async #open(id) {
		const known = this.#talks.get(id);
		if (known) return known;
		if (this.#house.known(id) === null) await this.#house.look();
		await this.#inside.readWho();
		const found = await this.#house.relation(id);
		const [{ conv } = { conv: "" }] = found.conversations;
		const stood = this.#remembering.of(conv, found.circle.retention);
		const relation = { ...found, stoodAt: stood.n };
		const talk = await this.#inside.conversations.join(conv, (given) => {
			const made = new CircleTalk({
				...given,
				...{ conv, relationship: relation, core: this.#house.core },
				onIncoming: (/** @type {import("./lines.js").Line} */ line) => this.#came(id, line),
				wire: hushed(given.wire, () => this.#isQuiet(id)),
				askAgain: async () => ({ ...(await this.#house.relation(id)), stoodAt: stood.n }),
				onFault: (error) => this.#fault(id, error),
			});
			made.stood = stood;
			return made;
		});
		this.#talks.set(id, /** @type {CircleTalk} */ (talk));
		await talk.changed(relation);
		this.#tries(id, () => this.#onceHere(id, /** @type {CircleTalk} */ (talk)));
		return talk;
	}

	/** @param {number} id */
	#lookAway(id) {
		const talk = this.#talks.get(id);
		if (talk === undefined) return;
		this.#remembering.keep(talk);
		talk.lookAway();
	}

	/** @param {number} id @param {CircleTalk} talk */
	async #onceHere(id, talk) {
		await talk.isHere();
		this.#followAgain(talk);
		for (let page = 0; page < FAR_BACK && this.#mayStandFurtherBack(talk); page += 1) await talk.loadOlder();
		await this.#settle();
		if (this.#isOpen(talk)) this.#in(id).meetWhoCame();
		await this.#openEarlier(talk);
	}

	/** Words of before may be for me; a host may say again that I help. @param {number} id @param {import("./lines.js").Line} line */
	#came(id, { card }) {
		const talk = this.#talks.get(id);
		if (talk === undefined) return;
		if (card?.t === "circle-earlier-words") this.#tries(id, () => this.#openEarlier(talk));
		if (card?.t === "circle-helper") this.#tries(id, () => this.#helpWithWhoCame(id, talk));
	}

	#openEarlier = async (/** @type {CircleTalk} */ talk) =>
		(await this.#handingOn.open(talk)) && this.#changed();

	/** Once its talk knows who came. @param {number} id @param {CircleTalk} talk */
	async #helpWithWhoCame(id, talk) {
		await talk.goOn();
		if (this.#isOpen(talk)) this.#in(id).helpWithWhoCame();
	}

	/** @param {number} id @param {() => Promise<unknown>} deed */
	async #tries(id, deed) {
		try {
			await deed();
		} catch (error) {
			this.#fault(id, error);
		}
	}

	/** @param {number} id */
	#isQuiet(id) {
		const talk = this.#talks.get(id);
		return talk !== undefined && isQuiet(standingIn(talk, this.#me).quiet, this.#clock.now());
	}

	/** Once the quiet hours are over it goes; before, they may think again. @param {number} id @param {{text: string, note: import("./circle-shape.js").KeptBack["note"]}} given */
	#keepBack(id, { text, note }) {
		const talk = this.#talk(id);
		this.#keptBack.add(talk.conv, { text, note, readers: this.#in(id).readers });
		this.#goKeptBack(id, talk);
	}

	/** @param {number} id @param {CircleTalk} talk */
	#goKeptBack(id, talk) {
		this.#keptBack.go(talk, this.#in(id), () => {
			if (this.#talks.get(id) === talk) this.#goKeptBack(id, talk);
			this.#changed();
		});
	}

	/** What a circle agreed on may stand far back, and who helps host as far as where somebody came last. @param {CircleTalk} talk */
	#mayStandFurtherBack(talk) {
		if (talk.older !== "more" || !this.#isOpen(talk)) return false;
		const isFromCame = talk.stood.n > 0 || talk.lines.some(({ turn }) => (turn?.came.length ?? 0) > 0);
		return !isFromCame || standingIn(talk, this.#me).agreement === null;
	}

	/** @param {Conversation} talk */
	#isOpen = (talk) => [...this.#talks.values()].some((one) => one === talk);

	async #settle() {
		for (const [id, talk] of this.#talks) {
			const row = this.#house.known(id);
			const { circle, cannot } = talk.known;
			if (row === null || talk.catching) continue;
			this.#pressed.settle(talk.conv, circle);
			this.#goKeptBack(id, talk);
			const isNamed = (/** @type {string} */ one) => this.#house.isNamed(id, one);
			const beside = { silent: this.#house.silent(id), pressed: this.#pressed.of(talk.conv) };
			for (const due of dueIn({ me: this.#me, row, circle, cannot, isNamed, ...beside }))
				await this.#once(id, due);
		}
	}

	/** One at a time; what could not be done is tried again once something else was said. @param {number} id @param {import("./circle-settling.js").Due} due */
	async #once(id, due) {
		const talk = this.#talk(id);
		const what = `${id} ${JSON.stringify(due)}`;
		const before = this.#done.get(what);
		const { head } = talk.known;
		if (before !== undefined && (before.head === head || talk.isOnItsWay(before.key))) return;
		this.#done.set(what, { head, key: "" });
		try {
			if ("header" in due) this.#done.set(what, { head, key: this.#signs(id, due.header) });
			else await this.#tells(id, due.tell);
		} catch (error) {
			this.#done.delete(what);
			if (!isRefusal(error)) throw error;
		}
	}

	/** A line says that I go; in one that stopped nobody writes, nor before one was named, and the house alone is told. @param {number} id */
	async #leave(id) {
		const talk = this.#talk(id);
		if (talk.known.stopped === null && !isNotYetNamed(talk, this.#me)) talk.sayAs("leave", {});
		else await this.#tells(id, "leave");
	}

	/** @param {number} id @param {"leave" | "lead/down"} step */
	async #tells(id, step) {
		await this.#house.api("POST", `circles/${id}/${step}`);
		if (step === "leave") this.#talks.delete(id);
		await this.#house.look();
		this.#changed();
	}

	/** A header of mine, in its turn among what I write. @param {number} id @param {object} given */
	#signs(id, given) {
		return this.#talk(id).sayAs("circle", { text: JSON.stringify(given) });
	}

	/** @param {number} id */
	#in(id) {
		return new CircleSays(this.#talk(id), this.#me);
	}

	/** @param {number} id */
	#talk(id) {
		const talk = this.#talks.get(id);
		if (talk === undefined) throw new RoomError("not-found");
		return talk;
	}

	/** @param {number} id @param {unknown} error */
	#fault(id, error) {
		if (!isRefusal(error)) throw error;
		this.#troubles.set(id, asRoomError(error).code);
		this.#changed();
	}

	#changed() {
		this.#inside.given.onChange();
	}
}
