/** Who was told what of one's own stories, and the way to take it back: of one story, or of all for the page of who can see what. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { Screen } from "./screen.js";
import { circleOf, nameIn, toldWords } from "./story-words.js";
import "./sure.js";

/** @typedef {import("../talk/stories.js").Own} Own */
/** @typedef {import("../crypto/story.js").Told} Told */

export class RoomStoryTold extends Screen {
	/** @override */
	static properties = { ...Screen.properties, docId: {}, said: { state: true } };

	constructor() {
		super();
		/** Of which story; empty: of all. */
		this.docId = "";
		this.said = "";
	}

	/** @override */
	firstUpdated() {
		if (this.docId === "") this.quietly(() => this.room.reading("stories", "open"));
		if (this.view.config?.circles) this.quietly(() => this.room.reading("circles", "look"));
	}

	/** @override */
	render() {
		const own = this.view.parts?.stories;
		if (!own?.isOpen) return nothing;
		const all = /** @type {readonly Own[]} */ (own.stories);
		const here = all.filter(
			({ docId, told }) => told.length > 0 && (this.docId === "" || docId === this.docId),
		);
		return html`<section class="part stack">
			<h2>${say("stories.told-title")}</h2>
			${here.length === 0 ? html`<p class="soft">${say("stories.told-none")}</p>` : html`<p class="small soft">${say("stories.told-lead")}</p>`}
			<ul class="plain rows">${here.flatMap((one) => one.told.toReversed().map((row) => this.#row(one, row)))}</ul>
			<p role="status">${this.said}</p>
			${this.troubleNote()}
		</section>`;
	}

	/** @param {Own} one @param {Told} row */
	#row({ title }, row) {
		const name = nameIn(row.conv, this.view);
		const layer = say(`stories.layer.${row.k}`);
		return html`<li>
			<strong class="theirs">${say("stories.told-to", { name })}</strong>
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
