import { readersFor } from "./company.js";
import { formId, freshName } from "./form-id.js";
import { isOutside, lookAgain } from "./hours.js";
import { isOpen, newestOf, ofTalk } from "./relationships.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * What a specialist wrote outside their hours and sends when those begin, sealed among their own things. The house never holds it. It
 * goes by a room that is open then, else at the next visit. Each text is put by once, in a row of its own, so that two devices take
 * nothing from each other. Its words are never written over; only where its talk was ended, the row says so
 * from then on. And it has its id from the beginning: of two devices one stores it, and the other finds it there.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{id: string, conv: string, text: string, on: number, at: number, readers: readonly string[]}} Held `on`: when it was put by; `at`: not before this moment, 0 = never by itself, its talk was ended
 * @typedef {{conv: string, newest: string, goesOn: boolean}} Talk
 * @typedef {ReadonlyMap<string, string>} Rows of what was begun, by their key; an empty one is forgotten
 * @typedef {Readonly<{text: string, at: number, goes: boolean}>} Waits `goes`: it is on its way
 */

const HOUR = 3_600_000;
/** What waited for longer goes back into the box: it may not be meant any more. */
const LONGEST = 7 * 24 * HOUR;
const MOST = 8_000;
/** All that was begun shares one sealed part with private notes, and a part has an end. */
const MOST_BYTES = 20_000;

