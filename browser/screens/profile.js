/** What people see of a specialist: their own words, what they like to tell, when they answer. */
import { html, nothing } from "../vendor/lit.js";
import { canSay, say } from "../words/index.js";
import { chips, factChoices, factGroups, languageChoices, languages, turned } from "./chips.js";
import "./reply-fields.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").ProfileFields} ProfileFields */
/** @typedef {"line" | "about" | "waiting"} TextField */

/** The lengths protocol/envelope.md allows. */
const longest = Object.freeze({ name: 40, line: 140, about: 1200, waiting: 600 });

export class RoomProfile extends Screen {
	/** @override */
	static properties = { ...Screen.properties, fields: { state: true }, done: { state: true } };

	constructor() {
		super();
		/** @type {ProfileFields} */
		this.fields = blank();
		this.done = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		this.fields = this.view.me?.profile ?? { ...blank(), name: this.view.me?.callName ?? "" };
	}

	/** @override */
	render() {
		return html`<section class="page wide">
			<h1 tabindex="-1">${say("profile.title")}</h1>
			<p class="lead">${say("profile.lead")}</p>
			<form autocomplete="off" class="stack roomy" @submit=${this.#save}>
				${this.#name()} ${this.#text("line", 2)} ${this.#text("about", 7)}
				${Object.entries(factGroups).map(([group, ids]) => this.#facts(group, ids))}
				${chips(say("profile.langs"), languageChoices(languages), new Set(this.fields.langs), this.#turnLanguage)}
				<room-reply-fields .reply=${this.fields.reply} @reply=${this.#reply}></room-reply-fields>
				${this.#text("waiting", 4)} ${this.troubleNote({ place: this.#part() })}
				${this.done ? html`<p role="status">${say("profile.saved")}</p>` : nothing}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>
						${say(this.busy ? "profile.saving" : "profile.save")}
					</button>
				</div>
			</form>
		</section>`;
	}

	#name() {
		const fixed = this.view.me?.standsBehindUntil != null;
		const programme = this.view.config?.programme ?? "";
		return html`<div class="field">
			<label for="name">${say("profile.name")}</label>
			${fixed ? html`<p class="hint" id="name-hint">${say("profile.name-fixed", { programme })}</p>` : nothing}
			<input
				id="name"
				autocomplete="off"
				required
				maxlength=${longest.name}
				?readonly=${fixed}
				aria-describedby=${fixed ? "name-hint" : nothing}
				.value=${this.fields.name}
				@input=${(/** @type {Event} */ event) => this.#put({ name: typed(event) })}
			/>
		</div>`;
	}

	/**
	 * @param {TextField} field
	 * @param {number} rows
	 */
	#text(field, rows) {
		const left = longest[field] - [...this.fields[field]].length;
		const count = say(left < 0 ? "profile.over" : "profile.left", { count: Math.abs(left) });
		return html`<div class="field">
			<label for=${field}>${say(`profile.${field}`)}</label>
			<textarea
				id=${field}
				rows=${rows}
				?required=${field === "line"}
				aria-describedby=${`${field}-left`}
				aria-invalid=${String(left < 0)}
				.value=${this.fields[field]}
				@input=${(/** @type {Event} */ event) => this.#put({ [field]: typed(event) })}
			></textarea>
			<p class="hint small" id=${`${field}-left`}>${count}</p>
		</div>`;
	}

	/**
	 * @param {string} group
	 * @param {readonly string[]} ids
	 */
	#facts(group, ids) {
		return chips(say(`profile.group.${group}`), factChoices(ids), new Set(this.fields.facts), this.#turnFact);
	}

	/** The name of the part that a refusal is about. */
	#part() {
		const id = `profile.${this.trouble?.place}`;
		return canSay(id) ? say(id) : say("profile.title");
	}

	/** @param {string} id */
	#turnFact = (id) => this.#put({ facts: [...turned(new Set(this.fields.facts), id)].sort() });

	/** @param {string} id */
	#turnLanguage = (id) => this.#put({ langs: [...turned(new Set(this.fields.langs), id)].sort() });

	/** @param {CustomEvent<ProfileFields["reply"]>} event */
	#reply = (event) => this.#put({ reply: event.detail });

	/** @param {Partial<ProfileFields>} change */
	#put(change) {
		this.fields = { ...this.fields, ...change };
		this.done = false;
	}

	/** @param {Event} event */
	#save = async (event) => {
		event.preventDefault();
		this.done = await this.attempt(() => this.room.saveProfile(this.fields));
	};
}

/** @param {Event} event */
function typed(event) {
	return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @returns {ProfileFields} an empty page, with the time zone of this device */
function blank() {
	const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const reply = { days: [0, 1, 2, 3, 4], from: 9 * 60, to: 17 * 60, tz, within: 24 };
	return { about: "", facts: [], langs: ["en"], line: "", name: "", reply, waiting: "" };
}

customElements.define("room-profile", RoomProfile);
