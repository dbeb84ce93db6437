/** A specialist's break, told to whoever walks with them: its days, and who could be there meanwhile. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/**
 * One line beforehand, so that the talk keeps its room; in the break it stands open.
 * @param {import("./seen.d.ts").Relationship} one @param {string} name
 * @param {() => void} hand opens the page on which somebody is asked to stand in
 */
export function awayNote({ away, state, handover }, name, hand) {
	if (away === null || away === undefined) return nothing;
	const isCared = handover?.state === "together" || handover?.state === "agreed";
	const meanwhile = isCared ? nothing : cover(away.cover, hand);
	if (state !== "active") return isCared ? nothing : html`<section class="note stack">${meanwhile}</section>`;
	const days = { name, from: dayWords(away.from), back: dayWords(away.back) };
	return html`<details class="note">
		<summary>${say("away.comes", days)}</summary>
		<div class="stack"><p>${say("away.kind")}</p>${meanwhile}</div>
	</details>`;
}

/** @param {string | null} name @param {() => void} hand */
function cover(name, hand) {
	return html`<p>${name === null ? say("away.team") : say("away.cover", { name })}</p>
		<div class="row"><button class="button quiet" type="button" @click=${hand}>${say("away.hand")}</button></div>`;
}
