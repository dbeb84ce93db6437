// Open conversations of one person, each with its reader and its writer.

import { knownPerson, lockWith, remember } from "./acquaintance.js";
import { fromText, toText } from "./bytes.js";
import { Conversation } from "./conversation.js";
import { checkOther } from "./audit.js";
import { EMPTY_KEY_LOG } from "./key-log.js";
import { saidOf, withSaid } from "./notes.js";
import { Refusal } from "./refusal.js";
import { PART } from "./state.js";
import { Writer } from "./writer.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./merge.js").MarkRow} MarkRow */

const CLOSED_FROM = 3;

/**
 * @param {Core} core
 * @param {Omit<import("./conversation.js").About, "me" | "ekSeeds">} about
 * @param {Pick<Talk, "name" | "mine" | "rootConv" | "lock" | "specialist">} who
 * @returns {Talk}
 */
export function newTalk(core, about, who) {
	const { accountId, ekSeeds, ik } = core.place;
	const conversation = new Conversation({ ...about, me: accountId, ekSeeds, log: logOf(core) });
	const writer = new Writer(conversation, { id: accountId, ikSecret: ik.secretKey });
	conversation.reading.onOwnCount = (sc) => core.noteOwnCount(sc);
	if (core.isRolledBack) conversation.stop("state-rolled-back");
	const talk = { conversation, writer, ...who };
	core.talks.set(toText(about.conv), talk);
	return talk;
}

/** The list of who is who as it is known when it is asked for; null where it is in doubt. @param {Core} core */
export const logOf = (core) => () => (core.logTrouble === null ? (core.log ?? EMPTY_KEY_LOG) : null);

/** Why nothing can be written here just now, or null. @param {Core} core @param {Talk} talk */
export function cannotWrite(core, { conversation, specialist, mine, lock }) {
	if (conversation.stopped !== null) return "stopped";
	if (core.logTrouble !== null) return core.logTrouble;
	if (core.log?.isTakenBack(specialist)) return mine === "client" ? "programme-lapsed" : "own-lapsed";
	if (conversation.mode >= CLOSED_FROM) return "closed";
	if (conversation.left !== null) return "left";
	if (!conversation.isCaughtUp || conversation.wanted !== null || !core.isOwnListed) return "catching-up";
	if (conversation.headers.newest === undefined) return "hello";
	if (!conversation.agreed) return "promise";
	if (lock === "renewed") return "lock-changed";
	return conversation.headers.newest.key === null ? "locked" : null;
}

/**
 * The other person's keys as the house says them now, in every open conversation of this relationship. A new wrapping key
 * is remembered; another lock waits until a person decides. Keys that are not those of the list are nobody's.
 * @param {Core} core @param {import("./shapes.d.ts").RelationshipJson} relationship @param {import("./audit.js").Asked} how
 */
export function learnKeys(core, { other, conversations }, how) {
	const known = knownPerson(core, other, how);
	const id = other.account_id;
	const talks = conversations.flatMap(({ conv }) => core.talks.get(conv) ?? []);
	if (!areListed(core, known.records, how)) {
		for (const { conversation } of talks) conversation.stop("log-keys");
		return;
	}
	for (const talk of talks) {
		talk.conversation.learn(id, known.records);
		if (talk.conversation.wanted !== core.place.id) talk.conversation.wasAsked();
		const records = /** @type {import("./shapes.d.ts").KeyRecord[]} */ (
			talk.conversation.about.people.get(id)
		);
		talk.lock = lockWith(core, id, records);
	}
	remember(core, known.pin);
}

/**
 * Whether these keys are exactly those of the list; while the list itself does not fit, nothing is sent and nothing is asked of it.
 * @param {Core} core @param {import("./shapes.d.ts").KeyRecord[]} records @param {import("./audit.js").Asked} how
 */
export function areListed(core, records, how) {
	if (core.logTrouble !== null) return true;
	try {
		checkOther(core.readableLog, records, how);
		return true;
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code !== "log-keys") throw refusal;
		return false;
	}
}

/** What the other person is called here. @param {Core} core @param {Talk} talk @returns {string | null} */
export const nameOf = ({ place }, { name, conversation, rootConv }) =>
	name ?? conversation.reading.helloName ?? saidOf(notesIn(place), rootConv);

/** What a hello asked to be called is kept once both have signed: later visits begin far below it. @param {Core} core @param {Talk} talk */
export function keepSaid({ place }, { mine, conversation, rootConv }) {
	const said = conversation.reading.helloName;
	if (mine !== "specialist" || said === null || !conversation.agreed) return;
	try {
		place.book.change(PART.NOTES, withSaid(notesIn(place), rootConv, said));
	} catch (refusal) {
		// Notes that are full keep what was written in them; the name is in the hello still.
		if (!(refusal instanceof Refusal) || refusal.code !== "notes-full") throw refusal;
	}
}

/** @param {import("./sealed-core.js").Place} place */
const notesIn = ({ book }) => /** @type {import("./notes.js").Notes} */ (book.part(PART.NOTES));

/** @param {MarkRow} mark */
export const pinBytes = ({ n, h, epoch, eh, counts }) => ({
	...{ n, epoch, counts },
	h: fromText(h, 32),
	eh: fromText(eh, 32),
});
