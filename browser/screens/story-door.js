/** Who was told what of one's own stories, on a page that is about something else. It comes when such a page is drawn. */
import { html } from "../vendor/lit.js";

/** @param {{room: import("./seen.d.ts").Room, view: import("./seen.d.ts").View}} page @param {string} [conv] what can be taken back in this talk; else all */
export function toldOf({ room, view }, conv = "") {
	// A line that fails is tried again with the next drawing.
	import("./story-told.js").catch(() => undefined);
	return html`<room-story-told .room=${room} .view=${view} .conv=${conv}></room-story-told>`;
}
