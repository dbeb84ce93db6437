import { TYPE } from "../crypto/frames.js";
import { Attention } from "./attention.js";
import { Changing, LONGEST } from "./changing.js";
import { today } from "./clock.js";
import { begins, cardIn, DEEDS, withDeeds } from "./deeds.js";
import { forgotFar } from "./far.js";
import { knownNow, NOTHING_KNOWN } from "./known.js";
import { Lines } from "./lines.js";
import { readersFor, standingOf, turnsPut } from "./company.js";
import { Moment } from "./moment.js";
import { Outbox } from "./outbox.js";
import { nextPage, Paging } from "./paging.js";
import { ENDS, isForNothing, taken } from "./taking.js";
import { RoomError } from "./trouble.js";
import { Turns } from "./turns.js";
import { atMostTwice } from "./twice.js";

/**
 * One conversation as it is known here: opened, followed, written to. Everything that reaches the core goes in turn.
 * @typedef {import("./lines.js").Line} Line
 * @typedef {object} Given
 * @property {string} conv
 * @property {any} relationship as the house sent it
 * @property {any} core
 * @property {import("../wire/socket.js").Wire} wire
 * @property {import("./clock.js").Clock} clock
 * @property {() => number} chance
 * @property {() => void} onChange
 * @property {(line: Line) => void} onIncoming a new line of theirs, while the page is open
 * @property {(kind: string) => void} onSent one of mine was stored
 * @property {() => void} onGate something about it changed: the house knows what
 * @property {(whose: "me" | "them") => void} onNewKeys a header names keys that are not known here: the house knows them
 * @property {() => Promise<void>} onStateBehind another device of mine saved meanwhile
 * @property {() => Promise<void>} readWho reads on who is who
 * @property {(relationship: any) => Promise<any>} askAgain the relationship as the house has it now, with the list read after it
 * @property {(error: unknown) => void} onFault
 */

const [BATCH, BEGUN_WITHIN, BUSY] = [250, 6_000, { code: 8, wait: 1_000 }];

