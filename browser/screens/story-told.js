/** Who was told what of one's own stories, and the way to take it back: of one story, of one talk before it ends, or of all for the page of who can see what. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { circleOf, nameIn, toldWords } from "./story-words.js";
import "./sure.js";

/** @typedef {import("../talk/stories.js").Own} Own */
/** @typedef {import("../crypto/story.js").Told} Told */

export class RoomStoryTold extends Screen {
	/** @override */
	static properties = { ...Screen.properties, docId: {}, conv: {}, said: { state: true } };

	constructor() {
		super();
		/** Of which story; empty: of all. */
		this.docId = "";
		/** What of it was told in this talk and not taken back; empty: everywhere. */
		this.conv = "";
		this.said = "";
	}

	/** @override */
	firstUpdated() {
		if (this.docId === "") this.quietly(() => this.room.reading("stories", "open"));
		if (this.conv === "" && this.view.config?.circles)
			this.quietly(() => this.room.reading("circles", "look"));
	}

	/** @override */
	render() {
		const own = this.view.parts?.stories;
		if (!own?.isOpen) return nothing;
		const all = /** @type {readonly Own[]} */ (own.stories);
		const rows = all
			.filter(({ docId }) => this.docId === "" || docId === this.docId)
			.flatMap((one) =>
				one.told
					.toReversed()
					.filter(this.#isShown)
					.map((row) => this.#row(one, row)),
			);
		if (this.conv !== "" && rows.length === 0 && this.said === "") return nothing;
		return html`<section class="part stack">
			${this.#head(rows.length)}
			<ul class="plain rows">${rows}</ul>
			<p role="status">${this.said}</p>
			${this.troubleNote()}
		</section>`;
	}

	/** Before an end: what can still be taken back. */
	#isShown = (/** @type {Told} */ { conv, told, over }) =>
		this.conv === "" || (conv === this.conv && told > 0 && over === 0);

	/** @param {number} many */
	#head(many) {
		const lead = many === 0 ? "none" : "lead";
		if (this.conv === "")
			return html`<h2>${say("stories.told-title")}</h2><p class="small soft">${say(`stories.told-${lead}`)}</p>`;
		const name = nameIn(this.conv, this.view);
		return html`<h2>${say("stories.told-here", { name })}</h2>${many === 0 ? nothing : html`<p>${say("stories.while", { name })}</p>`}`;
	}

	/** @param {Own} one @param {Told} row */
	#row({ title }, row) {
		const name = nameIn(row.conv, this.view);
		const layer = say(`stories.layer.${row.k}`);
		return html`<li>
			${this.conv === "" ? html`<strong class="theirs">${say("stories.told-to", { name })}</strong>` : nothing}
			<p class="small own-words">${this.docId === "" ? `${title}. ` : ""}${layer}</p>
			<p class="small soft">${toldWords(row)}</p>
			${row.over > 0 ? nothing : this.#back(row, name, `${layer}, ${name}`)}
		</li>`;
	}

	/** @param {Told} row @param {string} name @param {string} about */
	#back(row, name, about) {
		const circle = circleOf(row.conv, this.view);
		if (circle !== null)
			return html`<div class="row noprint"><button class="link" type="button" aria-label=${`${say("circle-story.at-circle")}: ${about}`} @click=${() => this.go({ screen: "circle-story", id: String(circle.id) })}>${say("circle-story.at-circle")}</button></div>`;
		if (this.room.conversation(row.conv)?.canWrite !== true)
			return html`<p class="small soft noprint">${say("stories.back-not", { name })}</p>`;
		return html`<room-sure
			class="noprint"
			.label=${say("stories.back")}
			.about=${about}
			.question=${say("stories.back-sure", { name })}
			.yes=${say("stories.back-yes")}
			@yes=${() => this.#withdraw(row)}
		></room-sure>`;
	}

	/** @param {Told} row */
	async #withdraw({ conv, of }) {
		this.said = "";
		if (await this.attempt(() => this.room.doing("stories", "withdraw", conv, of)))
			this.said = say("stories.back-done");
	}
}

customElements.define("room-story-told", RoomStoryTold);
