/** One measure in a list: what it is, until when, and what waits. Pure but for the press. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {import("../talk/measuring.js").Row} Row */

/**
 * What it is, in a few words.
 * @param {Pick<Row, "kind" | "days">} measure
 */
export const kindWords = ({ kind, days }) => say(`measure.kind-${kind}`, { days: String(days) });

/** Until when it holds, or what became of it. @param {Row} measure @param {number} today */
export function whenWords({ standing, kind, endsOn, beganOn, setOn, outcome }, today) {
	if (standing === "waits") return say("measure.waits", { day: dayWords(setOn) });
	if (standing === "refused") return say("measure.refused");
	if (kind === 1) return say("measure.said-on", { day: dayWords(beganOn ?? setOn) });
	if (endsOn === null) return say("measure.no-end");
	if (standing === "over")
		return say(outcome === 3 ? "measure.was-lifted" : "measure.was-over", { day: dayWords(endsOn) });
	return say(endsOn - 1 <= today ? "measure.last-day" : "measure.until", { day: dayWords(endsOn - 1) });
}

/** @param {Row} measure */
export const isAppealOpen = ({ appealedOn, heardOn }) => appealedOn !== null && heardOn === null;

/** Nobody answered by the day that was promised. @param {Row} measure @param {number} today */
export const isAppealLate = (measure, today) => isAppealOpen(measure) && (measure.dueOn ?? 0) < today;

/** By when an appeal that waits is answered, or was to be. @param {Row} measure @param {number} today */
export const appealWords = (measure, today) =>
	say(isAppealLate(measure, today) ? "measure.appeal-late" : "measure.appeal-due", {
		day: dayWords(measure.dueOn ?? 0),
	});

/**
 * @param {Row} measure
 * @param {{go: (id: string) => void, names?: Readonly<Record<string, string>>, today?: number}} given with `names`, as officers see it
 */
export function measureRow(measure, { go, names, today = 0 }) {
	return html`<li>
		<button class="card person-head tap" type="button" @click=${() => go(measure.id)}>
			<span>
				<strong>${kindWords(measure)}</strong>
				${names === undefined ? nothing : html`<span class="small"><span class="theirs">${names[measure.on] ?? say("concern.who-else")}</span></span>`}
				<span class="small">${whenWords(measure, today)}</span>
				${isAppealOpen(measure) ? html`<span class="small">${appealWords(measure, today)}</span>` : nothing}
			</span>
		</button>
	</li>`;
}
