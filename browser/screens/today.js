/** Show only today until I ask: which lines that leaves, and the button that turns it on and off. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").View} View */

/** @returns {string} like 2025-06-01, where the reader is */
export function today() {
	return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }).format();
}

/**
 * A line without a date of its own goes with the one before it.
 * @param {readonly Line[]} lines
 * @param {string} day like 2025-06-01
 */
export function linesSince(lines, day) {
	let isShown = false;
	return lines.filter((line) => {
		if (line.date !== null) isShown = line.date >= day;
		return isShown || line.state !== "stored";
	});
}

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
