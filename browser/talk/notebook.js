import { readConfig } from "../wire/config.js";
import { today } from "./clock.js";
import { NOTHING } from "./own-rows.js";
import { isRefusal } from "./trouble.js";
import { Turns } from "./turns.js";

/**
 * What a person keeps for themselves: pages of a notebook, and lines they kept. The core opens, seals and checks; the
 * server only stores; screens see what is here.
 * @typedef {{docId: string, ver: number, kind: "page", title: string, text: string, day: number}} Page
 * @typedef {{docId: string, ver: number, kind: "kept", conv: string, by: string, n: number, name: string, text: string, ts: number | null, isBrought: boolean}} KeptLine
 * @typedef {{docId: string, ver: number, kind: "checks", conv: string, hash: string, pack: string, rows: readonly import("../crypto/check-in.js").CheckIn[], side: number, statements: number}} Sheet
 * @typedef {{docId: string, ver: number, kind: "unsaid", about: number, name: string, line: string, text: string, day: number}} Unsaid what did not sit right, kept for oneself
 * @typedef {{state: "closed" | "loading" | "open", pages: readonly Page[], kept: readonly KeptLine[], checks: readonly Sheet[], unsaid: readonly Unsaid[], own: readonly OwnRows[], troubles: readonly {docId: string, code: string}[]}} Seen
 * @typedef {{docId: string, ver: number, kind: import("./own-rows.js").Own, content: import("./own-rows.js").Content}} OwnRows
 * @typedef {object} Given
 * @property {any} core
 * @property {import("../wire/api.js").Api} api
 * @property {import("./clock.js").Clock} clock
 * @property {{today: number}} config what the house said its day was, maybe long ago
 * @property {() => void} onChange
 * @property {{soon: () => void, save: () => Promise<void>}} saving
 */

/** @type {Seen} */
const CLOSED = Object.freeze({
	state: "closed",
	pages: [],
	kept: [],
	checks: [],
	unsaid: [],
	own: [],
	troubles: [],
});
/** Lists of rows of one's own. */
const OWN = new Set(["path", "plan", "diary", "training", "story", "notes", "wellbeing"]);
/** So often a change is made anew to what others wrote meanwhile. */
const TRIES = 4;

