import { toText } from "../crypto/bytes.js";
import { dateHere, today } from "./clock.js";
import { ANEW, cardIn, DEEDS, headerOfCircle, isImpossible, wordsIn } from "./deeds.js";
import { isRefusal } from "./trouble.js";

/**
 * What is written and not stored yet: one line on its way at a time, the others behind it in their order.
 * Nothing is sealed again to other eyes without asking, and nothing is stored twice.
 * @typedef {import("./lines.js").Line} Line
 * @typedef {object} Waiting
 * @property {string} key @property {string | null} id @property {"hello" | "text" | "goodbye" | "continues" | "edit" | "react" | "erase" | "att" | "ours" | "ours-yes" | "leave" | "share" | "path" | "bring" | "go" | "grant" | "card" | "mend" | "vow" | "story" | "circle"} kind
 * @property {string} text @property {string} name @property {number} ts
 * @property {string | null} re the line a text answers @property {string | null} file what the line carries, sent before @property {import("./files.js").Shown | null} shown
 * @property {string | null} [msg] the id it is stored under, made before: on whichever device, once @property {string} to the line a deed changes @property {number} r
 * @property {Uint8Array[] | null} frames sealed already
 * @property {"waiting" | "sending" | "asks" | "refused"} state @property {boolean} [isOut] it went, and nobody said no: it may be stored
 * @property {readonly string[]} readers who else could read when it was written @property {readonly string[]} [asked] whom the question names: a yes is for them
 * @property {boolean} [isFirst] something has to go before it
 * @property {string[]} changed @property {string | null} trouble @property {number} tries
 * @typedef {object} Given
 * @property {string} conv
 * @property {any} core
 * @property {import("./clock.js").Clock} clock
 * @property {() => number} chance
 * @property {(bytes: Uint8Array) => boolean} send
 * @property {(kind: Waiting["kind"]) => boolean} mayGo is the line up, caught up and open to this
 * @property {() => void} catchUp
 * @property {(n: number) => boolean} isHeard has everything up to this number been taken here
 * @property {() => readonly import("./known.js").Reader[]} [readers] who else reads now
 * @property {() => void} onGate the house says no: ask it what changed
 * @property {(waiting: Waiting, n: number) => void} onStored
 * @property {(cause: string) => void} onFault
 * @property {(code: string, key: string) => void} onUndone a small change could not be made
 * @property {() => void} onChange
 */

const NO = {
	...{ epoch: 1, counter: 2 },
	notYours: 3,
	notYet: 4,
	closed: 5,
	size: 6,
	seen: 7,
	busy: 8,
	malformed: 9,
	rotate: 10,
};
const STALE = new Set([NO.epoch, NO.counter, NO.seen, NO.rotate]);
const HASTE = 3;
const LONGEST_REST = 8_000;
const ANSWER_WITHIN = 20_000;
const BUSY = 1_000;

/** @type {Record<number, string>} */
const SAID = { [NO.notYours]: "cannot-write", [NO.closed]: "cannot-write", [NO.size]: "too-long" };

/** What says something to whoever reads: nobody new hears it unasked. Taking back says nothing. @param {Waiting} item */
const speaks = ({ kind }) => !ANEW.has(kind) && kind !== "erase" && !isFirst(kind);

/** What can be taken back while it was never stored. */
const MAY_GO_BACK = new Set(["text", "goodbye", "att", "leave", "card", "mend", "vow", ...ANEW]);

let counted = 0;

/** A conversation begins with it, sealed already. @param {Waiting["kind"]} kind */
const isFirst = (kind) => kind === "hello" || kind === "continues";

/** @returns {Promise<any>} */
const unsealed = () => Promise.reject(new Error("sealed by whoever began it"));

