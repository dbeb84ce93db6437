import { LETTER } from "./circle-house.js";
import { RoomError } from "./trouble.js";

/**
 * At a circle's door: who asks to come in, who waits, why somebody was taken away, and who looks at it again.
 * @typedef {import("./circle-house.js").CircleHouse} CircleHouse
 * @typedef {import("./circle-shape.js").Circles} Circles
 */

export class CircleDoor {
	#house;
	#pressed;
	/** @type {Map<number, import("./circle-shape.js").Waits[]>} */
	#waiting = new Map();
	/** @type {Pick<Circles, "removals" | "appeals">} */
	#letters = { removals: [], appeals: [] };

	/** @param {CircleHouse} house @param {import("./circle-pressed.js").CirclePressed} pressed */
	constructor(house, pressed) {
		this.#house = house;
		this.#pressed = pressed;
	}

	get shown() {
		return { waiting: Object.fromEntries(this.#waiting), ...this.#letters };
	}

	/** One letter for each host. @param {number} id @param {{name: string, words: string}} given */
	async ask(id, { name, words }) {
		await this.#house.look();
		const { hosts, conv } = this.#house.row(id);
		const said = { sort: LETTER.ASK, name: name.trim(), words: words.trim() };
		if (said.name === "") throw new RoomError("empty");
		const letters = [];
		for (const to of hosts) letters.push({ to, box: await this.#house.sealed(conv, to, said) });
		await this.#house.api("POST", `circles/${id}/ask`, { letters });
		await this.#house.look();
	}

	/** @param {number} id */
	async takeAskBack(id) {
		await this.#house.api("DELETE", `circles/${id}/ask`);
		await this.#house.look();
	}

	/** @param {number} id */
	async lookWaiting(id) {
		const { waiting, people } = await this.#house.api("GET", `circles/${id}/waiting`);
		if (waiting.length > 0) await this.#house.readWho();
		await this.#house.meet(people);
		const { conv } = this.#house.row(id);
		const rows = [];
		for (const { account_id: accountId, box } of waiting) {
			const letter = await this.#house.opened(conv, { sort: LETTER.ASK, from: accountId, box });
			rows.push({ accountId, name: letter?.name ?? null, words: letter?.words ?? null });
		}
		this.#waiting.set(id, rows);
	}

	/** Where a host looked before, they see who asks meanwhile; where somebody leads no more, nothing of it stays. */
	async again() {
		for (const id of this.#waiting.keys())
			if (this.#house.known(id)?.mine === "leads") await this.lookWaiting(id);
			else this.#waiting.delete(id);
	}

	/** Said in the programme's words, without a reason. @param {number} id @param {string} accountId */
	async notNow(id, accountId) {
		this.#pressed.takeBack(this.#house.row(id).conv, accountId);
		await this.#house.api("POST", `circles/${id}/people/${accountId}/not-now`);
		await this.lookWaiting(id);
	}

	async lookRemovals() {
		const { removals, appeals, people } = await this.#house.api("GET", "removals");
		if (removals.length + appeals.length > 0) await this.#house.readWho();
		await this.#house.meet(people);
		this.#letters = {
			removals: await Promise.all(removals.map((/** @type {any} */ row) => this.#removal(row))),
			appeals: await Promise.all(appeals.map((/** @type {any} */ row) => this.#appealed(row))),
		};
	}

	/** @param {number} id @param {string} to @param {string} words */
	async appeal(id, to, words) {
		const { conv } = this.#letter(this.#letters.removals, id);
		const box = await this.#house.sealed(conv, to, { sort: LETTER.APPEAL, words: words.trim() });
		await this.#house.api("POST", `removals/${id}/appeal`, { to, box });
		await this.lookRemovals();
	}

	/** @param {number} id @param {{words: string, mayAsk: boolean}} given */
	async answer(id, { words, mayAsk }) {
		const { conv, accountId } = this.#letter(this.#letters.appeals, id);
		const said = { sort: LETTER.ANSWER, words: words.trim() };
		const box = await this.#house.sealed(conv, accountId, said);
		await this.#house.api("POST", `removals/${id}/answer`, { box, may_ask: mayAsk });
		await this.lookRemovals();
	}

	/** @param {any} row as the house sent it */
	async #removal({ id, circle, conv, step, by, reader, readers, partners, why: whyBox, answer: box }) {
		const why = await this.#house.opened(conv, { sort: LETTER.WHY, from: by, box: whyBox });
		const answer = await this.#house.opened(conv, { sort: LETTER.ANSWER, from: reader ?? "", box });
		return {
			...{ id, circle, conv, step, by: this.#house.person(by) },
			readers: readers.map((/** @type {string} */ one) => ({
				...this.#house.person(one),
				isPartner: partners.includes(one),
			})),
			...{ why: why?.words ?? null, answer: answer?.words ?? null },
		};
	}

	/** @param {any} row as the house sent it */
	async #appealed({ id, circle, conv, account_id: accountId, box }) {
		const said = await this.#house.opened(conv, { sort: LETTER.APPEAL, from: accountId, box });
		return { id, circle, conv, accountId, words: said?.words ?? null };
	}

	/** @template {{id: number}} T @param {readonly T[]} rows @param {number} id @returns {T} */
	#letter(rows, id) {
		const found = rows.find((row) => row.id === id);
		if (found === undefined) throw new RoomError("not-found");
		return found;
	}
}
