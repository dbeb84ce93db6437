// Open conversations of one person, each with its reader and its writer.

import { fromText, toText } from "./bytes.js";
import { Conversation } from "./conversation.js";
import { EMPTY_KEY_LOG } from "./key-log.js";
import { Writer } from "./writer.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./merge.js").MarkRow} MarkRow */

const CLOSED_FROM = 3;

/**
 * @param {Core} core
 * @param {Omit<import("./conversation.js").About, "me" | "ekSeeds">} about
 * @param {Pick<Talk, "name" | "mine" | "rootConv" | "specialist">} who
 * @returns {Talk}
 */
export function newTalk(core, about, who) {
	const { accountId, ekSeeds, ik } = core.place;
	const log = () => (core.logTrouble === null ? (core.log ?? EMPTY_KEY_LOG) : null);
	const conversation = new Conversation({ ...about, me: accountId, ekSeeds, log });
	const writer = new Writer(conversation, { id: accountId, ikSecret: ik.secretKey });
	conversation.reading.onOwnCount = (sc) => core.noteOwnCount(sc);
	if (core.isRolledBack) conversation.stop("state-rolled-back");
	const talk = { conversation, writer, ...who };
	core.talks.set(toText(about.conv), talk);
	return talk;
}

/** Why nothing can be written here just now, or null. @param {Core} core @param {Talk} talk */
export function cannotWrite(core, { conversation, specialist, mine }) {
	if (conversation.stopped !== null) return "stopped";
	if (core.logTrouble !== null) return core.logTrouble;
	if (core.log?.isTakenBack(specialist)) return mine === "client" ? "programme-lapsed" : "own-lapsed";
	if (conversation.mode >= CLOSED_FROM) return "closed";
	if (conversation.left !== null) return "left";
	if (!conversation.isCaughtUp) return "catching-up";
	if (conversation.headers.newest === undefined) return "hello";
	if (!conversation.agreed) return "promise";
	return conversation.headers.newest.key === null ? "locked" : null;
}

/** What the other person is called here. @param {Talk} talk */
export const nameOf = ({ name, conversation }) => name ?? conversation.reading.helloName;

/** @param {MarkRow} mark */
export const pinBytes = ({ n, h, epoch, eh }) => ({ n, h: fromText(h, 32), epoch, eh: fromText(eh, 32) });
