/** Help now: opens over everything, locked or not, with or without the line. */
import { html, nothing } from "../vendor/lit.js";
import { mark, say } from "../words/index.js";
import { dayWords } from "./days.js";
import { Screen } from "./screen.js";
import { whatOthersFind } from "./tips.js";

/** @typedef {import("./seen.d.ts").HelpLine} HelpLine */

export class RoomHelp extends Screen {
	/** @override */
	static properties = { ...Screen.properties, isWanted: { state: true } };

	/** It was open when the page went out of sight. */
	#isPutAway = false;

	constructor() {
		super();
		/** Somebody asked for it on this page: before that it costs a slow phone nothing. */
		this.isWanted = false;
	}

	/** @override */
	connectedCallback() {
		super.connectedCallback();
		document.addEventListener("visibilitychange", this.#outOfSight);
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		document.removeEventListener("visibilitychange", this.#outOfSight);
	}

	/** Shows the panel; what was written stays where it is. */
	open() {
		this.isWanted = true;
		this.performUpdate();
		const dialog = this.#dialog();
		if (!dialog.open) dialog.showModal();
	}

	close() {
		this.#dialog().close();
	}

	/** Whoever picks the phone up sees the cover alone: which help lines somebody reads tells of them too. */
	#outOfSight = () => {
		const dialog = this.#dialog();
		if (document.visibilityState === "visible" || this.view.door !== "inside" || !dialog.open) return;
		this.#isPutAway = true;
		dialog.close();
	};

	/** @override Behind the cover it lies as it was; a lock leaves it closed, with its own button in sight. */
	updated() {
		const { door, lock } = this.view;
		if (!this.#isPutAway || (door === "inside" && lock.phase === "covered")) return;
		this.#isPutAway = false;
		if (door === "inside") this.open();
	}

	#dialog() {
		return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
	}

	/** @override */
	render() {
		return html`<dialog class="panel" aria-labelledby="help-title">${this.isWanted ? this.#panel() : nothing}</dialog>`;
	}

	#panel() {
		return html`<div class="panel-head">
				<h2 id="help-title" tabindex="-1" autofocus>${say("help.title")}</h2>
				<button class="button quiet push" type="button" @click=${() => this.close()}>${say("do.close")}</button>
			</div>
			<p>${say("help.lead")}</p>
			${callList(this.view)}
			<p class="soft">${say("help.draft-safe")}</p>
			<p class="soft">${say("help.not-emergency")}</p>
			<p>${whatOthersFind()}</p>`;
	}
}

/**
 * The lines of the programme, or the first of them; while they are not here, what holds without them, said so. Never nothing.
 * @param {import("./seen.d.ts").View | undefined} view
 * @param {number} [many]
 */
export function callList(view, many = Number.POSITIVE_INFINITY) {
	const lines = view?.help?.length ? view.help : null;
	return html`${lines ? nothing : html`<p>${say("help.offline")}</p>`}
		<ul class="plain">
			${firstOf(lines ?? builtIn(view?.config), many).map(helpLine)}
		</ul>`;
}

/**
 * The first so many lines; of a pair both, however many that makes: one that is right for some alone never stands without the other.
 * @param {readonly HelpLine[]} lines
 * @param {number} many
 */
function firstOf(lines, many) {
	const pairs = new Set(lines.slice(0, many).map(({ pair }) => pair || null));
	return lines.filter(({ pair }, at) => at < many || (pair && pairs.has(pair)));
}

/** @param {HelpLine} line */
function helpLine(line) {
	return html`<li class="card">
		<p lang=${line.lang ?? nothing}><strong>${mark(line.name)}</strong></p>
		<p lang=${line.lang ?? nothing}>${mark(line.who)}</p>
		<div class="row">${line.how.map(way)}</div>
		${line.hours ? html`<p class="small soft">${say("help.hours", { hours: line.hours })}</p>` : nothing}
		${line.what_happens ? html`<p class="small soft" lang=${line.lang ?? nothing}>${mark(line.what_happens)}</p>` : nothing}
		${line.verified ? html`<p class="small soft">${say("help.verified", { day: verifiedOn(line) })}</p>` : nothing}
	</li>`;
}

/** @param {HelpLine} line */
function verifiedOn(line) {
	return dayWords(Math.floor(Date.parse(line.verified) / 86_400_000));
}

/** @param {{ kind: "call" | "text" | "chat", value: string }} how */
function way(how) {
	const href = { call: "tel:", text: "sms:", chat: "" }[how.kind] + address(how);
	return html`<a class="button" href=${href} rel="noreferrer">${say(`help.${how.kind}`, { value: shown(how) })}</a>`;
}

/** @param {{ kind: string, value: string }} how */
function address(how) {
	if (how.kind !== "chat") return how.value.replace(/[^0-9+]/g, "");
	return how.value.startsWith("https://") ? how.value : `https://${how.value}`;
}

/** @param {{ kind: string, value: string }} how */
function shown(how) {
	return how.value.replace("https://", "").replace(/\/$/, "");
}

/**
 * What holds without a list: where the programme is, or, as long as nobody knows, with the land said beside each number.
 * @param {import("./seen.d.ts").Config | null | undefined} config
 */
function builtIn(config) {
	const isThere = config ? config.country === "US" : true;
	const number = isThere ? "911" : config?.emergency;
	const emergency = line(
		"emergency",
		number ? [{ kind: "call", value: number }] : [],
		isThere ? "who" : "there",
	);
	const find = line("find", [{ kind: "chat", value: "findahelpline.com" }]);
	if (!isThere) return [emergency, find];
	const both = /** @type {const} */ (["call", "text"]);
	return [
		line(
			"988",
			both.map((kind) => ({ kind, value: "988" })),
		),
		emergency,
		find,
	];
}

/** @param {string} id @param {HelpLine["how"]} how @param {string} [who] @returns {HelpLine} */
function line(id, how, who = "who") {
	return {
		name: say(`help.${id}.name`),
		who: say(`help.${id}.${who}`),
		how,
		hours: "",
		what_happens: "",
		verified: "",
	};
}

customElements.define("room-help", RoomHelp);
