/** Someone knows the five words: what a new lock does and does not, the card, new words, and what comes after it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import "./five-words.js";
import "./four-words.js";
import { workNote } from "./making.js";
import { orPrint } from "./paper.js";
import "./proof.js";
import { Screen } from "./screen.js";
import "./spare-card.js";

/** @typedef {import("./seen.d.ts").Proof} Proof */

const does = ["words", "devices", "read", "people"];
const cannot = ["read", "copy", "device"];
/** What sends somebody back to the card. */
const proofFaults = new Set(["not-opened", "spare-mistyped", "not-fresh", "slow-down", "not-yet"]);

export class RoomNewLock extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		step: { state: true },
		needsWords: { state: true },
		named: { state: true },
	};

	/** @type {Proof} */
	#proof = {};

	constructor() {
		super();
		/** @type {"about" | "words" | "made"} */
		this.step = "about";
		this.needsWords = false;
		/** whether a printed slip says what it is for */
		this.named = false;
	}

	/** @override */
	render() {
		const isMade = this.step === "made";
		return html`<section class="page">
			<h1 tabindex="-1">${say(isMade ? "lock.made" : "lock.title")}</h1>
			${workNote(this.view.work) ?? nothing}
			<div class="stack" ?hidden=${this.busy}>${this.#step()}</div>
		</section>`;
	}

	#step() {
		if (this.step === "words") return this.#words();
		return this.step === "made" ? this.#made() : this.#about();
	}

	#about() {
		const isSpecialist = this.view.me?.isSpecialist === true;
		const programme = this.view.config?.programme ?? "";
		return html`<p class="lead">${say("lock.lead")}</p>
			<section class="part">
				<h2>${say("lock.does")}</h2>
				<ul>
					${does.map((one) => html`<li>${say(`lock.does-${one}`)}</li>`)}
					${isSpecialist ? html`<li>${say("lock.does-stand", { programme })}</li>` : nothing}
				</ul>
			</section>
			<section class="part">
				<h2>${say("lock.not")}</h2>
				<ul>${cannot.map((one) => html`<li>${say(`lock.not-${one}`)}</li>`)}</ul>
			</section>
			<form autocomplete="off" class="part" @submit=${this.#proven}>
				<h2>${say("lock.card")}</h2>
				${this.#isDue() ? html`<p class="note">${say("lock.due")}</p>` : nothing}
				<room-proof .room=${this.room} .view=${this.view} .needsWords=${this.needsWords}></room-proof>
				${this.troubleNote()}
				<div class="row">
					<button class="button" type="submit" ?disabled=${this.busy}>${say("lock.go-on")}</button>
					<button class="button quiet" type="button" @click=${() => history.back()}>${say("do.cancel")}</button>
					<button class="button quiet" type="button" @click=${this.#help}>${say("top.help")}</button>
				</div>
			</form>`;
	}

	#words() {
		const { offer, me } = this.view;
		if (offer === null) return html`<p class="soft">${say("plain.starting")}</p>`;
		return html`<p class="lead">${say("lock.write")}</p>
			<section class="stack">
				<room-five-words .username=${me?.username ?? ""} .words=${offer.words} .named=${this.named}></room-five-words>
			</section>
			${this.troubleNote()}
			<div class="row">
				<button class="button" type="button" ?disabled=${this.busy} @click=${this.#make}>${say("lock.make")}</button>
				<button class="button quiet" type="button" @click=${() => this.#turn("about")}>${say("do.cancel")}</button>
			</div>
			${orPrint(this.named, (named) => {
				this.named = named;
			})}`;
	}

	#made() {
		const programme = this.view.config?.programme ?? "";
		const { me } = this.view;
		return html`<p class="lead">${say("lock.made-lead")}</p>
			<room-spare-card .room=${this.room} .view=${this.view} .whole=${true}></room-spare-card>
			${this.view.relationships.length > 0 ? html`<p>${say("lock.tell")}</p>` : nothing}
			<room-own-four .room=${this.room} .view=${this.view}></room-own-four>
			<div class="row">
				${me?.isSpecialist ? html`<button class="button" type="button" @click=${() => this.go({ screen: "join" })}>${say("lock.stand", { programme })}</button>` : nothing}
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "place" })}>${say("lock.to-place")}</button>
			</div>`;
	}

	/** A wish without the card has waited its three days. */
	#isDue() {
		const { changes, config } = this.view;
		return changes.some(({ kind, dueOn }) => kind === "lock" && dueOn <= (config?.today ?? 0));
	}

	/** With the card, or a wish whose days are over, it goes on; without both the wish begins to wait. @param {SubmitEvent} event */
	#proven = async (event) => {
		event.preventDefault();
		const found = /** @type {import("./proof.js").RoomProof} */ (this.querySelector("room-proof"));
		this.#proof = found.proof;
		if (found.noCard && !this.#isDue()) return await this.#wish();
		await this.quietly(() => this.room.wordsToOffer());
		await this.#turn("words");
	};

	async #wish() {
		const { words } = this.#proof;
		const done = await this.attempt(() => this.room.wishNewLock(words === undefined ? {} : { words }));
		if (!done) {
			this.needsWords ||= this.trouble?.code === "not-fresh";
			return;
		}
		this.tell(say("lock.wished"));
		this.go({ screen: "place" });
	}

	#make = async () => {
		const words = this.view.offer?.words ?? [];
		if (await this.attempt(() => this.room.newLock({ words, proof: this.#proof }))) {
			this.tell(say("lock.made"));
			return await this.#turn("made");
		}
		const code = this.trouble?.code ?? "";
		this.needsWords ||= code === "not-fresh";
		if (proofFaults.has(code)) await this.#turn("about", this.trouble);
	};

	/**
	 * @param {"about" | "words" | "made"} step
	 * @param {import("./seen.d.ts").Trouble | null} trouble that goes along
	 */
	async #turn(step, trouble = null) {
		this.step = step;
		this.trouble = trouble;
		await this.updateComplete;
		/** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
		if (trouble !== null) this.querySelector(".wrong")?.scrollIntoView({ block: "center" });
	}

	#help = () => this.dispatchEvent(new CustomEvent("help", { bubbles: true }));
}

customElements.define("room-new-lock", RoomNewLock);
