/** The whole page: bar, the one screen a person is on, help, cover, what is said aloud. */
import { html, LitElement, nothing } from "../vendor/lit.js";
import { say, speech } from "../words/index.js";
import { languages } from "../words/languages.js";
import { firstWordsStand, unhurried } from "./first-words.js";
import { Indoors } from "./indoors.js";
import { leaveBehind } from "./leaving.js";
import { drawn, screenStep } from "./places.js";
import { tabTitle } from "./tab.js";
import { Trail } from "./trail.js";
import { placeFor } from "./way.js";
import "./cover.js";
import "./help.js";
import "./top.js";

/** @typedef {import("./seen.d.ts").Room} Room */
/** @typedef {import("./seen.d.ts").Place} Place */

/** Screens that bring their own bar, or need none. */
const withoutBar = new Set([
	"talk",
	"plain",
	"closed",
	"renew",
	"locked",
	"come-in",
	"come-back",
	"open-here",
	"spare",
	"neither",
]);

export class RoomShell extends LitElement {
	/** @override */
	static properties = {
		room: { attribute: false },
		said: { state: true },
		plain: { state: true },
		unspoken: { state: true },
	};

	#trail = new Trail(history);
	#indoors = new Indoors();
	#shown = "";
	#isOpen = false;

	constructor() {
		super();
		/** @type {Room} */
		this.room = /** @type {never} */ (undefined);
		this.said = "";
		/** @type {string | null} */
		this.plain = null;
		/** A language that could not be fetched, by its own name. */
		this.unspoken = "";
		this.#listen();
	}

	/** @override */
	createRenderRoot() {
		return this;
	}

	/** @param {Place | null} place where the address said to begin */
	begin(place) {
		this.#trail.begin(place);
		this.#bring(place);
		this.room.addEventListener("change", () => this.#changed());
		this.room.addEventListener("incoming", (event) => this.#announce(event));
		speech.addEventListener("change", () => this.#spoken());
		addEventListener("popstate", (event) => this.#cameBack(event.state));
		this.#changed();
	}

	/** Until it is known which door a person stands at, the page's first words say all there is to say. */
	#waits() {
		return this.room === undefined || (firstWordsStand() && this.room.view.door === "starting");
	}

	/** The door is whole: the page's first words give way; whoever had come to one of their buttons stays there. */
	async #takeOver() {
		await this.#made();
		const had = this.querySelector(".first :focus")?.classList[0];
		for (const first of this.querySelectorAll(":scope > .first")) first.remove();
		if (had !== undefined)
			/** @type {HTMLElement | null} */ (this.querySelector(`room-top .${had}`))?.focus();
		this.dispatchEvent(new Event("stands"));
	}

	/** Parts make parts: all of them, in the order of the page. */
	async #made() {
		const parts = this.getElementsByTagName("*");
		for (let at = 0; at < parts.length; at += 1) {
			const part = parts[at];
			if (part instanceof LitElement) await part.updateComplete;
		}
	}

	#changed() {
		this.#indoors.follow(this.room.view, () => this.#changed(), this.#trail.place?.screen);
		this.requestUpdate();
	}

	/** Whoever goes to a screen that comes by itself waits for it alone, not for something else to happen. */
	#follow() {
		const { screen } = placeFor(this.room.view, this.#trail.place);
		this.#indoors.follow(this.room.view, () => this.requestUpdate(), screen);
	}

	/** The page goes on in the language it spoke. @param {string} lang one that could not be fetched */
	cannotSpeak(lang) {
		this.unspoken = languages.get(lang)?.name ?? lang;
	}

