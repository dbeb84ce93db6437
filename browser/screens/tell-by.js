/** With three in a talk: who tells, and who worded it. The client chooses, and signs alone. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { nameOf, writerOf } from "./company.js";
import { listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** Everybody who reads here now beside the client. @param {Conversation} conversation */
const presentIn = ({ company = [] }) => company.filter(({ reads }) => reads);

/** Who tells, where several could: whoever worded it last stands there first. @param {Conversation} conversation */
export function byField(conversation) {
	const present = presentIn(conversation);
	if (present.length < 2) return nothing;
	const first = usual(conversation);
	return html`<div class="field">
		<label for="tell-by">${say("tell.by")}</label>
		<p class="hint" id="tell-by-hint">${say("tell.by-hint")}</p>
		<select id="tell-by" name="by" autocomplete="off" aria-describedby="tell-by-hint">
			${present.map(({ accountId }) => html`<option class="theirs" value=${accountId} ?selected=${accountId === first}>${nameOf(conversation, accountId)}</option>`)}
		</select>
	</div>`;
}

/** @param {Conversation} conversation */
function usual(conversation) {
	const { drafted, relationship } = conversation;
	const found = presentIn(conversation).find(({ accountId }) => accountId === drafted?.by);
	return found?.accountId ?? relationship.other.accountId;
}

/** Who was chosen, and by what name; null: there was no question. @param {Conversation | null} conversation @param {string} chosen */
export function tellerIn(conversation, chosen) {
	if (conversation === null || chosen === "")
		return { by: null, byName: conversation?.name ?? say("see.them") };
	return { by: chosen, byName: nameOf(conversation, chosen) };
}

/** By name, everybody but the client who worded what the page began with; empty: nobody else did. @param {Conversation} conversation @param {string} name */
export function wordedBy(conversation, name) {
	const theirs = (conversation.drafted?.hands ?? []).filter(({ from }) => from !== "me");
	return listed([...new Set(theirs.map(({ by }) => writerOf(conversation, by, name)))]);
}