export class Part {
	#inside;
	/** @type {Map<string, readonly Held[]>} by talk, in the order in which they were put by */
	#held = new Map();
	/** @type {Map<string, string>} what was handed to a talk's outbox, by its id: its key there */
	#going = new Map();
	/** @type {(() => void) | null} */
	#planned = null;
	#last = Promise.resolve();
	#isOver = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** Of each talk all that waits, as one text. @returns {Readonly<Record<string, Waits>>} */
	get shown() {
		const rows = [...this.#held].map(([conv, all]) => {
			const still = this.#waiting(conv);
			const goes = still.length === 0;
			const said = goes ? all : still;
			return [conv, Object.freeze({ text: wholeOf(said), at: Math.max(...said.map(({ at }) => at)), goes })];
		});
		return Object.freeze(Object.fromEntries(rows));
	}

	get deeds() {
		return Object.freeze({
			watch: () => this.#inTurn(() => this.#watch()),
			/** Only once it is kept for every device is it said to wait. @param {string} conv @param {string} text */
			put: (conv, text) => this.#inTurn(() => this.#put(conv, text)),
			/** Not after all: the words stand in the box again. @param {string} conv @returns {Promise<string>} the words; none when they went already */
			drop: (conv) => this.#inTurn(() => this.#drop(conv)),
			/** Nobody keeps it any more. @param {string} conv */
			letGo: (conv) => this.#inTurn(() => this.#letGo(conv)),
		});
	}

	again() {
		return this.deeds.watch();
	}

	/** @param {string} conv */
	async sent(conv) {
		if (this.#all(conv).some(({ id }) => this.#going.has(id))) await this.deeds.watch().catch(quiet);
	}

	end() {
		this.#isOver = true;
		this.#planned?.();
	}

	/** @template T @param {() => Promise<T>} deed @returns {Promise<T>} */
	#inTurn(deed) {
		const turn = this.#last.then(deed);
		this.#last = turn.then(
			() => undefined,
			() => undefined,
		);
		return turn;
	}

	/** Also after a line that failed there is a next look. */
	async #watch() {
		try {
			await this.#round();
		} finally {
			this.#plan();
		}
	}

	/** @param {string} conv @param {string} text */
	async #put(conv, text) {
		const hours = this.#inside.specialist.profile?.reply ?? null;
		const now = this.#inside.given.clock.now();
		const at = hours === null || !isOutside(hours, now) ? now : lookAgain(hours, now);
		if (text.trim() === "" || at === null) throw new RoomError("empty");
		if (text.length > MOST) throw new RoomError("too-long");
		await this.#fresh();
		const readers = readersFor(this.#inside.conversation(conv).known, null).map((one) => one.account_id);
		const on = Math.max(now, ...this.#all(conv).map((one) => one.on + 1));
		const held = { id: freshName(), conv, text, on, at, readers };
		const [key, row] = [await keyOf(held), JSON.stringify(held)];
		if (this.#inside.drafts.sizeWith(key, row) > MOST_BYTES) throw new RoomError("begun-full");
		// In one with the box that is emptied: whoever closes the room now has these words once.
		const inBox = this.#inside.drafts.of(conv).trim() === text.trim();
		await this.#keep(
			new Map(
				inBox
					? [
							[key, row],
							[conv, ""],
						]
					: [[key, row]],
			),
		);
		this.#plan();
	}

	/** @param {string} conv */
	async #drop(conv) {
		await this.#fresh();
		const held = this.#waiting(conv);
		if (held.length === 0) return "";
		const { drafts } = this.#inside;
		const before = drafts.of(conv);
		drafts.giveBack(conv, wholeOf(held));
		const whole = drafts.of(conv);
		try {
			await this.#keep(await withoutAll(held));
		} catch (error) {
			if (drafts.of(conv) === whole) drafts.keep(conv, before);
			throw error;
		}
		return wholeOf(held);
	}

	/** @param {string} conv */
	async #letGo(conv) {
		await this.#fresh();
		const held = this.#waiting(conv);
		if (held.length > 0) await this.#keep(await withoutAll(held));
	}

	/** Looks through all talks: what is there already is forgotten, what is due goes, what cannot go any more stays in sight. */
	async #round() {
		const talks = this.#talks();
		await this.#read();
		await this.#settleAll(talks);
		if (talks.some((talk) => this.#isStranded(talk))) await this.#strandedAll(talks);
		const now = this.#inside.given.clock.now();
		if (talks.some(({ conv }) => this.#due(conv, now).length > 0)) await this.#goAll(talks, now);
		this.#inside.given.onChange();
	}

	/** Every talk, also those that were begun anew or ended. @returns {readonly Talk[]} */
	#talks() {
		const convs = new Set(this.#mine.flatMap(({ conversations }) => conversations.map(({ conv }) => conv)));
		return [...convs].map((conv) => {
			const relation = ofTalk(this.#mine, conv);
			const newest = (relation === null ? null : newestOf(relation))?.conv ?? conv;
			return { conv, newest, goesOn: this.#goesOn(conv) };
		});
	}

	get #mine() {
		return this.#inside.relationships.all.filter((one) => one.mine === "specialist");
	}

	/** @param {string} conv */
	#goesOn(conv) {
		const relation = ofTalk(this.#mine, conv);
		return relation !== null && isOpen(relation);
	}

	/** @param {string} conv */
	#all(conv) {
		return this.#held.get(conv) ?? [];
	}

	/** What is not on its way yet. @param {string} conv */
	#waiting(conv) {
		return this.#all(conv).filter(({ id }) => !this.#going.has(id));
	}

	/**
	 * What goes now, or has waited for too long. Nothing in a talk that rests, is asked about, or is not here yet: then the house
	 * is asked for nothing. What is kept of an ended talk waits for nobody but its writer.
	 * @param {string} conv @param {number} now
	 */
	#due(conv, now) {
		if (!this.#goesOn(conv)) return [];
		const takes = this.#takes(conv);
		return this.#waiting(conv).filter(({ at }) => at <= now && (takes || now - at > LONGEST));
	}

	/** @param {string} conv whether something can be said there now */
	#takes(conv) {
		const talk = this.#inside.conversations.of(conv);
		return talk !== null && !talk.catching && talk.question === null && mayWrite(talk);
	}

	/** @param {Talk} talk */
	#isStranded({ conv, newest, goesOn }) {
		const held = this.#waiting(conv);
		return held.length > 0 && (conv !== newest || (!goesOn && held.some(({ at }) => at !== 0)));
	}

	/** A device that slept knows nothing of what another did since: the state is asked first. @param {readonly Talk[]} talks */
	async #strandedAll(talks) {
		await this.#fresh();
		await this.#settleAll(talks);
		for (const talk of talks) if (this.#isStranded(talk)) await this.#stranded(talk);
	}

	/** What waits in a talk that was begun anew stands in the box of the new one. Where all is ended it stays in sight, and never goes by itself. @param {Talk} talk */
	async #stranded({ conv, newest, goesOn }) {
		const held = this.#waiting(conv);
		if (goesOn) await this.#giveBack(held, newest);
		else await this.#note(await changedAll(held, { conv: newest, at: 0 }));
	}

	/** Another device may have sent it, or taken it out: the state is asked first. @param {readonly Talk[]} talks @param {number} now */
	async #goAll(talks, now) {
		await this.#fresh();
		await this.#settleAll(talks);
		for (const { conv } of talks) {
			const due = this.#due(conv, now);
			const old = due.filter(({ at }) => now - at > LONGEST);
			if (old.length > 0) await this.#giveBack(old, conv);
			for (const held of due) if (!old.includes(held)) this.#go(held);
		}
	}

	/** One after the other: what is said first may be asked about before the next. @param {Held} held */
	#go({ id, conv, text, readers }) {
		const talk = this.#inside.conversations.of(conv);
		if (talk !== null && this.#takes(conv))
			this.#going.set(id, talk.sayAs("text", { text, msg: id, readers }));
	}

	/** Both at once, with whatever is saved next: the words are never in the box and waiting too. @param {readonly Held[]} held @param {string} box whose box */
	async #giveBack(held, box) {
		this.#inside.drafts.giveBack(box, wholeOf(held));
		await this.#note(await withoutAll(held));
	}

	/** @param {readonly Talk[]} talks */
	async #settleAll(talks) {
		for (const { conv } of talks) await this.#settle(conv);
	}

	/** What stands in the talk, or was taken back there, waits no more. @param {string} conv */
	async #settle(conv) {
		const talk = this.#inside.conversations.of(conv);
		if (talk === null) return;
		const gone = this.#all(conv).filter(({ id }) => {
			const key = this.#going.get(id);
			const isThere = talk.lines.some(({ msg, n }) => msg === id && n !== null);
			return isThere || (key !== undefined && !talk.isOnItsWay(key));
		});
		if (gone.length === 0) return;
		for (const { id } of gone) this.#going.delete(id);
		await this.#note(await withoutAll(gone));
	}

	/** As every device has it now. */
	async #fresh() {
		await this.#inside.saving.inTurn(() => this.#inside.catchUpState());
		await this.#read();
	}

	async #read() {
		const found = [];
		for (const { conv: key, text } of this.#inside.drafts.all()) {
			const held = heldIn(text);
			if (held !== null && (await keyOf(held)) === key) found.push(held);
		}
		found.sort((one, other) => one.on - other.on || (one.id < other.id ? -1 : 1));
		this.#held = new Map();
		for (const held of found) this.#held.set(held.conv, [...this.#all(held.conv), held]);
	}

	/** Changed here, and saved soon. @param {Rows} rows */
	async #note(rows) {
		for (const [key, text] of rows) this.#inside.drafts.keep(key, text);
		await this.#read();
		this.#inside.saving.soon();
	}

	/** @param {Rows} rows */
	async #keep(rows) {
		const { drafts, saving } = this.#inside;
		const before = new Map([...rows.keys()].map((key) => [key, drafts.of(key)]));
		for (const [key, text] of rows) drafts.keep(key, text);
		try {
			await saving.save();
		} catch (error) {
			for (const [key, text] of before) if (drafts.of(key) === rows.get(key)) drafts.keep(key, text);
			throw error;
		}
		await this.#read();
		this.#inside.given.onChange();
	}

	#plan() {
		this.#planned?.();
		this.#planned = null;
		const all = [...this.#held.values()].flat().filter(({ at, conv }) => at !== 0 || this.#goesOn(conv));
		if (this.#isOver || all.length === 0) return;
		const { clock } = this.#inside.given;
		const next = Math.min(...all.map(({ at }) => at - clock.now()));
		// A clock that was put forward, or a computer that slept, is met again within the hour.
		const wait = Math.min(Math.max(next, 30_000), HOUR);
		this.#planned = clock.after(wait, () => this.deeds.watch().catch(quiet));
	}
}