	#spoken() {
		this.unspoken = "";
		this.requestUpdate();
	}

	/** @param {Place | null} place where a link into this page leads */
	led(place) {
		if (place?.invite !== undefined) this.#stand();
		else if (place !== null) this.#go(place);
		this.#bring(place);
	}

	/** A link that somebody came by: whether it can be used is seen on the screen. @param {Place | null} place */
	async #bring(place) {
		if (place?.invite === undefined) return;
		try {
			await this.room.bringInvite(place.invite);
		} catch (error) {
			if (!(error instanceof Error && "code" in error)) throw error;
			this.#showPlain("unreachable");
		}
	}

	/** @param {string} url */
	goAway(url) {
		leaveBehind(url, { steps: this.#trail.steps, page: globalThis });
	}

	#listen() {
		this.addEventListener("go", (event) => this.#go(detail(event)));
		this.addEventListener("stand", () => this.#stand());
		this.addEventListener("tell", (event) => this.#tell(detail(event)));
		this.addEventListener("plain", (event) => this.#showPlain(detail(event)));
		this.addEventListener("help", () => this.#help()?.open());
		this.addEventListener("leave", () => this.room.leave());
	}

	/** @param {Place} place who goes on has read when this place was opened last; who goes to Your place may look into it */
	#go(place) {
		this.plain = null;
		if (place.screen !== "place" && this.room.view.lastOpened !== null) this.room.openingSeen();
		this.#trail.go(place);
		this.#changed();
	}

	#stand() {
		this.plain = null;
		this.#trail.begin(null);
		this.requestUpdate();
	}

	/** @param {unknown} state */
	#cameBack(state) {
		this.plain = null;
		this.#trail.came(state);
		this.#changed();
	}

	/** @param {string} code */
	#showPlain(code) {
		this.plain = code;
	}

	/** @param {string} text */
	#tell(text) {
		this.said = this.said === text ? `${text} ` : text;
	}

	/** @param {Event} event a line of the other's came in */
	#announce(event) {
		const { conv, id, name } = detail(event);
		const line = this.room.conversation(conv)?.lines.find((one) => one.id === id);
		const open = this.#place().screen === "talk" && this.#place().id === conv;
		const who = name ?? say("see.them");
		this.#tell(
			open && line && line.text !== ""
				? say("talk.said", { name: who, text: line.text })
				: say("talk.new-from", { name: who }),
		);
	}

	/** @returns {Place} */
	#place() {
		if (this.plain !== null) return { screen: "plain", id: this.plain };
		const place = placeFor(this.room.view, this.#trail.place);
		if (this.#indoors.canDraw(place.screen)) return place;
		return { screen: "plain", id: "starting", ref: place.screen };
	}

	/** While a screen is on its way the bar stands already, as it will with it. @param {Place} place */
	#wanted({ screen, ref }) {
		return screen === "plain" ? (ref ?? screen) : screen;
	}

	#help() {
		return /** @type {import("./help.js").RoomHelp | null} */ (this.querySelector("room-help"));
	}

	/** @override */
	render() {
		if (this.#waits()) return nothing;
		const { room } = this;
		const { view } = room;
		const place = this.#place();
		const covered = view.lock.phase === "covered" || view.door === "left";
		return html`
			<a class="skip" href="#main" @click=${this.#skip}>${say("top.skip")}</a>
			<room-top .room=${room} .view=${view} .unspoken=${this.unspoken}></room-top>
			${covered ? html`<room-cover .room=${room} .view=${view}></room-cover>` : nothing}
			<div class="under" ?hidden=${covered}>
				${view.door === "inside" && !withoutBar.has(this.#wanted(place)) ? this.#bar() : nothing}
				<main id="main" tabindex="-1" aria-label=${this.#step(place)}><room-notices .room=${room} .view=${view}></room-notices><room-pending .room=${room} .view=${view}></room-pending>${drawn(room, view, place)}</main>
			</div>
			<room-soon .room=${room} .view=${view}></room-soon>
			<room-help .room=${room} .view=${view}></room-help>
			<p class="unseen" role="status">${this.said}</p>
			<p class="paper-note">${say("paper.nothing")}</p>
		`;
	}

	/** @param {Place} place the tab does not say where one is; this does, to those who listen to the page */
	#step(place) {
		const step = screenStep(place.screen);
		return step === null ? nothing : say(step);
	}

	#bar() {
		const { hasBack } = this.#trail;
		return html`<room-bar .room=${this.room} .view=${this.room.view} .hasBack=${hasBack}></room-bar>`;
	}

	/** @param {Event} event */
	#skip = (event) => {
		event.preventDefault();
		/** @type {HTMLElement | null} */ (this.querySelector("main"))?.focus();
	};

	/** @override */
	scheduleUpdate() {
		return unhurried(() => super.scheduleUpdate());
	}

	/** @override */
	updated() {
		if (this.#waits()) return;
		this.#follow();
		const place = this.#place();
		const isShown = place.screen === "join" && this.room.view.me?.profile != null;
		const key = `${place.screen} ${place.id ?? ""}${isShown ? "shown" : ""}`;
		document.title = tabTitle(this.room.view);
		if (key === this.#shown) return;
		const first = !this.#isOpen;
		this.#isOpen ||= !key.startsWith("plain starting");
		this.#shown = key;
		if (firstWordsStand()) this.#takeOver();
		else this.#arrive(first);
	}

	/** @param {boolean} first the page itself has just been opened: focus stays with the browser */
	async #arrive(first) {
		scrollTo(0, 0);
		if (first) return;
		await this.updateComplete;
		const screen = this.querySelector("main > :last-child");
		if (screen instanceof LitElement) await screen.updateComplete;
		const heading = this.querySelector("main h1");
		if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
	}
}

/** @param {Event} event */
function detail(event) {
	return /** @type {CustomEvent} */ (event).detail;
}

customElements.define("room-shell", RoomShell);
