/** Letters about a place one lost in a circle: why, letting somebody else look at it, and what they say. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { longest } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/circle-shape.d.ts").Appeal} Appeal */
/** @typedef {import("../talk/circle-shape.d.ts").Circles} Circles */
/** @typedef {import("../talk/circle-shape.d.ts").Removed} Removed */

export class RoomCircleLetters extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isHere: { state: true } };

	/** @type {Map<number, HeldForm>} */
	#held = new Map();

	constructor() {
		super();
		/** the house was asked */
		this.isHere = false;
	}

	/** @override */
	async firstUpdated() {
		this.isHere = await this.attempt(() => this.room.reading("circles", "lookRemovals"));
	}

	/** @override */
	updated() {
		for (const form of this.querySelectorAll("form"))
			this.#heldOf(Number(form.dataset.of)).stands(form, () => this.updateComplete);
	}

	/** @param {number} id */
	#heldOf(id) {
		const held = this.#held.get(id) ?? new HeldForm(this.room, "circle-letter", String(id));
		this.#held.set(id, held);
		return held;
	}

	/** @override */
	render() {
		/** @type {Circles | undefined} */
		const circles = this.view.parts?.circles;
		const isNothing = (circles?.removals.length ?? 0) + (circles?.appeals.length ?? 0) === 0;
		return html`<section class="page">
			<h1 tabindex="-1">${say("circle.letters")}</h1>
			${this.troubleNote()}
			${this.isHere && isNothing ? html`<p role="status">${say("circle.letters-none")}</p>` : nothing}
			${circles?.removals.map((one) => this.#removed(one)) ?? nothing}
			${circles?.appeals.map((one) => this.#appealed(one)) ?? nothing}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "circles" })}>${say("circle.all")}</button></div>
		</section>`;
	}

	/** @param {Removed} one */
	#removed(one) {
		const { circle, why, step, answer } = one;
		const by = one.by.name ?? say("circle.somebody");
		return html`<section class="card stack">
			<h2>${withName("circle.removed", circle)}</h2>
			<p class="theirs">${say("circle.removed-by", { name: by })}</p>
			<p class=${why === null ? "odd" : "words-of"}>${why ?? say("circle.no-letter")}</p>
			${step === "told" ? this.#appeal(one) : html`<p role="status">${say(`circle.step.${step}`)}</p>`}
			${answer === null || answer === "" ? nothing : html`<p class="words-of">${answer}</p>`}
			<p class="small soft">${say("circle.removed-days")}</p>
		</section>`;
	}

	/** @param {Removed} removed */
	#appeal({ id, readers }) {
		if (readers.length === 0) return html`<p>${say("circle.appeal-nobody")}</p>`;
		return html`<h3>${say("circle.appeal")}</h3>
			<p>${say("circle.appeal-why")}</p>
			<form class="stack" autocomplete="off" data-of=${id} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, id, ({ who, words }) => this.room.doing("circles", "appeal", id, who, words))} @input=${this.#heldOf(id).typed}>
				<label class="field">${say("circle.appeal-who")}
					<select name="who" required autocomplete="off">
						${readers.map((one) => html`<option class="theirs" value=${one.accountId}>${readerWords(one)}</option>`)}
					</select>
				</label>
				${wordsField(say("circle.appeal-words"))}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("circle.appeal-do")}</button></div>
			</form>`;
	}

	/** @param {Appeal} appeal */
	#appealed({ id, circle, words }) {
		const answer = (/** @type {Record<string, string>} */ given) =>
			this.room.doing("circles", "answer", id, {
				words: given.words ?? "",
				mayAsk: given.outcome === "may-ask",
			});
		return html`<section class="card stack">
			<h2>${withName("circle.appealed", circle)}</h2>
			<p>${say("circle.appealed-why")}</p>
			<p class=${words === null ? "odd" : "words-of"}>${words ?? say("circle.no-letter")}</p>
			<form class="stack" autocomplete="off" data-of=${id} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, id, answer)} @input=${this.#heldOf(id).typed}>
				<fieldset>
					<legend>${say("circle.outcome")}</legend>
					<label class="tick"><input type="radio" name="outcome" value="may-ask" required autocomplete="off" />${say("circle.outcome-may-ask")}</label>
					<label class="tick"><input type="radio" name="outcome" value="stands" required autocomplete="off" />${say("circle.outcome-stands")}</label>
				</fieldset>
				${wordsField(say("circle.answer-words"))}
				<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("circle.answer-do")}</button></div>
			</form>
		</section>`;
	}

	/** @param {SubmitEvent} event @param {number} id @param {(given: Record<string, string>) => Promise<unknown>} deed */
	async #send(event, id, deed) {
		event.preventDefault();
		const given = Object.fromEntries(
			Object.entries(valuesOf(new FormData(/** @type {HTMLFormElement} */ (event.target)))).map(
				([name, [value = ""]]) => [name, value.trim()],
			),
		);
		if ((given.words ?? "") === "" || !(await this.attempt(() => deed(given)))) return;
		await this.#heldOf(id).done();
		this.tell(say("circle.done"));
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}
}

/** Who may look at it, and whether they are of this programme. @param {Removed["readers"][number]} reader */
function readerWords({ name, isPartner }) {
	const called = name ?? say("circle.somebody");
	return isPartner ? say("circle.appeal-partner", { name: called }) : called;
}

/** A heading with the circle's name, which people gave it. @param {string} id @param {string} name */
function withName(id, name) {
	const mark = "\u0000";
	const [before = "", after = ""] = say(id, { name: mark }).split(mark);
	return html`${before}<span class="theirs">${name}</span>${after}`;
}

/** @param {string} label */
const wordsField = (label) => html`<label class="field">${label}
	<textarea name="words" required maxlength=${longest.words} autocomplete="off"></textarea>
</label>
${notEmergency()}`;

customElements.define("room-circle-letters", RoomCircleLetters);
