// The editions of a promise two people live in: which one holds, which one they are asked about (envelope.md, section 6).
// What a house calls in force is judged here: nothing promises less unless both signed it.

import { knownPerson } from "./acquaintance.js";
import { knownPromise, signedFor } from "./agreement.js";
import { equal, fromText, toText } from "./bytes.js";
import { companyOf } from "./company.js";
import { ROLE } from "./people.js";
import { changesBetween, promisesLess } from "./promise-change.js";
import { agreementHashOf } from "./promise.js";
import { prove } from "./proven.js";
import { Refusal } from "./refusal.js";

/** @import { PromiseJson, RelationshipJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./proven.js").Proven} Proven */
/** @typedef {{version: number, promise: PromiseJson, state: "offered" | "in-force" | "declined" | "replaced" | "dropped", shown_on: number, in_force_on: number | null, client_sig: string | null, client_day: number | null, specialist_sig: string | null, specialist_day: number | null, declined_by: "you" | "them" | null}} EditionJson */
/** @typedef {{edition: EditionJson, before: PromiseJson, mine: boolean, theirs: boolean}} Put an edition, and what held before it */
/** @typedef {{holds: PromiseJson, newest: Proven | null, proven: {version: number, proven: Proven}[], asked: Put | null, told: Put | null, kept: Put | null}} Editions */

const HELD = new Set(["in-force", "replaced"]);

/**
 * `promise-signature` for a signature that does not hold, `promise-other` for an edition that could not have come into force.
 * @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how] @returns {Editions}
 */
export function editionsOf(core, r, how) {
	const judge = judgeOf(core, r, how);
	/** @type {Editions} */
	const found = { holds: r.promise, newest: null, proven: [], asked: null, told: null, kept: null };
	let last = 1;
	for (const edition of r.agreements ?? []) {
		if (edition.version <= last) throw new Refusal("promise-other");
		last = edition.version;
		const { proven, put } = judge(edition, found.holds);
		found.asked = edition.state === "offered" ? put : null;
		found.kept = edition.state === "declined" ? put : null;
		if (HELD.has(edition.state)) hold(core, found, { proven, put }, r);
	}
	return found;
}

/** It counts now, or did. @param {Core} core @param {Editions} found @param {{proven: Proven, put: Put}} next @param {RelationshipJson} r */
function hold(core, found, { proven, put }, r) {
	const { edition } = put;
	checkHeld(found, { proven, put }, Math.max(r.client_day, r.specialist_day ?? 0));
	knownPromise(core, edition.promise);
	found.holds = edition.promise;
	found.told = edition.state === "in-force" && !put.mine ? put : null;
	if (!isSigned(put)) return;
	found.newest = proven;
	found.proven.push({ version: edition.version, proven });
}

/** @param {Put} put */
const isSigned = ({ mine, theirs }) => mine && theirs;

/**
 * Could it have come into force? Signed by both, and not before the last that both signed; or nothing in it promises less.
 * @param {Editions} found so far @param {{proven: Proven, put: Put}} next @param {number} signedOn the first edition
 */
function checkHeld({ holds, newest }, { proven, put }, signedOn) {
	if (!isSigned(put)) {
		if (promisesLess(holds.sentences, put.edition.promise.sentences)) throw new Refusal("promise-other");
		return;
	}
	const since = newest === null ? signedOn : Math.max(...newest.signed.map(({ day }) => day));
	if (proven.signed.some(({ day }) => day < since)) throw new Refusal("promise-other");
}

/** What the conversations of this relationship may carry in their headers from now on. @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how] */
export function followEditions(core, r, how) {
	const { proven, newest: anew } = editionsOf(core, r, how);
	const earlier = earlierOf(core, r, how);
	const newest = anew ?? (r.came === undefined ? null : (earlier.find(isOf(r.promise)) ?? null));
	for (const { conv } of r.conversations) {
		const conversation = core.talks.get(conv)?.conversation;
		if (conversation === undefined) continue;
		const { promises } = conversation.headers;
		promises.learn(earlier.filter(({ hash }) => !promises.has(hash)));
		const fresh = proven.filter(({ version }) => version > conversation.knownEdition);
		promises.learn(fresh.map((one) => one.proven));
		conversation.knownEdition = Math.max(conversation.knownEdition, ...fresh.map(({ version }) => version));
		if (newest === null) continue;
		const signedOn = Math.min(...newest.signed.map(({ day }) => day));
		const signers = newest.signed.map(({ accountId }) => toText(accountId));
		conversation.promised = { hash: newest.hash, kept: newest.kept, signedOn, signers };
	}
}

/** @param {PromiseJson} promise @returns {(proven: Proven) => boolean} */
const isOf = (promise) => {
	const hash = agreementHashOf(promise);
	return (proven) => equal(proven.hash, hash);
};

/** The promises the talk was in before somebody else came, with the signatures of everybody who lived in them. @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how] @returns {Proven[]} */
function earlierOf(core, r, how) {
	const people = new Map([
		...[...companyOf(core, r, how)].map(([id, { known }]) => /** @type {const} */ ([id, known.records])),
		[core.place.id, core.place.records],
		[r.other.account_id, knownPerson(core, r.other, how).records],
	]);
	const about = { home: core.programme.home, conv: fromText(signedFor(r), 16), people };
	return (r.company?.promises ?? []).map(({ promise, signed }) => prove(promise, signed, about));
}

/** An edition as a screen may show it. @param {Put | null} put */
export function shownPut(put) {
	if (put === null) return null;
	const { edition, before, mine, theirs } = put;
	const { version, shown_on, declined_by } = edition;
	const changes = changesBetween(before.sentences, edition.promise.sentences);
	const hash = toText(agreementHashOf(edition.promise));
	return { version, hash, shownOn: shown_on, declinedBy: declined_by, mine, theirs, changes };
}

/** @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how] */
function judgeOf(core, r, how) {
	const { place, programme } = core;
	const other = knownPerson(core, r.other, how);
	const people = new Map([
		[place.id, place.records],
		[r.other.account_id, other.records],
	]);
	const about = { home: programme.home, conv: fromText(signedFor(r), 16), people };
	const [client, specialist] =
		r.mine === "client" ? [place.id, r.other.account_id] : [r.other.account_id, place.id];
	/** @param {EditionJson} edition @param {PromiseJson} before */
	return (edition, before) => {
		const signatures = [
			signature(client, ROLE.CLIENT, edition.client_day, edition.client_sig),
			signature(specialist, ROLE.SPECIALIST, edition.specialist_day, edition.specialist_sig),
		].flat();
		const proven = prove(edition.promise, signatures, about);
		const has = (/** @type {string} */ id) => signatures.some(({ account_id }) => account_id === id);
		const put = { edition, before, mine: has(place.id), theirs: has(r.other.account_id) };
		return { proven, put };
	};
}

/** @param {string} account_id @param {number} role @param {number | null} day @param {string | null} sig */
const signature = (account_id, role, day, sig) =>
	sig === null || day === null ? [] : [{ account_id, role, day, sig }];
