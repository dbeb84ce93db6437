/** The way to what others can still find on a device. It opens beside the room, so that nothing here is lost. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

export function whatOthersFind() {
	return html`<a class="link" href="/tips" target="_blank" rel="noreferrer">${say("looked.tips")}</a>`;
}
