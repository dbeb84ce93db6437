/** A measure: set by an officer for whom a concern is about, read by them, appealed, heard by somebody else. */
import { html, nothing } from "../vendor/lit.js";
import { KINDS, LASTING, setBy, takesTwo } from "../talk/measure-rules.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";
import { HeldForm } from "./held.js";
import { appealWords, isAppealLate, isAppealOpen, kindWords, whenWords } from "./measure-row.js";
import { notEmergency } from "./not-emergency.js";
import { othersWhenLate } from "./others-outside.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/measuring.js").One} One */
/** @typedef {import("../talk/measuring.js").Measures} Measures */

/** The letter that set it. */
const SET = 5;
const WORD = 1;
const PAUSE = 4;
const REMOVAL = 5;
const STAYS = 1;
const SHORTER = 2;
const LIFTED = 3;
const DAYS = [3, 7, 14, 30, 60, 90];
const longestWords = 4_000;
const longestRule = 400;
/** A rule that is none of the house's, said by the officer. */
const ELSE = "else";

export class RoomMeasure extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		kind: { state: true },
		days: { state: true },
		rule: { state: true },
		outcome: { state: true },
		done: { state: true },
	};

	constructor() {
		super();
		this.kind = WORD;
		this.days = 7;
		this.rule = "";
		this.outcome = STAYS;
		this.done = "";
		/** @type {Map<string, HeldForm>} */
		this.held = new Map();
	}

	/** Whom a new one is for; empty where one is looked at. */
	get #on() {
		return this.place.ref ?? "";
	}

	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			if (this.#on === "") return await this.#look();
			await this.room.reading("concerning", "look", this.place.id ?? "");
			await this.room.reading("houseRules", "fetch", this.room.language);
		});
	}

	/** Who else can help is asked for where it is needed. */
	async #look() {
		await this.room.reading("measuring", "look", this.place.id ?? "");
		const { one } = this.#measures;
		if (one !== null && this.#needsOthers(one)) await this.room.reading("concerning", "officers");
	}

	/** Nobody answered their appeal in time, or nobody is left who could. @param {One} one */
	#needsOthers({ row, isMine, able }) {
		return isMine && (isAppealLate(row, this.#today) || (isAppealOpen(row) && able.length === 0));
	}

	get #today() {
		return this.view.config?.today ?? 0;
	}

	/** @override */
	updated() {
		for (const form of this.querySelectorAll("form"))
			this.#heldOf(form.name).stands(form, () => this.updateComplete);
	}

	/** @param {string} what */
	#heldOf(what) {
		const about = `${this.place.id ?? ""} ${this.#on}`;
		const held = this.held.get(what) ?? new HeldForm(this.room, `measure-${what}`, about);
		this.held.set(what, held);
		return held;
	}

	get #measures() {
		/** @type {Measures} */
		const none = { mine: null, queue: null, names: {}, one: null };
		return /** @type {Measures} */ (this.view.parts?.measuring ?? none);
	}

	/** @override */
	render() {
		return this.#on === "" ? this.#looked() : this.#new();
	}

	#new() {
		const name = this.view.parts?.concerning?.one?.names[this.#on] ?? say("concern.who-else");
		return html`<section class="page">
			<h1 tabindex="-1">${say("measure.title-new")}</h1>
			<p class="lead">${say("measure.lead-new", { name })}</p>
			${this.troubleNote()} ${this.#setting(name)}
		</section>`;
	}

	/** @param {string} name */
	#setting(name) {
		const isLasting = LASTING.includes(this.kind);
		const isGrave = takesTwo(this.kind, isLasting ? this.days : 0);
		/** Null until they came. @type {readonly string[] | null} */
		const rules = this.view.parts?.houseRules?.lines ?? null;
		return html`<form name="set" class="stack" autocomplete="off" @input=${this.#heldOf("set").typed} @change=${this.#chosen} @submit=${this.#set}>
			<fieldset class="stack">
				<legend>${say("measure.which")}</legend>
				${KINDS.map(
					(kind) =>
						html`<label class="choice"><input autocomplete="off" type="radio" name="kind" value=${kind} .checked=${kind === this.kind} /><span><strong>${say(`measure.name-${kind}`)}</strong><br /><span class="small soft">${say(`measure.means-${kind}`)}</span></span></label>`,
				)}
			</fieldset>
			${
				isLasting
					? html`<label class="field">${say("measure.how-long")}
				<select name="days" autocomplete="off">${DAYS.map((days) => html`<option value=${days} ?selected=${days === this.days}>${say("measure.days", { days: String(days) })}</option>`)}</select>
			</label>`
					: nothing
			}
			${rules === null ? nothing : this.#rests(rules)}
			${this.#words("set", say("measure.why-hint", { name }))}
			<p class="note">${say(isGrave ? "measure.takes-two" : "measure.at-once")}${this.kind === PAUSE && !isGrave ? ` ${say("measure.pause-again")}` : nothing}</p>
			<p class="soft">${say("measure.sees")}</p>
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy || rules === null}>${say(isGrave ? "measure.propose" : "measure.set")}</button></div>
		</form>`;
	}

	/** No measure without a rule: one of the house's, or one said here. @param {readonly string[]} rules */
	#rests(rules) {
		const isElse = rules.length === 0 || this.rule === ELSE;
		return html`${
			rules.length === 0
				? nothing
				: html`<label class="field">${say("measure.rule")}
				<select name="rule" autocomplete="off" required>
					<option value="">${say("measure.rule-pick")}</option>
					${rules.map((rule) => html`<option value=${rule.slice(0, longestRule)}>${rule}</option>`)}
					<option value=${ELSE}>${say("measure.rule-none")}</option>
				</select>
			</label>`
		}
		${isElse ? html`<label class="field">${say("measure.rule-else")}<input name="else" autocomplete="off" required maxlength=${longestRule} /></label>` : nothing}`;
	}

	#looked() {
		const { one } = this.#measures;
		const isThis = one !== null && one.row.id === this.place.id;
		const coming = this.trouble === null ? html`<p role="status">${say("concern.coming")}</p>` : nothing;
		return html`<section class="page">
			<h1 tabindex="-1">${isThis ? kindWords(one.row) : say("concern.step")}</h1>
			${this.done === "" ? nothing : html`<p class="note" role="status">${say(this.done)}</p>`}
			${this.troubleNote()} ${isThis ? this.#whole(one) : coming}
			<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "concerns" })}>${say("concern.all")}</button></div>
		</section>`;
	}

	/** @param {One} one */
	#whole(one) {
		const { row, isMine, fits } = one;
		const mayRead = isMine || one.letters.some(({ sort }) => sort === SET);
		if (!mayRead) return html`<p class="note">${say("measure.not-read")}</p>`;
		if (!fits) return html`<p class="wrong">${say("measure.does-not-fit")}</p>`;
		return html`${this.#where(one)} ${this.#letters(one)} ${isMine ? this.#appeal(one) : nothing}
			${one.maySecond ? this.#second() : nothing} ${!isMine && one.mayDecide ? this.#deciding(one) : nothing}
			${isMine && row.standing === "in-force" ? html`<p class="soft">${say("measure.still")}</p>` : nothing}`;
	}

	/** @param {One} one */
	#where(one) {
		const { row, letters, isMine, able } = one;
		const { names } = this.#measures;
		const rule = setBy(row, letters)?.says?.rule ?? "";
		const isOpen = isAppealOpen(row);
		const heard = names[row.heardBy ?? ""] ?? say("measure.an-officer");
		return html`<section class="card stack">
			${isMine ? nothing : html`<p>${say("measure.for")} <strong class="theirs">${names[row.on] ?? say("concern.who-else")}</strong></p>`}
			<p><strong>${whenWords(row, this.#today)}</strong></p>
			<p>${say(isMine ? `measure.you-${row.kind}` : `measure.means-${row.kind}`)}</p>
			${rule === "" ? nothing : html`<p>${say("measure.rests-on")} <q class="theirs">${rule}</q></p>`}
			${isOpen ? html`<p>${appealWords(row, this.#today)}</p>` : nothing}
			${isOpen && isMine && able.length === 0 ? html`<p class="note">${say("measure.nobody-hears")}</p>` : nothing}
			${this.#needsOthers(one) ? othersWhenLate(this.view) : nothing}
			${row.outcome === null ? nothing : html`<p>${say(`measure.outcome-${row.outcome}`, { name: heard })}</p>`}
		</section>`;
	}

	/** @param {One} one */
	#letters({ row, letters }) {
		const { names } = this.#measures;
		const who = (/** @type {string} */ from) =>
			from === row.on && this.#measures.one?.isMine
				? say("concern.you")
				: (names[from] ?? say("measure.an-officer"));
		return html`<section class="part stack">
			<h2>${say("concern.said")}</h2>
			<ul class="plain stack">
				${letters.map(
					({ from, day, fits, b, sort, says }) => html`<li class="card stack">
						<p class="soft small"><span class="theirs">${who(from)}</span> · ${dayWords(day)} · ${say(`measure.letter-${sort}${sort === 6 ? `-${says?.does ?? 1}` : ""}`)}</p>
						${fits ? html`<p class="own-words">${b}</p>` : html`<p class="wrong">${say("concern.letter-does-not-fit")}</p>`}
					</li>`,
				)}
			</ul>
		</section>`;
	}

	/** @param {One} one */
	#appeal({ row, able }) {
		if (row.appealUntil === null) return nothing;
		if (able.length === 0)
			return html`<section class="part stack">
				<p class="note">${say("measure.nobody-hears")}</p>
				<div class="row"><button class="button quiet" type="button" @click=${() => this.go({ screen: "concern" })}>${say("concern.programme-open")}</button></div>
			</section>`;
		const readers = able.map((id) => this.#measures.names[id] ?? say("concern.who-else")).join(" · ");
		return html`<form name="appeal" class="part stack" autocomplete="off" @input=${this.#heldOf("appeal").typed} @submit=${this.#appealed}>
			<h2>${say("measure.appeal")}</h2>
			<p>${say("measure.appeal-why", { day: dayWords(row.appealUntil) })}</p>
			<p class="soft small">${say("concern.read-by")} <span class="theirs">${readers}</span></p>
			${this.#words("appeal", say("measure.appeal-hint"))}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("measure.appeal-do")}</button></div>
		</form>`;
	}

	#second() {
		return html`<form name="second" class="part stack" autocomplete="off" @input=${this.#heldOf("second").typed} @submit=${this.#seconded}>
			<h2>${say("measure.second")}</h2>
			<p>${say("measure.second-why")}</p>
			${this.#words("second", say("measure.second-hint"))}
			<div class="row">
				<button class="button" type="submit" name="does" value="yes" ?disabled=${this.busy}>${say("measure.second-yes")}</button>
				<button class="button quiet" type="submit" name="does" value="no" ?disabled=${this.busy}>${say("measure.second-no")}</button>
			</div>
		</form>`;
	}

	/** @param {One} one */
	#deciding({ row }) {
		const isOpen = isAppealOpen(row);
		const most = row.kind === REMOVAL ? Number.POSITIVE_INFINITY : row.days;
		const shorter = row.kind === WORD ? [] : DAYS.filter((days) => days < most);
		const may = [...(isOpen ? [STAYS] : []), ...(shorter.length > 0 ? [SHORTER] : []), LIFTED];
		const chosen = may.includes(this.outcome) ? this.outcome : /** @type {number} */ (may[0]);
		return html`<form name="decision" class="part stack" autocomplete="off" @input=${this.#heldOf("decision").typed} @change=${this.#chosen} @submit=${this.#decided}>
			<h2>${say(isOpen ? "measure.hear" : "measure.less")}</h2>
			<fieldset class="stack">
				<legend>${say("measure.becomes")}</legend>
				${may.map((one) => html`<label class="choice"><input autocomplete="off" type="radio" name="outcome" value=${one} .checked=${one === chosen} /><span>${say(`measure.becomes-${one}`)}</span></label>`)}
			</fieldset>
			${
				chosen === SHORTER
					? html`<label class="field">${say(row.kind === REMOVAL ? "measure.pause-instead" : "measure.days-in-all")}
				<select name="days" autocomplete="off">${shorter.map((days) => html`<option value=${days}>${say("measure.days", { days: String(days) })}</option>`)}</select>
			</label>`
					: nothing
			}
			${this.#words("decision", say("measure.decision-hint"))}
			<div class="row"><button class="button" type="submit" ?disabled=${this.busy}>${say("measure.decide-do")}</button></div>
		</form>`;
	}

	/** @param {string} what @param {unknown} hint */
	#words(what, hint) {
		const id = `measure-${what}`;
		return html`<div class="field">
			<label for=${id}>${say(`measure.${what}-words`)}</label>
			<p class="hint" id=${`${id}-hint`}>${hint}</p>
			<textarea id=${id} name="words" rows="4" required maxlength=${longestWords} aria-describedby=${`${id}-hint`}></textarea>
			${notEmergency()}
		</div>`;
	}

	/** What was chosen decides what stands below it. @param {Event} event */
	#chosen = ({ target }) => {
		const { name, value } = /** @type {HTMLInputElement} */ (target);
		if (name === "kind") this.kind = Number(value);
		if (name === "days") this.days = Number(value);
		if (name === "rule") this.rule = value;
		if (name === "outcome") this.outcome = Number(value);
	};

	/** @param {SubmitEvent} event */
	#set = async (event) => {
		event.preventDefault();
		const { fields, words } = read(event);
		const rule = String(fields.get("else") ?? fields.get("rule") ?? "").trim();
		if (words === "" || rule === "") return;
		const kind = Number(fields.get("kind"));
		const days = LASTING.includes(kind) ? Number(fields.get("days")) : 0;
		const said = {
			concern: this.place.id ?? "",
			on: this.#on,
			kind,
			days,
			...{ rule, words },
		};
		const isSet = await this.attempt(async () => {
			await this.room.doing("measuring", "set", said);
		});
		if (!isSet) return;
		await this.#heldOf("set").done();
		// The house says whether a second has to agree: it knows of a pause before this one.
		this.tell(say(this.#measures.one?.row.standing === "waits" ? "measure.proposed" : "measure.is-set"));
		this.go({ screen: "concerns" });
	};

	/** @param {SubmitEvent} event */
	#appealed = (event) => this.#send(event, "appeal", ({ words }) => ["appeal", words]);

	/** @param {SubmitEvent} event */
	#seconded = (event) => {
		const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
		return this.#send(event, "second", ({ words }) => ["second", pressed?.value !== "no", words]);
	};

	/** @param {SubmitEvent} event */
	#decided = (event) =>
		this.#send(event, "decision", ({ fields, words }) => {
			const outcome = Number(fields.get("outcome"));
			return ["decide", outcome, outcome === SHORTER ? Number(fields.get("days")) : 0, words];
		});

	/**
	 * @param {SubmitEvent} event @param {"appeal" | "second" | "decision"} what
	 * @param {(given: {fields: FormData, words: string}) => [string, ...any[]]} deed
	 */
	async #send(event, what, deed) {
		event.preventDefault();
		const given = read(event);
		if (given.words === "") return;
		const [name, ...all] = deed(given);
		if (!(await this.attempt(() => this.room.doing("measuring", name, ...all)))) return;
		await this.#heldOf(what).done();
		this.done = `measure.${what}-done`;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
	}
}

/** @param {SubmitEvent} event */
function read(event) {
	const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
	return { fields, words: String(fields.get("words") ?? "").trim() };
}

customElements.define("room-measure", RoomMeasure);
