/** Raising a concern: about a line, a person, a circle or the programme, in one's own words, to people whose names one sees. */
import { html, nothing } from "../vendor/lit.js";
import { saidIn } from "../talk/circle-said.js";
import { say, sayCount } from "../words/index.js";
import { unseenAct } from "./circle-acts.js";
import { calledIn, circleIn, openIn } from "./circle-words.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { hasOutside, othersOutside } from "./others-outside.js";
import { namesApart } from "./same-name.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/concerning.js").Officer} Officer */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {{about: number, on: string[], conv: string, name: string}} About */
/** @typedef {{id: string, by: string, name: string, text: string, isBack: boolean}} Shown a line that can be shown: whose, by account and by name, and its words */

const [MESSAGE, PERSON, CIRCLE, PROGRAMME] = [1, 2, 3, 4];
const FEWEST = 2;
const longestWords = 4_000;
/** As many lines as fit a page to choose from. */
const AROUND = 20;
const WORDS = ["text", "hello", "att", "goodbye"];
const IN_A_CIRCLE = ["text", "card"];

export class RoomConcern extends Screen {
	/** @override */
	static properties = { ...Screen.properties, subject: { state: true }, few: { state: true } };

	constructor() {
		super();
		/** an officer whom it is about, where it is about the programme */
		this.subject = "";
		/** fewer officers are ticked than may read it */
		this.few = false;
		/** @type {HeldForm | null} */
		this.held = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		const { id = "", line = "", ref = "", circle = "", kept = "" } = this.place;
		const from = `${id} ${line} ${ref} ${circle}`;
		this.held = new HeldForm(this.room, "concern", kept === "" ? from : `${from} ${kept}`);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		const { circle } = this.place;
		if (circle !== undefined) this.quietly(() => this.room.reading("circles", "lookAway", Number(circle)));
	}

	/** @override */
	firstUpdated() {
		this.attempt(async () => {
			const { circle, kept } = this.place;
			if (kept !== undefined) await this.room.openNotebook();
			if (circle !== undefined) await this.room.reading("circles", "open", Number(circle));
			await this.room.reading("concerning", "officers");
		});
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const about = this.#about();
		if (about === null)
			return html`<section class="page">
				<h1 tabindex="-1">${say("concern.step")}</h1>
				${this.troubleNote()} ${this.trouble === null ? html`<p role="status">${say("concern.coming")}</p>` : nothing}
			</section>`;
		const { name } = about;
		return html`<section class="page">
			<h1 tabindex="-1">${about.about === PROGRAMME ? say("concern.title-programme") : say("concern.title", { name })}</h1>
			<p class="lead">${say("concern.lead")}</p>
			${this.#block(about)} ${this.troubleNote({ name })} ${this.#rest(about)}
		</section>`;
	}

