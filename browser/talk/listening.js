import { labelOf, marksOf, questionOf, quietKey } from "../listening/marks.js";
import { mirrorOf } from "../listening/mirror.js";
import { readPack, readPackCard } from "../wire/listening-pack.js";
import { Fuller } from "./fuller.js";
import { isHardLately } from "./hard-lines.js";
import { fetchTheseDays, ofTheseDays, theirLast, worded } from "./heard-lines.js";
import { Listener } from "./listener.js";
import { mayListen } from "./promising.js";
import { RoomError } from "./trouble.js";

/**
 * The listening coach: off until a specialist switches it on, for them alone, about their own words alone.
 * A draft goes to the worker and its labels come back; nothing of it is kept, sent or counted. What was called wrong is remembered until the lock.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./lines.js").Line} Line
 * @typedef {{sentence: string, mark: string}} Shown
 * @typedef {{marks: readonly Shown[], question: {ask: string, mark: string, sentence: string} | null}} Heard
 */

const SILENT = Object.freeze({ marks: Object.freeze([]), question: null });

export class Part {
	#inside;
	#makeListener;
	/** @type {Promise<Listener> | null} */
	#listener = null;
	/** pack.json as it came. */
	#pack = "{}";
	/** @type {Set<string>} */
	#quiet = new Set();
	/** Talks from which the help lines were opened: silent there until the lock, whatever is switched. @type {Set<string>} */
	#helped = new Set();
	#ended = false;
	/** Being switched off: nothing of it comes back meanwhile. */
	#isGoing = false;
	/** How often all was let go of: what was on its way then is not taken. */
	#times = 0;
	/** What comes after the small pack, once it is on. */
	#fuller;

	/** @param {Inside} inside @param {() => Listener} [makeListener] */
	constructor(inside, makeListener = () => new Listener()) {
		this.#inside = inside;
		this.#fuller = new Fuller(inside.given, () => inside.given.onChange());
		this.#makeListener = makeListener;
		inside.notes.whenSilent = () => void this.#putOut();
	}

	deeds = Object.freeze({
		card: () => this.#card(),
		turn: (/** @type {boolean} */ on) => this.#turn(on),
		fetch: async () => this.#fuller.bring(await this.#ready(), this.#pack, true),
		begin: (/** @type {string} */ conv) => this.#begin(conv),
		hear: (/** @type {string} */ conv, /** @type {string} */ text) => this.#hear(conv, text),
		practise: (/** @type {string} */ text, /** @type {string} */ before) => this.#practise(text, before),
		help: async (/** @type {string} */ conv) => void this.#helped.add(conv),
		wrong: (/** @type {string} */ mark, /** @type {string} */ sentence) => this.#wrong(mark, sentence),
		mirror: (/** @type {string} */ conv) => this.#mirror(conv),
		keep: (/** @type {string} */ title, /** @type {string} */ text) =>
			this.#inside.notebook.write({ title, text }),
	});

