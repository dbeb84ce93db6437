import { besideConv } from "./circle-beside.js";
import { holdsFor, stillPressed } from "./circle-settling.js";
import { today } from "./clock.js";
import { asRoomError, isRefusal, isUnanswered } from "./trouble.js";

/**
 * What a host pressed that is not on the wire yet, kept with its day and with what was begun, sealed: whom they let in, whom they asked to
 * lead. The house says who may be named; only this says whom this room signs for. What is taken back, what the house says no to and what is
 * old is signed for nobody.
 * @typedef {import("./circle-settling.js").Pressed} Pressed
 * @typedef {[accountId: string, day: number]} Row
 * @typedef {Record<keyof Pressed, Row[]>} Kept
 */

export class CirclePressed {
	#inside;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {string} conv @returns {Pressed} */
	of(conv) {
		const kept = this.#kept(conv);
		return { in: holdsFor(kept.in, this.#day), lead: holdsFor(kept.lead, this.#day) };
	}

	/** Kept before the house is told, for a line may be cut between the two. @param {string} conv @param {keyof Pressed} what @param {string} accountId @param {() => Promise<unknown>} tell */
	async press(conv, what, accountId, tell) {
		const isAgain = this.of(conv)[what].includes(accountId);
		this.#change(conv, what, (rows) => [...without(rows, accountId), [accountId, this.#day]]);
		try {
			await tell();
		} catch (error) {
			const { code } = asRoomError(error);
			// Whoever waits no more may have come by the press before, whose answer was lost.
			const mayBeDone = !isRefusal(error) || isUnanswered(code) || (isAgain && code === "not-found");
			if (!mayBeDone) this.#change(conv, what, (rows) => without(rows, accountId));
			throw error;
		}
	}

	/** @param {import("./circle-house.js").Row} circle @param {string} accountId */
	async letIn({ id, conv }, accountId) {
		const { api } = this.#inside.given;
		const tell = () => api.part("POST", `circles/${id}/people/${accountId}/let-in`);
		await this.press(conv, "in", accountId, tell);
	}

	/** Whoever said yes to leading, and whom no room signed for, is asked by the press alone. @param {import("./circle-house.js").Row} circle @param {string} accountId */
	async askToLead({ id, conv, hosts }, accountId) {
		const { api } = this.#inside.given;
		const tell = async () =>
			hosts.includes(accountId) || (await api.part("POST", `circles/${id}/people/${accountId}/lead`));
		await this.press(conv, "lead", accountId, tell);
	}

	/** Nobody who was asked to lead and had not said yes is signed for. @param {import("./circle-house.js").Row} circle */
	takeQuestionBack({ conv, hosts }) {
		this.#change(conv, "lead", (rows) => rows.filter(([one]) => hosts.includes(one)));
	}

	/** Not now, or taken away. @param {string} conv @param {string} accountId */
	takeBack(conv, accountId) {
		this.#change(conv, "in", (rows) => without(rows, accountId));
		this.#change(conv, "lead", (rows) => without(rows, accountId));
	}

	/** What stands on the wire by now is forgotten here. @param {string} conv @param {any} circle */
	settle(conv, circle) {
		const kept = this.#kept(conv);
		const all = { in: kept.in.map(([one]) => one), lead: kept.lead.map(([one]) => one) };
		const still = stillPressed(all, circle);
		this.#change(conv, "in", (rows) => rows.filter(([one]) => still.in.includes(one)));
		this.#change(conv, "lead", (rows) => rows.filter(([one]) => still.lead.includes(one)));
	}

	get #day() {
		return today(this.#inside.given.clock);
	}

	/** @param {string} conv @returns {Kept} */
	#kept(conv) {
		const text = this.#inside.drafts.of(keyOf(conv));
		return { in: [], lead: [], ...(text === "" ? {} : JSON.parse(text)) };
	}

	/** @param {string} conv @param {keyof Pressed} what @param {(rows: Row[]) => Row[]} change */
	#change(conv, what, change) {
		const before = this.#kept(conv);
		const kept = { ...before, [what]: change(before[what]) };
		const isEmpty = kept.in.length + kept.lead.length === 0;
		const text = isEmpty ? "" : JSON.stringify(kept);
		if (text !== this.#inside.drafts.of(keyOf(conv))) this.#inside.draft(keyOf(conv), text);
	}
}

/** @param {Row[]} rows @param {string} accountId */
const without = (rows, accountId) => rows.filter(([one]) => one !== accountId);

const keyOf = besideConv("circle: pressed");
