// A promise that was changed: proven once everybody who reads has signed it (envelope.md, section 6).

import { equal, fromText, toText } from "./bytes.js";
import { ROLE } from "./people.js";
import { agreementHashOf, hasAgreed, keptMonths } from "./promise.js";
import { Refusal, Trouble } from "./refusal.js";

/** @import { Header, KeyRecord, PromiseJson } from "./shapes.d.ts" */
/** @typedef {{account_id: string, role: number, day: number, sig: string}} Signature under a promise, for one conversation */
/** @typedef {{hash: Uint8Array, kept: number | null, signed: {accountId: Uint8Array, role: number, day: number}[]}} Proven who signed it, and how long it keeps lines */

/**
 * One promise with the signatures under it; `promise-signature` if one of them does not hold.
 * @param {PromiseJson} promise @param {Signature[]} signatures
 * @param {{home: Uint8Array, conv: Uint8Array, people: Map<string, KeyRecord[]>}} about conv: the one they signed for
 * @returns {Proven}
 */
export function prove(promise, signatures, { home, conv, people }) {
	const hash = agreementHashOf(promise);
	const signed = signatures.map(({ account_id, role, day, sig }) => {
		const accountId = fromText(account_id, 16);
		const agree = { home, conv, agreementHash: hash, accountId, role, day };
		if (role !== ROLE.CLIENT && role !== ROLE.SPECIALIST) throw new Refusal("promise-signature");
		hasAgreed(sig, agree, people.get(toText(accountId)) ?? []);
		return { accountId, role, day };
	});
	return { hash, kept: keptMonths(promise), signed };
}

/** All promises that were proven for one conversation. */
export class Promises {
	/** @type {Proven[]} */
	#proven = [];
	/** The day of the header that brought the promise in force. */
	#since = 0;

	/** @param {Proven[]} proven */
	learn(proven) {
		this.#proven.push(...proven);
	}

	/** @param {Uint8Array} hash */
	has(hash) {
		return this.#proven.some((one) => equal(one.hash, hash));
	}

	/** From this day on another promise counts only with newer signatures. @param {number} day */
	beginOn(day) {
		this.#since = day;
	}

	/** Trouble unless all members signed what this header brings into force. @param {Header} header @param {Header} before */
	checkChanged(header, before) {
		const proven = this.#proven.filter(({ hash }) => equal(hash, header.agreementHash));
		const days = header.members.map((member) => newestDay(proven, member));
		if (proven.length === 0 || days.some((day) => day < this.#since)) throw new Trouble("header");
		checkKept(header, proven[0]?.kept ?? before.retention);
	}

	/** Trouble unless a conversation that continues begins under a promise that was proven. @param {Header} header */
	checkBegun(header) {
		const proven = this.#proven.find(({ hash }) => equal(hash, header.agreementHash));
		if (proven === undefined) throw new Trouble("header");
		checkKept(header, proven.kept);
	}
}

/** @param {Proven[]} proven @param {import("./shapes.d.ts").Member} member */
function newestDay(proven, { accountId, role }) {
	const theirs = proven.flatMap(({ signed }) => signed);
	const days = theirs.filter((one) => one.role === role && equal(one.accountId, accountId));
	return Math.max(-1, ...days.map(({ day }) => day));
}

/** Trouble unless lines are kept as long as the promise says. @param {Header} header @param {number | null} months */
export function checkKept(header, months) {
	if (months !== null && header.retention !== months) throw new Trouble("header");
}
