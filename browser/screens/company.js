/** Names where more than two read: whose a line is, and who can read what is written now. */
import { say } from "../words/index.js";
import { listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** @param {Conversation} conversation @param {string | undefined} id an account */
export function nameOf({ company = [], name }, id) {
	const found = company.find(({ accountId }) => accountId === id);
	return found?.name ?? name ?? say("see.them");
}

/** Whose a line is, for drawing it. @param {import("./seen.d.ts").Line} line @param {Conversation} conversation @param {string} name of the other */
export const besideOf = ({ from, by }, conversation, name) => ({
	name: from === "me" ? name : nameOf(conversation, by),
	conversation,
});

/** Everybody else who reads now, by name, as a list. @param {Conversation} conversation */
export function namesNow(conversation) {
	const now = (conversation.company ?? []).filter(({ reads }) => reads);
	if (now.length < 2) return nameOf(conversation, now[0]?.accountId);
	return listed(now.map(({ accountId, name }) => name ?? nameOf(conversation, accountId)));
}

/** Somebody in the middle of a sentence: me, or by name. @param {Conversation} conversation @param {string} id */
export const someone = (conversation, id) =>
	(conversation.company ?? []).some(({ accountId }) => accountId === id)
		? nameOf(conversation, id)
		: say("hand.you");
