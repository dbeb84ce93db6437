/** Whether words of danger are looked for in this box: only where the programme and whoever writes chose it. It comes when it is first wanted. */
import { html, nothing } from "../vendor/lit.js";

let isComing = false;

/** @param {{room: import("./seen.d.ts").Room, view: import("./seen.d.ts").View, conversation: import("./seen.d.ts").Conversation, text: string}} box */
export function hint({ room, view, conversation, text }) {
	if (view.hints !== true) return nothing;
	bring();
	return html`<room-hint .room=${room} .view=${view} .conversation=${conversation} .text=${text}></room-hint>`;
}

/** A line that fails is tried again at the next key. */
function bring() {
	if (isComing) return;
	isComing = true;
	import("./hint.js").catch(() => {
		isComing = false;
	});
}