export class Notebook {
	#given;
	/** One thing at a time: two writes of one document at once would each be the next version. */
	#turns = new Turns();
	/** @type {Seen} */
	#seen = CLOSED;
	/** @type {{docId?: string, title: string, text: string} | null} */
	#held = null;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	get seen() {
		return this.#seen;
	}

	/** Everything that is kept, opened; asked again, it is fetched again. */
	open() {
		if (this.#seen.state === "closed") this.#see({ ...this.#seen, state: "loading" });
		return this.#turns.take(() => this.#open());
	}

	async #open() {
		const { api, core, saving } = this.#given;
		const given = await api.documents();
		const found = await core.documents({ ...given, today: await this.#day() });
		const more = [];
		for (const doc_id of found.behind) more.push(...(await this.#caughtUp(doc_id)));
		for (const doc_id of found.gone) await api.deleteDocument(doc_id);
		saving.soon();
		this.#show([...found.documents, ...more], found.troubles);
	}

	/** The earlier of this device's day and the house's: what is over goes for everybody, and neither alone may say that it is. The house is asked anew where this device is ahead. */
	async #day() {
		const { api, clock, config } = this.#given;
		const here = today(clock);
		return here <= config.today ? here : Math.min(here, readConfig(await api.config()).today);
	}

	/** The next version of a page, or a new one; what another window wrote meanwhile stays as an older version. @param {{docId?: string, title: string, text: string}} page @returns {Promise<string>} its id */
	write({ docId, title, text }) {
		const { core, clock } = this.#given;
		const seal = () => core.writePage({ doc_id: docId, title, text, day: today(clock) });
		return this.#put(seal);
	}

	/** A change to the newest version of a sheet of check-ins: where another window wrote meanwhile, to what it wrote. @param {string | undefined} docId @param {Omit<import("../crypto/check-in.js").Sheet, "rows">} about @param {(rows: readonly import("../crypto/check-in.js").CheckIn[]) => import("../crypto/check-in.js").CheckIn[]} change */
	writeChecks(docId, about, change) {
		const seal = () => {
			const before = this.#seen.checks.find((one) => one.docId === docId)?.rows ?? [];
			return this.#given.core.writeChecks({ doc_id: docId, sheet: { ...about, rows: change(before) } });
		};
		return this.#put(seal);
	}

	/** A change to the newest version of one's own rows: where another window wrote meanwhile, to what it wrote. @param {OwnRows["kind"]} own @param {string | undefined} docId @param {(content: any) => any} change */
	writeOwn(own, docId, change) {
		const seal = () => {
			const before = this.#seen.own.find((one) => one.docId === docId)?.content ?? NOTHING[own];
			return this.#given.core.writeOwn({ own, doc_id: docId, content: change(before) });
		};
		return this.#put(seal);
	}

	/** What the state remembers of one kind, without all the rest. @param {OwnRows["kind"]} own @param {number} [last] of kept notes: those that end on this day */
	async fetchOwn(own, last) {
		const { doc_ids } = await this.#given.core.ownListed({ own, ...(last === undefined ? {} : { last }) });
		for (const docId of doc_ids)
			await this.#turns.take(async () => {
				for (const one of await this.#caughtUp(docId)) this.#add(one);
			});
	}

	/** What is being written, until it is written. @param {{docId?: string, title: string, text: string} | null} page */
	hold(page) {
		this.#held = page;
	}

	/** Before everything is locked: what was being written is saved, if the line is there. */
	async saveHeld() {
		const held = this.#held;
		this.#held = null;
		if (held === null) return;
		try {
			await this.write(held);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** @param {{conv: string, id: string}} line of the core's ids */
	keepLine(line) {
		return this.#put(() => this.#given.core.keepLine(line));
	}

	/** What a part of the room sealed for this person alone. @param {() => Promise<{doc_id: string, body: object}>} seal */
	keep(seal) {
		return this.#put(seal);
	}

	/** One thing from a file, as a document of one's own; false: nothing more is to come. @param {() => Promise<{doc_id: string | null, body?: object}>} seal */
	async bring(seal) {
		const next = await seal();
		if (next.doc_id === null) return false;
		await this.#put(async () => /** @type {{doc_id: string, body: object}} */ (next));
		return true;
	}

	/** Every version that is kept, newest first. @param {string} docId @returns {Promise<Page[]>} */
	versions(docId) {
		return this.#turns.take(async () => (await this.#versions(docId)).map(shown).reverse());
	}

	/** Gone for good: remembered first, so that it can never come back. @param {string} docId */
	remove(docId) {
		return this.#turns.take(() => this.#remove(docId));
	}

	/** @param {string} docId */
	async #remove(docId) {
		const { api, core, saving } = this.#given;
		await core.deleteDocument({ doc_id: docId });
		await saving.save();
		await api.deleteDocument(docId);
		const left = this.#all.filter((one) => one.docId !== docId);
		this.#see(sorted(left, this.#seen.troubles));
	}

	/** @param {() => Promise<{doc_id: string, body: object}>} seal */
	#put(seal) {
		return this.#turns.take(async () => {
			const { core, saving } = this.#given;
			const doc_id = await this.#stored(seal, TRIES);
			const { doc } = await core.documentWritten({ doc_id });
			saving.soon();
			this.#add(doc);
			return doc_id;
		});
	}

	/** Where another window was first, what it wrote is read and the change made again. @param {() => Promise<{doc_id: string, body: object}>} seal @param {number} tries @returns {Promise<string>} */
	async #stored(seal, tries) {
		const { doc_id, body } = await seal();
		try {
			await this.#given.api.putDocument(doc_id, body);
			return doc_id;
		} catch (error) {
			const hasMoved = isRefusal(error) && /** @type {any} */ (error).code === "document-moved";
			if (!hasMoved || tries <= 1) throw error;
		}
		for (const one of await this.#caughtUp(doc_id)) this.#add(one);
		return await this.#stored(seal, tries - 1);
	}

	/** @param {string} docId */
	async #caughtUp(docId) {
		return (await this.#versions(docId)).slice(-1);
	}

	/** @param {string} docId @returns {Promise<any[]>} */
	async #versions(docId) {
		const { api, core } = this.#given;
		const kept = await api.documentVersions(docId);
		return (await core.documentVersions({ doc_id: docId, ...kept })).versions;
	}

	get #all() {
		const { pages, kept, checks, unsaid, own } = this.#seen;
		return [...pages, ...kept, ...checks, ...unsaid, ...own];
	}

	/** @param {any} document */
	#add(document) {
		const one = shown(document);
		const others = this.#all.filter(({ docId }) => docId !== one.docId);
		this.#see({ ...sorted([...others, one], this.#seen.troubles), state: this.#seen.state });
	}

	/** @param {any[]} documents @param {{doc_id: string, code: string}[]} troubles */
	#show(documents, troubles) {
		const told = troubles.map(({ doc_id, code }) => Object.freeze({ docId: doc_id, code }));
		this.#see(sorted(documents.map(shown), told));
	}

	/** @param {Seen} seen */
	#see(seen) {
		this.#seen = Object.freeze(seen);
		this.#given.onChange();
	}
}

/** @param {any} document @returns {any} as screens know it */
function shown({ doc_id, ...rest }) {
	return Object.freeze({ docId: doc_id, ...rest });
}

/** @param {any[]} all @param {Seen["troubles"]} troubles @returns {Seen} newest first */
function sorted(all, troubles) {
	const pages = all.filter(({ kind }) => kind === "page").sort((one, other) => other.day - one.day);
	const kept = all
		.filter(({ kind }) => kind === "kept")
		.sort((one, other) => (other.ts ?? 0) - (one.ts ?? 0));
	const checks = all
		.filter(({ kind }) => kind === "checks")
		.sort((one, other) => one.rows[0].day - other.rows[0].day);
	const unsaid = all.filter(({ kind }) => kind === "unsaid").sort((one, other) => other.day - one.day);
	const own = all
		.filter(({ kind }) => OWN.has(kind))
		.sort((one, other) => (one.docId < other.docId ? -1 : 1));
	return {
		...{ state: "open", pages: Object.freeze(pages), kept: Object.freeze(kept) },
		...{ checks: Object.freeze(checks), unsaid: Object.freeze(unsaid), own: Object.freeze(own), troubles },
	};
}
