/** Look for words in all one wrote and read here. It happens on this device; nothing of it is sent or kept. */
import { html, nothing } from "../vendor/lit.js";
import { say, sayCount } from "../words/index.js";
import { dayWords } from "./days.js";
import { ownName } from "./own-name.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Found} Found */
/** @typedef {import("./seen.d.ts").FoundLine} FoundLine */
/** @typedef {import("./seen.d.ts").FoundDocument} FoundDocument */

const dayLength = 86_400_000;

/** Where rows of one's own stand. @type {Record<string, {words: string, screen: string}>} */
const ownPlaces = {
	path: { words: "path.title", screen: "path" },
	plan: { words: "plan-bad.title", screen: "bad-plan" },
	diary: { words: "diary.title", screen: "diary" },
};

export class RoomSearch extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		text: { state: true },
		found: { state: true },
		bringing: { state: true },
	};

	/** The talk that somebody goes to. */
	#goesTo = "";

	constructor() {
		super();
		this.text = "";
		/** @type {Found | null} */
		this.found = null;
		/** @type {"no" | "yes" | "all" | "stopped"} whether older lines are on their way */
		this.bringing = "no";
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.room.stopSearch(this.#goesTo);
	}

	/** @override */
	render() {
		return html`<section class="page">
			<h1 tabindex="-1">${say("search.title")}</h1>
			<form autocomplete="off" class="stack" role="search" @submit=${this.#submit}>
				<div class="field">
					<label for="looked-for">${say("search.label")}</label>
					<p class="hint" id="looked-for-hint">${say("search.hint")}</p>
					<input id="looked-for" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="looked-for-hint" .value=${this.text} @input=${this.#typed} />
				</div>
				<div class="row"><button class="button" type="submit">${say("search.go")}</button></div>
			</form>
			${this.troubleNote()}
			<p role="status">${this.#progress()}</p>
			${this.found === null ? nothing : this.#results(this.found)}
		</section>`;
	}

	#progress() {
		if (this.found === null) return nothing;
		const count = this.found.lines.length + this.found.documents.length;
		const further = { no: "", yes: "search.bringing", all: "search.all", stopped: "search.stopped" }[
			this.bringing
		];
		const words = [sayCount("search.found", count)];
		if (further !== "") words.push(say(further));
		if (this.found.more) words.push(say("search.more"));
		return words.join(" ");
	}

	/** @param {Found} found */
	#results({ lines, documents }) {
		return html`<ul class="plain">
			${documents.map((one) => this.#document(one))} ${lines.map((line) => this.#line(line))}
		</ul>`;
	}

	/** @param {FoundLine} line */
	#line(line) {
		const relationship = this.view.relationships.find(
			({ conv, earlier }) => conv === line.conv || earlier.includes(line.conv),
		);
		const other = relationship ? ownName(relationship, say("see.them")) : say("see.them");
		const name = line.from === "me" ? say("talk.you") : other;
		const go = () => {
			this.#goesTo = line.conv;
			this.go({ screen: "talk", id: line.conv, line: line.id ?? "" });
		};
		return this.#one(say("search.line", { name, day: dayWords(Math.floor(line.ts / dayLength)) }), line, go);
	}

	/** @param {FoundDocument} one */
	#document(one) {
		if (one.kind === "unsaid")
			return this.#one(say("mend.notebook"), one, () => this.go({ screen: "notebook" }));
		if (one.kind === "kept") return this.#one(say("search.kept"), one, () => this.go({ screen: "notebook" }));
		if (one.kind === "checks")
			return this.#one(say("search.checks"), one, () => this.go({ screen: "notebook" }));
		const own = ownPlaces[one.kind];
		if (own !== undefined) return this.#one(say(own.words), one, () => this.go({ screen: own.screen }));
		const title = one.title === "" ? say("notebook.no-title") : one.title;
		return this.#one(say("search.page", { title }), one, () => this.go({ screen: "page", id: one.docId }));
	}

	/**
	 * @param {string} head
	 * @param {{ before: string, match: string, after: string }} around
	 * @param {() => void} go
	 */
	#one(head, { before, match, after }, go) {
		return html`<li>
			<button class="card tap found" type="button" @click=${go}>
				<span class="soft theirs">${head}</span>
				<span class="words-of">${before}<mark>${match}</mark>${after}</span>
			</button>
		</li>`;
	}

	/** @param {Event} event */
	#typed = (event) => {
		this.text = /** @type {HTMLInputElement} */ (event.target).value;
	};

	/** @param {Event} event */
	#submit = async (event) => {
		event.preventDefault();
		if (this.text.trim() === "") return;
		const text = this.text;
		this.bringing = "yes";
		if (!(await this.attempt(() => this.#look(text)))) return;
		await this.#bring(text);
	};

	/** @param {string} text */
	async #look(text) {
		if (this.view.notebook?.state !== "open") await this.quietly(() => this.room.openNotebook());
		this.found = await this.room.search(text);
	}

	/** Lines from before come page by page, and are looked through as they come. @param {string} text */
	async #bring(text) {
		try {
			await this.room.bringAll(async () => {
				if (this.text === text) this.found = await this.room.search(text);
			});
			this.bringing = "all";
		} catch (error) {
			this.bringing = "stopped";
			if (!(error instanceof Error && "code" in error)) throw error;
		}
	}
}

customElements.define("room-search", RoomSearch);
