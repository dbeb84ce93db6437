/** Whether the listening coach listens in this box: only for a specialist who switched it on, and where the promise of the two names it. It comes when it is first wanted. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";

let isComing = false;

/** @param {{room: import("./seen.d.ts").Room, view: import("./seen.d.ts").View, conversation: import("./seen.d.ts").Conversation, text: string}} box */
export function ear({ room, view, conversation, text }) {
	if (view.listening !== true || conversation.relationship.mine !== "specialist") return nothing;
	if (!conversation.relationship.mayListen) return html`<p class="soft small">${say("ear.not-promised")}</p>`;
	bring();
	return html`<room-ear .room=${room} .view=${view} .conversation=${conversation} .text=${text}></room-ear>`;
}

/** A line that fails is tried again at the next key. */
function bring() {
	if (isComing) return;
	isComing = true;
	import("./ear.js").catch(() => {
		isComing = false;
	});
}
