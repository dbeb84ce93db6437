/** With three in a talk: who tells, and who worded it. The client chooses, and signs alone. */
import { repeat } from "../vendor/lit/directives/repeat.js";
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { nameOf, writerOf } from "./company.js";
import { listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** Everybody who reads here now beside the client. @param {Conversation} conversation */
const presentIn = ({ company = [] }) => company.filter(({ reads }) => reads);

/** Who tells, where several could. @param {Conversation} conversation @param {string} first stands there until somebody else is chosen */
export function byField(conversation, first) {
	const present = presentIn(conversation);
	if (present.length < 2) return nothing;
	return html`<div class="field">
		<label for="tell-by">${say("tell.by")}</label>
		<p class="hint" id="tell-by-hint">${say("tell.by-hint")}</p>
		<select id="tell-by" name="by" autocomplete="off" aria-describedby="tell-by-hint">
			${repeat(
				present,
				// Whoever comes or leaves meanwhile moves nobody else's name: what was chosen stays chosen.
				({ accountId }) => accountId,
				({ accountId }) =>
					html`<option class="theirs" value=${accountId} ?selected=${accountId === first}>${nameOf(conversation, accountId)}</option>`,
			)}
		</select>
	</div>`;
}

/** Whoever worded it last. Asked for once, when the page begins: what arrives later chooses nobody. @param {Conversation} conversation */
export function firstTeller(conversation) {
	const { drafted, relationship } = conversation;
	const found = presentIn(conversation).find(({ accountId }) => accountId === drafted?.by);
	return found?.accountId ?? relationship.other.accountId;
}

/** Who tells, and by what name; where nobody was asked, whoever the talk is with as the page stands. @param {Conversation} conversation @param {string} chosen empty: there was no question */
export function tellerIn(conversation, chosen) {
	const { name, relationship } = conversation;
	if (chosen === "") return { by: relationship.other.accountId, byName: name ?? say("see.them") };
	return { by: chosen, byName: nameOf(conversation, chosen) };
}

/** By name, everybody but the client who worded what the page began with; empty: nobody else did. @param {Conversation} conversation @param {string} name */
export function wordedBy(conversation, name) {
	const theirs = (conversation.drafted?.hands ?? []).filter(({ from }) => from !== "me");
	return listed([...new Set(theirs.map(({ by }) => writerOf(conversation, by, name)))]);
}