	get #conversation() {
		return this.place.id === undefined ? null : this.room.conversation(this.place.id);
	}

	/** Whom and what it is about, from where one came; null until that is here. @returns {About | null} */
	#about() {
		if (this.place.circle !== undefined) return this.#circle === null ? null : this.#inCircle(this.#circle);
		if (this.place.kept !== undefined) return this.#kept === null ? null : this.#ofKept(this.#kept);
		const conversation = this.#conversation;
		const [conv, of] = [conversation?.conv ?? "", conversation?.relationship.other];
		if (of !== undefined) {
			const line = conversation?.lines.find(({ id }) => id === this.place.line);
			const name = conversation?.name ?? say("see.them");
			if (line !== undefined) return { about: MESSAGE, on: [line.by ?? of.accountId], conv, name };
			return { about: PERSON, on: [of.accountId], conv, name };
		}
		const on = this.place.ref ?? this.subject;
		if (on === "") return { about: PROGRAMME, on: [], conv: "", name: "" };
		const name = this.#nameOf(on) ?? say("see.them");
		return { about: PERSON, on: [on], conv: "", name };
	}

	/** A line that was kept as proof, by who wrote it. @param {import("./seen.d.ts").KeptLine} line @returns {About} */
	#ofKept({ by, conv, name }) {
		return { about: MESSAGE, on: [by], conv, name: this.#nameOf(by) ?? name };
	}

	/** The kept line one came from, once the notebook is open. */
	get #kept() {
		return this.view.notebook?.kept.find(({ docId }) => docId === this.place.kept) ?? null;
	}

	/** About what somebody wrote in a circle, about somebody in it, or about those who lead it. @param {CircleNow} circle @returns {About} */
	#inCircle(circle) {
		const { conv, lines, people } = circle;
		const line = lines.find(({ id }) => id === this.place.line);
		const who = line?.by ?? this.place.ref;
		if (who !== undefined)
			return { about: line === undefined ? PERSON : MESSAGE, on: [who], conv, name: calledIn(circle, who) };
		const hosts = people.filter(({ role, isHere, isMe }) => role === "host" && isHere && !isMe);
		const name = circleIn(this.view.parts?.circles, this.place.circle)?.name ?? "";
		return { about: CIRCLE, on: hosts.map(({ accountId }) => accountId), conv, name };
	}

	/** The circle one came from, where it is open here. */
	get #circle() {
		return openIn(this.view.parts?.circles, this.place.circle);
	}

	/** @param {string} id */
	#nameOf(id) {
		return this.room.person(id)?.name ?? this.#officers.find((one) => one.id === id)?.name;
	}

	/** @returns {readonly Officer[]} */
	get #officers() {
		return this.view.parts?.concerning?.officers?.list ?? [];
	}

	/** Those who may read it: never whom it is about, nor who is in the circle; about the programme first those from elsewhere. @param {About} about */
	#readers({ about, on }) {
		const apart = new Set([...on, ...(this.#circle?.people ?? []).map(({ accountId }) => accountId)]);
		const able = this.#officers.filter(({ id }) => !apart.has(id));
		const partners = able.filter(({ isPartner }) => isPartner);
		return about === PROGRAMME && partners.length >= FEWEST ? partners : able;
	}

	/** Blocking needs no concern beside it. @param {About} about */
	#block({ about, on, name }) {
		const [who = ""] = on;
		if (this.#circle !== null)
			return about === CIRCLE
				? nothing
				: html`<section class="part stack">${unseenAct(this, this.#circle, who)}</section>`;
		const relationship = this.#conversation?.relationship;
		if (relationship === undefined || !["active", "paused"].includes(relationship.state)) return nothing;
		return html`<section class="part stack">
			<p>${say("concern.block-why", { name })}</p>
			<room-sure
				.label=${say("more.block", { name })}
				.question=${say("more.block-sure", { name })}
				.yes=${say("more.block-yes")}
				@yes=${() => this.attempt(() => this.room.block(relationship.id))}
			></room-sure>
		</section>`;
	}

	/** @param {About} about */
	#rest(about) {
		const officers = this.view.parts?.concerning?.officers ?? null;
		if (officers === null)
			return this.trouble === null ? html`<p role="status">${say("concern.coming")}</p>` : nothing;
		const readers = this.#readers(about);
		return readers.length < FEWEST ? this.#outside(officers) : this.#form(about, readers, officers);
	}

	/** @param {import("../talk/concerning.js").Officers} officers */
	#outside({ outside }) {
		const { contact, independent } = this.view.config ?? {};
		return html`<section class="card stack">
			<h2>${say("concern.few-title")}</h2>
			<p>${say("concern.few")}</p>
			${othersOutside(outside, [independent, contact])}
		</section>`;
	}

	/** @param {About} about @param {readonly Officer[]} readers @param {import("../talk/concerning.js").Officers} officers */
	#form(about, readers, { within, outside }) {
		const called = namesApart(this.#officers);
		const why = readersWhy(about, readers);
		const isBusy = this.busy;
		const isOwn = why === "concern.readers-own";
		return html`<form class="stack" autocomplete="off" @input=${this.held?.typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, about)}>
			${about.about === PROGRAMME || this.subject !== "" ? this.#whichOne() : nothing}
			<div class="field">
				<label for="concern-words">${say("concern.words")}</label>
				<p class="hint" id="concern-words-hint">${say("concern.words-hint")}</p>
				<textarea id="concern-words" name="words" rows="6" required maxlength=${longestWords} aria-describedby="concern-words-hint"></textarea>
				${notEmergency()}
			</div>
			${about.conv === "" ? nothing : this.#lines(about)}
			<fieldset class="stack">
				<legend>${say("concern.readers")}</legend>
				<p class="hint">${say(why)}${this.place.circle === undefined ? nothing : html` ${say("concern.readers-circle")}`}</p>
				${readers.map((one) => html`<label class="choice"><input autocomplete="off" type="checkbox" name="to" value=${one.id} ?checked=${true} /><span><span class="theirs">${called(one.id)}</span>${one.isPartner ? html` · ${say("concern.partner")}` : nothing}</span></label>`)}
			</fieldset>
			<p>${sayCount("concern.within", within)}</p>
			${this.#others(outside, isOwn)}
			<p class="soft">${say("concern.sees")}</p>
			${this.few ? html`<p class="wrong" role="alert">${say("concern.two")}</p>` : nothing}
			<div class="row"><button class="button" type="submit" ?disabled=${isBusy}>${say("concern.send")}</button></div>
		</form>`;
	}

	/** Who else can help; it stands open where those who would read it are the programme's own. @param {readonly string[]} lines @param {boolean} isOwn */
	#others(lines, isOwn) {
		const people = isOwn ? [this.view.config?.independent] : [];
		if (!hasOutside(lines, people)) return nothing;
		return html`<details ?open=${isOwn}><summary>${say("concern.outside")}</summary>${othersOutside(lines, people)}</details>`;
	}

	/** About the programme as such, or about one of those who answer concerns. */
	#whichOne() {
		const called = namesApart(this.#officers);
		const option = (/** @type {string} */ value, /** @type {unknown} */ words) =>
			html`<option value=${value} ?selected=${value === this.subject}>${words}</option>`;
		return html`<label class="field">${say("concern.which")}
			<select name="subject" autocomplete="off" @change=${(/** @type {Event} */ event) => (this.subject = /** @type {HTMLSelectElement} */ (event.target).value)}>
				${option("", say("concern.which-all"))} ${this.#officers.map(({ id }) => option(id, called(id)))}
			</select>
		</label>`;
	}

	/** What somebody wrote in this talk or circle. @param {About} about @returns {Shown[]} */
	#sayings({ on, name }) {
		const kept = this.#kept;
		if (kept !== null) return [{ id: kept.docId, by: kept.by, name, text: kept.text, isBack: false }];
		const circle = this.#circle;
		const { lines } = circle ?? /** @type {Conversation} */ (this.#conversation);
		const kinds = circle === null ? WORDS : IN_A_CIRCLE;
		const [other = ""] = on;
		return lines
			.filter(
				(line) => line.msg !== null && (isBack(line) || (kinds.includes(line.kind) && saidIn(line) !== "")),
			)
			.map((line) => {
				const isMine = line.from === "me";
				const called = circle === null ? name : calledIn(circle, line.by);
				const by = isMine ? "" : (line.by ?? other);
				return {
					id: line.id,
					by,
					name: isMine ? say("concern.you") : called,
					text: isBack(line) ? say("concern.line-back") : saidIn(line),
					isBack: isBack(line),
				};
			});
	}

	/** The line one came from, and those around it: only what is ticked is shown to anybody. @param {About} about */
	#lines(about) {
		const all = this.#sayings(about);
		const at = all.findIndex(({ id }) => id === this.place.line);
		const from = Math.max(0, (at < 0 ? all.length : at + AROUND / 2) - AROUND);
		const shown = all.slice(from, from + AROUND);
		if (shown.length === 0) return nothing;
		const boxes = shown.map(
			(line) =>
				html`<label class="choice"><input autocomplete="off" type="checkbox" name="lines" value=${line.id} ?checked=${line.id === (this.place.kept ?? this.place.line)} /><span><span class="theirs">${line.name}:</span> <span class=${line.isBack ? "odd" : "words-of"}>${line.text}</span></span></label>`,
		);
		return html`<details ?open=${about.about === MESSAGE}>
			<summary>${say("concern.lines")}</summary>
			<fieldset class="stack">
				<legend class="unseen">${say("concern.lines")}</legend>
				<p class="hint">${say("concern.lines-why")}</p>
				${boxes}
			</fieldset>
		</details>`;
	}

	/** @param {SubmitEvent} event @param {About} given */
	async #send(event, given) {
		const { about, on, conv } = given;
		event.preventDefault();
		const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
		const to = fields.getAll("to").map(String);
		const words = String(fields.get("words") ?? "").trim();
		this.few = to.length < FEWEST;
		if (this.few || words === "") return;
		const lines = fields.getAll("lines").map(String);
		const isKept = this.place.kept !== undefined;
		const isShown =
			about === MESSAGE && this.#sayings(given).some(({ id, by }) => lines.includes(id) && on.includes(by));
		const what = about === MESSAGE && !isShown ? PERSON : about;
		const chosen = isKept ? { lines: [], kept: lines } : { lines };
		const said = { about: what, on, conv, words, ...chosen };
		const isSent = await this.attempt(() => this.room.doing("concerning", "raise", said, to));
		if (!isSent) return;
		await this.held?.done();
		this.tell(say("concern.sent"));
		this.go({ screen: "concerns" });
	}
}

/** Taken back by who wrote it; what proves it is here, and its words are shown to nobody but who answers. @param {{kind: string, held?: true}} line */
const isBack = ({ kind, held }) => kind === "taken-back" && held === true;

/** What is true of those who would read it. @param {About} about @param {readonly Officer[]} readers */
function readersWhy({ about }, readers) {
	if (about !== PROGRAMME) return "concern.readers-why";
	return readers.every(({ isPartner }) => isPartner) ? "concern.readers-apart" : "concern.readers-own";
}

customElements.define("room-concern", RoomConcern);
