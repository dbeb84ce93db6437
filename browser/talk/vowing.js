import { today } from "./clock.js";
import { formId, freshName } from "./form-id.js";
import { isRefusal, RoomError } from "./trouble.js";
import { mayStand, untilItStands } from "./written.js";

/**
 * What two people said they would do, and their contacts elsewhere: days and states from the house, words from the talk.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{id: number, ref: string, mine: boolean, made_by: number, state: number, made_on: number, due_on: number, moves: number, settled_on: number | null}>} Pledge
 * @typedef {Readonly<{id: number, ref: string, mine: boolean, how: number, day: number, minutes: number}>} Contact
 * @typedef {import("../crypto/vow.js").Vow} Vow
 * @typedef {import("../crypto/vow.js").VowFields} Word
 * @typedef {Readonly<{open: readonly Pledge[], past: readonly Pledge[], more: boolean}>} Pledges
 * @typedef {Readonly<{contacts: readonly Contact[], more: boolean}>} Contacts
 */

const [PLEDGE, CONTACT] = [1, 2];
const [BY_TAP, OWED] = [1, 3];
const [OPEN, CALLED_OFF] = [1, 6];
/** What is an answer; a time to meet or a reading of one's check-in is none. */
const ANSWERS = new Set(["text", "att"]);
/** Until the day after its day whoever owed an answer says themselves that it is given. */
const DAYS_AFTER = 1;
const DAY_LONG = 1440;
const LONGEST = 500;

export class Part {
	#inside;
	/** @type {Map<string, Pledges>} by relationship */
	#pledges = new Map();
	/** @type {Map<string, Contacts>} */
	#contacts = new Map();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return Object.freeze({
			pledges: Object.freeze(Object.fromEntries(this.#pledges)),
			contacts: Object.freeze(Object.fromEntries(this.#contacts)),
		});
	}

	get deeds() {
		return Object.freeze({
			...{
				answered: this.#answered,
				read: this.#read,
				earlier: this.#earlier,
				give: this.#give,
				move: this.#move,
				say: this.#say,
			},
			...{ contacts: this.#readContacts, note: this.#note, takeOut: this.#takeOut },
		});
	}

	/** @param {string} id of a relationship */
	#read = async (id) => {
		this.#keep(this.#pledges, id, await this.#ask("GET", `${at(id)}/pledges`));
	};

	/** One page more of what is past. @param {string} id */
	#earlier = async (id) => {
		const before = this.#pledges.get(id);
		const last = before?.past.at(-1)?.id;
		if (before === undefined || last === undefined) return;
		const { past, more } = await this.#ask("GET", `${at(id)}/pledges?before=${last}`);
		this.#keep(this.#pledges, id, { ...before, past: [...before.past, ...past], more });
	};