export class Conversation {
	#given;
	#lines = new Lines();
	#outbox;
	#turns = new Turns();
	#attention = new Attention();
	#paging = new Paging();
	#known = NOTHING_KNOWN;
	/** @type {Uint8Array[]} */
	#heard = [];
	#catching = true;
	#caughtUpOnce = false;
	#ended = false;
	#isPromised = false;
	#here = new Moment();
	#begun = new Moment();
	#toldOf = "";

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
		const { conv, core, clock, chance, wire, onGate, onChange } = given;
		this.#outbox = new Outbox({
			...{ conv, core, clock, chance, onGate, onChange },
			send: (bytes) => wire.send(bytes),
			mayGo: (kind) => this.#mayGo(kind),
			catchUp: () => this.catchUp(),
			isHeard: (n) => n <= this.#known.head,
			readers: () => readersFor(this.#known, this.#caughtUpOnce ? null : this.relationship),
			onStored: (waiting, n) => this.#stored(waiting, n),
			onFault: (cause) => this.#stop(cause),
			onUndone: (code, key) => this.changing.undo(code, key),
		});
		this.changing = new Changing({
			lines: () => this.lines,
			send: (deed) => {
				this.#inTurn(() => Promise.resolve());
				return this.#outbox.add(deed);
			},
		});
	}

	get conv() {
		return this.#given.conv;
	}

	get relationship() {
		return this.#given.relationship;
	}

	get known() {
		return this.#known;
	}

	get isPromised() {
		return this.#isPromised;
	}

	get catching() {
		return !this.#caughtUpOnce && !this.#ended;
	}

	get older() {
		return this.#paging.older(this.#known);
	}

	get unseen() {
		return this.#attention.unseen;
	}

	get lines() {
		return withDeeds(this.#lines.with(this.#outbox.lines), this.#outbox.deeds);
	}

	get last() {
		return this.#outbox.lines.at(-1) ?? this.#lines.last;
	}

	get unsent() {
		return this.#outbox.texts;
	}

	get question() {
		const { ownSince, lastFromThem } = this.#known;
		const first = this.lines.find(({ from }) => from === "me")?.ts ?? null;
		return this.#attention.question({ ownSince, lastFromThem, first, now: this.#given.clock.now() });
	}

	/** Opens it in the core and follows it on the wire. */
	async open() {
		const { core, wire, conv, clock } = this.#given;
		const { from, name, lock } = await this.#turns.take(() =>
			this.#judged((given) => core.openConversation({ ...given, conv, today: today(clock) })),
		);
		this.#know({ head: from, name, lock });
		wire.follow(conv, () => this.#known.head);
	}

	/** The relationship moved: signatures may have come, doors may have closed. @param {any} relationship */
	async changed(relationship) {
		const told = JSON.stringify(relationship);
		if (told === this.#toldOf && this.#known.wants === null && this.#known.cannot !== "catching-up") return;
		const hasMoved = standingOf(relationship) !== standingOf(this.relationship);
		this.#given = { ...this.#given, relationship };
		await this.#inTurn(async () => {
			const { both } = await this.#judged((given) => this.#given.core.checkPromise(given));
			this.#toldOf = told;
			this.#isPromised = both;
			await this.#take([], { askAgain: true });
		});
		if (hasMoved) this.catchUp();
	}

	goOn = () => this.#inTurn(() => this.#take([]));

	/** The line is back: what was half heard is heard again. */
	lineUp() {
		this.#heard = [];
		this.#catching = true;
	}

	lineDown() {
		this.#outbox.land();
		this.#paging.loaded();
	}

	/** @param {import("../wire/socket.js").Frame} frame @param {Uint8Array} bytes */
	hear(frame, bytes) {
		if (frame.type === TYPE.ACK) return this.#inTurn(() => this.#acknowledged(bytes));
		if (frame.type === TYPE.REFUSED) return this.#inTurn(() => this.#refused(frame));
		if (frame.type === TYPE.GATE) return this.#given.onGate();
		this.#heard.push(bytes);
		if (frame.type === TYPE.UPTO) this.#catching = false;
		const isOnTheWay = this.#catching || this.#paging.isLoading;
		if (isOnTheWay && !ENDS.has(frame.type) && this.#heard.length < BATCH) return;
		return this.#takeHeard(frame.type);
	}

	/** @param {string} text @param {string | null} [re] the shown id of a line it answers @returns {string} the line's id */
	say(text, re = null) {
		if (text.trim() === "") throw new RoomError("empty");
		if (text.length > LONGEST) throw new RoomError("too-long");
		this.checkQuestion();
		const key = this.#outbox.add({ text, re: re === null ? null : this.changing.msgOf(re) });
		this.#inTurn(() => Promise.resolve());
		return key;
	}

	/** A goodbye, my going, the line of a file whose pieces are all there, a card or a step of mending (its JSON as text), or who reads from here on. @param {"att" | "goodbye" | "leave" | "bring" | "go" | "grant" | "card" | "mend" | "vow" | "story" | "text" | "circle"} kind @param {{text?: string, msg?: string, re?: string | null, file?: string, shown?: import("./files.js").Shown, readers?: readonly string[]}} given */
	sayAs(kind, given) {
		const key = this.#outbox.add({ kind, ...given });
		this.#inTurn(() => Promise.resolve());
		return key;
	}
	/** Somebody who wrote much is asked first. */
	checkQuestion() {
		if (this.question !== null) throw new RoomError("question-first");
	}

	/** Resolves once the first lines are here, or there is no way to them. */
	async isHere() {
		if (this.catching && !this.#known.stopped) await this.#here.wait();
	}

	/** The first entry of a conversation, sealed already; until it is stored, or longer than anybody waits. @param {{kind: "hello" | "continues", text: string, name: string, id: string, frame: Uint8Array}} first */
	begin({ kind, text, name, id, frame }) {
		this.#outbox.add({ kind, text, name, id, frames: [frame] });
		const begun = this.#begun.wait();
		this.#given.clock.after(BEGUN_WITHIN, () => this.#begun.came());
		this.#inTurn(() => Promise.resolve());
		return begun;
	}

	/** Is something of mine under this key still on its way? @param {string} key */
	isOnItsWay = (key) => this.#outbox.find(key) !== null;

	sayAnyway = (/** @type {string} */ key) => this.#inTurn(() => this.#outbox.agreed(key));

	takeBack = (/** @type {string} */ key) => this.#turns.take(() => this.#outbox.takeBack(key));

	answerQuestion() {
		this.#attention.answer(this.#known.ownSince);
		this.#given.onChange();
	}

	async loadOlder() {
		if (!this.#paging.mayAsk(this.#known)) return;
		const isAsked = this.#given.wire.page(this.conv, ...nextPage(this.#known, this.#paging.size));
		const loaded = this.#paging.wait(this.#known, isAsked);
		this.#given.onChange();
		await loaded;
		this.#given.onChange();
	}

	look() {
		this.#attention.look();
		this.#given.onChange();
	}

	lookAway() {
		this.#attention.lookAway();
		this.forgetFar();
	}
	forgetFar = () =>
		this.#inTurn(async () => {
			if (this.#catching || this.older === "loading" || !this.#outbox.isEmpty) return;
			this.#know(await forgotFar(this.#given, this.#lines, this.#paging));
		});

	end() {
		this.#ended = true;
		this.#here.came();
		this.#outbox.stop();
		this.#paging.loaded();
	}

	/** Everything that reaches the core, in its order; then whatever may be sent. @param {() => Promise<unknown>} deed */
	async #inTurn(deed) {
		try {
			await this.#turns.take(async () => {
				await deed();
				await this.#outbox.pump();
			});
		} catch (error) {
			if (!this.#ended) this.#given.onFault(error);
		}
	}

	/** @param {number} type of the frame that completed it */
	#takeHeard(type) {
		const frames = this.#heard;
		this.#heard = [];
		return this.#inTurn(async () => {
			await this.#take(frames);
			if (type === TYPE.UPTO && !this.#catching) this.#caughtUp();
			if (type === TYPE.PAGED) this.#paging.loaded(this.#known);
		});
	}

	/** @param {Uint8Array[]} frames @param {{askAgain?: boolean}} how whether keys are asked for that were asked for already */
	async #take(frames, { askAgain = false } = {}) {
		const { onStateBehind, onNewKeys } = this.#given;
		const wanted = this.#known.wants;
		const news = await taken(this.#given, frames);
		if (news === null) return this.#hearAgain();
		if (news.wants !== null && (askAgain || news.wants !== wanted)) onNewKeys(news.wants);
		this.#know(news);
		for (const line of news.lines) this.#put(line);
		this.#changed(news);
		turnsPut(this.#lines, news.turns);
		if (news.stateBehind) await onStateBehind();
		this.#given.onChange();
	}

	/** Lines that stand changed; small changes of mine arrived. @param {{changed?: import("./lines.js").Taken[], quiet?: string[]}} taken */
	#changed({ changed = [], quiet = [] }) {
		for (const line of changed) this.#lines.put(line);
		for (const id of quiet) {
			const waiting = this.#outbox.stored(id);
			if (waiting) this.#given.onSent(waiting.kind);
		}
	}

	/**
	 * What the core makes of their keys; they are asked for once more where they may only have been renewed meanwhile.
	 * @template T
	 * @param {(given: {relationship: any, isFresh: boolean}) => Promise<T>} deed
	 */
	#judged(deed) {
		return atMostTwice(async ({ isFresh }) => {
			const relationship = isFresh ? await this.#given.askAgain(this.relationship) : this.relationship;
			this.#given = { ...this.#given, relationship };
			return await deed({ relationship, isFresh });
		});
	}

	/** What came could not be judged yet: it is asked for once more, a little later. */
	#hearAgain() {
		this.#catching = true;
		this.#given.clock.after(BUSY.wait, () => {
			this.#heard = [];
			this.catchUp();
		});
	}

	/** @param {import("./lines.js").Taken} taken */
	#put(taken) {
		const waiting = taken.id === null ? null : this.#outbox.stored(taken.id);
		if (waiting) this.#sent(waiting);
		const line = this.#lines.put(taken);
		if (line.from !== "them" || taken.older || !this.#caughtUpOnce) return;
		this.#attention.theyWrote();
		this.#given.onIncoming(line);
	}

	/** @param {Uint8Array} bytes */
	async #acknowledged(bytes) {
		const { lines, changed } = await this.#outbox.acknowledged(bytes);
		for (const line of lines) this.#put(line);
		this.#changed({ changed });
		await this.#take([]);
	}

	/** @param {import("./outbox.js").Waiting} waiting @param {number} n */
	#stored({ id, kind, text, name, ts, key, re, shown: file }, n) {
		if (DEEDS.has(kind)) return this.#given.onSent(kind);
		this.#sent({ id, key, kind });
		const said = { text, name, ts, re, file, ...cardIn({ kind, text }) };
		this.#lines.put({ n, id: /** @type {string} */ (id), from: "me", t: kind, ...said });
	}

	/** It keeps the id under which it is shown. @param {Pick<import("./outbox.js").Waiting, "id" | "key" | "kind">} waiting */
	#sent({ id, key, kind }) {
		this.#lines.alias(/** @type {string} */ (id), key);
		this.#given.onSent(kind);
		if (kind === "hello" || kind === "continues") this.#begun.came();
	}

	#caughtUp() {
		this.#caughtUpOnce = true;
		this.#here.came();
		this.#outbox.land();
		this.#given.onChange();
	}

	catchUp() {
		this.#paging.loaded();
		this.#outbox.land();
		if (this.#ended || this.#given.wire.state !== "up") return;
		this.#catching = true;
		this.#given.wire.catchUp(this.conv);
	}

	/** @param {Record<string, any>} frame */
	async #refused(frame) {
		if (!isForNothing(frame.id)) return await this.#outbox.refused(frame);
		this.#paging.loaded(this.#known);
		if (frame.code === BUSY.code) return this.#given.clock.after(BUSY.wait, () => this.catchUp());
		this.#catching = false;
		this.#know({ canWrite: false, cannot: "closed" });
		this.#caughtUp();
	}

	/** @param {string} cause */
	#stop(cause) {
		this.#know({ stopped: { cause }, canWrite: false, cannot: "stopped" });
		this.#given.onChange();
	}

	/** @param {import("./outbox.js").Waiting["kind"]} kind */
	#mayGo(kind) {
		if (this.#given.wire.state !== "up" || this.#catching || this.#known.stopped || this.#ended) return false;
		return begins(kind, this.#known) || this.#known.canWrite;
	}

	/** @param {Partial<import("./known.js").Known>} news */
	#know(news) {
		this.#known = knownNow(this.#known, news);
	}
}
