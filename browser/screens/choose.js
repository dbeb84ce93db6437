/** The programme chooses: waiting for somebody, and somebody who said yes to walk with you. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { handedList, tookWords } from "./hand-over.js";
import { personCard } from "./person-card.js";
import { Screen } from "./screen.js";

/** @typedef {import("../talk/choosing.js").Choice} Choice */

export class RoomChoose extends Screen {
	/** @override */
	static properties = { ...Screen.properties, choice: { state: true } };

	constructor() {
		super();
		/** @type {Choice | null} */
		this.choice = null;
	}

	/** @override */
	firstUpdated() {
		this.#take(() => this.room.choosing("read"));
	}

	/** @override */
	render() {
		const { choice } = this;
		if (choice === null)
			return html`<section class="page"><h1 tabindex="-1">${say("choose.title")}</h1>${this.troubleNote()}</section>`;
		if (choice.wish === null) return this.#nothing();
		return choice.proposed === null ? this.#waiting(choice) : this.#somebody(choice);
	}

	#nothing() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("choose.none")}</h1>
			<p class="lead">${say("choose.none-lead")}</p>
			<div class="row">
				<button class="button" type="button" @click=${() => this.go({ screen: "wishes" })}>${say("home.find")}</button>
			</div>
		</section>`;
	}

	/** @param {Choice} choice */
	#waiting({ wish, notThese, took }) {
		return html`<section class="page">
			<h1 tabindex="-1">${say("choose.waits", { programme: this.#programme() })}</h1>
			<p class="lead">${say("choose.waits-lead")}</p>
			<p>${tookWords(took.programme)}</p>
			${this.#handed(wish, notThese)}
			${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "wishes" })}>${say("choose.own")}</button>
				${this.#back()}
			</div>
		</section>`;
	}

	/** @param {Choice} choice */
	#somebody({ proposed, wish, notThese }) {
		if (proposed === null) return nothing;
		return html`<section class="page wide">
			<h1 tabindex="-1">${say("choose.found", { name: proposed.name })}</h1>
			<p class="lead">${say("choose.found-lead", { programme: this.#programme(), name: proposed.name })}</p>
			<ul class="plain cards">${personCard(proposed, this.#acts)}</ul>
			${this.troubleNote()}
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${this.#else}>${say("choose.else")}</button>
				${this.#back()}
			</div>
			<p class="small soft">${say("choose.else-why")}</p>
			${this.#handed(wish, notThese)}
		</section>`;
	}

	/** @param {Choice["wish"]} wish @param {Choice["notThese"]} notThese */
	#handed(wish, notThese) {
		if (wish === null) return nothing;
		return html`${handedList(wish)}
			<room-not-these
				.room=${this.room}
				.view=${this.view}
				.wishes=${wish}
				.chosen=${notThese}
				@named=${this.#name}
			></room-not-these>`;
	}

	#back() {
		return html`<button class="link" type="button" ?disabled=${this.busy} @click=${this.#takeBack}>${say("choose.back")}</button>`;
	}

	#programme() {
		return this.view.config?.programme ?? "";
	}

	/** @param {CustomEvent<import("../talk/choosing.js").Change>} event */
	#name = async ({ detail }) => {
		if (await this.#take(() => this.room.choosing("notThese", detail))) this.tell(say("not.kept"));
	};

	#else = async () => {
		if (await this.#take(() => this.room.choosing("someoneElse"))) this.tell(say("choose.else-done"));
	};

	#takeBack = async () => {
		if (await this.#take(() => this.room.choosing("takeBack"))) this.tell(say("choose.back-done"));
	};

	/** @param {() => Promise<Choice>} deed */
	#take(deed) {
		return this.attempt(async () => {
			this.choice = await deed();
		});
	}

	#acts = {
		/** @param {import("./seen.d.ts").Person} person */
		more: (person) => this.go({ screen: "person", id: person.accountId }),
		/** @param {import("./seen.d.ts").Person} person */
		ask: (person) => this.go({ screen: "hello", id: person.accountId }),
	};
}

/** One quiet line where somebody looks for people, once they let the programme choose. */
export class RoomChoosingNote extends Screen {
	/** @override */
	static properties = { ...Screen.properties, choice: { state: true } };

	constructor() {
		super();
		/** @type {Choice | null} */
		this.choice = null;
	}

	/** @override */
	firstUpdated() {
		this.quietly(async () => {
			this.choice = await this.room.choosing("read");
			this.dispatchEvent(new CustomEvent("took", { detail: this.choice.took }));
		});
	}

	/** @override */
	render() {
		if (!this.choice?.wish) return nothing;
		const found = this.choice.proposed;
		const programme = this.view.config?.programme ?? "";
		return html`<div class="note stack" role="status">
			<p>${found === null ? say("choose.note", { programme }) : say("choose.note-found", { name: found.name })}</p>
			<div class="row">
				<button class="button quiet" type="button" @click=${() => this.go({ screen: "choose" })}>
					${found === null ? say("choose.note-look") : say("choose.note-meet", { name: found.name })}
				</button>
			</div>
		</div>`;
	}
}

/** For a specialist: somebody they could walk with, before any name or word. */
export class RoomOffers extends Screen {
	/** @override */
	static properties = { ...Screen.properties, offers: { state: true } };

	constructor() {
		super();
		/** @type {readonly import("../talk/choosing.js").Offer[]} */
		this.offers = [];
	}

	/** @override */
	firstUpdated() {
		this.quietly(async () => {
			this.offers = await this.room.choosing("offers");
		});
	}

	/** @override */
	render() {
		if (this.offers.length === 0) return nothing;
		return html`<section class="part">
			<h2>${sayCount("offers.title", this.offers.length)}</h2>
			<p class="soft">${say("offers.lead")}</p>
			<ul class="plain">${this.offers.map((one, at) => this.#one(one, at + 1))}</ul>
			${this.troubleNote()}
		</section>`;
	}

	/** Where there are several, each has a number: whoever hears the buttons alone knows whose they are. @param {import("../talk/choosing.js").Offer} one @param {number} number */
	#one(one, number) {
		const who = this.offers.length > 1 ? say("offers.person", { number }) : "";
		const named = (/** @type {string} */ button) => (who === "" ? nothing : `${button}, ${who}`);
		const [yes, no] = [say("offers.yes"), say("offers.no")];
		return html`<li class="card stack">
			${who === "" ? nothing : html`<h3>${who}</h3>`}
			<p>${say(one.reasons.length > 0 ? "offers.both" : "offers.anyone")}</p>
			<ul class="ticks">${one.reasons.map(({ kind, id }) => html`<li>${say(kind === "lang" ? `lang.${id}` : `fact.${id}`)}</li>`)}</ul>
			<div class="row">
				<button class="button" type="button" aria-label=${named(yes)} ?disabled=${this.busy} @click=${() => this.#answer(one.id, true)}>${yes}</button>
				<button class="link" type="button" aria-label=${named(no)} ?disabled=${this.busy} @click=${() => this.#answer(one.id, false)}>${no}</button>
			</div>
		</li>`;
	}

	/** @param {number} id @param {boolean} isYes */
	async #answer(id, isYes) {
		const done = await this.attempt(async () => {
			this.offers = await this.room.choosing("answer", id, isYes);
		});
		if (done) this.tell(say(isYes ? "offers.yes-done" : "offers.no-done"));
	}
}

customElements.define("room-choose", RoomChoose);
customElements.define("room-choosing-note", RoomChoosingNote);
customElements.define("room-offers", RoomOffers);
