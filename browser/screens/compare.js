/** Comparing words: six of mine, six of theirs, face to face or by voice; or by a picture and a camera. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { fourWords } from "./four-words.js";
import { knownWords } from "./known.js";
import { Screen } from "./screen.js";
import { squaresFor } from "./squares-for.js";
import "./scan.js";
import "./sure.js";

export class RoomCompare extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		mine: { state: true },
		theirs: { state: true },
		picture: { state: true },
	};

	constructor() {
		super();
		/** @type {readonly string[]} */
		this.mine = [];
		/** @type {readonly string[]} */
		this.theirs = [];
		/** the text of the picture that is shown */
		this.picture = "";
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		await this.updateComplete;
		await this.#make();
	}

	#make = () =>
		this.attempt(async () => {
			const { mine, theirs, picture } = await this.room.safetyWords(this.#relationship()?.id ?? "");
			this.mine = mine;
			this.theirs = theirs;
			this.picture = picture;
		});

	#relationship() {
		return this.room.conversation(this.place.id ?? "")?.relationship ?? null;
	}

	/** @override */
	render() {
		const relationship = this.#relationship();
		if (relationship === null)
			return html`<section class="page"><h1 tabindex="-1">${say("trouble.not-found")}</h1></section>`;
		const name = relationship.other.name ?? say("see.them");
		const known = knownWords(relationship, name);
		return html`<section class="page">
			<h1 tabindex="-1">${say("compare.title", { name })}</h1>
			${known === "" ? nothing : html`<p class="calm">${known}</p>`}
			<p class="lead">${say("compare.lead", { name })}</p>
			<p>${say("compare.how", { name })}</p>
			${this.busy && this.mine.length === 0 ? html`<p class="soft" role="status">${say("compare.making")}</p>` : nothing}
			${this.mine.length === 0 ? this.#again() : this.#both(name)}
		</section>`;
	}

	#again() {
		if (this.busy) return nothing;
		return html`${this.troubleNote()}
			<div class="row"><button class="button" type="button" @click=${this.#make}>${say("do.try-again")}</button></div>`;
	}

	/** @param {string} name */
	#both(name) {
		return html`<section class="stack">
				<h2 id="six-mine">${say("compare.mine")}</h2>
				${fourWords(this.mine, "six-mine")}
			</section>
			<section class="stack">
				<h2 id="six-theirs">${say("compare.theirs", { name })}</h2>
				${fourWords(this.theirs, "six-theirs")}
			</section>
			<p>${say("compare.other", { name, contact: this.view.config?.contact.name ?? "" })}</p>
			${this.troubleNote({ name })}
			<room-sure
				.label=${say("compare.same")}
				.question=${say("compare.same-sure", { name })}
				.yes=${say("compare.same-yes")}
				@yes=${this.#compared}
			></room-sure>
			${this.#pictures(name)}`;
	}

	/** @param {string} name */
	#pictures(name) {
		return html`<section class="part stack">
			<h2>${say("scan.title")}</h2>
			<p>${say("scan.how", { name })}</p>
			${squaresFor(this.picture, say("scan.picture", { name }))}
			<room-scan
				.room=${this.room}
				.view=${this.view}
				.name=${name}
				.relationship=${this.#relationship()?.id ?? ""}
			></room-scan>
		</section>`;
	}

	#compared = async () => {
		const { id } = /** @type {import("./seen.d.ts").Relationship} */ (this.#relationship());
		if (await this.attempt(() => this.room.wordsCompared(id))) this.tell(say("compare.done"));
	};
}

customElements.define("room-compare", RoomCompare);
