import { toText } from "../crypto/bytes.js";
import { readersFor } from "./company.js";
import { formId } from "./form-id.js";
import { isOutside, lookAgain } from "./hours.js";
import { isOpen, newestOf, ofTalk } from "./relationships.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * What a specialist wrote outside their hours and sends when those begin: one text for each talk, sealed among their own things. The
 * house never holds it. It goes by a room that is open then, else at the next visit. It has its id from the beginning: of two devices
 * one stores it, and the other finds it there.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {{id: string, text: string, at: number, readers: readonly string[]}} Held `at`: not before this moment; 0 = never by itself, its talk was ended
 * @typedef {{conv: string, newest: string, goesOn: boolean}} Talk
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
	/** @type {Map<string, Held>} by talk */
	#held = new Map();
	/** @type {Map<string, string>} what was handed to a talk's outbox, by talk: its key there */
	#going = new Map();
	/** @type {(() => void) | null} */
	#planned = null;
	#last = Promise.resolve();
	#isOver = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @returns {Readonly<Record<string, Waits>>} */
	get shown() {
		const rows = [...this.#held].map(([conv, { text, at }]) => [
			conv,
			Object.freeze({ text, at, goes: this.#going.has(conv) }),
		]);
		return Object.freeze(Object.fromEntries(rows));
	}

	get deeds() {
		return Object.freeze({
			watch: () => this.#inTurn(() => this.#round()),
			/** Only once it is kept for every device is it said to wait. @param {string} conv @param {string} text */
			put: (conv, text) => this.#inTurn(() => this.#put(conv, text)),
			/** Not after all: the words stand in the box again. @param {string} conv @returns {Promise<string>} the words; none when it went already */
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
		if (this.#going.has(conv)) await this.deeds.watch().catch(quiet);
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

	/** @param {string} conv @param {string} text */
	async #put(conv, text) {
		const hours = this.#inside.specialist.profile?.reply ?? null;
		const now = this.#inside.given.clock.now();
		const at = hours === null || !isOutside(hours, now) ? now : lookAgain(hours, now);
		if (text.trim() === "" || at === null) throw new RoomError("empty");
		await this.#fresh();
		await this.#read(conv);
		const before = this.#held.get(conv);
		if (this.#going.has(conv)) throw new RoomError("on-its-way");
		const whole = before === undefined ? text : `${before.text}\n\n${text}`;
		if (whole.length > MOST) throw new RoomError("too-long");
		const id = toText(crypto.getRandomValues(new Uint8Array(16)));
		const held = { id, text: whole, at, readers: this.#readers(conv, before) };
		if (this.#inside.drafts.sizeWith(await idOf(conv), JSON.stringify(held)) > MOST_BYTES)
			throw new RoomError("begun-full");
		await this.#keep(conv, held);
		this.#plan();
	}

	/** Whoever came since the first of the words is none of those they were written for. @param {string} conv @param {Held | undefined} before */
	#readers(conv, before) {
		const now = readersFor(this.#inside.conversation(conv).known, null).map((one) => one.account_id);
		return before === undefined ? now : before.readers.filter((one) => now.includes(one));
	}

	/** @param {string} conv */
	async #drop(conv) {
		await this.#fresh();
		await this.#read(conv);
		const held = this.#held.get(conv);
		if (held === undefined || this.#going.has(conv)) return "";
		const { drafts } = this.#inside;
		const before = drafts.of(conv);
		drafts.giveBack(conv, held.text);
		const whole = drafts.of(conv);
		try {
			await this.#keep(conv, null);
		} catch (error) {
			if (drafts.of(conv) === whole) drafts.keep(conv, before);
			throw error;
		}
		return held.text;
	}

	/** @param {string} conv */
	async #letGo(conv) {
		await this.#fresh();
		await this.#read(conv);
		if (this.#held.has(conv) && !this.#going.has(conv)) await this.#keep(conv, null);
	}

	/** Looks through all talks: what is there already is forgotten, what is due goes, what cannot go any more stays in sight. */
	async #round() {
		const talks = this.#talks();
		for (const { conv } of talks) await this.#read(conv);
		for (const { conv } of talks) await this.#settle(conv);
		if (talks.some((talk) => this.#isStranded(talk))) await this.#strandedAll(talks);
		const now = this.#inside.given.clock.now();
		if ([...this.#held].some(([conv, held]) => held.at <= now && this.#mayGo(conv, held)))
			await this.#goAll(now);
		this.#inside.given.onChange();
		this.#plan();
	}

	/** Every talk, also those that were begun anew or ended. */
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

	/** What is kept of an ended talk waits for nobody but its writer. @param {string} conv @param {Held} held */
	#mayGo(conv, { at }) {
		return !this.#going.has(conv) && (at !== 0 || this.#goesOn(conv));
	}

	/** @param {Talk} talk */
	#isStranded({ conv, newest, goesOn }) {
		const held = this.#held.get(conv);
		if (held === undefined || this.#going.has(conv)) return false;
		return conv !== newest || (!goesOn && held.at !== 0);
	}

	/** A device that slept knows nothing of what another did since: the state is asked first. @param {readonly Talk[]} talks */
	async #strandedAll(talks) {
		await this.#fresh();
		for (const { conv } of talks) {
			await this.#read(conv);
			await this.#settle(conv);
		}
		for (const talk of talks) await this.#stranded(talk);
	}

	/** What waits in a talk that was begun anew stands in the box of the new one. Where all is ended it stays in sight, and never goes by itself. @param {Talk} talk */
	async #stranded(talk) {
		const { conv, newest, goesOn } = talk;
		const held = this.#held.get(conv);
		if (held === undefined || !this.#isStranded(talk)) return;
		if (goesOn && conv !== newest) await this.#giveBack(conv, held, newest);
		else if (conv !== newest) await this.#moveOn(conv, held, newest);
		else await this.#note(conv, { ...held, at: 0 });
	}

	/** Another device may have sent it, or taken it out: the state is asked first. @param {number} now */
	async #goAll(now) {
		await this.#fresh();
		for (const conv of [...this.#held.keys()]) {
			await this.#read(conv);
			await this.#settle(conv);
			const held = this.#held.get(conv);
			if (held === undefined || held.at > now || this.#going.has(conv) || !this.#goesOn(conv)) continue;
			if (now - held.at > LONGEST) await this.#giveBack(conv, held);
			else this.#go(conv, held);
		}
	}

	/** @param {string} conv @param {Held} held */
	#go(conv, { id, text, readers }) {
		const talk = this.#inside.conversations.of(conv);
		if (talk === null || talk.catching || talk.question !== null || !this.#mayWrite(talk)) return;
		this.#going.set(conv, talk.sayAs("text", { text, msg: id, readers }));
	}

	/** @param {import("./conversation.js").Conversation} talk */
	#mayWrite({ relationship, known }) {
		return relationship.state === "active" && known.canWrite;
	}

	/** Both at once, with whatever is saved next: the words are never in the box and waiting too. @param {string} conv @param {Held} held @param {string} [box] whose box */
	async #giveBack(conv, { text }, box = conv) {
		this.#inside.drafts.giveBack(box, text);
		await this.#note(conv, null);
	}

	/** @param {string} conv @param {Held} held @param {string} newest of the talks that ended */
	async #moveOn(conv, held, newest) {
		await this.#read(newest);
		const there = this.#held.get(newest);
		const text = there === undefined ? held.text : `${held.text}\n\n${there.text}`;
		await this.#note(newest, { ...held, text, at: 0 });
		await this.#note(conv, null);
	}

	/** Changed here, and saved soon. @param {string} conv @param {Held | null} held */
	async #note(conv, held) {
		this.#inside.drafts.keep(await idOf(conv), held === null ? "" : JSON.stringify(held));
		await this.#read(conv);
		this.#inside.saving.soon();
	}

	/** What stands in the talk, or was taken back there, waits no more. @param {string} conv */
	async #settle(conv) {
		const held = this.#held.get(conv);
		const talk = this.#inside.conversations.of(conv);
		if (held === undefined || talk === null) return;
		const key = this.#going.get(conv);
		const isThere = talk.lines.some(({ msg, n }) => msg === held.id && n !== null);
		const isGone = key !== undefined && !talk.isOnItsWay(key);
		if (!isThere && !isGone) return;
		this.#going.delete(conv);
		await this.#note(conv, null);
	}

	async #fresh() {
		await this.#inside.saving.inTurn(() => this.#inside.catchUpState());
	}

	/** As every device has it. @param {string} conv */
	async #read(conv) {
		const text = this.#inside.drafts.of(await idOf(conv));
		if (text === "") this.#held.delete(conv);
		else this.#held.set(conv, JSON.parse(text));
	}

	/** @param {string} conv @param {Held | null} held */
	async #keep(conv, held) {
		const { drafts, saving } = this.#inside;
		const id = await idOf(conv);
		const before = drafts.of(id);
		drafts.keep(id, held === null ? "" : JSON.stringify(held));
		try {
			await saving.save();
		} catch (error) {
			drafts.keep(id, before);
			throw error;
		}
		await this.#read(conv);
		this.#inside.given.onChange();
	}

	#plan() {
		this.#planned?.();
		this.#planned = null;
		const waiting = [...this.#held].filter(([conv, { at }]) => at !== 0 || this.#goesOn(conv));
		if (this.#isOver || waiting.length === 0) return;
		const { clock } = this.#inside.given;
		const next = Math.min(...waiting.map(([, { at }]) => at - clock.now()));
		// A clock that was put forward, or a computer that slept, is met again within the hour.
		const wait = Math.min(Math.max(next, 30_000), HOUR);
		this.#planned = clock.after(wait, () => this.deeds.watch().catch(quiet));
	}
}

/** @param {string} conv */
const idOf = (conv) => formId(`later ${conv}`);

/** A line that fails is met again at the next look. @param {unknown} error */
function quiet(error) {
	if (!isRefusal(error)) throw error;
}
