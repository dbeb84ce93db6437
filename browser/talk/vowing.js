import { toText } from "../crypto/bytes.js";
import { RoomError } from "./trouble.js";

/**
 * What two people said they would do, and their contacts elsewhere: days and states from the house, words from the talk.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{id: number, ref: string, mine: boolean, made_by: number, state: number, made_on: number, due_on: number, moves: number, settled_on: number | null}>} Pledge
 * @typedef {Readonly<{id: number, ref: string, mine: boolean, how: number, day: number, minutes: number}>} Contact
 * @typedef {Readonly<{open: readonly Pledge[], past: readonly Pledge[], more: boolean}>} Pledges
 * @typedef {Readonly<{contacts: readonly Contact[], more: boolean}>} Contacts
 */

const [PLEDGE, CONTACT] = [1, 2];
const BY_TAP = 1;
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
			...{ read: this.#read, earlier: this.#earlier, give: this.#give, move: this.#move, say: this.#say },
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

	/** Somebody gives their word: first the day at the house, then the words in the talk. @param {string} id @param {string} conv @param {{b: string, day: number, to?: string}} word */
	#give = async (id, conv, { b, day, to }) => {
		if (b.trim() === "" && to === undefined) throw new RoomError("empty");
		if ([...b].length > LONGEST) throw new RoomError("too-long");
		const talk = this.#open(conv);
		const ref = toText(crypto.getRandomValues(new Uint8Array(16)));
		await this.#ask("PUT", `${at(id)}/pledges/${ref}`, { made_by: BY_TAP, due_on: day });
		const named = to === undefined ? {} : { to };
		talk.sayAs("vow", { text: JSON.stringify({ b: b.trim(), day, k: PLEDGE, ref, ...named }) });
		await this.#read(id);
	};

	/** Another day, in time; the words go with it again. @param {string} id @param {string} conv @param {string} ref @param {number} day */
	#move = async (id, conv, ref, day) => {
		const talk = this.#open(conv);
		await this.#ask("POST", `${at(id)}/pledges/${ref}/move`, { due_on: day });
		const said = talk.known.vows.find((vow) => vow.k === PLEDGE && vow.mine && vow.ref === ref);
		if (said !== undefined) {
			const { b, to } = said;
			const text = JSON.stringify({ b, day, k: PLEDGE, ref, ...(to === undefined ? {} : { to }) });
			talk.sayAs("vow", { text });
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

	/** Notes a contact, or puts one right. @param {string} id @param {string} conv @param {{ref?: string, how: number, day: number, from: number, till: number, b: string}} given minutes of the day */
	#note = async (id, conv, { ref = "", how, day, from, till, b }) => {
		if ([...b].length > LONGEST) throw new RoomError("too-long");
		const talk = this.#open(conv);
		const named = ref === "" ? toText(crypto.getRandomValues(new Uint8Array(16))) : ref;
		const minutes = (till - from + DAY_LONG) % DAY_LONG;
		await this.#ask("PUT", `${at(id)}/contacts/${named}`, { how, day, minutes });
		const text = JSON.stringify({ b: b.trim(), day, from, k: CONTACT, ref: named, till });
		talk.sayAs("vow", { text });
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

/** @param {string} id */
const at = (id) => `relationships/${encodeURIComponent(id)}`;
