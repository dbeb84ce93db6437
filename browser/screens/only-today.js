/** Show only today until I ask: the box that turns it on and off. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").View} View */

/**
 * @param {Room} room
 * @param {View} view
 */
export function onlyTodayChoice(room, view) {
	return html`<div class="choices">
			<label class="choice">
				<input
					autocomplete="off"
					type="checkbox"
					.checked=${view.onlyToday}
					@change=${() => room.setOnlyToday(!view.onlyToday)}
				/>
				${say("today.only")}
			</label>
		</div>
		<p class="small soft">${say("today.why")}</p>`;
}
