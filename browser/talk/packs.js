import { equal, fromText, toText } from "../crypto/bytes.js";
import { knownOf, readPack, reachOf, totalOf } from "../crypto/instrument.js";
import { kept } from "./check-keeping.js";
import { roomIn, timesIn } from "./check-rows.js";
import { changeOf } from "./check-rules.js";
import { today } from "./clock.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * Questions of others: each pack is held against its hash and read strictly; answers are sealed documents of one's own.
 * @typedef {import("../crypto/instrument.js").Pack & {hash: string}} Held
 * @typedef {import("../crypto/check-in.js").CheckIn} CheckIn
 * @typedef {Readonly<{pack: Held, rows: readonly CheckIn[], totals: readonly {day: number, total: number}[], reach: readonly [number, number] | null, change: "more" | "less" | "same" | null}>} Looked
 * `rows` oldest first, of exactly this pack; `change` of the newest total against the one before, null where nobody knows
 */

const SIDE = Object.freeze({ client: 1, specialist: 2 });

export class Part {
	#inside;
	/** @type {Readonly<{list: readonly Held[], refused: number}>} */
	#shown = Object.freeze({ list: Object.freeze([]), refused: 0 });

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return this.#shown;
	}

	get deeds() {
		return Object.freeze({
			list: () => this.list(),
			look: (/** @type {string} */ id) => this.look(id),
			answer: (/** @type {[any, any]} */ ...all) => this.answer(...all),
			forget: (/** @type {string} */ id) => this.forget(id),
		});
	}

	/** Those that hold; one that does not is left out and counted. */
	async list() {
		const { packs } = await this.#inside.given.api.part("GET", "packs");
		/** @type {(Held | null)[]} */
		const held = await Promise.all(packs.map((/** @type {any} */ row) => heldBy(row)));
		const list = held.filter((one) => one !== null);
		this.#shown = Object.freeze({ list: Object.freeze(list), refused: held.length - list.length });
		this.#inside.given.onChange();
		return this.#shown;
	}

	/** @param {string} id @returns {Promise<Looked>} */
	async look(id) {
		if (this.#shown.list.length === 0) await this.list();
		await this.#inside.notebook.open();
		return this.#looked(id);
	}

	/** @param {string} id @param {readonly number[]} a an answer for each item */
	async answer(id, a) {
		const { pack } = await this.look(id);
		const row = { a: [...a], b: "", c: a.map(() => 0), day: today(this.#inside.given.clock) };
		const about = { conv: "", hash: pack.hash, pack: pack.id, side: this.#side, ver: pack.ver };
		await kept(this.#inside.notebook, { about, row, docId: roomIn(this.#sheets(pack), pack.ver) });
		return this.#looked(id);
	}

	/** All answers to this pack, for good. @param {string} id */
	async forget(id) {
		const { pack } = await this.look(id);
		for (const { docId } of this.#sheets(pack)) await this.#inside.notebook.remove(docId);
		return this.#looked(id);
	}

	/** @param {string} id @returns {Looked} */
	#looked(id) {
		const pack = this.#shown.list.find((one) => one.id === id);
		if (pack === undefined) throw new RoomError("not-found");
		const rows = timesIn(this.#sheets(pack));
		const totals = rows.flatMap(({ a, day }) => {
			const total = totalOf(pack, a);
			return total === null ? [] : [{ day, total }];
		});
		const [before, newest] = totals.slice(-2);
		const isPair = before !== undefined && newest !== undefined;
		const change = isPair ? changeOf(before.total, newest.total, knownOf(pack)) : null;
		return Object.freeze({ pack, rows, totals, reach: reachOf(pack), change });
	}

	/** Of exactly these bytes: other words are another line. @param {Held} pack */
	#sheets({ id, hash }) {
		return this.#inside.notebook.seen.checks.filter((sheet) => sheet.pack === id && sheet.hash === hash);
	}

	get #side() {
		return this.#inside.me.roles?.includes(2) ? SIDE.specialist : SIDE.client;
	}
}

/** @param {{hash: string, pack: string}} row @returns {Promise<Held | null>} null where it does not hold */
async function heldBy({ hash, pack }) {
	try {
		const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (fromText(pack));
		const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
		if (!equal(found, fromText(hash, 32))) return null;
		return Object.freeze({ ...readPack(bytes), hash: toText(found) });
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return null;
	}
}