export class Outbox {
	#given;
	/** @type {Waiting[]} */
	#waiting = [];
	/** @type {Waiting | null} */
	#onItsWay = null;
	#mustSealAgain = false;
	#isResting = false;
	/** @type {(() => void) | null} */
	#callOff = null;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	get isEmpty() {
		return this.#waiting.length === 0;
	}

	/** Words that were never stored, in their order, whatever they were written for. */
	get texts() {
		const here = this.#waiting.filter(({ msg }) => !msg);
		return here.map(wordsIn).filter((text) => text !== "");
	}

	/** @returns {Line[]} */
	get lines() {
		return this.#waiting.filter(({ kind }) => !DEEDS.has(kind)).map(shown);
	}

	/** Small changes to lines that stand. @returns {import("./deeds.js").Deed[]} */
	get deeds() {
		return /** @type {any} */ (this.#waiting.filter(({ kind }) => DEEDS.has(kind)));
	}

	/** @param {{kind?: Waiting["kind"], text?: string, name?: string, id?: string, frames?: Uint8Array[], re?: string | null, to?: string, r?: number, file?: string | null, shown?: import("./files.js").Shown | null, msg?: string | null, readers?: readonly string[]}} given `readers`: as they were when it was chosen @returns {string} the line's id */
	add({
		kind = "text",
		text = "",
		name = "",
		id,
		frames,
		re = null,
		to = "",
		r = 0,
		file = null,
		shown = null,
		msg = null,
		readers = this.#readers,
	}) {
		if (isFirst(kind)) this.#waiting = this.#waiting.filter((waiting) => waiting.kind !== kind);
		counted += 1;
		const key = `w${counted}`;
		const ts = this.#given.clock.now();
		this.#waiting.push({
			...{ key, kind, text, name, ts, re, to, r, file, shown, msg, id: id ?? null, frames: frames ?? null },
			...{ state: "waiting", changed: [], trouble: null, tries: 0, readers },
		});
		this.#given.onChange();
		return key;
	}

	/** The line that is shown under this id. @param {string} key */
	find(key) {
		return this.#waiting.find((waiting) => waiting.key === key) ?? null;
	}

	/** Sends what may go. Call in turn with everything else that reaches the core. */
	async pump() {
		const next = this.#waiting.find(({ state }) => state !== "refused");
		if (!next || this.#onItsWay !== null || this.#isResting) return;
		if (next.state === "asks" || !this.#given.mayGo(next.kind)) return;
		if (await this.#isSealed(next)) this.#go(next);
		else if (!this.#waiting.includes(next)) await this.pump();
	}

	/** A stored line turned up in the conversation itself. @param {string} id */
	stored(id) {
		const found = this.#waiting.find((waiting) => [waiting.id, waiting.msg].includes(id)) ?? null;
		if (found?.isFirst) return this.#next(found);
		if (found) this.#remove(Object.assign(found, { id }));
		return found;
	}

	/** What had to go before it is there: now it goes itself. @param {Waiting} item */
	#next(item) {
		Object.assign(item, { frames: null, id: null, isFirst: false, state: "waiting" });
		this.#land();
		return null;
	}

	/** @param {Uint8Array} frame @returns {Promise<{lines: import("./lines.js").Taken[], changed: import("./lines.js").Taken[]}>} theirs that waited for it, and lines that changed */
	async acknowledged(frame) {
		try {
			const { id, n, lines, changed = [] } = await this.#given.core.acknowledged({ frame });
			const stored = this.stored(id);
			if (stored) this.#given.onStored(stored, n);
			return { lines, changed };
		} catch (error) {
			if (!isRefusal(error)) throw error;
			this.#given.onFault("receipt");
			return { lines: [], changed: [] };
		}
	}

	/** @param {Record<string, any>} frame */
	async refused(frame) {
		const item = this.#onItsWay;
		if (item === null || toText(frame.id) !== item.id) return;
		item.isOut = false;
		this.#land();
		if (frame.code === NO.busy) this.#rest(BUSY);
		else if (STALE.has(frame.code)) await this.#again(item, frame.headN);
		else if (frame.code === NO.notYet) await this.#unseal(item);
		else await this.#giveUp(item, frame.code);
	}

	/** The line went away, or everything was heard again: what had no answer goes once more as it was. */
	land() {
		this.#land();
	}

	/** New readers were named and agreed to. @param {string} key */
	async agreed(key) {
		const item = this.find(key);
		if (item === null) return;
		if (item.state === "refused") await this.#unseal(item);
		const isUnsealed = item.state === "asks" && item.frames === null;
		item.readers = item.asked ?? item.readers;
		if (isUnsealed) item.state = "waiting";
		if (item.state === "asks") await this.#reseal(item, { agreed: same(item.readers, this.#readers) });
		this.#given.onChange();
	}

	/** Takes back what was never stored. @param {string} key @returns {Promise<string>} the words, or nothing when it is stored, on its way, or may be either */
	async takeBack(key) {
		const item = this.find(key);
		if (item === null || item.isOut || !MAY_GO_BACK.has(item.kind)) return "";
		this.#remove(item);
		await this.#drop(item);
		return item.text;
	}

	/** Nothing is waited for any more. */
	stop() {
		this.#land();
	}

	/** @param {Waiting} item */
	async #isSealed(item) {
		try {
			if (item.frames === null && this.#hasNewReaders(item)) return false;
			if (item.frames === null) await this.#seal(item);
			else if (this.#mustSealAgain) await this.#reseal(item, {});
			return item.state !== "asks";
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return this.#cannotSeal(item, /** @type {any} */ (error).code);
		}
	}

	get #readers() {
		return (this.#given.readers?.() ?? []).map(({ account_id }) => account_id);
	}

	/** Written before somebody came: whether they may read it is asked first (P9). @param {Waiting} item */
	#hasNewReaders(item) {
		const fresh = (this.#given.readers?.() ?? []).filter(
			({ account_id }) => !item.readers.includes(account_id),
		);
		if (fresh.length === 0 || !speaks(item)) return false;
		const names = fresh.map(({ name }) => name ?? "");
		if (DEEDS.has(item.kind)) this.#undo(item, "somebody-came");
		else this.#ask(item, names);
		this.#given.onChange();
		return true;
	}

	/** @param {Waiting} item @param {string[]} changed by name */
	#ask(item, changed) {
		Object.assign(item, { state: "asks", changed, asked: this.#readers });
	}

	/** @param {Waiting} item @param {string} code */
	#undo(item, code) {
		this.#remove(item);
		this.#given.onUndone(code, item.key);
	}

	/** @param {Waiting} item */
	async #seal(item) {
		const { conv, core, clock } = this.#given;
		const { text, ts, re, to, r, file, msg } = item;
		const at = { conv, ts, today: today(clock), ...(msg ? { id: msg } : {}) };
		const {
			frames,
			id,
			isFirst: goesFirst = false,
		} = await {
			edit: () => core.sealEdit({ ...at, to, text }),
			react: () => core.sealReact({ ...at, to, r }),
			erase: () => core.sealErase({ ...at, to }),
			ours: () => core.sealOurs({ ...at, lines: JSON.parse(text) }),
			"ours-yes": () => core.sealOursYes({ ...at, to }),
			share: () => core.sealShare({ ...at, draft: JSON.parse(text) }),
			vow: () => core.sealVow({ ...at, vow: JSON.parse(text) }),
			path: () => core.sealPath({ ...at, ...JSON.parse(text) }),
			bring: () => core.bringIn({ ...JSON.parse(text), conv, today: at.today }),
			go: () => core.letGo({ conv, account_id: to, today: at.today }),
			grant: () => core.handOver({ ...at, account_id: to, epochs: JSON.parse(text) }),
			text: () => core.sealText(re === null ? { ...at, text } : { ...at, text, re }),
			goodbye: () => core.sealText({ ...at, text, isGoodbye: true }),
			mend: () => core.sealMend({ ...at, ...JSON.parse(text) }),
			card: () => core.sealCard({ ...at, card: JSON.parse(text) }),
			story: () => core.sealCard({ ...at, card: JSON.parse(text) }),
			att: () => core.sealAtt({ ...at, file, text, re }),
			leave: () => core.leave({ conv, day: today(clock) }),
			circle: () => headerOfCircle(core, { conv, today: at.today }, text),
			hello: unsealed,
			continues: unsealed,
		}[item.kind]();
		Object.assign(item, { frames, id, isFirst: goesFirst });
	}

	/** @param {Waiting} item @param {{agreed?: boolean}} how */
	async #reseal(item, how) {
		const { core, clock } = this.#given;
		const answer = await core.reseal({ id: item.id, today: today(clock), ...how });
		this.#mustSealAgain = false;
		if (answer.changed && DEEDS.has(item.kind)) await this.#giveUp(item, NO.notYours);
		else if (answer.changed) this.#ask(item, answer.changed);
		else Object.assign(item, { state: "waiting", changed: [], frames: answer.frames, id: answer.id });
	}

	/** @param {Waiting} item @param {string} code */
	#cannotSeal(item, code) {
		const isOver = isImpossible(item.kind, code);
		if (isOver && item.kind !== "text" && item.kind !== "goodbye") this.#undo(item, code);
		else if (code === "too-long" || code === "text-size" || isOver)
			Object.assign(item, { state: "refused", trouble: "too-long" });
		else this.#given.onGate();
		this.#given.onChange();
		return false;
	}

	/** @param {Waiting} item */
	#go(item) {
		if (!(item.frames ?? []).every((frame) => this.#given.send(frame))) return;
		Object.assign(item, { state: "sending", isOut: true });
		this.#onItsWay = item;
		this.#callOff = this.#given.clock.after(ANSWER_WITHIN, () => this.#given.catchUp());
		this.#given.onChange();
	}

	#land() {
		this.#callOff?.();
		this.#callOff = null;
		this.#isResting = false;
		if (this.#onItsWay?.state === "sending") this.#onItsWay.state = "waiting";
		this.#onItsWay = null;
	}

	/** Leaves the house alone for a moment, then hears what was missed. @param {number} least milliseconds */
	#rest(least) {
		this.#isResting = true;
		const wait = least + this.#given.chance() * least;
		this.#callOff = this.#given.clock.after(wait, () => this.#given.catchUp());
	}

	/**
	 * Something came before it: it is sealed again, at once where that was heard already.
	 * Whoever keeps coming too late waits a little longer each time; nothing is given up.
	 * @param {Waiting} item @param {number} headN
	 */
	async #again(item, headN) {
		if (ANEW.has(item.kind)) {
			await this.#drop(item);
			Object.assign(item, { frames: null, id: null });
		} else this.#mustSealAgain = !isFirst(item.kind);
		item.tries += 1;
		if (item.tries > HASTE) this.#rest(Math.min(LONGEST_REST, 50 * 2 ** (item.tries - HASTE)));
		else if (!this.#given.isHeard(headN)) this.#given.catchUp();
	}

	/** @param {Waiting} item */
	async #unseal(item) {
		await this.#drop(item);
		if (!isFirst(item.kind))
			Object.assign(item, { frames: null, id: null, state: "waiting", trouble: null, tries: 0 });
		this.#given.onGate();
	}

	/** @param {Waiting} item @param {number} code */
	async #giveUp(item, code) {
		this.#mustSealAgain = false;
		await this.#drop(item);
		if (DEEDS.has(item.kind)) this.#undo(item, SAID[code] ?? "server-trouble");
		else Object.assign(item, { state: "refused", trouble: SAID[code] ?? "server-trouble" });
		this.#given.onGate();
		this.#given.onChange();
	}

	/** @param {Waiting} item */
	async #drop(item) {
		if (item.id !== null && !isFirst(item.kind)) await this.#given.core.drop({ id: item.id });
	}

	/** @param {Waiting} item */
	#remove(item) {
		this.#waiting = this.#waiting.filter((other) => other !== item);
		if (item === this.#onItsWay) this.#land();
		this.#given.onChange();
	}
}

/** @param {readonly string[]} one @param {readonly string[]} other */
const same = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

/** @param {Waiting} item @returns {Line} */
function shown({ key, kind, text, name, ts, state, changed, trouble, re, shown: file }) {
	const date = dateHere(ts);
	return Object.freeze({
		...{ id: key, n: null, from: /** @type {const} */ ("me"), text, name, ts, date, re, file },
		kind: /** @type {Line["kind"]} */ (kind === "leave" ? "left" : kind),
		...{ msg: null, earlier: [], signs: { me: 0, them: 0 } },
		...{ newDay: false, late: false, state, changed, trouble },
		...cardIn({ kind, text }),
	});
}
