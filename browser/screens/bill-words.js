/** All that a payer sees of a meeting, field by field: before it is signed, and wherever it is read. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayOf, timeOf } from "./meet-words.js";

/** @param {import("../crypto/bill.js").Bill} bill */
export function billPart({ name, number, start, mins, zone, units, code, goal }) {
	const row = (/** @type {string} */ id, /** @type {string} */ words) =>
		words === ""
			? nothing
			: html`<dt class="small soft">${say(`bill.field-${id}`)}</dt><dd class="theirs">${words}</dd>`;
	return html`<dl class="bill">
		${row("name", name)} ${row("number", number)} ${row("date", dayOf(start, zone))}
		${row("start", timeOf(start, zone))} ${row("stop", timeOf(start + mins * 60, zone))}
		${row("units", String(units))} ${row("work", code)} ${row("goal", goal)}
	</dl>`;
}