	/** Nothing of what was read is shown to anyone but whoever asked; only whether the second tier is here. */
	get shown() {
		return Object.freeze({ fuller: this.#fuller.state });
	}

	end() {
		this.#ended = true;
		this.#letGo();
	}

	/** What the pack says of itself. Where the coach is on, it is made ready; switched off on another device, nothing of it stays on this. */
	async #card() {
		this.#onlySpecialists();
		if (this.#isListening) this.#ready().catch(() => undefined);
		else await this.#fuller.drop();
		return JSON.parse(await readPackCard(this.#inside.given));
	}

	/** On once the pack is here; off at once, and nothing of it is left. @param {boolean} on */
	async #turn(on) {
		this.#onlySpecialists();
		const { core, onChange } = this.#inside.given;
		this.#isGoing = !on;
		try {
			if (on) await this.#ready();
			else await this.#putOut();
			this.#inside.notes.take(await core.keepNotes({ listening: on }));
			if (!on) await this.#putOut();
		} finally {
			this.#isGoing = false;
		}
		this.#inside.saving.soon();
		onChange();
	}

	/** A first letter wakes it: while somebody writes on, it reads what the draft answers. @param {string} conv */
	async #begin(conv) {
		if (!this.#isOn(conv) || this.#isSilent(conv)) return;
		const before = this.#beforeOf(conv);
		await (await this.#ready()).hear(before);
	}

	/** @param {string} conv @param {string} text @returns {Promise<Heard>} */
	async #hear(conv, text) {
		if (!this.#isOn(conv) || this.#isSilent(conv)) return SILENT;
		if (text.trim() === "") {
			// Nobody is fetched for an empty box; who is here reads ahead what the draft will answer.
			if (this.#listener !== null) await this.#begin(conv);
			return SILENT;
		}
		const before = this.#beforeOf(conv);
		const reading = await (await this.#ready()).read(text, before);
		if (this.#isSilent(conv)) return SILENT;
		const sentenceOf = (/** @type {{from: number, to: number}} */ { from, to }) =>
			text.slice(from, to).trim();
		const marks = marksOf(reading, text, this.#quiet).map((one) => ({
			...{ mark: one.mark, sentence: sentenceOf(one) },
		}));
		const asked = questionOf(reading, { text, before, quiet: this.#quiet });
		const question = asked && { ask: asked.ask, mark: asked.mark, sentence: sentenceOf(asked) };
		return Object.freeze({ marks: Object.freeze(marks), question });
	}

	/** @param {string} conv */
	#beforeOf = (conv) => theirLast(worded(this.#inside.conversation(conv).lines));

	/** A reply to a made-up person; null while the coach is off. @param {string} text @param {string} before what the made-up person said */
	async #practise(text, before) {
		if (!this.#isListening) return null;
		return (await this.#ready()).read(text, before);
	}

	/** Stays here, until the lock. @param {string} mark @param {string} sentence */
	async #wrong(mark, sentence) {
		this.#quiet.add(quietKey(labelOf(mark), sentence));
	}

	/** One's own lines of the last days that are here, read anew. @param {string} conv */
	async #mirror(conv) {
		if (!this.#isOn(conv)) throw new RoomError("not-now");
		const talk = this.#inside.conversation(conv);
		const now = this.#inside.given.clock.now();
		await talk.isHere();
		await fetchTheseDays(talk, now);
		const listener = await this.#ready();
		const lines = ofTheseDays(talk.lines, now);
		const read = [];
		for (const [at, { from, text, ts, late }] of lines.entries()) {
			const reading = from === "me" ? await listener.read(text, theirLast(lines.slice(0, at))) : null;
			const marks = reading === null ? [] : marksOf(reading, text, this.#quiet);
			read.push({ from, text, ts, late, reading, marks });
		}
		const own = read.filter(({ from, reading }) => from === "me" && reading?.english);
		return Object.freeze({
			...mirrorOf(read),
			since: lines.find(({ from }) => from === "me")?.date ?? null,
			own: Object.freeze(own.map(({ text, marks }) => Object.freeze(piecesOf(text, marks)))),
		});
	}

	/** Where somebody told of a bad day or is not safe, or help was opened, there is nothing to practise. @param {string} conv */
	#isSilent(conv) {
		const { lines } = this.#inside.conversation(conv);
		return this.#helped.has(conv) || isHardLately(lines, this.#inside.given.clock.now());
	}

	/** Only where one is the specialist, and where the promise of the two names such help. @param {string} conv */
	#isOn(conv) {
		const { relationship } = this.#inside.conversation(conv);
		const isMine = relationship.mine === "specialist";
		const isPromised = mayListen(relationship, this.#inside.promising.of(relationship));
		return isMine && isPromised && this.#isListening && this.#inside.me.roles.includes(SPECIALIST);
	}

	#onlySpecialists() {
		if (!this.#inside.me.roles.includes(SPECIALIST)) throw new RoomError("not-now");
	}

	get #isListening() {
		return this.#inside.notes.isListening && !this.#isGoing;
	}

	/** @returns {Promise<Listener>} with its pack; fetched once, and again after a line that failed */
	async #ready() {
		if (this.#isGoing) throw new RoomError("not-now");
		this.#listener ??= this.#bring();
		const coming = this.#listener;
		const isGone = await coming.then(
			({ isOver }) => isOver,
			() => true,
		);
		// Another may stand there by now: that one stays.
		if (isGone && this.#listener === coming) this.#listener = null;
		const listener = await coming;
		return isGone ? await this.#ready() : listener;
	}

	async #bring() {
		const times = this.#times;
		const pack = await readPack(this.#inside.given);
		this.#pack = pack.json;
		this.#isStillAsked(times);
		const listener = this.#makeListener();
		try {
			await listener.open(pack);
			this.#isStillAsked(times);
		} catch (error) {
			listener.end();
			throw error;
		}
		this.#fuller.bring(listener, pack.json);
		return listener;
	}

	/** @param {number} times */
	#isStillAsked(times) {
		if (this.#ended) throw new RoomError("signed-out");
		if (this.#times !== times) throw new RoomError("not-now");
	}

	/** Off: nothing of it is left, in memory or in this browser. */
	async #putOut() {
		this.#letGo();
		await this.#fuller.drop();
	}

	#letGo() {
		this.#times += 1;
		this.#fuller.leave();
		this.#quiet.clear();
		this.#listener?.then(
			(listener) => listener.end(),
			() => undefined,
		);
		this.#listener = null;
	}
}

/** As roles are numbered everywhere. */
const SPECIALIST = 2;

/** A line in pieces: what stands between the marked sentences stays where it was. @param {string} text @param {readonly {from: number, to: number, mark: string}[]} marks */
function piecesOf(text, marks) {
	const pieces = [];
	let at = 0;
	for (const { from, to, mark } of marks) {
		if (from > at) pieces.push({ text: text.slice(at, from), mark: null });
		pieces.push({ text: text.slice(from, to), mark });
		at = to;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
	return pieces;
}
