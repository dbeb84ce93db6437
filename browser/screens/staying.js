/** What stays after an end, said with dates. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** A month and the one more that a lock may last, at their longest. */
const month = 31;

/**
 * @param {Pick<import("./seen.d.ts").Relationship, "keptMonths" | "mine">} relationship
 * @param {string} name
 * @param {number} from the day of the newest words
 */
export function staying({ keptMonths, mine }, name, from) {
	const open = mine === "client" ? "stays.open-you" : "stays.open-them";
	const words =
		keptMonths === 0
			? say(open, { name })
			: say("stays.words", { name, day: dayWords(from + (keptMonths + 1) * month) });
	return html`<section class="part">
		<h2>${say("stays.title")}</h2>
		<ul>
			<li>${words}</li>
			<li>${say("stays.notebook")}</li>
			<li>${say("stays.along")}</li>
			<li>${say("stays.back", { name })}</li>
		</ul>
	</section>`;
}
