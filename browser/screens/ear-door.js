/** Whether the listening coach listens in this box: only for a specialist who switched it on. It comes when it is first wanted. */
import { html, nothing } from "../vendor/lit.js";

let isComing = false;

/** @param {{room: import("./seen.d.ts").Room, view: import("./seen.d.ts").View, conversation: import("./seen.d.ts").Conversation, text: string}} box */
export function ear({ room, view, conversation, text }) {
	if (view.listening !== true || conversation.relationship.mine !== "specialist") return nothing;
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
