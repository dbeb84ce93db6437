/** Show only today until I ask: the button that turns it on and off. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").View} View */

/**
 * @param {Room} room
 * @param {View} view
 */
export function onlyTodayChoice(room, view) {
	return html`<button
			class="choice"
			type="button"
			aria-pressed=${String(view.onlyToday)}
			@click=${() => room.setOnlyToday(!view.onlyToday)}
		>
			${say("today.only")}
		</button>
		<p class="small soft">${say("today.why")}</p>`;
}