	/** Somebody gives their word: first the day at the house, then the words in the talk. `isOwed`: an answer to a line of the other; `ref` the name of the form: the same again changes nothing. @param {string} id @param {string} conv @param {{b: string, day: number, to?: string, isOwed?: boolean, ref?: string}} word */
	#give = async (id, conv, { b, day, to, isOwed = false, ref: form = freshName() }) => {
		if (b.trim() === "" && to === undefined) throw new RoomError("empty");
		if ([...b].length > LONGEST) throw new RoomError("too-long");
		const { vows } = this.#open(conv).known;
		const named = to === undefined ? {} : { to };
		const first = { b: b.trim(), day, k: PLEDGE, ref: form, ...named };
		const word = await this.#promised(id, vows, first, isOwed ? OWED : BY_TAP);
		const { ref } = word;
		await this.#written(conv, word, () =>
			this.#ask("POST", `${at(id)}/pledges/${ref}/say`, { word: "call-off" }),
		);
		await this.#read(id);
	};

	/** The day at the house under the name of a form; what was called off there is given again under that form's next name. Other words that stand there are not written over. @param {string} id @param {readonly Vow[]} vows @param {Word} word @param {number} made_by @returns {Promise<Word>} under its name */
	async #promised(id, vows, word, made_by) {
		const paper = { made_by, due_on: word.day };
		let { ref } = word;
		let row = await this.#ask("PUT", `${at(id)}/pledges/${ref}`, paper);
		while (row.state === CALLED_OFF) {
			ref = await formId(`${ref} again`);
			row = await this.#ask("PUT", `${at(id)}/pledges/${ref}`, paper);
		}
		const named = { ...word, ref };
		const isFree = isUnsaid(vows, named) && row.state === OPEN;
		if (!isFree && !isSaid(vows, named)) throw new RoomError("said-before");
		const { due_on } = paper;
		if (isFree && row.due_on !== due_on) await this.#ask("POST", `${at(id)}/pledges/${ref}/move`, { due_on });
		return named;
	}

	/** An answer that was owed is given with the next line of one's own, in time; of a later one the other says what it was. @param {string} id @param {string} conv */
	#answered = async (id, conv) => {
		const { known, lines } = this.#inside.conversation(conv);
		const last = lines.findLast((line) => line.from === "me" && line.n !== null && ANSWERS.has(line.kind));
		const oldest = today(this.#inside.given.clock) - DAYS_AFTER;
		const open = (this.#pledges.get(id)?.open ?? []).filter(({ due_on }) => due_on >= oldest);
		const given = open.filter(({ mine, made_by, ref }) => {
			const word = known.vows.find((vow) => vow.k === PLEDGE && vow.mine && vow.ref === ref);
			return mine && made_by === OWED && word !== undefined && (last?.n ?? 0) > word.n;
		});
		for (const { ref } of given) await this.#tellGiven(id, ref);
		if (given.length > 0) await this.#read(id);
	};

	/** Another device of mine may have told it first: the next one is told all the same. @param {string} id @param {string} ref */
	async #tellGiven(id, ref) {
		try {
			await this.#ask("POST", `${at(id)}/pledges/${ref}/say`, { word: "kept" });
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** What the house was told goes back, as far as it can, where it is known that none of its words stands. @param {string} conv @param {Word} word @param {() => Promise<unknown>} back */
	async #written(conv, word, back) {
		const talk = this.#inside.conversation(conv);
		if (isSaid(talk.known.vows, word)) return;
		try {
			await untilItStands(this.#inside, conv, "vow", word);
		} catch (error) {
			const stands = talk.known.vows.some(({ k, ref }) => k === word.k && ref === word.ref);
			if (!stands && !mayStand(talk, word.ref)) await back().catch(() => undefined);
			throw error;
		}
	}

	/** Another day, in time; the words go with it again. @param {string} id @param {string} conv @param {string} ref @param {number} day */
	#move = async (id, conv, ref, day) => {
		const talk = this.#open(conv);
		await this.#ask("POST", `${at(id)}/pledges/${ref}/move`, { due_on: day });
		const said = talk.known.vows.find((vow) => vow.k === PLEDGE && vow.mine && vow.ref === ref);
		if (said !== undefined) {
			const { b, to } = said;
			const word = { b, day, k: PLEDGE, ref, ...(to === undefined ? {} : { to }) };
			await this.#written(conv, word, () => Promise.resolve());
		}
		await this.#read(id);
	};

	/** What became of it. @param {string} id @param {string} ref @param {"kept" | "not-kept" | "call-off" | "repaired"} word */
	#say = async (id, ref, word) => {
		await this.#ask("POST", `${at(id)}/pledges/${ref}/say`, { word });
		await this.#read(id);
	};

	/** @param {string} id @param {boolean} [isMore] one page more */
	#readContacts = async (id, isMore = false) => {
		const before = isMore ? (this.#contacts.get(id)?.contacts ?? []) : [];
		const from = before.length === 0 ? "" : `?before=${before.at(-1)?.id}`;
		const { contacts, more } = await this.#ask("GET", `${at(id)}/contacts${from}`);
		this.#keep(this.#contacts, id, { contacts: [...before, ...contacts], more });
	};

	/** Notes a contact, or puts one right. @param {string} id @param {string} conv @param {{ref?: string, isNew?: boolean, how: number, day: number, from: number, till: number, b: string}} given minutes of the day; `ref` its name, or that of the form of a new one */
	#note = async (id, conv, { ref = freshName(), isNew = true, how, day, from, till, b }) => {
		if ([...b].length > LONGEST) throw new RoomError("too-long");
		const { vows } = this.#open(conv).known;
		const minutes = (till - from + DAY_LONG) % DAY_LONG;
		const details = { b: b.trim(), day, from, k: CONTACT, ref, till };
		if (isNew && !isUnsaid(vows, details) && !isSaid(vows, details)) throw new RoomError("said-before");
		await this.#ask("PUT", `${at(id)}/contacts/${ref}`, { how, day, minutes });
		const back = () => this.#ask("DELETE", `${at(id)}/contacts/${ref}`);
		await this.#written(conv, details, isNew ? back : () => Promise.resolve());
		await this.#readContacts(id);
	};

	/** @param {string} id @param {string} ref */
	#takeOut = async (id, ref) => {
		await this.#ask("DELETE", `${at(id)}/contacts/${ref}`);
		await this.#readContacts(id);
	};

	/** A talk that words may go into now. @param {string} conv */
	#open(conv) {
		const talk = this.#inside.conversation(conv);
		if (!talk.known.canWrite) throw new RoomError("cannot-write");
		return talk;
	}

	/** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
	#ask(method, path, body) {
		return this.#inside.given.api.pledges(method, path, body);
	}

	/** @template T @param {Map<string, T>} all @param {string} id @param {T} found */
	#keep(all, id, found) {
		all.set(id, Object.freeze(found));
		this.#inside.given.onChange();
	}
}

/** @param {readonly Vow[]} vows @param {Word} word */
const newest = (vows, { k, ref }) =>
	vows.findLast((vow) => vow.k === k && vow.ref === ref && (k === CONTACT || vow.mine));

/** Is nothing said under this name yet? @param {readonly Vow[]} vows @param {Word} word */
const isUnsaid = (vows, word) => newest(vows, word) === undefined;

/** Are these the newest words under this name? @param {readonly Vow[]} vows @param {Word} word */
function isSaid(vows, word) {
	const { b, day, to, from, till } = word;
	const said = newest(vows, word);
	if (said === undefined || (said.b ?? "") !== b || said.day !== day) return false;
	return said.to === to && said.from === from && said.till === till;
}

/** @param {string} id */
const at = (id) => `relationships/${encodeURIComponent(id)}`;
