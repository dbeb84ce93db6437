/** One change of the ways in: removing one, other words, a second spare code. Each wants the card, or waits. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./five-words.js";
import { workNote } from "./making.js";
import { textField, typedIn } from "./own-fields.js";
import { orPrint, slipHead } from "./paper.js";
import "./proof.js";
import { Screen } from "./screen.js";
import { shownCode } from "./spare-card.js";
import { wayName } from "./ways.js";

const PASSKEY = 4;

export class RoomWayChange extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		code: { state: true },
		needsWords: { state: true },
		waits: { state: true },
		named: { state: true },
	};

	#for = "";

	constructor() {
		super();
		/** @type {string | null} */
		this.code = null;
		this.needsWords = false;
		this.waits = false;
		/** Whether the slip says what it is for. */
		this.named = false;
	}

	/** @override */
	async connectedCallback() {
		super.connectedCallback();
		if (this.#kind() === "words") await this.quietly(() => this.room.wordsToOffer());
	}

	#kind() {
		const { id } = this.place;
		return id === "words" || id === "code" || id === "own" ? id : "remove";
	}

	/** @override */
	render() {
		const kind = this.#kind();
		return html`<section class="page">
			<h1 tabindex="-1">${say(`change.${kind}.title`)}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.code === null ? this.#form(kind) : this.#card(this.code)}</div>
		</section>`;
	}

	/** @param {"words" | "code" | "own" | "remove"} kind */
	#form(kind) {
		return html`<p class="lead">${say(`change.${kind}.lead`, { name: this.#name() })}</p>
			<form autocomplete="off" class="stack" @submit=${this.#submit}>
				${this.#about(kind)}
				<room-proof .room=${this.room} .view=${this.view} .needsWords=${this.needsWords}></room-proof>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say(`change.${kind}.done`)}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
				</div>
			</form>`;
	}

	/** @param {"words" | "code" | "own" | "remove"} kind */
	#about(kind) {
		const { offer, me } = this.view;
		if (this.#way()?.type === PASSKEY) return html`<p class="note">${say("change.remove.passkey")}</p>`;
		if (kind === "code")
			return html`<p class="note">${say("change.code.risk")}</p>
				${textField("given-name", "change.code.name", "change.code.name-hint")}`;
		if (kind === "words" && offer !== null)
			return html`<room-five-words .username=${me?.username ?? ""} .words=${offer.words}></room-five-words>
				<p class="small soft">${say("change.waiting-words")}</p>`;
		return nothing;
	}

	/** @param {string} code */
	#card(code) {
		const isOwn = this.#kind() === "own";
		return html`<section class="card spare" aria-labelledby="given-title">
			<h2 id="given-title">${isOwn ? say("card.title") : say("change.code.card", { name: this.#for })}</h2>
			<p>${say(this.waits ? "change.code.waits" : "change.code.once")}</p>
			<div class="sheet">
				${slipHead(this.view.me?.username ?? "", this.named ? say(isOwn ? "paper.code" : "paper.code-given") : null)} ${shownCode(code)}
			</div>
			${isOwn ? nothing : html`<p class="small soft">${say("change.code.risk")}</p>`}
			<div class="row noprint">
				<button class="button" type="button" @click=${() => this.go({ screen: "place" })}>${say("change.code.written")}</button>
			</div>
			${orPrint(this.named, (named) => {
				this.named = named;
			})}
		</section>`;
	}

	#way() {
		return this.view.ways.find(({ slotId }) => slotId === this.place.id);
	}

	#name() {
		const way = this.#way();
		return way === undefined ? "" : wayName(way);
	}

	/** @param {SubmitEvent} event */
	#submit = async (event) => {
		event.preventDefault();
		const { proof } = /** @type {import("./proof.js").RoomProof} */ (this.querySelector("room-proof"));
		const before = this.room.view.changes.length;
		if (!(await this.attempt(() => this.#do(proof)))) {
			if (this.trouble?.code === "not-fresh") this.needsWords = true;
			return;
		}
		this.waits = this.room.view.changes.length > before;
		this.tell(say(this.waits ? "change.waits" : "change.done"));
		if (this.code === null) this.go({ screen: "place" });
	};

	/** @param {import("./seen.d.ts").Proof} proof */
	async #do(proof) {
		const kind = this.#kind();
		if (kind === "remove") return await this.room.removeWay({ slotId: this.place.id ?? "", ...proof });
		if (kind === "words") return await this.room.changeWords({ words: this.view.offer?.words ?? [], proof });
		this.#for = kind === "own" ? "" : typedIn(this, "given-name");
		this.code = await this.room.addSpare({ name: this.#for, ...proof });
	}
}

customElements.define("room-way-change", RoomWayChange);
