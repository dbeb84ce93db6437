/** One concern: where it is, what was said, and what can be done; for who raised it, and for its officers. */
import { html, nothing } from "../vendor/lit.js";
import { gravest } from "../talk/on-record.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { othersWhenLate } from "./others-outside.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/concerning.js").One} One */
/** @typedef {import("../talk/concerning.js").Letter} Letter */
/** @typedef {NonNullable<One["report"]>["lines"][number]} Proven */
/** @typedef {"more" | "again" | "notes" | "answer"} What */

const NOTE = 4;
const longestWords = 4_000;

export class RoomConcernOne extends Screen {
	/** @override */
	static properties = { ...Screen.properties, done: { state: true } };

	constructor() {
		super();
		this.done = "";
		/** @type {Map<string, HeldForm>} */
		this.held = new Map();
	}

	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			await this.room.reading("concerning", "look", this.place.id ?? "");
			const one = this.view.parts?.concerning?.one ?? null;
			if (one?.isMine && this.#isLate(one.row)) await this.room.reading("concerning", "officers");
		});
	}

	/** @override */
	updated() {
		for (const form of this.querySelectorAll("form"))
			this.#heldOf(form.name).stands(form, () => this.updateComplete);
	}

	/** @param {string} what */
	#heldOf(what) {
		const held = this.held.get(what) ?? new HeldForm(this.room, `concern-${what}`, this.place.id ?? "");
		this.held.set(what, held);
		return held;
	}

	/** @override */
	render() {
		/** @type {One | null} */
		const one = this.view.parts?.concerning?.one ?? null;
		const isThis = one !== null && one.row.id === this.place.id;
		return html`<section class="page">
			<h1 tabindex="-1">${isThis ? say("concern.of-day", { day: dayWords(one.row.raisedOn) }) : say("concern.step")}</h1>
			${this.done === "" ? nothing : html`<p class="note" role="status">${say(this.done)}</p>`}
			${this.troubleNote()} ${isThis ? this.#whole(one) : this.#coming()}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "concerns" })}>${say("concern.all")}</button></div>
		</section>`;
	}

	#coming() {
		return this.trouble === null && this.done === ""
			? html`<p role="status">${say("concern.coming")}</p>`
			: nothing;
	}

	/** @param {One} one */
	#whole(one) {
		return html`${this.#where(one)} ${one.isMine ? nothing : this.#report(one)} ${this.#letters(one)}
			${one.isMine ? this.#mine(one) : this.#officers(one)}`;
	}

	/** @param {One["row"]} row */
	#isLate({ state, dueOn }) {
		return state !== "answered" && dueOn < (this.view.config?.today ?? 0);
	}

	/** @param {One} one */
	#where({ row, names, able, isMine }) {
		const name = names[row.officer ?? ""] ?? "";
		const isLooked = row.state !== "received" && name !== "";
		const state = row.again && row.state === "received" ? "again" : row.state;
		return html`<section class="card stack">
			<p><strong>${isLooked ? say(`concern.by.${row.state}`, { name }) : say(`concern.state.${state}`)}</strong></p>
			${row.state === "answered" ? nothing : html`<p>${say(this.#isLate(row) ? "concern.late" : "concern.due", { day: dayWords(row.dueOn) })}</p>`}
			${isMine && this.#isLate(row) ? othersWhenLate(this.view) : nothing}
			${isMine && able.length === 0 ? html`<p class="wrong">${say("concern.nobody")}</p>` : nothing}
			${
				able.length === 0
					? nothing
					: html`<p class="soft small">${say("concern.read-by")} <span class="theirs">${able
							.map((id) => names[id] ?? say("concern.who-else"))
							.join(" · ")}</span></p>`
			}
		</section>`;
	}

	/** @param {One} one */
	#report({ report, fits, names, raisedBy }) {
		if (!fits || report === null) return html`<p class="wrong">${say("concern.does-not-fit")}</p>`;
		const who = (/** @type {string} */ id) =>
			id === raisedBy
				? say("concern.who-raised")
				: (names[id] ?? say(report.on.includes(id) ? "concern.who-about" : "concern.who-else"));
		return html`<section class="part stack">
			<h2>${say(`concern.about.${report.about}`)}</h2>
			${report.on.length === 0 ? nothing : html`<p>${say("concern.about-whom")} <strong class="theirs">${report.on.map((id) => names[id] ?? say("concern.who-else")).join(" · ")}</strong></p>`}
			<p class="own-words">${report.b}</p>
			${this.#decide(report, names)}
			${
				report.lines.length === 0
					? nothing
					: html`<h3>${say("concern.shown-lines")}</h3>
				${inTheLog(report.lines)}
				<p class="soft small">${say("concern.proven")}</p>
				<ul class="plain stack">${report.lines.map((line) => this.#line(line, who(line.from)))}</ul>`
			}
		</section>`;
	}

	/** That somebody took a line back stands where they did, and beside the line. @param {Proven} line @param {unknown} who */
	#line(line, who) {
		const moved =
			line.found === "moved" ? html`<p class="wrong small">${say("concern.log-this")}</p>` : nothing;
		if (line.t === "erase")
			return html`<li class="soft small"><span class="theirs">${who}</span> · ${say("concern.took-back")}${moved}</li>`;
		return html`<li class="card"><span class="soft small theirs">${who}${line.t === "edit" ? html` · ${say("concern.changed-to")}` : nothing}</span><p class="words-of">${line.b === "" ? say("concern.no-words") : line.b}</p>
			${line.back === undefined ? nothing : html`<p class="note small">${say("concern.back-later")}</p>`}${moved}</li>`;
	}

	/** What an officer can decide about whom it is about; nothing follows by itself. @param {NonNullable<One["report"]>} report @param {One["names"]} names */
	#decide({ on }, names) {
		const id = this.place.id ?? "";
		return on.map((ref) => {
			const name = names[ref] ?? say("concern.who-else");
			return html`<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "measure", id, ref })}>${say("measure.open", { name })}</button></div>`;
		});
	}

	/** @param {One} one */
	#letters({ letters, names, raisedBy, isMine }) {
		if (letters.length === 0) return nothing;
		const who = (/** @type {Letter} */ { from }) =>
			from === raisedBy
				? say(isMine ? "concern.you" : "concern.who-raised")
				: (names[from] ?? say("concern.who-else"));
		return html`<section class="part stack">
			<h2>${say("concern.said")}</h2>
			<ul class="plain stack">
				${letters.map(
					(letter) => html`<li class="card stack">
						<p class="soft small"><span class="theirs">${who(letter)}</span> · ${dayWords(letter.day)}${letter.sort === NOTE ? html` · ${say("concern.note-mark")}` : nothing}</p>
						${letter.fits ? html`<p class="own-words">${letter.b}</p>` : html`<p class="wrong">${say("concern.letter-does-not-fit")}</p>`}
					</li>`,
				)}
			</ul>
		</section>`;
	}

	/** @param {One} one */
	#mine(one) {
		const { row, able } = one;
		const mayAsk = row.state === "answered" && !row.again && able.some((id) => id !== row.officer);
		return html`${mayAsk ? this.#form("again") : nothing} ${able.length === 0 ? nothing : this.#form("more")}
			<section class="part stack">
				<p>${say("concern.back-why")}</p>
				<room-sure .label=${say("concern.back")} .question=${say("concern.back-sure")} .yes=${say("concern.back-yes")} @yes=${() => this.#back(row.id)}></room-sure>
			</section>`;
	}

	/** @param {One} one */
	#officers(one) {
		const { row, able, mayLook, isWithMe } = one;
		if (row.state === "answered") return able.length > 1 ? this.#form("notes") : nothing;
		return html`${mayLook ? nothing : html`<p class="note">${say("concern.not-the-same")}</p>`}
			${mayLook && !isWithMe ? html`<div class="row"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#takeOn(row.id)}>${say(row.officer === null ? "concern.take-on" : "concern.take-over")}</button></div>` : nothing}
			${isWithMe ? this.#form("answer") : nothing} ${able.length > 1 ? this.#form("notes") : nothing}`;
	}

	/** @param {What} what */
	#form(what) {
		const id = `concern-${what}`;
		return html`<form name=${what} class="part stack" autocomplete="off" @input=${this.#heldOf(what).typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#write(event, what)}>
			<h2>${say(`concern.${what}`)}</h2>
			<div class="field">
				<label for=${id}>${say(`concern.${what}-words`)}</label>
				<p class="hint" id=${`${id}-hint`}>${say(`concern.${what}-hint`)}</p>
				<textarea id=${id} name="words" rows="4" required maxlength=${longestWords} aria-describedby=${`${id}-hint`}></textarea>
				${notEmergency()}
			</div>
			<div class="row"><button class=${what === "answer" ? "button" : "button quiet"} type="submit" ?disabled=${this.busy}>${say(`concern.${what}-do`)}</button></div>
		</form>`;
	}

	/** @param {SubmitEvent} event @param {What} what */
	async #write(event, what) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const words = String(new FormData(form).get("words") ?? "").trim();
		if (words === "") return;
		const id = this.place.id ?? "";
		if (!(await this.attempt(() => this.room.doing("concerning", "write", id, what, words)))) return;
		await this.#heldOf(what).done();
		form.reset();
		await this.#say(`concern.${what}-done`);
	}

	/** @param {string} id */
	async #takeOn(id) {
		if (await this.attempt(() => this.room.doing("concerning", "takeOn", id)))
			await this.#say("concern.taken-on");
	}

	/** What was done stands at the top, and whoever did it far below is taken there. @param {string} done */
	async #say(done) {
		this.done = done;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}

	/** @param {string} id */
	async #back(id) {
		if (await this.attempt(() => this.room.doing("concerning", "takeBack", id)))
			this.go({ screen: "concerns" });
	}
}

/** What the house's log says of the lines, said once for all of them. @param {NonNullable<One["report"]>["lines"]} lines */
function inTheLog(lines) {
	const found = gravest(lines);
	const looks = found === "moved" ? "wrong" : found === "stands" ? "soft small" : "note";
	return html`<p class=${looks}>${say(`concern.log-${found}`)}</p>`;
}

customElements.define("room-concern-one", RoomConcernOne);