/** @param {import("./conversation.js").Conversation} talk */
const mayWrite = ({ relationship, known }) => relationship.state === "active" && known.canWrite;

/** @param {readonly Held[]} held */
const wholeOf = (held) => held.map(({ text }) => text).join("\n\n");

/** Each text has a row of its own, which nobody else's words can pass for. @param {{id: string}} held */
const keyOf = ({ id }) => formId(`later ${id}`);

/** @param {readonly Held[]} held @returns {Promise<Rows>} */
const withoutAll = async (held) =>
	new Map(
		await Promise.all(held.map(async (one) => /** @type {[string, string]} */ ([await keyOf(one), ""]))),
	);

/** @param {readonly Held[]} held @param {Partial<Held>} change @returns {Promise<Rows>} */
async function changedAll(held, change) {
	const rows = held.map(async (one) => [await keyOf(one), JSON.stringify({ ...one, ...change })]);
	return new Map(/** @type {[string, string][]} */ (await Promise.all(rows)));
}

/** @param {string} text of something that was begun @returns {Held | null} what waits, if it can be that */
function heldIn(text) {
	if (!text.startsWith("{")) return null;
	try {
		const { id, conv, text: words, on, at, readers } = JSON.parse(text);
		const isHeld = [id, conv, words].every((one) => typeof one === "string") && Array.isArray(readers);
		return isHeld && Number.isFinite(on + at) ? { id, conv, text: words, on, at, readers } : null;
	} catch {
		return null;
	}
}

/** A line that fails is met again at the next look. @param {unknown} error */
function quiet(error) {
	if (!isRefusal(error)) throw error;
}
