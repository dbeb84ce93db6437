/** Whom somebody can turn to outside: the programme's own lines, and names that can be called. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @typedef {{name: string, phone: string}} Somebody */

/** How many there are to turn to. @param {readonly string[]} lines @param {readonly (Somebody | undefined)[]} people */
export const hasOutside = (lines, people) => lines.length > 0 || people.some(isThere);

/** @param {readonly string[]} lines @param {readonly (Somebody | undefined)[]} people as the programme names them */
export const othersOutside = (lines, people) =>
	html`<ul>
		${lines.map((line) => html`<li class="theirs">${line}</li>`)}
		${people.filter(isThere).map(({ name, phone }) => html`<li class="stack"><span class="theirs">${name}</span> <a class="button quiet" href=${`tel:${phone.replace(/[^0-9+]/g, "")}`}>${say("wrong.call", { phone })}</a></li>`)}
	</ul>`;

/** Whom else to turn to, where an answer did not come by the day that was promised. @param {any} view */
export function othersWhenLate({ parts, config }) {
	const outside = parts?.concerning?.officers?.outside ?? [];
	const people = [config?.independent, config?.contact];
	if (!hasOutside(outside, people)) return nothing;
	return html`<p>${say("concern.outside")}</p>${othersOutside(outside, people)}`;
}

/** A programme may not have named anybody yet. @param {Somebody | undefined} one @returns {one is Somebody} */
const isThere = (one) => one !== undefined && one.name !== "" && one.phone !== "";
