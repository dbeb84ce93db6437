/** After a lock the list of people is gone; a screen that stands on it fetches it once more. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @param {import("./screen.js").Screen} screen */
export function findAgain(screen) {
	const { finding, me } = screen.view;
	if (finding !== null || me === null || me.isSpecialist) return;
	screen.attempt(() => screen.room.find({ facts: [], langs: [], matters: null, anyone: true }));
}

/**
 * What stands where a person should, while the list comes, and when they are not on it.
 * @param {import("./screen.js").Screen} screen
 */
export function nobodyHere(screen) {
	const waits = screen.busy || screen.view.finding?.state === "loading";
	return html`<section class="page">
		<h1 tabindex="-1">${say(waits ? "plain.starting" : "trouble.not-found")}</h1>
		${screen.troubleNote()}
	</section>`;
}
