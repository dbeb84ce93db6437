import { toText } from "../crypto/bytes.js";
import { newSecret } from "../vault/own-device.js";
import { Ways } from "../vault/ways.js";
import { today } from "./clock.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * Whether this browser is somebody's own device, and what it opens; and the ways into the place that is open.
 * @typedef {import("../vault/own-device.js").Kept} Kept
 * @typedef {import("../vault/ways.js").Proof} Proof
 */

const GONE = new Set(["device-gone", "way-in-changed", "slot"]);

export class Own {
	#given;
	#onChange;
	/** @type {Kept | null} */
	#kept = null;
	/** It was signed out from elsewhere, and asks for the five words once. */
	#wantsWords = false;
	/** Asked once a visit, and never again after a no. */
	#declined = false;
	/** @type {readonly any[]} */
	ways = [];

	/** @param {{store: import("../vault/own-device.js").DeviceStore, api: import("../wire/api.js").Api, clock: import("./clock.js").Clock, core: () => any}} given @param {() => void} onChange */
	constructor(given, onChange) {
		this.#given = given;
		this.#onChange = onChange;
	}

	get kept() {
		return this.#kept;
	}

	/** What screens see: whose device this is, or null. */
	get shown() {
		if (this.#kept === null || this.#kept.waiting) return null;
		const { username, pin, minutes } = this.#kept;
		return Object.freeze({ username, pin, minutes, wantsWords: this.#wantsWords });
	}

	/** May the question be asked whether this is their own device? */
	get mayOffer() {
		return this.#kept === null && !this.#declined;
	}

	/** Is it the way in of whoever is inside? @param {string} username */
	isOf(username) {
		return this.#kept?.username === username && !this.#kept.waiting;
	}

	async read() {
		this.#take(await this.#given.store.read());
	}

	decline() {
		this.#declined = true;
		this.#onChange();
	}

	/** A new visit asks anew, but never on a device that is said to be shared. @param {{isAsked: boolean}} how */
	visit({ isAsked }) {
		this.#declined = !isAsked;
		this.ways = [];
	}

	/** @param {{pin: string | null, minutes?: number}} given */
	async open({ pin, minutes }) {
		const kept = this.#kept;
		if (kept === null) throw new RoomError("device-gone");
		try {
			const opened = await this.#ways().open({ kept, pin, today: this.#today() });
			if (minutes !== undefined && minutes !== kept.minutes) await this.#keep({ ...kept, minutes });
			return { ...opened, username: kept.username };
		} catch (error) {
			await this.#refused(/** @type {any} */ (error).code);
			throw error;
		}
	}

	/** After the five words: what became of this device meanwhile. @param {any} me @param {string} username @returns {Promise<any>} me */
	async cameByWords(me, username) {
		const kept = this.#kept;
		if (kept === null || kept.username !== username) return me;
		const isIn = (/** @type {any} */ { slot_id }) => slot_id === kept.slotId;
		if (me.slots.some(isIn)) return await this.#back(kept, me);
		if (!me.changes.some(isIn)) await this.forget();
		return me;
	}

	/** The sign-in is this device's now; if the house does not answer, the next one will be. @param {Kept} kept @param {any} me */
	async #back(kept, me) {
		try {
			const after = await this.#given.api.letBack({ slot_id: kept.slotId });
			this.#wantsWords = false;
			await this.#keep({ ...kept, waiting: false });
			return after;
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return me;
		}
	}

	/** @param {{name: string, pin: string | null, minutes: number, username: string} & Proof} given */
	async make({ name, pin, minutes, username, ...proof }) {
		const secret = toText(newSecret());
		const about = { username, secret, pin: pin !== null, minutes, name };
		try {
			const me = await this.#ways().addDevice({
				...{ secret, pin, name, day: this.#today(), proof },
				kept: (slotId) => this.#keep({ ...about, slotId, waiting: true }),
			});
			const slotId = this.#kept?.slotId ?? "";
			const isIn = me.slots.some((/** @type {any} */ { slot_id }) => slot_id === slotId);
			await this.#keep({ ...about, slotId, waiting: !isIn });
			return me;
		} catch (error) {
			await this.forget();
			throw error;
		}
	}

	/** @param {{name: string} & Proof} given */
	addSpare = ({ name, ...proof }) => this.#ways().addSpare({ name, day: this.#today(), proof });

	/** @param {{words: readonly string[]} & {proof: Proof}} given */
	changeWords = ({ words, proof }) => this.#ways().changeWords({ words, day: this.#today(), proof });

	/** @param {{slotId: string} & Proof} given */
	async remove({ slotId, ...proof }) {
		const me = await this.#ways().remove({ slotId, proof });
		if (slotId === this.#kept?.slotId && !me.slots.some((/** @type {any} */ one) => one.slot_id === slotId))
			await this.forget();
		return me;
	}

	/** @param {any} change */
	async finish(change) {
		const mine = change.slot_id === this.#kept?.slotId ? this.#kept : null;
		const me = await this.#ways().finish({ change, day: this.#today(), name: mine?.name ?? "" });
		if (mine !== null) await this.#keep({ ...mine, waiting: false });
		return me;
	}

	/** @param {string} slotId */
	async cancel(slotId) {
		const me = await this.#ways().cancel(slotId);
		if (slotId === this.#kept?.slotId) await this.forget();
		return me;
	}

	/** Which ways in there are now. @param {any} me */
	async list(me) {
		const here = this.#kept?.slotId;
		const ways = await this.#ways().list(me);
		this.ways = Object.freeze(
			ways.map((way) => Object.freeze({ ...way, slotId: way.slot_id, here: way.slot_id === here })),
		);
		this.#onChange();
	}

	/** The device keeps nothing any more. */
	async forget() {
		await this.#given.store.forget();
		this.#take(null);
	}

	/** @param {string} code why it did not open */
	async #refused(code) {
		if (GONE.has(code)) await this.forget();
		if (code === "words-first") this.#wantsWords = true;
		this.#onChange();
	}

	/** @param {Kept} kept */
	async #keep(kept) {
		await this.#given.store.keep(kept);
		this.#take(kept);
	}

	/** @param {Kept | null} kept */
	#take(kept) {
		this.#kept = kept;
		this.#given.api.keepsDevice = kept !== null;
		this.#onChange();
	}

	#ways() {
		return new Ways({ core: this.#given.core(), api: this.#given.api });
	}

	#today() {
		return today(this.#given.clock);
	}
}
