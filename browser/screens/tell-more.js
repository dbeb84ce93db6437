/** What a yes may have beside it: lines of the talk, somebody who signs or is there, and one that ends with it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { nameOf } from "./company.js";
import { dayWords } from "./days.js";
import { asked, tick } from "./tell-fields.js";

const LAST_LINES = 20;
const SIGNER = ["signerName", "signerRight", "signerWhy"];

/** @param {import("./seen.d.ts").Conversation} conversation */
export function lineFields(conversation) {
	const { lines } = conversation;
	const said = lines.filter(({ kind, msg, state }) => kind === "text" && msg !== null && state === "stored");
	if (said.length === 0) return nothing;
	const who = (/** @type {any} */ line) =>
		line.from === "me" ? say("see.you") : nameOf(conversation, line.by);
	return html`<details class="aside">
		<summary>${say("tell.lines")}</summary>
		<div class="stack">${said
			.slice(-LAST_LINES)
			.map((line) =>
				tick(
					"lines",
					line.msg ?? "",
					html`<span class="small soft own-name">${who(line)}</span> <span class="theirs">${line.text}</span>`,
				),
			)}</div>
	</details>`;
}

/** Who helped, who was there, and who signs in somebody's place. */
export const presentFields = () => html`<label class="field">
		<span>${say("tell.help")}</span>
		<select name="help" autocomplete="off">
			${[0, 1, 2].map((one) => html`<option value=${one}>${say(`tell.help-${one}`)}</option>`)}
		</select>
	</label>
	<details class="aside">
		<summary>${say("tell.present")}</summary>
		<div class="stack">
			${asked("witness", "tell.witness", 80)}
			<p class="small soft">${say("tell.signer-why")}</p>
			${asked("signerName", "tell.signer-name", 200)} ${asked("signerRight", "tell.signer-right", 200)}
			${asked("signerWhy", "tell.signer-because", 200)}
		</div>
	</details>`;

/** One that is told already and ends when this is signed. @param {readonly import("../talk/telling.js").Telling[]} told */
export function insteadField(told) {
	if (told.length === 0) return nothing;
	return html`<label class="field">
		<span>${say("tell.instead")}</span>
		<select name="instead" autocomplete="off">
			<option value="">${say("tell.instead-none")}</option>
			${told.map(({ id, day, terms }) => html`<option class="theirs" value=${id}>${terms?.to.name}, ${dayWords(day)}</option>`)}
		</select>
	</label>`;
}

/** Whoever signs for somebody: all of it, null for nobody, undefined where something is missing. @param {(name: string) => string} text */
export function signerIn(text) {
	const said = SIGNER.map(text);
	if (said.every((one) => one === "")) return null;
	if (said.includes("")) return undefined;
	const [name = "", right = "", why = ""] = said;
	return { name, right, why };
}
