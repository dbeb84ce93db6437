/** Writing one layer of a story: its words, what it touches on, who it is for and what for, and how long it stays. */
import { html, nothing } from "../vendor/lit.js";
import { longestOf } from "../talk/story-rules.js";
import { say, sayCount } from "../words/index.js";
import { HeldForm } from "./held.js";
import { notEmergency } from "./not-emergency.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";
import { prompts } from "./story-parts.js";
import { apartIn, circlesOf, lengthWords, nameIn, notes, sizeOf, talksNow } from "./story-words.js";

/** @typedef {import("../crypto/story.js").Layer} Layer */

const [NOBODY, NAMED, SUPPORTED] = [1, 2, 3];
const [longestOwn, longestWhy] = [80, 300];
/** 0: until it is taken back. */
const lasting = [0, 7, 30, 90];
const rows = [0, 2, 6, 14];

export class RoomStoryLayer extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		docId: {},
		k: { type: Number },
		layer: { attribute: false },
		who: { state: true },
		size: { state: true },
		missing: { state: true },
	};

	constructor() {
		super();
		this.docId = "";
		this.k = 1;
		/** As it stood when it was opened. @type {Layer | null} */
		this.layer = null;
		this.who = NOBODY;
		/** How many words stand in the box. */
		this.size = 0;
		this.missing = false;
		/** @type {HeldForm | null} what was begun outlives a lock */
		this.held = null;
		/** @type {Layer | null} what another device writes meanwhile is not written over */
		this.stood = null;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.held = new HeldForm(this.room, "story", `${this.docId} ${this.k}`);
		this.stood = this.layer;
		this.who = this.layer?.who ?? NOBODY;
		if (this.view.config?.circles) this.quietly(() => this.room.reading("circles", "look"));
		this.size = sizeOf(this.layer?.b ?? "");
	}

	/** @override */
	updated() {
		this.held?.stands(this.querySelector("form"), () => this.updateComplete);
	}

	/** @override */
	render() {
		const id = `story-${this.k}`;
		return html`<form class="stack" autocomplete="off" @submit=${this.#save} @input=${this.#typed} @change=${this.#typed}>
			<div class="field">
				<label for=${id}>${say("stories.words-of")}</label>
				<p class="hint" id="${id}-hint">${say(`stories.layer-why.${this.k}`)}</p>
				<textarea id=${id} name="b" rows=${rows[this.k] ?? 4} maxlength=${longestOf(this.k)} aria-describedby="${id}-hint ${id}-size" .value=${this.stood?.b ?? ""}></textarea>
				${notEmergency()}
				<p class="small soft" id="${id}-size">${this.size === 0 ? say("stories.most", { most: longestOf(this.k) }) : lengthWords({ k: this.k, size: this.size })}</p>
			</div>
			${prompts()} ${this.#notes(id)} ${this.#audience(id)}
			<div class="field">
				<label for="${id}-why">${say("stories.why")}</label>
				<p class="hint" id="${id}-why-hint">${say("stories.why-hint")}</p>
				<textarea id="${id}-why" name="why" rows="2" maxlength=${longestWhy} aria-describedby="${id}-why-hint" .value=${this.stood?.why ?? ""}></textarea>
			</div>
			${this.#lasting(id)} ${this.missing ? html`<p class="wrong" role="alert">${say("stories.nobody-named")}</p>` : ""} ${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("stories.keep")}</button>
				<button class="button quiet" type="button" @click=${this.#close}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	/** @param {string} id */
	#notes(id) {
		const chosen = this.stood?.notes ?? [];
		return html`<fieldset class="stack">
				<legend>${say("stories.notes")}</legend>
				<p class="hint">${say("stories.notes-hint")}</p>
				<div class="story-notes">
					${notes.map(
						(note) => html`<label class="choice" for="${id}-note-${note}">
							<input id="${id}-note-${note}" name="notes" type="checkbox" autocomplete="off" value=${note} .checked=${chosen.includes(note)} />
							<span>${say(`stories.note.${note}`)}</span>
						</label>`,
					)}
				</div>
			</fieldset>
			<div class="field">
				<label for="${id}-own">${say("stories.own-note")}</label>
				<input id="${id}-own" name="own" type="text" maxlength=${longestOwn} autocomplete="off" .value=${this.stood?.own ?? ""} />
			</div>`;
	}

	/** @param {string} id */
	#audience(id) {
		const [talks, circles] = [talksNow(this.view), circlesOf(this.view)];
		const choices = [
			NOBODY,
			...(talks.length + circles.length > 0 || this.who === NAMED ? [NAMED] : []),
			...(this.view.me?.isSpecialist ? [SUPPORTED] : []),
		];
		return html`<fieldset class="stack">
			<legend>${say("stories.audience")}</legend>
			<p class="hint">${say("stories.audience-hint")}</p>
			${choices.map(
				(who) => html`<label class="choice" for="${id}-who-${who}">
					<input id="${id}-who-${who}" name="who" type="radio" autocomplete="off" value=${who} .checked=${this.who === who} />
					<span>${say(`stories.who.${who}`)}</span>
				</label>`,
			)}
			<div class="stack story-people" ?hidden=${this.who !== NAMED}>
				${talks.map((one) => this.#talk(id, one))} ${circles.map((one) => this.#circle(id, one))}
			</div>
		</fieldset>`;
	}

	/** @param {string} id @param {{conv: string, people: readonly import("./seen.d.ts").Relationship[]}} talk */
	#talk(id, { conv, people }) {
		const convs = [conv, ...people.flatMap(({ earlier }) => earlier)];
		const [one, ...others] = people;
		const isOfTwo = one !== undefined && others.length === 0;
		const apart = isOfTwo ? apartIn(one, this.view) : "";
		const name = isOfTwo ? ownName(one, say("see.them")) : nameIn(conv, this.view);
		const isNamed = (this.stood?.with ?? []).some((named) => convs.includes(named));
		return html`<label class="choice" for="${id}-with-${conv}">
			<input id="${id}-with-${conv}" name="with" type="checkbox" autocomplete="off" value=${conv} .checked=${isNamed} />
			<span><span class="theirs">${name}</span>${apart === "" ? nothing : html` <span class="small soft">${apart}</span>`}</span>
		</label>`;
	}

	/** Told in a circle it rests for a day, and each opens it or does not. @param {string} id @param {import("../talk/circle-shape.d.ts").Listed} circle */
	#circle(id, { conv, name }) {
		const isNamed = (this.stood?.with ?? []).some((named) => named === conv);
		return html`<label class="choice" for="${id}-with-${conv}">
			<input id="${id}-with-${conv}" name="with" type="checkbox" autocomplete="off" value=${conv} .checked=${isNamed} />
			<span><span class="theirs">${name}</span> <span class="small soft">${say("circle-story.a-circle")}</span></span>
		</label>`;
	}

	/** @param {string} id */
	#lasting(id) {
		const days = this.stood?.days ?? 0;
		const all = lasting.includes(days) ? lasting : [...lasting, days];
		return html`<div class="field">
			<label for="${id}-days">${say("stories.days")}</label>
			<select id="${id}-days" name="days" autocomplete="off">
				${all.map((one) => html`<option value=${one} ?selected=${one === days}>${one === 0 ? say("stories.days-none") : sayCount("stories.days-for", one)}</option>`)}
			</select>
		</div>`;
	}

	/** @param {Event} event */
	#typed = (event) => {
		const given = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
		this.size = sizeOf(String(given.get("b") ?? ""));
		this.who = Number(given.get("who") ?? NOBODY);
		this.missing = false;
		return this.held?.typed(event);
	};

	/** @param {SubmitEvent} event */
	#save = async (event) => {
		event.preventDefault();
		const layer = this.#written(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
		this.missing = layer.who === NAMED && layer.with.length === 0;
		if (this.missing) return;
		if (!(await this.attempt(() => this.room.doing("stories", "write", this.docId, this.stood, layer))))
			return;
		await this.#close();
	};

	/** @param {FormData} given @returns {Layer} */
	#written(given) {
		const text = (/** @type {string} */ name) => String(given.get(name) ?? "");
		const who = Number(text("who") || NOBODY);
		const named = who === NAMED ? given.getAll("with").map(String).sort() : [];
		const touched = given.getAll("notes").map(Number);
		return {
			...{
				b: text("b"),
				days: Number(text("days")),
				k: this.k,
				notes: touched.sort((one, other) => one - other),
			},
			...{ own: text("own"), who, why: text("why"), with: named },
		};
	}

	#close = async () => {
		await this.held?.done();
		this.dispatchEvent(new CustomEvent("closed"));
	};
}

customElements.define("room-story-layer", RoomStoryLayer);
