import { today } from "./clock.js";
import { promiseLines } from "./promise.js";
import { isRefusal, RoomError } from "./trouble.js";
import { atMostTwice } from "./twice.js";

/**
 * A promise that changes while two people live in it, and the lines each of them adds.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {import("../crypto/promise-change.js").Change} Change
 * @typedef {{version: number, hash: string, shownOn: number, declinedBy: "you" | "them" | null, mine: boolean, theirs: boolean, changes: Change[]}} Put
 * @typedef {{holds: any, asked: Put | null, told: Put | null, kept: Put | null}} Promised what the core found to hold
 * @typedef {{heading: string, gone: string | null, comes: string | null, weight: "less" | "more" | "news"}} Difference in words, under the heading both have in the promise
 * @typedef {Omit<Put, "changes"> & {differences: readonly Difference[]}} ShownPut
 * @typedef {import("../crypto/ours.js").OwnLine} OwnLine
 */

const STEP = Object.freeze({ agree: "agree", keep: "keep" });

export class Promising {
	#inside;
	/** @type {Map<number, {told: string, promised: Promised | null}>} by relationship, and what the house said then */
	#found = new Map();

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** @param {any[]} all "agree", "keep", "write" or "yes", and what it takes */
	deed(...[name, ...given]) {
		return /** @type {any} */ (this)[name](...given);
	}

	/** @param {Relation} relation @returns {Promised | null} null where the promise never changed, or does not hold */
	of({ id }) {
		return this.#found.get(id)?.promised ?? null;
	}

	/** @param {readonly Relation[]} relations */
	async read(relations) {
		for (const relation of relations) {
			const agreements = /** @type {any} */ (relation).agreements ?? null;
			const told = JSON.stringify(agreements);
			if (agreements === null || this.#found.get(relation.id)?.told === told) continue;
			this.#found.set(relation.id, { told, promised: await this.#read(relation) });
		}
	}

	/** A person read it and agrees, to these words. @param {string} id @param {{version: number, hash: string}} shown @param {string} lang they read it in */
	async agree(id, { version, hash }, lang) {
		const { core, clock } = this.#inside.given;
		const relationship = this.#inside.relation(id);
		const signed = await core.agreeAnew({ relationship, version, hash, day: today(clock) });
		await this.#step(id, STEP.agree, { ...signed, lang });
	}

	/** The promise that counts now stays. @param {string} id @param {number} version */
	async keep(id, version) {
		await this.#step(id, STEP.keep, { version });
	}

	/** All my own lines, in the place of those before. @param {string} conv @param {OwnLine[]} lines */
	async write(conv, lines) {
		if (lines.some(({ b }) => b.trim() === "")) throw new RoomError("empty");
		this.#inside.conversation(conv).changing.writeOurs(lines);
	}

	/** A yes to the other's lines as they stand. @param {string} conv @param {string} to */
	async yes(conv, to) {
		this.#inside.conversation(conv).changing.agreeToOurs(to);
	}

	/** @param {string} id @param {string} step @param {object} body */
	async #step(id, step, body) {
		const { api } = this.#inside.given;
		this.#inside.relationships.put(await api.step(id, /** @type {any} */ (step), body));
		await this.#inside.follow();
	}

	/** What does not hold is said where the talk stands. @param {Relation} relation @returns {Promise<Promised | null>} */
	async #read(relation) {
		const { core } = this.#inside.given;
		try {
			return await atMostTwice((how) => core.editions({ relationship: relation, ...how }));
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return null;
		}
	}
}

/**
 * Help that a device works out by itself is for talks whose promise names it: a no, no answer yet, or what nobody can tell, is a no.
 * @param {Relation} relation @param {Promised | null} promised
 */
export function mayListen(relation, promised) {
	const { agreements = null, promise } = /** @type {any} */ (relation);
	const holds = agreements === null ? promise : promised?.holds;
	return (holds?.sentences ?? []).some((/** @type {[string, string[]]} */ [id]) => id === "device-help");
}

/**
 * A change as a screen shows it, in words; null where this room cannot say all of it.
 * @param {Promised | null} promised @param {import("./promise.js").Catalogue | null} catalogue
 * @returns {Readonly<{asked: ShownPut | null, told: ShownPut | null, kept: ShownPut | null}> | null}
 */
export function shownChange(promised, catalogue) {
	if (promised === null || catalogue === null) return null;
	const [asked, told, kept] = [promised.asked, promised.told, promised.kept].map((put) =>
		inWords(put, catalogue),
	);
	return Object.freeze({ asked: asked ?? null, told: told ?? null, kept: kept ?? null });
}

/** @param {Put | null} put @param {import("./promise.js").Catalogue} catalogue @returns {ShownPut | null} */
function inWords(put, catalogue) {
	if (put === null) return null;
	const { changes, ...rest } = put;
	const lineOf = (/** @type {any} */ sentence) =>
		sentence === null ? null : (promiseLines({ version: 1, sentences: [sentence] }, catalogue)[0] ?? null);
	try {
		const differences = changes.map(({ before, after, weight }) => {
			const [gone, comes] = [lineOf(before), lineOf(after)];
			const heading = (comes ?? gone)?.heading ?? "";
			return Object.freeze({ heading, gone: gone?.text ?? null, comes: comes?.text ?? null, weight });
		});
		return Object.freeze({ ...rest, differences: Object.freeze(differences) });
	} catch (error) {
		if (error instanceof RoomError) return null;
		throw error;
	}
}
