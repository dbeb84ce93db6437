// Open conversations of one person, each with its reader and its writer.

import { knownPerson, lockWith, remember } from "./acquaintance.js";
import { fromText, toText } from "./bytes.js";
import { Conversation } from "./conversation.js";
import { Writer } from "./writer.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./merge.js").MarkRow} MarkRow */

const CLOSED_FROM = 3;

/**
 * @param {Core} core
 * @param {Omit<import("./conversation.js").About, "me" | "ekSeeds">} about
 * @param {Pick<Talk, "name" | "mine" | "rootConv" | "lock">} who
 * @returns {Talk}
 */
export function newTalk(core, about, who) {
	const { accountId, ekSeeds, ik } = core.place;
	const conversation = new Conversation({ ...about, me: accountId, ekSeeds });
	const writer = new Writer(conversation, { id: accountId, ikSecret: ik.secretKey });
	conversation.reading.onOwnCount = (sc) => core.noteOwnCount(sc);
	if (core.isRolledBack) conversation.stop("state-rolled-back");
	const talk = { conversation, writer, ...who };
	core.talks.set(toText(about.conv), talk);
	return talk;
}

/** Why nothing can be written here just now, or null. @param {Talk} talk */
export function cannotWrite({ conversation, lock }) {
	if (conversation.stopped !== null) return "stopped";
	if (conversation.mode >= CLOSED_FROM) return "closed";
	if (conversation.left !== null) return "left";
	if (!conversation.isCaughtUp || conversation.wanted !== null) return "catching-up";
	if (conversation.headers.newest === undefined) return "hello";
	if (!conversation.agreed) return "promise";
	if (lock === "renewed") return "lock-changed";
	return conversation.headers.newest.key === null ? "locked" : null;
}

/**
 * The other person's keys as the house says them now, in every open conversation of this relationship. A new wrapping key
 * is remembered; another lock waits until a person decides.
 * @param {Core} core @param {import("./shapes.d.ts").RelationshipJson} relationship
 */
export function learnKeys(core, { other, conversations }) {
	const known = knownPerson(core, other);
	const id = other.account_id;
	for (const { conv } of conversations) {
		const talk = core.talks.get(conv);
		if (talk === undefined) continue;
		talk.conversation.learn(id, known.records);
		const records = /** @type {import("./shapes.d.ts").KeyRecord[]} */ (
			talk.conversation.about.people.get(id)
		);
		talk.lock = lockWith(core, id, records);
	}
	remember(core, known.pin);
}

/** What the other person is called here. @param {Talk} talk */
export const nameOf = ({ name, conversation }) => name ?? conversation.reading.helloName;

/** @param {MarkRow} mark */
export const pinBytes = ({ n, h, epoch, eh, counts }) => ({
	...{ n, epoch, counts },
	h: fromText(h, 32),
	eh: fromText(eh, 32),
});
