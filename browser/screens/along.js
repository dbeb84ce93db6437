/** Taking one's things along: what it is, the card, then one file and five words of its own. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { alongWords } from "./along-words.js";
import { handOut } from "./hand-out.js";
import { making } from "./making.js";
import "./proof.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").TakenAlong} TakenAlong */

export class RoomAlong extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		needsWords: { state: true },
		waits: { state: true },
		made: { state: true },
		saved: { state: true },
	};

	constructor() {
		super();
		this.needsWords = false;
		this.waits = false;
		/** @type {TakenAlong | null} */
		this.made = null;
		this.saved = false;
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say(this.made === null ? "along.title" : "along.ready")}</h1>
			${this.busy ? this.#progress() : nothing}
			<div class="stack" ?hidden=${this.busy}>${this.made === null ? this.#before() : this.#after(this.made)}</div>
		</section>`;
	}

	#before() {
		return html`<p class="lead">${say("along.lead")}</p>
			<p>${say("along.locked")}</p>
			<p>${say("along.other")}</p>
			${this.waits ? html`<p class="note" role="status">${say("along.waits")}</p>` : this.#form()}`;
	}

	#form() {
		return html`<form autocomplete="off" class="stack" @submit=${this.#submit}>
			<div class="choices">
				<label class="choice">
					<input autocomplete="off" type="checkbox" name="readable" aria-describedby="along-open-hint" />
					${say("along.open")}
				</label>
			</div>
			<p class="small soft" id="along-open-hint">${say("along.open-hint")}</p>
			${this.#due() === undefined ? this.#proof() : html`<p class="note">${say("along.due")}</p>`}
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="submit" ?disabled=${this.busy}>${say("along.make")}</button>
				<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
			</div>
		</form>`;
	}

	#proof() {
		return html`<room-proof .room=${this.room} .view=${this.view} .needsWords=${this.needsWords}></room-proof>`;
	}

	/** A wish that has waited long enough. */
	#due() {
		const today = this.view.config?.today ?? 0;
		return this.view.changes.find(({ kind, dueOn }) => kind === "along" && dueOn <= today);
	}

	#progress() {
		const { along } = this.view;
		if (along === null || along.of === 0) return making(say("along.closing"), say("along.closing-why"));
		return making(say("along.reading"), say("along.reading-of", along));
	}

	/** @param {TakenAlong} made */
	#after({ words, talks, leftOut, filesLeftOut }) {
		return html`<p class="lead">${talksIn(talks)}</p>
			${leftOut > 0 ? html`<p class="note">${sayCount("along.left-out", leftOut)}</p>` : nothing}
			${filesLeftOut > 0 ? html`<p class="note">${sayCount("along.files-out", filesLeftOut)}</p>` : nothing}
			<section class="card" aria-labelledby="along-words">
				<h2 id="along-words">${say("along.words")}</h2>
				<ol class="words numbered" aria-labelledby="along-words">
					${words.map((word) => html`<li>${word}</li>`)}
				</ol>
				<p>${say("along.words-why")}</p>
			</section>
			<div class="row">
				<button class="button" type="button" @click=${this.#save}>${say("along.save")}</button>
			</div>
			${this.saved ? this.#told() : nothing}`;
	}

	#told() {
		return html`<p role="status">${say("along.saved", { file: this.made?.filename ?? "" })}</p>
			<p class="soft">${say("along.how")} ${this.view.device === null ? say("along.shared") : nothing}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "place" })}>${say("along.done")}</button>
			</div>`;
	}

	#save = () => {
		const { made } = this;
		if (made === null) return;
		handOut(made.filename, made.file);
		this.saved = true;
	};

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const due = this.#due();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const readable = /** @type {HTMLInputElement} */ (form.elements.namedItem("readable")).checked;
		const proof = /** @type {import("./proof.js").RoomProof | null} */ (this.querySelector("room-proof"))
			?.proof;
		const right = due === undefined ? { proof: proof ?? {} } : { slotId: due.slotId };
		const isDone = await this.attempt(async () => {
			this.made = await this.room.takeAlong({ ...right, readable, texts: alongWords() });
		});
		if (!isDone && this.trouble?.code === "not-fresh") this.needsWords = true;
		if (!isDone) return;
		this.waits = this.made === null;
		this.tell(say(this.waits ? "along.waits" : "along.ready"));
	};
}

/** @param {number} count */
function talksIn(count) {
	if (count === 0) return say("along.none");
	return sayCount("along.talks", count);
}

customElements.define("room-along", RoomAlong);
