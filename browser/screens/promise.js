/** The promise in full: what must be passed on stands out, every sentence stands there. */
import { html, nothing } from "../vendor/lit.js";
import { mark } from "../words/index.js";
import { grouped } from "./groups.js";

/** @typedef {import("./seen.d.ts").Sentence} Sentence */

/** The group that stands first and apart: people should meet it before they write. */
const apart = "pass-on";

/** @param {readonly Sentence[]} sentences in the order they are signed */
export function promiseInFull(sentences) {
	const groups = grouped(sentences);
	const first = groups.filter(([one]) => one?.group === apart);
	return html`<div class="promise">
		${first.map(passedOn)} ${groups.filter(([one]) => one?.group !== apart).map(part)}
	</div>`;
}

/** @param {Sentence[]} group the first sentence says how, the others say what */
function passedOn(group) {
	const [first, ...others] = group;
	return html`<section class="passed-on">
		${heading(group)}
		<p>${mark(first?.text ?? "")}</p>
		${others.length > 0 ? list(others) : nothing}
	</section>`;
}

/** @param {Sentence[]} group */
function part(group) {
	return html`<section>${heading(group)} ${list(group)}</section>`;
}

/** @param {Sentence[]} group */
function heading(group) {
	return html`<h3>${mark(group[0]?.heading ?? "")}</h3>`;
}

/** @param {Sentence[]} sentences */
function list(sentences) {
	return html`<ul>${sentences.map((one) => html`<li>${mark(one.text)}</li>`)}</ul>`;
}
