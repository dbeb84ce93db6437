/** From one's own life, in a circle: chosen, looked at once more the day after, told by a press, taken back. */
import { html, nothing } from "../vendor/lit.js";
import { layersForCircle, standsIn, toldWithoutLayer } from "../talk/circle-story.js";
import { say } from "../words/index.js";
import { CircleScreen } from "./circle-open.js";
import { circleIn } from "./circle-words.js";
import { dayWords } from "./days.js";
import { notesShown, prompts } from "./story-parts.js";
import { lengthWords, sizeOf } from "./story-words.js";
import "./sure.js";

/** @typedef {import("../talk/stories.js").Own} Own */
/** @typedef {import("../crypto/story.js").Layer} Layer */
/** @typedef {import("../crypto/story.js").Told} Told */
/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */

export class RoomCircleStory extends CircleScreen {
	/** @override */
	firstUpdated() {
		this.quietly(() => this.room.reading("stories", "open"));
	}

	/** @override */
	updated() {
		this.knowDay();
	}

	/** @override */
	render() {
		const circle = circleIn(this.view.parts?.circles, this.place.id ?? "");
		const own = this.view.parts?.stories;
		const { now } = this;
		const isHere = circle !== null && now !== null && own?.isOpen === true;
		return html`<section class="page">
			<h1 tabindex="-1">${say("circle-story.title")}</h1>
			${this.troubleNote()}
			${isHere ? this.#all(own.stories, now, circle.name) : html`<p class="soft" role="status">${say("circles.loading")}</p>`}
		</section>`;
	}

	/** @param {readonly Own[]} stories @param {CircleNow} now @param {string} name */
	#all(stories, now, name) {
		const found = stories.flatMap((one) => layersForCircle(one, now.conv).map((layer) => ({ one, layer })));
		const alone = stories.flatMap((one) => toldWithoutLayer(one, now.conv).map((row) => ({ one, row })));
		return html`<p class="lead">${say("circle-story.lead", { name })}</p>
			<p class="soft">${say("circle-story.who")}</p>
			${found.length + alone.length === 0 ? html`<p class="note">${say("circle-story.none", { name })}</p>` : nothing}
			<ul class="plain stack">${found.map(({ one, layer }) => this.#one(one, layer, now))}${alone.map(({ one, row }) => this.#alone(one, row, now))}</ul>
			<div class="row"><button class="link" type="button" @click=${() => this.go({ screen: "stories" })}>${say("stories.title")}</button></div>
			${prompts()}`;
	}

	/** @param {Own} one @param {Layer} layer @param {CircleNow} now */
	#one(one, layer, now) {
		const about = `${one.title}, ${say(`stories.layer.${layer.k}`)}`;
		return html`<li class="card stack">
			<h2 class="minor own-words">${one.title}</h2>
			<p>${lengthWords({ k: layer.k, size: sizeOf(layer.b) })}</p>
			${notesShown(layer)} ${this.#step(one, layer, now, about)}
		</li>`;
	}

	/** Of what was told here nothing is for this circle now. @param {Own} one @param {Told} row @param {CircleNow} now */
	#alone({ title }, row, now) {
		const layer = say(`stories.layer.${row.k}`);
		return html`<li class="card stack">
			<h2 class="minor own-words">${title}</h2>
			<p>${layer}</p>
			${this.#told(row, now, `${title}, ${layer}`)}
		</li>`;
	}

	/** @param {Told} row @param {CircleNow} now @param {string} about */
	#told({ told, of }, now, about) {
		const back = () => this.attempt(() => this.room.doing("circleStories", "takeBack", now.conv, of));
		return html`<p>${say("circle-story.told", { day: dayWords(told) })}</p>
			${
				now.canWrite
					? html`<room-sure .label=${say("stories.back")} .about=${about} .question=${say("circle-story.back-sure")} .yes=${say("stories.back-yes")} @yes=${back}></room-sure>`
					: html`<p class="small soft">${say("circle-story.back-not")}</p>`
			}`;
	}

	/** @param {Own} one @param {Layer} layer @param {CircleNow} now @param {string} about */
	#step(one, layer, now, about) {
		const day = this.view.config?.today ?? 0;
		const { step, from, row } = standsIn(one, { conv: now.conv, k: layer.k, day });
		const does = (/** @type {string} */ deed) =>
			this.attempt(() => this.room.doing("circleStories", deed, now.conv, one.docId, layer.k));
		if (step === "none") return this.#button("circle-story.choose", about, () => does("choose"));
		const back = this.#button("circle-story.not-after-all", about, () => does("notAfterAll"), "link");
		if (step === "rests") return html`<p>${say("circle-story.rests", { day: dayWords(from) })}</p>${back}`;
		if (step === "told" && row !== null) return this.#told(row, now, about);
		if (this.view.badDay === null) return back;
		if (this.view.badDay) return html`<p class="soft">${say("circle-story.bad-day")}</p>${back}`;
		return html`<p class="small soft">${say("circle-story.once-more")}</p>
			<p class="words-of own-words">${layer.b}</p>
			${now.canWrite && !now.mustAccept ? this.#button("circle-story.tell", about, () => this.#tell(does)) : html`<p class="small soft">${say("circle-story.back-not")}</p>`} ${back}`;
	}

	/** @param {(deed: string) => Promise<boolean>} does */
	async #tell(does) {
		if (await does("tell")) this.go({ screen: "circle-talk", id: this.place.id ?? "" });
	}

	/** @param {string} words @param {string} about @param {() => unknown} deed @param {string} [look] */
	#button(words, about, deed, look = "button quiet") {
		return html`<div class="row"><button class=${look} type="button" aria-label=${`${say(words)}: ${about}`} ?disabled=${this.busy} @click=${deed}>${say(words)}</button></div>`;
	}
}

customElements.define("room-circle-story", RoomCircleStory);
