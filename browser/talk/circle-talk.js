import { NOTHING_STOOD } from "./circle-stood.js";
import { Conversation } from "./conversation.js";

/**
 * The talk of a circle: the same as between two, but for what only two need.
 * @typedef {import("./circle-shape.js").CircleNow} CircleNow
 * @typedef {{account_id: string, key_records: any[], endorsement: any}} Signer
 * @typedef {{id: string, state: string, other: null, people: readonly Signer[], conversations: readonly {conv: string}[], circle: {log: {conv: string, rand: string, owner: string}, retention: number, people: readonly Signer[]}, stoodAt?: number}} Relation as `Conversation` asks for it
 */

export class CircleTalk extends Conversation {
	/** What is remembered of it from a visit. */
	stood = NOTHING_STOOD;

	/** What a circle agreed on, and what each is called, stands in lines far back. @override */
	forgetFar = async () => {};

	/** Among many nobody is asked whether they wrote too much: rounds are for that. @override */
	get question() {
		return null;
	}
}

/**
 * The core as a conversation asks it, for a circle: opening learns everybody's keys, and there is no promise of two to check.
 * @param {any} core
 */
export const coreOfCircles = (core) =>
	Object.assign(Object.create(core), {
		openConversation: (/** @type {any} */ { relationship, isFresh }) =>
			core.openCircle({ circle: relationship.circle, stoodAt: relationship.stoodAt, isFresh }),
		checkPromise: async (/** @type {any} */ { relationship, isFresh }) => {
			await core.openCircle({ circle: relationship.circle, isFresh });
			return { both: true };
		},
	});

/** @param {{id: number, state: string, retention: number, log: {conv: string, rand: string, owner: string}}} circle @param {readonly Signer[]} people @returns {Relation} */
export const relationOf = ({ id, state, retention, log }, people) => ({
	...{ id: `circle-${id}`, state, other: null, people },
	conversations: [{ conv: log.conv }],
	circle: { log: { conv: log.conv, rand: log.rand, owner: log.owner }, retention, people },
});
