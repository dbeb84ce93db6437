// What two people agreed to when one asked the other: the promise, its two signatures, and epoch 0.

import { knownPerson } from "./acquaintance.js";
import { equal, fromText, toText, ZEROS32 } from "./bytes.js";
import { chainStart } from "./chain.js";
import { convIdOf, ONE_TO_ONE } from "./epoch.js";
import { ROLE } from "./people.js";
import { agreementHashOf, hasAgreed } from "./promise.js";
import { Refusal } from "./refusal.js";
import { ascending } from "./rows.js";

/** @import { KeyRecord, Member, PromiseJson, RelationshipJson } from "./shapes.d.ts" */
/** @typedef {import("./sealed-core.js").Core} Core */

/**
 * Who has signed exactly this promise for this relationship; refuses a signature under anything else.
 * @param {Core} core @param {RelationshipJson} r @param {import("./audit.js").Asked} [how]
 */
export function signedBy(core, r, how) {
	const { place, programme } = core;
	const mine = { records: place.records, accountId: place.accountId };
	const other = knownPerson(core, r.other, how);
	const theirs = { records: other.records, accountId: fromText(r.other.account_id, 16) };
	const [client, specialist] = r.mine === "client" ? [mine, theirs] : [theirs, mine];
	const about = {
		home: programme.home,
		conv: fromText(signedFor(r), 16),
		agreementHash: agreementHashOf(r.promise),
	};
	const byClient = hasAgreed(
		r.client_sig,
		{ ...about, accountId: client.accountId, role: ROLE.CLIENT, day: r.client_day },
		client.records,
	);
	const bySpecialist = hasAgreed(
		r.specialist_sig,
		{ ...about, accountId: specialist.accountId, role: ROLE.SPECIALIST, day: r.specialist_day },
		specialist.records,
	);
	const [my, their] = r.mine === "client" ? [byClient, bySpecialist] : [bySpecialist, byClient];
	return { both: my && their, mine: my, theirs: their };
}

/** Over which conversation's id a promise is signed: the first one, of which somebody who came later may see nothing. @param {RelationshipJson} r */
export const signedFor = (r) => r.signed_for ?? rootOf(r).conv;

/** The promise with which a talk began, as its first header carries it. @param {RelationshipJson} r @returns {PromiseJson} */
export const firstPromise = ({ promise, company }) => company?.promises[0]?.promise ?? promise;

/** The first conversation of a relationship: the one the promise was signed for. @param {RelationshipJson} r */
export function rootOf(r) {
	const root = r.conversations.find(({ continues }) => continues === null);
	if (root === undefined) throw new Refusal("no-conversation");
	return root;
}

/**
 * @param {{conv: Uint8Array, me: KeyRecord, other: KeyRecord, retention: number, agreementHash: Uint8Array, log: import("./merkle.js").LogAt, day: number, reasonCode: number}} about
 */
export function firstHeader({ conv, me, other, retention, agreementHash, log, day, reasonCode }) {
	/** @type {Member[]} */
	const members = [
		{ accountId: me.accountId, krHash: me.hash, role: ROLE.CLIENT },
		{ accountId: other.accountId, krHash: other.hash, role: ROLE.SPECIALIST },
	];
	const rows = ascending(
		members.map((member) => ({ member, id: toText(member.accountId) })),
		"id",
	);
	return {
		conv,
		kind: ONE_TO_ONE,
		epoch: 0,
		prevEhHash: ZEROS32,
		closedN: 0,
		closedH: chainStart(conv),
		ownerId: me.accountId,
		authorId: me.accountId,
		retention,
		agreementHash,
		members: rows.map((row) => /** @type {Member} */ (row.member)),
		logSize: log.size,
		logRoot: log.root,
		day,
		reasonCode,
	};
}

/** The record of its owner to which a conversation's id is bound. @param {Uint8Array} conv @param {Uint8Array} rand @param {KeyRecord[]} owner */
export function originOf(conv, rand, owner) {
	const bound = owner.find(({ accountId, hash }) => equal(convIdOf(ONE_TO_ONE, accountId, hash, rand), conv));
	if (bound === undefined) throw new Refusal("no-conversation");
	return bound;
}

/** The hash of a promise that this room can show in full. @param {Core} core @param {PromiseJson} promise */
export function knownPromise({ programme: { sentences } }, promise) {
	const hash = agreementHashOf(promise);
	const isKnown = promise.sentences.every(
		([id, parameters]) => sentences === null || sentences.get(id) === parameters.length,
	);
	if (!isKnown) throw new Refusal("promise-form");
	return hash;
}
