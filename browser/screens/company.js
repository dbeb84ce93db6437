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

/** Who reads what is written here now: more than one by name; else as the page calls them. @param {Conversation} conversation @param {string} name */
export const readersHere = (conversation, name) => (isShared(conversation) ? namesNow(conversation) : name);

/** Do more than two read here now? @param {Conversation} conversation */
export const isShared = ({ company = [] }) => company.filter(({ reads }) => reads).length > 1;

/** Whose something is: with three by name, with two as the page calls the other. @param {Conversation} conversation @param {string | undefined} id an account @param {string} name */
export const writerOf = (conversation, id, name) =>
	(conversation.company ?? []).length > 1 ? nameOf(conversation, id) : name;

/** Somebody in the middle of a sentence: me, or by name. @param {Conversation} conversation @param {string} id */
export const someone = (conversation, id) =>
	(conversation.company ?? []).some(({ accountId }) => accountId === id)
		? nameOf(conversation, id)
		: say("hand.you");
