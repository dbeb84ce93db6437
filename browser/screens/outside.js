/** Outside the hours that somebody gave: what whoever waits can do, and what whoever gave them may leave for later. */
import { html, nothing } from "../vendor/lit.js";
import { isOutside } from "../talk/hours.js";
import { say } from "../words/index.js";
import { lookAgain } from "./reply.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/**
 * Stands beside the box. Nobody is kept from writing by it.
 * @param {Conversation} conversation @param {import("./seen.d.ts").View} view @param {string} name
 * @param {() => void} help opens the help lines @param {number} [now]
 */
export function outsideNote(conversation, view, name, help, now = Date.now()) {
	if (conversation.relationship.mine === "specialist") return ownNote(view, now);
	// Once somebody wrote, the same is said under their line.
	if (!conversation.outside || conversation.lines.at(-1)?.from === "me") return nothing;
	return html`<p class="hours">
		${say("write.outside", { name })} ${lookAgain(conversation.reply)} ${say("write.outside-help")}
		<button class="link" type="button" @click=${help}>${say("top.help")}</button>
	</p>`;
}

/** A gentle word to a specialist, for themselves alone. @param {import("./seen.d.ts").View} view @param {number} now */
function ownNote({ me }, now) {
	const hours = me?.profile?.reply ?? null;
	if (hours === null || !isOutside(hours, now)) return nothing;
	return html`<p class="hours">${say("write.outside-own")}</p>`;
}
