/** Outside the hours that somebody gave: what whoever waits can do, and what whoever gave them may leave for later. */
import { html, nothing } from "../vendor/lit.js";
import { isOutside } from "../talk/hours.js";
import { say } from "../words/index.js";
import { lookAgain } from "./reply.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/**
 * Stands beside the box. Nobody is kept from writing by it.
 * @param {Conversation} conversation @param {import("./seen.d.ts").View} view @param {string} name
 * @param {() => void} help opens the help lines @param {number} [now] @param {{room: import("./seen.d.ts").Room, text: string} | null} [box]
 */
export function outsideNote(conversation, view, name, help, now = Date.now(), box = null) {
	if (conversation.relationship.mine === "specialist") return ownNote(conversation, view, now, box);
	// Once somebody wrote, the same is said under their line.
	if (!conversation.outside || conversation.lines.at(-1)?.from === "me") return nothing;
	return html`<p class="hours">
		${say("write.outside", { name })} ${lookAgain(conversation.reply)} ${say("write.outside-help")}
		<button class="link" type="button" @click=${help}>${say("top.help")}</button>
	</p>`;
}

/**
 * A gentle word to a specialist, for themselves alone, and what waits until their hours begin.
 * @param {Conversation} conversation @param {import("./seen.d.ts").View} view @param {number} now @param {{room: import("./seen.d.ts").Room, text: string} | null} box
 */
function ownNote(conversation, view, now, box) {
	const hours = view.me?.profile?.reply ?? null;
	const waits = view.parts?.later?.[conversation.conv] !== undefined;
	if (!waits && (hours === null || !isOutside(hours, now))) return nothing;
	return html`<room-later .room=${box?.room} .view=${view} .conversation=${conversation} .text=${box?.text ?? ""}></room-later>`;
}
